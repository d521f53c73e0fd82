package cotangent.processor.optimise.number;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.report.Position;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies out small whole powers. Only in derivatives: the result may differ from {@code
 * Math.pow} in the last bit, which the user's own arithmetic must keep.
 */
final class Powers {
  private static final int LARGEST = 8;

  private final Rewriter out;

  Powers(Rewriter out) {
    this.out = out;
  }

  @Nullable Value multiplied(Step.Apply apply) {
    if (apply.operation() != Operations.POW
        || !(out.constant(apply.operands().get(1)) instanceof Double exponent)
        || Math.abs(exponent) > LARGEST
        || exponent != Math.rint(exponent)
        || exponent == 0) {
      return null;
    }
    Value power = power(apply.operands().get(0), (int) Math.abs(exponent));
    return exponent > 0
        ? power
        : out.apply(Operations.DIV, Position.NONE, out.constant(Type.DOUBLE, 1.0), power);
  }

  private Value power(Value base, int exponent) {
    if (exponent == 1) {
      return base;
    }
    Value half = power(base, exponent / 2);
    Value square = out.apply(Operations.MUL, Position.NONE, half, half);
    return exponent % 2 == 0 ? square : out.apply(Operations.MUL, Position.NONE, square, base);
  }
}
