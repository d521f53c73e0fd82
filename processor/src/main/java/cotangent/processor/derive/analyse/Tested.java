package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Knows which numbers a test has made sure aren't zero: with zero, the program would have taken
 * another arm, or have thrown an exception.
 */
final class Tested {
  private static final Set<Op> COMPARISONS =
      Set.of(
          Operations.EQ, Operations.NE, Operations.LT, Operations.LE, Operations.GT, Operations.GE);

  private final Function<Value, @Nullable Step> definitions;
  private final Map<Region, Set<Value>> notZero = new IdentityHashMap<>();

  /**
   * @param definitions gives the step that made a value, where there is one
   */
  Tested(Function<Value, @Nullable Step> definitions) {
    this.definitions = definitions;
  }

  /** Goes through a body whose values have been defined. */
  void body(Region body) {
    region(body, Set.of());
  }

  /** Whether a test rules out that a value is zero where a region is run to its end. */
  boolean isNotZero(Value value, @Nullable Region region) {
    return notZero.getOrDefault(region, Set.of()).contains(value);
  }

  private void region(Region region, Set<Value> around) {
    Set<Value> here = around;
    for (Step step : region.steps()) {
      if (step instanceof Step.Branch branch) {
        if (branch.otherwise().diverges()) {
          here = with(branch.condition(), true, here);
        } else if (branch.then().diverges()) {
          here = with(branch.condition(), false, here);
        }
      }
    }
    notZero.put(region, here);
    for (Step step : region.steps()) {
      if (step instanceof Step.Branch branch) {
        region(branch.then(), with(branch.condition(), true, here));
        region(branch.otherwise(), with(branch.condition(), false, here));
      } else {
        for (Region inner : step.regions()) {
          region(inner, here);
        }
      }
    }
  }

  /** Adds what is known where a condition is true, or false, to what is known anyway. */
  private Set<Value> with(Value condition, boolean truth, Set<Value> known) {
    if (!(definitions.apply(condition) instanceof Step.Apply apply)) {
      return known;
    }
    List<Value> operands = apply.operands();
    if (apply.operation() == Operations.NOT) {
      return with(operands.get(0), !truth, known);
    } else if (apply.operation() == (truth ? Operations.AND : Operations.OR)) {
      return with(operands.get(1), truth, with(operands.get(0), truth, known));
    } else if (!COMPARISONS.contains(apply.operation()) || !operands.get(0).type().isReal()) {
      return known;
    }
    Set<Value> more = new HashSet<>(known);
    for (int i = 0; i < 2; i++) {
      if (definitions.apply(operands.get(1 - i)) instanceof Step.Constant constant
          && constant.value() != null
          && zeroGoesElsewhere(apply, i, constant.value(), truth)) {
        more.add(operands.get(i));
      }
    }
    return more;
  }

  /** Whether a comparison would have had another result if an operand had been zero. */
  private static boolean zeroGoesElsewhere(
      Step.Apply apply, int operand, Object other, boolean truth) {
    Object zero = other instanceof Float ? (Object) 0f : (Object) 0.0;
    List<Object> operands = operand == 0 ? List.of(zero, other) : List.of(other, zero);
    return !Boolean.valueOf(truth).equals(((Op) apply.operation()).evaluate(operands));
  }
}
