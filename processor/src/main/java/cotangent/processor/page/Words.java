package cotangent.processor.page;

import static java.util.stream.Collectors.joining;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in the user's names what a step computes: {@code z = x · x}. */
final class Words {
  private static final Map<String, String> INFIX =
      Map.ofEntries(
          Map.entry("add", "+"),
          Map.entry("sub", "−"),
          Map.entry("mul", "·"),
          Map.entry("div", "/"),
          Map.entry("rem", "%"),
          Map.entry("lt", "<"),
          Map.entry("le", "≤"),
          Map.entry("gt", ">"),
          Map.entry("ge", "≥"),
          Map.entry("eq", "="),
          Map.entry("ne", "≠"),
          Map.entry("and", "and"),
          Map.entry("or", "or"));

  private final Map<Value, String> names = new HashMap<>();
  private final Set<Value> inlined = new HashSet<>();
  private int nameless;

  /** Writes a constant as its literal wherever it is used. */
  void inline(Step.Constant constant) {
    names.put(constant.result(), literal(constant.value()));
    inlined.add(constant.result());
  }

  /** Names a value that the user has not named. */
  void call(Value value, String name) {
    if (value.name().isEmpty()) {
      names.putIfAbsent(value, name);
    }
  }

  boolean isInlined(Value value) {
    return inlined.contains(value);
  }

  private static String literal(@Nullable Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e7) {
      return Long.toString(Math.round(number));
    }
    return value instanceof String text ? '"' + text + '"' : Objects.toString(value);
  }

  /** Returns the user's name for a value, or a made-up one. */
  String name(Value value) {
    return names.computeIfAbsent(
        value, unseen -> unseen.name().isEmpty() ? "v" + ++nameless : unseen.name());
  }

  String names(List<Value> values) {
    return values.stream().map(this::name).collect(joining(", "));
  }

  /** Says what a step does. */
  String of(Step step) {
    String what = what(step);
    return step.results().isEmpty() ? what : names(step.results()) + " = " + what;
  }

  private String what(Step step) {
    return switch (step.kind()) {
      case APPLY -> applied((Step.Apply) step);
      case READ -> element(((Step.Read) step).array(), ((Step.Read) step).index());
      case WRITE -> written((Step.Write) step);
      case NEW_ARRAY -> made((Step.NewArray) step);
      case LOOP -> counted((Step.Loop) step);
      case BRANCH -> "if " + name(((Step.Branch) step).condition());
      case CALL -> called(((Step.Call) step).callee()) + "(" + names(step.operands()) + ")";
      case WHILE, THROW -> kind(step);
      case CONSTANT, ZEROS_LIKE, CLONE, COPY, FILL, PUSH, POP ->
          kind(step) + " " + names(step.operands());
    };
  }

  private static String kind(Step step) {
    return step.kind().name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  private String written(Step.Write write) {
    return element(write.array(), write.index()) + " := " + name(write.value());
  }

  private String made(Step.NewArray array) {
    return "new " + array.result().type().leaf() + "[" + names(array.lengths()) + "]";
  }

  private String counted(Step.Loop loop) {
    return "for " + name(loop.index()) + " from " + name(loop.from()) + " to " + name(loop.to());
  }

  private String applied(Step.Apply apply) {
    String operation = apply.operation().name();
    String sign = INFIX.get(operation);
    List<Value> operands = apply.operands();
    if (sign != null) {
      return name(operands.get(0)) + " " + sign + " " + name(operands.get(1));
    } else if (operation.equals("neg")) {
      return "−" + name(operands.get(0));
    }
    return operation + "(" + names(operands) + ")";
  }

  private String element(Value array, Value index) {
    return name(array) + "[" + name(index) + "]";
  }

  private static String called(Callee callee) {
    return callee instanceof Callee.Member member
        ? member.owner().substring(member.owner().lastIndexOf('.') + 1) + "." + member.name()
        : callee.functions().findFirst().orElseThrow();
  }
}
