package cotangent.processor.op;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;

/** Writes arithmetic into a graph, with the operations of the table. */
public final class FormulaWriter implements Formula {
  private final GraphBuilder builder;

  public FormulaWriter(GraphBuilder builder) {
    this.builder = builder;
  }

  @Override
  public GraphBuilder builder() {
    return builder;
  }

  @Override
  public Value apply(Operation op, Value... operands) {
    return builder.apply(op, operands);
  }

  @Override
  public Value apply(String op, Value... operands) {
    return builder.apply(Operations.byName(op), operands);
  }

  @Override
  public Value literal(double value, Type type) {
    return type == Type.FLOAT ? builder.constant((float) value) : builder.constant(value);
  }

  @Override
  public Value convert(Value value, Type type) {
    return value.type() == type ? value : builder.apply(Operations.cast(type), value);
  }
}
