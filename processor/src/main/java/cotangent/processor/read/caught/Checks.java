package cotangent.processor.read.caught;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Bounds;
import cotangent.processor.op.Dereferences;
import cotangent.processor.op.Linear;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.op.Presence;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What has to be tested before a step, so that it throws nothing itself: what Java tests. */
final class Checks {
  static final String NULL = "java.lang.NullPointerException";
  static final String INDEX = "java.lang.ArrayIndexOutOfBoundsException";
  static final String DIVISION = "java.lang.ArithmeticException";
  static final String SIZE = "java.lang.NegativeArraySizeException";
  private static final String RANGE = "java.lang.IllegalArgumentException";

  /**
   * A test.
   *
   * @param exception the class of what is thrown where it holds
   * @param condition computes it
   * @param message the parts of the text of the exception
   */
  record Check(String exception, Supplier<Value> condition, Supplier<List<Value>> message) {}

  private final Draft draft;
  private final Presence present;
  private final Map<Value, Step> definitions;

  /** Objects that were looked at: they are certainly there. */
  private final Set<Value> seen = new HashSet<>();

  private Bounds bounds;

  Checks(Draft draft) {
    this.draft = draft;
    present = new Presence(Set.of());
    definitions = new HashMap<>();
    bounds = new Bounds(this::definition);
  }

  private Checks(Checks before) {
    draft = before.draft;
    present = before.present.inside();
    definitions = before.definitions;
    bounds = before.bounds.inside();
    seen.addAll(before.seen);
  }

  /** Returns what is known where another way is taken. */
  Checks fork() {
    return new Checks(this);
  }

  private @Nullable Step definition(Value value) {
    Object known = draft.known(value);
    return known == null ? definitions.get(value) : new Step.Constant(value, known);
  }

  /** Learns from a step that was carried out. */
  void learn(Step step) {
    step.results().forEach(result -> definitions.put(result, step));
    present.made(step);
    present.passed(step);
    bounds.learn(step);
    if (isLook(step)) {
      seen.addAll(step.operands());
    }
  }

  /** Whether a step only looks at an object, which fails where that is null, and only there. */
  static boolean isLook(Step step) {
    return step instanceof Step.Call call
        && !call.position().isMade()
        && call.callee() instanceof Callee.Member member
        && (member.kind() == Callee.Member.Kind.FIELD
            || member.owner().equals("java.lang.Object") && member.name().equals("getClass"));
  }

  /** Learns that a round of a loop has begun. */
  void enter(Step.Loop loop) {
    bounds = bounds.inside(loop);
  }

  /** Returns the classes of what a step may throw by itself, as far as is known beforehand. */
  static List<String> thrown(Step step) {
    return switch (step.kind()) {
      case READ, WRITE, COPY -> List.of(NULL, INDEX);
      case FILL -> List.of(NULL, RANGE, INDEX);
      case CLONE -> List.of(NULL);
      case NEW_ARRAY -> List.of(SIZE);
      case APPLY -> thrown((Step.Apply) step);
      case CALL -> isLook(step) ? List.of(NULL) : List.of();
      case CONSTANT, ZEROS_LIKE, PUSH, POP, BRANCH, LOOP, WHILE, THROW -> List.of();
    };
  }

  private static List<String> thrown(Step.Apply apply) {
    if (apply.operation() == Operations.LENGTH) {
      return List.of(NULL);
    }
    boolean isTrapping = apply.operation() instanceof Op op && op.traps(apply.operands());
    return isTrapping ? List.of(DIVISION) : List.of();
  }

  /** Whether all that a step may throw can be tested beforehand. */
  static boolean canTest(Step step) {
    return !(step instanceof Step.Apply apply)
        || apply.operation() == Operations.LENGTH
        || apply.operation() == Operations.DIV
        || apply.operation() == Operations.REM;
  }

  /** Returns the tests that a step needs, in the order in which Java makes them. */
  List<Check> before(Step step) {
    List<Check> checks = new ArrayList<>();
    for (Value array : Dereferences.of(step)) {
      if (!present.contains(array)) {
        checks.add(new Check(NULL, () -> isNull(array), List::of));
      }
    }
    if (isLook(step) && !seen.contains(step.operands().get(0))) {
      checks.add(new Check(NULL, () -> isNull(step.operands().get(0)), List::of));
    } else if (step instanceof Step.Read read) {
      index(read.array(), read.index(), checks);
    } else if (step instanceof Step.Write write) {
      index(write.array(), write.index(), checks);
    } else if (step instanceof Step.Apply apply && apply.operation() != Operations.LENGTH) {
      Value divisor = apply.operands().get(1);
      if (!(draft.known(divisor) instanceof Number number) || number.longValue() == 0) {
        checks.add(
            new Check(
                DIVISION,
                () -> draft.apply(Operations.EQ, divisor, zero(divisor.type())),
                () -> List.of(text("/ by zero"))));
      }
    } else if (step instanceof Step.NewArray array) {
      array.lengths().forEach(length -> size(length, checks));
    } else if (step instanceof Step.Copy copy) {
      copy(copy, checks);
    } else if (step instanceof Step.Fill fill) {
      fill(fill, checks);
    }
    return checks;
  }

  private void size(Value length, List<Check> checks) {
    if (!isNatural(length)) {
      checks.add(new Check(SIZE, () -> isNegative(length), () -> List.of(text(""), length)));
    }
  }

  private void index(Value array, Value index, List<Check> checks) {
    if (bounds.isInside(index, array)) {
      return;
    }
    checks.add(
        new Check(
            INDEX,
            () -> {
              Value beyond = draft.apply(Operations.GE, index, length(array));
              return isNatural(index) ? beyond : or(isNegative(index), beyond);
            },
            () ->
                List.of(text("Index "), index, text(" out of bounds for length "), length(array))));
  }

  private void copy(Step.Copy copy, List<Check> checks) {
    checks.add(
        new Check(
            INDEX,
            () ->
                or(
                    or(
                        isNegative(copy.from()),
                        or(isNegative(copy.to()), isNegative(copy.length()))),
                    or(
                        isBeyond(copy.source(), copy.from(), copy.length()),
                        isBeyond(copy.target(), copy.to(), copy.length()))),
            () -> List.of(text("arraycopy: out of bounds"))));
  }

  private Value isBeyond(Value array, Value from, Value count) {
    Value room = draft.apply(Operations.SUB, length(array), from);
    return draft.apply(Operations.GT, count, room);
  }

  private void fill(Step.Fill fill, List<Check> checks) {
    Linear length = bounds.length(fill.array());
    if (isNatural(fill.from()) && bounds.linear(fill.to()).equals(length)) {
      return;
    }
    checks.add(
        new Check(
            RANGE,
            () -> draft.apply(Operations.GT, fill.from(), fill.to()),
            () ->
                List.of(
                    text("fromIndex("), fill.from(), text(") > toIndex("), fill.to(), text(")"))));
    checks.add(
        new Check(
            INDEX,
            () -> isNegative(fill.from()),
            () -> List.of(text("Array index out of range: "), fill.from())));
    checks.add(
        new Check(
            INDEX,
            () -> draft.apply(Operations.GT, fill.to(), length(fill.array())),
            () -> List.of(text("Array index out of range: "), fill.to())));
  }

  private boolean isNatural(Value value) {
    return bounds.isAtLeast(value, 0);
  }

  private Value length(Value array) {
    Value length = draft.here().apply(Operations.LENGTH, array);
    definitions.put(
        length, new Step.Apply(length, Operations.LENGTH, List.of(array), Position.NONE));
    return length;
  }

  private Value isNull(Value array) {
    return draft.apply(Operations.EQ, array, draft.constant(array.type(), null));
  }

  private Value isNegative(Value number) {
    return draft.apply(Operations.LT, number, draft.constant(0));
  }

  private Value or(Value a, Value b) {
    return draft.apply(Operations.OR, a, b);
  }

  private Value zero(Type type) {
    return draft.zero(type);
  }

  private Value text(String text) {
    return draft.constant(Type.STRING, text);
  }
}
