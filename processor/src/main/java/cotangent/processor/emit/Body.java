package cotangent.processor.emit;

import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.emit.code.Defaults;
import cotangent.processor.emit.code.Expr;
import cotangent.processor.emit.code.LoopMethods;
import cotangent.processor.emit.code.Lowering;
import cotangent.processor.emit.code.Settled;
import cotangent.processor.emit.code.Splitting;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.emit.members.CompanionMembers;
import cotangent.processor.emit.members.PrivateMethods;
import cotangent.processor.emit.print.ExpressionPrinter;
import cotangent.processor.emit.print.StatementPrinter;
import cotangent.processor.emit.print.Wrapping;
import cotangent.processor.emit.variables.Declarations;
import cotangent.processor.emit.variables.Reserved;
import cotangent.processor.emit.variables.Sequence;
import cotangent.processor.emit.variables.VariableNames;
import cotangent.processor.emit.variables.Variables;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The text of one Java method: the whole way from a graph to lines.
 *
 * @param parameters the names of the method's parameters
 * @param lines the statements, indented against each other
 * @param parts the private methods that it was split into, if it was too big
 */
record Body(List<String> parameters, List<String> lines, List<Part> parts) {

  /**
   * A part of a method.
   *
   * @param isArithmetic whether it throws nothing that must be declared
   */
  record Part(Splitting.Part method, Body body, boolean isArithmetic) {}

  /** How the results of a graph are returned. */
  interface Returned {
    /**
     * Prints the value that is returned; empty where there is none.
     *
     * @param parameters the names of the method's parameters
     */
    String text(List<Expr> leaves, ExpressionPrinter expressions, List<String> parameters);
  }

  /**
   * Writes the body of a method.
   *
   * @param inputs the method's parameters; their leaves are the parameters of the graph
   */
  static Body of(
      Graph graph,
      List<Port> inputs,
      PrivateMethods functions,
      CompanionMembers members,
      LoopMethods loopMethods,
      Returned returned) {
    Writer writer = new Writer(Reserved.of(graph, inputs), functions, members);
    List<Splitting.Part> loops = new ArrayList<>();
    List<Splitting.Part> rounds = new ArrayList<>();
    Block whole = loopMethods.of(Lowering.of(graph, functions), graph.name(), loops, rounds);
    Splitting splitting = new Splitting(members.limit(), graph.name(), members::freshName);
    Block code = splitting.split(whole);
    List<Part> parts = new ArrayList<>();
    splitting.parts().forEach(part -> parts.add(writer.part(part, false)));
    rounds.forEach(round -> parts.add(writer.part(round, false)));
    loops.forEach(loop -> parts.add(writer.part(loop, true)));
    return writer.write(code, graph.parameters(), inputs, parts, returned);
  }

  private static String one(
      List<Expr> leaves, ExpressionPrinter expressions, List<String> parameters) {
    return leaves.isEmpty() ? "" : expressions.converted(leaves.get(0));
  }

  /** Writes statements as text. */
  private record Writer(Set<String> reserved, PrivateMethods functions, CompanionMembers members) {
    Part part(Splitting.Part part, boolean isArithmetic) {
      List<Port> ports = new ArrayList<>();
      part.parameters().forEach(value -> ports.add(new Port.Leaf(value.name(), value.type())));
      Body body = write(part.body(), part.parameters(), ports, List.of(), Body::one);
      return new Part(part, body, isArithmetic);
    }

    Body write(
        Block code, List<Value> values, List<Port> inputs, List<Part> parts, Returned returned) {
      Variables variables = new Variables(values, code);
      Block sequence = Sequence.of(code, variables);
      Block body = Settled.of(Defaults.of(Declarations.of(sequence, values)));
      VariableNames names = new VariableNames(reserved);
      List<String> parameters =
          inputs.stream().map(input -> names.parameter(input.name())).toList();
      List<String> lines = new ArrayList<>();
      new Prologue(names, used(body), values.iterator(), lines).take(inputs, parameters);
      names.declare(body);
      ExpressionPrinter expressions = new ExpressionPrinter(names, functions, members);
      StatementPrinter statements =
          new StatementPrinter(
              names,
              expressions,
              members.origins(),
              leaves -> returned.text(leaves, expressions, parameters));
      lines.addAll(statements.lines(body));
      return new Body(parameters, lines, parts);
    }
  }

  private static Set<Value> used(Block body) {
    Set<Value> used = new HashSet<>();
    body.codes().forEach(code -> code.occurrences(used::add));
    return used;
  }

  /** Takes records that come in apart. */
  private record Prologue(
      VariableNames names, Set<Value> used, Iterator<Value> leaves, List<String> lines) {

    void take(List<Port> inputs, List<String> parameters) {
      for (int i = 0; i < parameters.size(); i++) {
        if (inputs.get(i) instanceof Port.Composite composite) {
          takeApart(composite, parameters.get(i));
        } else {
          names.put(leaves.next(), parameters.get(i));
        }
      }
    }

    private void takeApart(Port.Composite composite, String path) {
      for (Port component : composite.components()) {
        String access = path + "." + component.name() + "()";
        if (component instanceof Port.Composite inner) {
          takeApart(inner, access);
        } else {
          leaf(leaves.next(), access);
        }
      }
    }

    private void leaf(Value value, String access) {
      if (used.contains(value)) {
        String name = names.parameter(value.name());
        names.put(value, name);
        lines.addAll(
            Wrapping.wrap(TypeText.of(value.type()) + " " + name + " = " + access + ";", 0));
      }
    }
  }
}
