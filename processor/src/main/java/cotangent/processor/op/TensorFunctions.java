package cotangent.processor.op;

import cotangent.processor.op.Op.Cost;
import cotangent.processor.op.Op.Slope;
import cotangent.processor.op.Op.Trait;
import cotangent.tensor.Elements;
import java.util.List;
import java.util.Set;

/**
 * The rows of the functions of one number that tensors have and {@link Math} hasn't: as operations,
 * they are kept or computed again as a whole, and their slopes take what is there already.
 */
final class TensorFunctions {
  private TensorFunctions() {}

  static List<Op> rows() {
    return List.of(
        row("sigmoid", (f, x, y, t) -> f.mul(t, f.mul(y, f.sub(1, y)))),
        row("softplus", (f, x, y, t) -> f.mul(t, f.apply("sigmoid", x.get(0)))));
  }

  private static Op row(String name, Slope slope) {
    StaticMethod method = new StaticMethod(Elements.class, name);
    return new Op(
        name,
        method::type,
        method,
        List.of(slope),
        method.syntax(),
        Cost.COSTLY,
        Set.of(Trait.INEXACT));
  }
}
