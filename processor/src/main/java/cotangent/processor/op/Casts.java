package cotangent.processor.op;

import cotangent.processor.graph.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of Java's conversions between primitive types. */
final class Casts {
  private static final Map<Type.Scalar, Op> ROWS = new EnumMap<>(Type.Scalar.class);

  static {
    row(Type.Scalar.BYTE, x -> (byte) x.intValue());
    row(Type.Scalar.SHORT, x -> (short) x.intValue());
    row(Type.Scalar.CHAR, x -> (char) x.intValue());
    row(Type.Scalar.INT, Number::intValue);
    row(Type.Scalar.LONG, Number::longValue);
    row(Type.Scalar.FLOAT, Number::floatValue);
    row(Type.Scalar.DOUBLE, Number::doubleValue);
  }

  private Casts() {}

  static List<Op> rows() {
    return List.copyOf(ROWS.values());
  }

  static Op to(Type type) {
    Op op = type instanceof Type.Scalar scalar ? ROWS.get(scalar) : null;
    if (op == null) {
      throw new IllegalArgumentException("no conversion to " + type);
    }
    return op;
  }

  private interface Conversion {
    Object of(Number x);
  }

  private static void row(Type.Scalar target, Conversion conversion) {
    ROWS.put(
        target,
        new Op(
            target.toString(),
            Typings.conversion(target),
            x -> conversion.of(x.get(0) instanceof Character c ? (int) c : (Number) x.get(0)),
            target.isReal() ? List.of(Op.Slope.ONE) : List.of(),
            new Op.Syntax.Cast(target),
            Op.Cost.CHEAP,
            Set.of()));
  }
}
