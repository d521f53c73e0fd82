package cotangent.processor.op;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;

/**
 * Arithmetic as slopes are written in it. Literals take the type of the other operand, so that one
 * slope serves double and float. The rows of the table name each other by this, and don't see the
 * table that they are in.
 */
public interface Formula {

  /** Returns what is written into. */
  GraphBuilder builder();

  /** Applies any operation. */
  Value apply(Operation op, Value... operands);

  /** Applies the operation of a name. */
  Value apply(String op, Value... operands);

  /** Returns a constant of a real type. */
  Value literal(double value, Type type);

  /** Converts between scalar types, where they differ. */
  Value convert(Value value, Type type);

  default Value add(Value a, Value b) {
    return apply("add", a, b);
  }

  default Value add(Value a, double b) {
    return add(a, literal(b, a.type()));
  }

  default Value sub(Value a, Value b) {
    return apply("sub", a, b);
  }

  default Value sub(double a, Value b) {
    return sub(literal(a, b.type()), b);
  }

  default Value sub(Value a, double b) {
    return sub(a, literal(b, a.type()));
  }

  default Value mul(Value a, Value b) {
    return apply("mul", a, b);
  }

  default Value mul(double a, Value b) {
    return mul(literal(a, b.type()), b);
  }

  default Value div(Value a, Value b) {
    return apply("div", a, b);
  }

  default Value neg(Value a) {
    return apply("neg", a);
  }

  /** Returns the nearest whole number, in the same type. */
  default Value rint(Value a) {
    return convert(apply("rint", convert(a, Type.DOUBLE)), a.type());
  }

  /** Returns 1 or -1, as the sign bit says. */
  default Value sign(Value a) {
    return apply("copySign", literal(1, a.type()), a);
  }

  /** Returns {@code condition ? a : b}; both are computed. */
  default Value select(Value condition, Value a, Value b) {
    return apply("select", condition, a, b);
  }

  /** Returns what a weight was scaled to, but zero where the weight is zero. */
  default Value unlessZero(Value weight, Value scaled) {
    return apply("unlessZero", weight, scaled);
  }
}
