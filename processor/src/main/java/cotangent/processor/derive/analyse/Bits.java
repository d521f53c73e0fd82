package cotangent.processor.derive.analyse;

import cotangent.processor.alias.Cell;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the real numbers that are made of the bits of differentiable ones: whole numbers carry no
 * derivative, so it would be lost on the way, silently.
 *
 * <p>Follows what depends on a differentiable value by data, whatever its type, and how many low
 * bits of it may be bits of a fraction. Where those are shifted or masked away, what is left is
 * piecewise constant, as {@code Math.getExponent} is. What is compared or used as an index isn't
 * followed: that only chooses.
 */
public final class Bits {
  private static final int NONE = -1;
  private static final int COARSE = 0;
  private static final int ALL = 64;

  /** The operations that show the bits of a number, and how many belong to the fraction. */
  private static final Map<String, Integer> SHOWING =
      Map.of(
          "Double.doubleToLongBits", 52,
          "Double.doubleToRawLongBits", 52,
          "Float.floatToIntBits", 23,
          "Float.floatToRawIntBits", 23,
          "Double.hashCode", ALL,
          "Float.hashCode", ALL);

  private static final Set<String> MAKING =
      Set.of("Double.longBitsToDouble", "Float.intBitsToFloat");
  private static final Set<String> SIGNS = Set.of("Integer.signum", "Long.signum");
  private static final Set<Op> BY_PLACES =
      Set.of(
          Operations.ADD,
          Operations.SUB,
          Operations.NEG,
          Operations.OR,
          Operations.XOR,
          Operations.INVERT,
          Operations.SELECT);

  private final Graph graph;
  private final Storage storage;
  private final Activity activity;
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final Map<Cell, Integer> memory = new HashMap<>();
  private final Map<Type, Integer> tape = new HashMap<>();
  private final Places places;
  private final List<Step> found = new ArrayList<>();
  private boolean changed;

  private Bits(Graph graph, Storage storage, Activity activity) {
    this.graph = graph;
    this.storage = storage;
    this.activity = activity;
    this.places = Places.throughout(graph);
    do {
      changed = false;
      places.bodies().forEach(this::follow);
    } while (changed);
    places.bodies().forEach(this::find);
  }

  /**
   * Returns the steps that make real numbers from bits, where derivatives of these numbers are
   * wanted.
   */
  public static List<Step> turnedIntoNumbers(Graph graph, Storage storage, Activity activity) {
    return List.copyOf(new Bits(graph, storage, activity).found);
  }

  /** Returns how many low bits of a value are those of a fraction. */
  private int fraction(Value value) {
    int known =
        value.type().isArray()
            ? memory.getOrDefault(storage.leaf(value), NONE)
            : numbers.getOrDefault(value, NONE);
    return known == NONE && activity.isVaried(value) ? COARSE : known;
  }

  private int fraction(List<Value> values) {
    return values.stream().mapToInt(this::fraction).max().orElse(NONE);
  }

  private void raise(Value value, int fraction) {
    int now = value.type().leaf().isReal() ? Math.min(fraction, COARSE) : fraction;
    if (now > fraction(value)) {
      changed = true;
      if (value.type().isArray()) {
        memory.put(storage.leaf(value), now);
      } else {
        numbers.put(value, now);
      }
    }
  }

  private void raise(List<Value> to, List<Value> from) {
    for (int i = 0; i < Math.min(to.size(), from.size()); i++) {
      raise(to.get(i), fraction(from.get(i)));
    }
  }

  private void follow(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Loop loop) {
        raise(loop.carried(), loop.initial());
      } else if (step instanceof Step.While loop) {
        raise(loop.carried(), loop.initial());
      }
      step.regions().forEach(this::follow);
      follow(step);
    }
  }

  private void follow(Step step) {
    if (step instanceof Step.Apply apply) {
      raise(apply.result(), fraction(apply));
    } else if (step instanceof Step.Push push) {
      tape.merge(push.value().type(), fraction(push.value()), Math::max);
    } else if (step instanceof Step.Pop pop) {
      raise(pop.result(), tape.getOrDefault(pop.result().type(), NONE));
    } else if (step instanceof Step.Call call) {
      follow(call);
    } else {
      Moves.of(step).forEach(move -> raise(move.to(), fraction(move.from())));
    }
  }

  private void follow(Step.Call call) {
    if (call.callee() instanceof Callee.Function function) {
      Region body = activity.function(function.name()).body();
      raise(body.parameters(), call.operands());
      raise(call.results(), body.yields());
    } else if (!isStop(call)) {
      int all = isHash(call) ? ALL : fraction(call.operands());
      call.results().forEach(result -> raise(result, all));
      if (call.callee() instanceof Callee.Member) {
        call.operands().stream()
            .filter(operand -> operand.type().leaf() instanceof Type.Reference)
            .forEach(object -> raise(object, all));
      }
    }
  }

  /** Whether it puts the bits of differentiable numbers together. */
  private boolean isHash(Step.Call call) {
    return call.callee() instanceof Callee.Member member
        && member.owner().equals("java.util.Arrays")
        && member.name().equals("hashCode")
        && fraction(call.operands()) > NONE;
  }

  private static boolean isStop(Step.Call call) {
    return call.callee() instanceof Callee.Member member
        && member.owner().equals("cotangent.Cotangent");
  }

  private int fraction(Step.Apply apply) {
    Op op = (Op) apply.operation();
    String name = op.name();
    List<Value> operands = apply.operands();
    if (op == Operations.SELECT) {
      return fraction(operands.subList(1, 3));
    }
    int all = fraction(operands);
    if (all == NONE || apply.result().type() == Type.BOOLEAN || name.contains(".compare")) {
      return apply.result().type().isArray() ? all : NONE;
    } else if (SHOWING.containsKey(name)) {
      return SHOWING.get(name);
    } else if (all == COARSE || SIGNS.contains(name)) {
      return COARSE;
    }
    return isShift(op)
        ? shifted(op, operands)
        : op == Operations.AND ? masked(operands) : other(op, all);
  }

  private static boolean isShift(Op op) {
    return op == Operations.SHL || op == Operations.SHR || op == Operations.USHR;
  }

  private int shifted(Op op, List<Value> operands) {
    Value shifted = operands.get(0);
    if (!(constant(operands.get(1)) instanceof Number places)) {
      return ALL;
    }
    int by = places.intValue() & (shifted.type() == Type.LONG ? 63 : 31);
    int fraction = fraction(shifted);
    return op == Operations.SHL ? Math.min(ALL, fraction + by) : Math.max(COARSE, fraction - by);
  }

  private int masked(List<Value> operands) {
    int smallest = ALL;
    for (int i = 0; i < 2; i++) {
      int fraction = fraction(operands.get(1 - i));
      if (constant(operands.get(i)) instanceof Number mask) {
        boolean isCleared = Long.numberOfTrailingZeros(mask.longValue()) >= fraction;
        return isCleared ? COARSE : fraction;
      }
      smallest = Math.min(smallest, Math.max(fraction, fraction(operands.get(i))));
    }
    return smallest;
  }

  private static int other(Op op, int all) {
    boolean keepsPlaces = BY_PLACES.contains(op) || op.syntax() instanceof Op.Syntax.Cast;
    return keepsPlaces ? all : ALL;
  }

  private @Nullable Object constant(Value value) {
    return places.definition(value) instanceof Step.Constant constant ? constant.value() : null;
  }

  private void find(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Apply apply && makesNumber(apply)
          || step instanceof Step.Call call && givesNumber(call)) {
        found.add(step);
      }
      step.regions().forEach(this::find);
    }
  }

  private boolean makesNumber(Step.Apply apply) {
    if (!apply.result().type().isReal() || !activity.isUseful(apply.result())) {
      return false;
    }
    boolean isMade = MAKING.contains(((Op) apply.operation()).name());
    if (isMade && isPower(apply.operands().get(0), apply.result().type() == Type.FLOAT ? 23 : 52)) {
      return false;
    }
    int least = isMade ? COARSE : COARSE + 1;
    return apply.operands().stream()
        .anyMatch(operand -> !operand.type().isReal() && fraction(operand) >= least);
  }

  /**
   * Whether the number that is made of bits has a constant fraction, so that it is piecewise
   * constant like a power of two.
   */
  private boolean isPower(Value bits, int width) {
    if (fraction(bits) == NONE) {
      return true;
    } else if (places.definition(bits) instanceof Step.Branch branch) {
      return Stream.of(branch.then(), branch.otherwise())
          .map(arm -> arm.yields().get(branch.results().indexOf(bits)))
          .allMatch(each -> isPower(each, width));
    }
    return places.definition(bits) instanceof Step.Apply apply && isPower(apply, width);
  }

  private boolean isPower(Step.Apply apply, int width) {
    Op op = (Op) apply.operation();
    List<Value> operands = apply.operands();
    boolean isShiftedUp =
        op == Operations.SHL
            && fraction(operands.get(0)) == COARSE
            && constant(operands.get(1)) instanceof Number by
            && by.intValue() >= width;
    boolean isOneBit =
        isShift(op)
            && constant(operands.get(0)) instanceof Number bit
            && Long.bitCount(bit.longValue()) == 1;
    boolean isJoined = BY_PLACES.contains(op) || op == Operations.AND;
    return isShiftedUp
        || isOneBit
        || isJoined
            && operands.stream()
                .filter(each -> each.type() != Type.BOOLEAN)
                .allMatch(each -> isPower(each, width));
  }

  /** Whether code that isn't looked into takes bits and returns numbers. */
  private boolean givesNumber(Step.Call call) {
    if (call.callee() instanceof Callee.Function || isStop(call)) {
      return false;
    }
    boolean takesBits = fraction(call.operands()) > COARSE;
    return takesBits
        && (call.results().stream().anyMatch(activity::isUseful)
            || call.callee() instanceof Callee.Member
                && call.operands().stream()
                    .anyMatch(v -> v.type().isArray() && activity.isUseful(v)));
  }
}
