package cotangent.processor.emit.print;

import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.emit.code.Expr;
import cotangent.processor.emit.java.InfixOperators;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.emit.members.Origins;
import cotangent.processor.emit.variables.VariableNames;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints statements, a line each. */
public final class StatementPrinter {
  private final VariableNames names;
  private final ExpressionPrinter expressions;
  private final Function<List<Expr>, String> returned;
  private final Origins origins;
  private final Origin origin = new Origin();
  private final List<String> lines = new ArrayList<>();
  private int depth;

  /**
   * @param origins is told what each line computes
   * @param returned prints what is returned from the leaves; empty for nothing
   */
  public StatementPrinter(
      VariableNames names,
      ExpressionPrinter expressions,
      Origins origins,
      Function<List<Expr>, String> returned) {
    this.origins = origins;
    this.names = names;
    this.expressions = expressions;
    this.returned = returned;
  }

  /** Returns the lines of a method's body. */
  public List<String> lines(Block body) {
    Ending ending = Ending.of(body, names);
    statements(ending.before());
    if (!ending.last().isEmpty()) {
      line("try {");
      inner(ending.body());
      line("} finally {");
      inner(ending.last());
      line("}");
    }
    if (!lines.isEmpty() && lines.get(lines.size() - 1).equals("return;")) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private void line(String text) {
    lines.addAll(Wrapping.wrap(text, depth));
  }

  /** Prints a statement, or its head, and tells what it computes. */
  private void line(Code code, String text) {
    String mark = origins.mark(origin.of(code));
    Wrapping.wrap(text, depth).forEach(each -> lines.add(mark + each));
  }

  private void statements(Block block) {
    block.codes().forEach(this::statement);
  }

  private void inner(Block block) {
    depth++;
    statements(block);
    depth--;
  }

  private void statement(Code code) {
    if (code instanceof Code.Let let && Attempts.isAttempt(let.value())) {
      attempt(let);
    } else if (code instanceof Code.Let let) {
      line(let, let(let) + ";");
    } else if (code instanceof Code.Declare declare) {
      Value target = declare.target();
      line(TypeText.of(target.type()) + " " + names.of(target) + ";");
    } else if (code instanceof Code.Store store) {
      String place =
          expressions.primary(store.array()) + "[" + expressions.converted(store.index()) + "]";
      line(store, assignment(place, store.operator(), store.value()) + ";");
    } else if (code instanceof Code.Perform perform) {
      line(perform, perform(perform) + ";");
    } else if (code instanceof Code.Return end) {
      String value = returned.apply(end.values());
      if (value.isEmpty()) {
        line("return;");
      } else {
        line(end, "return " + value + ";");
      }
    } else if (code instanceof Code.Break) {
      line("break;");
    } else if (code instanceof Code.If branch) {
      branch(branch, "");
    } else {
      loop(code);
    }
  }

  /** Prints a call whose exceptions are results. */
  private void attempt(Code.Let let) {
    String name = names.of(let.target());
    if (let.declares()) {
      line(TypeText.of(let.target().type()) + " " + name + ";");
    }
    Expr.Computed call = (Expr.Computed) let.value();
    line("try {");
    depth++;
    String text = expressions.call(Attempts.plain((Step.Call) call.step()), call.operands());
    if (Attempts.givesNothing((Step.Call) call.step())) {
      line(text + ";");
      line(name + " = null;");
    } else {
      line(let, name + " = " + text + ";");
    }
    depth--;
    String caught = name + "Failure";
    line("} catch (" + TypeText.of("java.lang.Throwable") + " " + caught + ") {");
    depth++;
    line(name + " = new " + TypeText.of(Attempts.THROWN) + "(" + caught + ");");
    depth--;
    line("}");
  }

  private String let(Code.Let let) {
    String name = names.of(let.target());
    if (let.declares()) {
      String type = TypeText.of(let.target().type());
      return type + " " + name + " = " + expressions.converted(let.value());
    } else if (let.value() instanceof Expr.Computed computed
        && computed.step() instanceof Step.Apply apply
        && InfixOperators.isCompound(apply)
        && computed.operands().get(0) instanceof Expr.Local local
        && local.value() == let.target()) {
      return assignment(name, InfixOperators.token(apply), computed.operands().get(1));
    }
    return assignment(name, "", let.value());
  }

  private String assignment(String place, String operator, Expr value) {
    boolean isShift = operator.contains("<<") || operator.contains(">>");
    String text = isShift ? expressions.exact(value) : expressions.converted(value);
    boolean isStep = text.equals("1") && value.type() == Type.INT;
    if (isStep && (operator.equals("+") || operator.equals("-"))) {
      return place + operator + operator;
    }
    return place + " " + operator + "= " + text;
  }

  private String perform(Code.Perform perform) {
    Step step = perform.step();
    List<Expr> operands = perform.operands();
    if (step instanceof Step.Throw) {
      return "throw " + expressions.exact(operands.get(0));
    } else if (step instanceof Step.Push) {
      return expressions.primary(operands.get(0))
          + ".push("
          + expressions.exact(operands.get(1))
          + ")";
    } else if (step instanceof Step.Pop pop) {
      return expressions.primary(operands.get(0)) + CallPrinter.popped(pop.result().type());
    } else if (step instanceof Step.Copy) {
      return TypeText.of("java.lang.System") + ".arraycopy(" + arguments(operands) + ")";
    } else if (step instanceof Step.Fill) {
      return fill(operands);
    } else if (step instanceof Step.Apply) { // a length that only finds null
      return TypeText.of("java.util.Objects") + ".requireNonNull(" + arguments(operands) + ")";
    }
    return expressions.call((Step.Call) step, operands);
  }

  private String fill(List<Expr> operands) {
    List<Expr> shown = new ArrayList<>(operands);
    boolean isFromStart = operands.get(1) instanceof Expr.Literal from && from.is(0);
    if (isFromStart && isLengthOf(operands.get(2), operands.get(0))) {
      shown.subList(1, 3).clear();
    }
    return TypeText.of("java.util.Arrays") + ".fill(" + arguments(shown) + ")";
  }

  private static boolean isLengthOf(Expr length, Expr array) {
    return length instanceof Expr.Computed computed
        && computed.step() instanceof Step.Apply apply
        && apply.operation() == Operations.LENGTH
        && computed.operands().get(0).equals(array);
  }

  private String arguments(List<Expr> operands) {
    return String.join(", ", operands.stream().map(expressions::exact).toList());
  }

  private void branch(Code.If branch, String opening) {
    Expr lock = lock(branch);
    if (lock != null) {
      line("synchronized (" + expressions.exact(lock) + ") {");
      inner(branch.then());
      line("}");
      return;
    }
    Optional<List<Expr>> required = opening.isEmpty() ? Required.of(branch) : Optional.empty();
    if (required.isPresent()) {
      String call = TypeText.of("java.util.Objects") + ".requireNonNull";
      line(branch, call + "(" + arguments(required.get()) + ");");
      return;
    }
    line(branch, opening + "if (" + expressions.exact(branch.condition()) + ") {");
    inner(branch.then());
    Block otherwise = branch.otherwise();
    if (otherwise.codes().size() == 1
        && otherwise.codes().get(0) instanceof Code.If next
        && lock(next) == null) {
      branch(next, "} else ");
      return;
    }
    if (!otherwise.isEmpty()) {
      line("} else {");
      inner(otherwise);
    }
    line("}");
  }

  /**
   * Returns the lock that is held in the first arm, the only one then; null where there is none.
   */
  private static @Nullable Expr lock(Code.If branch) {
    return branch.condition() instanceof Expr.Computed computed
            && computed.step() instanceof Step.Apply apply
            && apply.operation() == Operations.HOLDS
        ? computed.operands().get(0)
        : null;
  }

  private void loop(Code code) {
    if (code instanceof Code.For loop) {
      line(loop, "for (" + head(loop) + ") {");
      inner(loop.body());
      line("}");
    } else if (code instanceof Code.While loop) {
      line(loop, "while (" + expressions.exact(loop.condition()) + ") {");
      inner(loop.body());
      line("}");
    } else if (code instanceof Code.DoWhile loop) {
      line("do {");
      inner(loop.body());
      line("} while (" + expressions.exact(loop.condition()) + ");");
    } else {
      throw new IllegalStateException("not a statement of Java: " + code);
    }
  }

  private String head(Code.For loop) {
    String index = names.of(loop.index());
    String update =
        switch (loop.stride()) {
          case 1 -> index + "++";
          case -1 -> index + "--";
          default ->
              loop.stride() > 0
                  ? index + " += " + loop.stride()
                  : index + " -= " + -(long) loop.stride();
        };
    return TypeText.of(loop.index().type())
        + " "
        + index
        + " = "
        + expressions.converted(loop.from())
        + "; "
        + index
        + bound(loop)
        + "; "
        + update;
  }

  /** Prints the test of a counted loop: {@code i <= n} rather than {@code i < n + 1}. */
  private String bound(Code.For loop) {
    boolean isUp = loop.stride() > 0;
    if (!isUp
        && loop.to() instanceof Expr.Literal literal
        && literal.value() instanceof Integer end) {
      return " >= " + (end + 1);
    } else if (loop.to() instanceof Expr.Computed computed
        && computed.step() instanceof Step.Apply apply
        && apply.operation() == (isUp ? Operations.ADD : Operations.SUB)
        && computed.operands().get(1) instanceof Expr.Literal one
        && one.is(1)) {
      return (isUp ? " <= " : " >= ") + expressions.bound(computed.operands().get(0));
    }
    return (isUp ? " < " : " > ") + expressions.bound(loop.to());
  }
}
