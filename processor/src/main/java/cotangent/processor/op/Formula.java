package cotangent.processor.op;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;

/**
 * Writes arithmetic into a graph: the pen with which slopes are written. Literals take the type of
 * the other operand, so that one slope serves double and float.
 */
public final class Formula {
  private final GraphBuilder builder;

  public Formula(GraphBuilder builder) {
    this.builder = builder;
  }

  public GraphBuilder builder() {
    return builder;
  }

  public Value add(Value a, Value b) {
    return builder.apply(Operations.ADD, a, b);
  }

  public Value add(Value a, double b) {
    return add(a, literal(b, a.type()));
  }

  public Value sub(Value a, Value b) {
    return builder.apply(Operations.SUB, a, b);
  }

  public Value sub(double a, Value b) {
    return sub(literal(a, b.type()), b);
  }

  public Value sub(Value a, double b) {
    return sub(a, literal(b, a.type()));
  }

  public Value mul(Value a, Value b) {
    return builder.apply(Operations.MUL, a, b);
  }

  public Value mul(double a, Value b) {
    return mul(literal(a, b.type()), b);
  }

  public Value div(Value a, Value b) {
    return builder.apply(Operations.DIV, a, b);
  }

  public Value neg(Value a) {
    return builder.apply(Operations.NEG, a);
  }

  /** Gives the nearest whole number, in the same type. */
  public Value rint(Value a) {
    return convert(apply(Operations.RINT, convert(a, Type.DOUBLE)), a.type());
  }

  /** Gives 1 or -1, as the sign bit says. */
  public Value sign(Value a) {
    return apply(Operations.COPY_SIGN, literal(1, a.type()), a);
  }

  /** Gives a constant of a real type. */
  public Value literal(double value, Type type) {
    return type == Type.FLOAT ? builder.constant((float) value) : builder.constant(value);
  }

  /** Applies any operation of the table. */
  public Value apply(Op op, Value... operands) {
    return builder.apply(op, operands);
  }

  /** Gives {@code condition ? a : b}; both are computed. */
  public Value select(Value condition, Value a, Value b) {
    return builder.apply(Operations.SELECT, condition, a, b);
  }

  /** Gives what a weight was scaled to, but zero where the weight is zero. */
  public Value unlessZero(Value weight, Value scaled) {
    return builder.apply(Operations.UNLESS_ZERO, weight, scaled);
  }

  /** Converts between scalar types, where they differ. */
  public Value convert(Value value, Type type) {
    return value.type() == type ? value : builder.apply(Operations.cast(type), value);
  }
}
