package cotangent.processor.shape;

import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes with sizes as the program does with whole numbers. */
final class SizeArithmetic {
  private static final Set<Operation> COMPARISONS =
      Set.of(
          Operations.EQ, Operations.NE, Operations.LT, Operations.LE, Operations.GT, Operations.GE);

  private final Facts facts;

  /** What isn't computed gets a name, the same one if it occurs again. */
  private final Map<List<Object>, Name> computed = new HashMap<>();

  /** What is computed in the same way from the same is the same. */
  private final Map<List<Object>, Object> same = new HashMap<>();

  SizeArithmetic(Facts facts) {
    this.facts = facts;
  }

  void apply(Step.Apply step, Path path) {
    List<Value> operands = step.operands();
    boolean areWhole = operands.stream().allMatch(operand -> operand.type() == Type.INT);
    List<Object> key = new ArrayList<>(operands.stream().map(facts::identity).toList());
    key.add(step.operation());
    facts.putIdentity(step.result(), same.computeIfAbsent(key, each -> new Object()));
    if (step.result().type() == Type.BOOLEAN) {
      facts.put(step.result(), truth(step, areWhole));
    } else if (step.operation() == Operations.LENGTH) {
      facts.put(step.result(), facts.dimensions(operands.get(0)).get(0));
      facts.copyOrigin(operands.get(0), step.result());
    } else if (step.result().type() == Type.INT && areWhole) {
      List<Size> sizes = operands.stream().map(facts::size).toList();
      facts.put(step.result(), size(step.operation(), path.resolved(sizes)));
    }
  }

  private Size size(Operation operation, List<Size> sizes) {
    if (operation == Operations.ADD) {
      return sizes.get(0).plus(sizes.get(1));
    } else if (operation == Operations.SUB) {
      return sizes.get(0).minus(sizes.get(1));
    } else if (operation == Operations.MUL) {
      return sizes.get(0).times(sizes.get(1));
    } else if (operation == Operations.NEG) {
      return Size.of(0).minus(sizes.get(0));
    }
    Integer number = number(operation, sizes);
    if (number != null) {
      return Size.of(number);
    }
    boolean isEither = operation == Operations.MIN || operation == Operations.MAX;
    if (isEither && sizes.get(0).equals(sizes.get(1))) {
      return sizes.get(0);
    }
    List<Object> key = new ArrayList<>(sizes);
    key.add(operation);
    return Size.of(computed.computeIfAbsent(key, k -> Name.found("")));
  }

  /** Computes with numbers; null where one isn't known, or there is no result. */
  private static @Nullable Integer number(Operation operation, List<Size> sizes) {
    List<Object> numbers = new ArrayList<>();
    for (Size size : sizes) {
      Long number = size.number();
      if (number == null || number != number.intValue()) {
        return null;
      }
      numbers.add(number.intValue());
    }
    boolean divides = operation == Operations.DIV || operation == Operations.REM;
    return divides && numbers.get(1).equals(0) ? null : (Integer) operation.evaluate(numbers);
  }

  private Truth truth(Step.Apply step, boolean areWhole) {
    List<Value> operands = step.operands();
    if (step.operation() == Operations.NOT) {
      return new Truth.Not(facts.truth(operands.get(0)));
    } else if (step.operation() == Operations.AND) {
      return new Truth.Both(facts.truth(operands.get(0)), facts.truth(operands.get(1)));
    } else if (areWhole && COMPARISONS.contains(step.operation())) {
      Size one = facts.size(operands.get(0));
      return new Truth.Compared(step.operation(), one, facts.size(operands.get(1)));
    } else if (operands.size() == 2 && operands.stream().allMatch(facts::isNull)) {
      return new Truth.Known(step.operation() == Operations.EQ);
    }
    return new Truth.Unknown(facts.identity(step.result()));
  }
}
