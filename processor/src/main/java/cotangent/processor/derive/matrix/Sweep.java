package cotangent.processor.derive.matrix;

import cotangent.processor.derive.forward.Forward;
import cotangent.processor.derive.offer.Outline;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a graph in forward mode along every unit direction of the inputs, several at once. That is
 * how whole matrices of derivatives are made.
 */
final class Sweep {
  /** How many elements of an array are varied at once. */
  private static final int LANES = 4;

  private final Outline outline;
  private final Graph graph;
  private final List<Value> outputs;
  private final Column column;
  private final List<Graph> functions = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private List<Value> arguments = List.of();

  /**
   * @param graph has the parameters of the outline's graph
   * @param outputs the results whose tangents are wanted
   */
  Sweep(Outline outline, Graph graph, List<Value> outputs, Column column) {
    this.outline = outline;
    this.graph = graph;
    this.outputs = outputs;
    this.column = column;
    graph.functions().forEach(function -> taken.add(function.name()));
  }

  /** The functions that the steps call. */
  List<Graph> functions() {
    return functions;
  }

  /** Whether there are only a few numbers, all of which vary at once. */
  static boolean isOneRun(List<Value> wrt, Graph graph) {
    return wrt.size() <= Breadth.of(graph)
        && wrt.stream().noneMatch(v -> v.type().isArray())
        && !Breadth.isLong(graph, wrt.size());
  }

  /**
   * Writes the steps.
   *
   * @param arguments of the graph; where it runs but once, it may change them
   * @return the results of the graph, if it {@link #isOneRun ran once}
   */
  List<Value> run(List<Value> arguments, GraphBuilder b) {
    this.arguments = arguments;
    List<Value> wrt = outline.wrt();
    int most = Breadth.of(graph);
    boolean hasArrays = wrt.stream().anyMatch(v -> v.type().isArray());
    if (Breadth.isLong(graph, hasArrays ? LANES : Math.min(most, wrt.size()))
        || hasArrays && most < LANES) {
      RepeatedRun repeated = new RepeatedRun(outline, graph, outputs, column);
      repeated.run(arguments, b);
      functions.addAll(repeated.functions());
      return List.of();
    }
    Value position = b.constant(0);
    List<Value> results = List.of();
    for (int i = 0; i < wrt.size(); ) {
      if (wrt.get(i).type().isArray()) {
        position = new OfArray(wrt.get(i), b).run(position);
        i++;
      } else {
        int end = i + 1;
        while (end < wrt.size() && end - i < most && wrt.get(end).type().isScalar()) {
          end++;
        }
        results = numbers(wrt.subList(i, end), position, isOneRun(wrt, graph), b);
        position = plus(b, position, end - i);
        i = end;
      }
    }
    return results;
  }

  private List<Value> numbers(List<Value> inputs, Value position, boolean onlyRun, GraphBuilder b) {
    Formula f = new FormulaWriter(b);
    Run run = new Run(inputs.stream().map(List::of).toList(), inputs.get(0));
    List<Value> ones = inputs.stream().map(input -> f.literal(1, input.type())).toList();
    List<Value> results = run.inline(b, ones, !onlyRun);
    for (int d = 0; d < inputs.size(); d++) {
      Value place = plus(b, position, d);
      column.store(b, inputs.get(d), List.of(), place, run.tangents(results, d));
    }
    return results;
  }

  private static Value plus(GraphBuilder b, Value index, int more) {
    return more == 0 ? index : b.apply(Operations.ADD, index, b.constant(more));
  }

  /** The graph in forward mode in a few directions. */
  private final class Run {
    private final Graph derived;
    private final UnaryOperator<Callee> callees;

    Run(List<List<Value>> directions, Value first) {
      this.derived = Forward.of(graph, directions, outputs);
      String suffix = suffix(first.name().isEmpty() ? "input" : first.name());
      this.callees = callee -> callee.renamed(name -> name + suffix);
      for (Graph function : derived.functions()) {
        functions.add(GraphCopy.function(function.name() + suffix, function, callees));
        taken.add(function.name() + suffix);
      }
    }

    /** Nested derivatives may have brought functions that are named like these. */
    private String suffix(String name) {
      String suffix = "By" + CamelCase.capital(name);
      String free = suffix;
      for (int i = 2; isTaken(free); i++) {
        free = suffix + "_" + i;
      }
      return free;
    }

    private boolean isTaken(String suffix) {
      return derived.functions().stream().anyMatch(each -> taken.contains(each.name() + suffix));
    }

    /** Writes the graph; it changes copies where others need the arguments. */
    List<Value> inline(GraphBuilder b, List<Value> tangents, boolean onCopies) {
      List<Value> all = new ArrayList<>(onCopies ? outline.again(b, arguments) : arguments);
      all.addAll(tangents);
      return GraphCopy.inline(derived, all, b, callees);
    }

    List<Value> tangents(List<Value> results, int direction) {
      int start = graph.results().size() + direction * outputs.size();
      return results.subList(start, start + outputs.size());
    }
  }

  /** Goes through the numbers in an array, row by row. */
  private final class OfArray {
    private final Value input;
    private final Value argument;
    private final Run run;
    private final List<Value> seeds;
    private final GraphBuilder outer;

    OfArray(Value input, GraphBuilder b) {
      this.input = input;
      this.outer = b;
      this.run = new Run(Collections.nCopies(LANES, List.of(input)), input);
      this.seeds = new ArrayList<>();
      this.argument = arguments.get(graph.parameters().indexOf(input));
      for (int d = 0; d < LANES; d++) {
        seeds.add(b.zerosLike("t" + input.name(), argument));
      }
    }

    Value run(Value position) {
      return rows(outer, argument, seeds, List.of(), position);
    }

    private Value rows(
        GraphBuilder b, Value array, List<Value> ones, List<Value> path, Value position) {
      Value zero = b.constant(0);
      Value length = new ArrayCode(b).length(array);
      GraphBuilder body = new GraphBuilder();
      Value index = body.parameter(Type.INT, path.isEmpty() ? "i" : "j");
      if (array.type().rank() == 1) {
        lanes(body, ones, path, index, length, position);
        b.loop(zero, length, LANES, List.of(), body.yield());
        return b.apply("position", Operations.ADD, position, length);
      }
      Value before = body.parameter(Type.INT, "position");
      List<Value> rows = ones.stream().map(seed -> body.read("", seed, index)).toList();
      Value row = body.read("", array, index);
      Value after = rows(body, row, rows, appended(path, index), before);
      return b.loop(zero, length, 1, List.of(position), body.yield(after)).get(0);
    }

    private void lanes(
        GraphBuilder b,
        List<Value> ones,
        List<Value> path,
        Value index,
        Value length,
        Value position) {
      for (int d = 0; d < LANES; d++) {
        set(b, ones.get(d), plus(b, index, d), d == 0 ? null : length, 1);
      }
      List<Value> results = run.inline(b, seeds, true);
      for (int d = 0; d < LANES; d++) {
        Value element = plus(b, index, d);
        List<Value> tangents = run.tangents(results, d);
        within(
            b,
            element,
            d == 0 ? null : length,
            inner -> {
              Value place = inner.apply(Operations.ADD, position, element);
              column.store(inner, input, appended(path, element), place, tangents);
            });
        // Not earlier: a method may return what it was given, and the tangent may be the seed.
        set(b, ones.get(d), element, d == 0 ? null : length, 0);
      }
    }

    private void set(
        GraphBuilder b, Value seed, Value element, @Nullable Value length, double value) {
      within(
          b,
          element,
          length,
          inner -> {
            Value number = new FormulaWriter(inner).literal(value, input.type().leaf());
            inner.write(seed, element, number);
          });
    }
  }

  private interface Writing {
    void in(GraphBuilder b);
  }

  /** Writes steps that are carried out where an index is below a length, if one is given. */
  private static void within(GraphBuilder b, Value index, @Nullable Value length, Writing writing) {
    if (length == null) {
      writing.in(b);
      return;
    }
    GraphBuilder inner = new GraphBuilder();
    writing.in(inner);
    Value inside = b.apply(Operations.LT, index, length);
    b.branch(inside, inner.yield(), new GraphBuilder().yield(), List.of());
  }

  private static List<Value> appended(List<Value> path, Value index) {
    List<Value> longer = new ArrayList<>(path);
    longer.add(index);
    return longer;
  }
}
