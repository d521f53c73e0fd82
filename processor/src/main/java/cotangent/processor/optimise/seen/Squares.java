package cotangent.processor.optimise.seen;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Treats squares of absolute values, hypotenuses and square roots as what they are: the factors
 * have a kink or an infinite slope at zero, the square has none.
 */
public final class Squares extends Rewriter {
  private static final int DEPTH = 8;
  private static final int LARGEST = 8;

  private Squares() {}

  /** Returns the graph as it is to be differentiated. */
  public static Graph in(Graph graph) {
    return everywhere(graph, Squares::new);
  }

  /** A value as a quotient of products. */
  private static final class Factors {
    private final List<Value> above = new ArrayList<>();
    private final List<Value> below = new ArrayList<>();
    private boolean isNegated;
  }

  @Override
  protected void rewrite(Step step) {
    add(inside(step));
    if (step instanceof Step.Apply apply && apply.result().type().isReal()) {
      Value seen = smooth(apply);
      if (seen != null) {
        Value value = new Value(apply.result().type(), apply.result().name());
        List<Value> operands = List.of(apply.result(), seen);
        add(new Step.Apply(value, Operations.SEEN_AS, operands, Position.NONE));
        replace(apply.result(), value);
      }
    }
  }

  private @Nullable Value smooth(Step.Apply apply) {
    if (apply.operation() == Operations.MUL) {
      return product(apply.operands().get(0), apply.operands().get(1));
    }
    return isNamed(apply, "pow") && constant(apply.operands().get(1)) instanceof Double exponent
        ? power(apply.operands().get(0), exponent)
        : null;
  }

  private @Nullable Value product(Value left, Value right) {
    Factors all = factors(left);
    Factors others = factors(right);
    List<Value> squares = new ArrayList<>();
    for (Value root : List.copyOf(all.above)) {
      Value same = others.above.stream().filter(v -> isSameRoot(root, v)).findFirst().orElse(null);
      if (same != null) {
        all.above.remove(root);
        others.above.remove(same);
        squares.add(square(root));
      }
    }
    for (Value root : List.copyOf(all.below)) {
      Value same = others.below.stream().filter(v -> isSameRoot(root, v)).findFirst().orElse(null);
      if (same != null && !squares.isEmpty()) {
        all.below.remove(root);
        others.below.remove(same);
        all.below.add(square(root));
      }
    }
    if (squares.isEmpty()) {
      return null;
    }
    all.above.addAll(others.above);
    all.above.addAll(squares);
    all.below.addAll(others.below);
    all.isNegated ^= others.isNegated;
    return written(all);
  }

  /** An even power of a root is a power of what is under the root. */
  private @Nullable Value power(Value base, double exponent) {
    Factors all = factors(base);
    boolean isEven = exponent > 0 && exponent <= LARGEST && exponent % 2 == 0;
    if (!isEven || all.above.stream().noneMatch(this::isRoot)) {
      return null;
    }
    all.isNegated = false;
    all.above.replaceAll(factor -> isRoot(factor) ? square(factor) : times(factor, factor));
    all.below.replaceAll(factor -> isRoot(factor) ? square(factor) : times(factor, factor));
    Value square = written(all);
    Value power = square;
    for (int i = 2; i < exponent; i += 2) {
      power = times(power, square);
    }
    return power;
  }

  private Factors factors(Value value) {
    Factors factors = new Factors();
    collect(value, DEPTH, factors, factors.above, factors.below);
    return factors;
  }

  private void collect(Value value, int depth, Factors all, List<Value> above, List<Value> below) {
    Step.Apply apply = definition(value) instanceof Step.Apply made ? made : null;
    Op op = apply == null || depth == 0 ? null : (Op) apply.operation();
    if (apply != null && op == Operations.MUL) {
      collect(apply.operands().get(0), depth - 1, all, above, below);
      collect(apply.operands().get(1), depth - 1, all, above, below);
    } else if (apply != null && op == Operations.DIV) {
      collect(apply.operands().get(0), depth - 1, all, above, below);
      collect(apply.operands().get(1), depth - 1, all, below, above);
    } else if (apply != null && op == Operations.NEG) {
      all.isNegated ^= true;
      collect(apply.operands().get(0), depth - 1, all, above, below);
    } else {
      above.add(value);
    }
  }

  private boolean isRoot(Value value) {
    return definition(value) instanceof Step.Apply apply
        && (isNamed(apply, "abs") || isNamed(apply, "hypot") || isNamed(apply, "sqrt"));
  }

  private boolean isSameRoot(Value one, Value other) {
    return isRoot(one)
        && (one == other
            || definition(one) instanceof Step.Apply a
                && definition(other) instanceof Step.Apply b
                && a.operation() == b.operation()
                && a.operands().equals(b.operands()));
  }

  private static boolean isNamed(Step.Apply apply, String name) {
    String full = ((Op) apply.operation()).name();
    return full.equals(name) || full.equals("StrictMath." + name);
  }

  private Value square(Value root) {
    Step.Apply apply = (Step.Apply) Objects.requireNonNull(definition(root));
    Value first = apply.operands().get(0);
    if (isNamed(apply, "sqrt")) {
      return first;
    }
    Value square = times(first, first);
    if (isNamed(apply, "abs")) {
      return square;
    }
    Value last = apply.operands().get(1);
    return apply(Operations.ADD, Position.NONE, square, times(last, last));
  }

  private Value written(Factors factors) {
    Value product = all(factors.above);
    if (!factors.below.isEmpty()) {
      product = apply(Operations.DIV, Position.NONE, product, all(factors.below));
    }
    return factors.isNegated ? apply(Operations.NEG, Position.NONE, product) : product;
  }

  private Value all(List<Value> factors) {
    Value product = factors.get(0);
    for (Value factor : factors.subList(1, factors.size())) {
      product = times(product, factor);
    }
    return product;
  }

  private Value times(Value a, Value b) {
    return apply(Operations.MUL, Position.NONE, a, b);
  }
}
