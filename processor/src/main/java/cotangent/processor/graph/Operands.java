package cotangent.processor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Exchanges the operands of a step, but not what its regions use. */
public final class Operands implements Step.Cases<Step> {
  private final UnaryOperator<Value> exchange;

  private Operands(UnaryOperator<Value> exchange) {
    this.exchange = exchange;
  }

  /** Gives the step with other operands, or the same one where they are the same. */
  public static Step exchange(Step step, UnaryOperator<Value> exchange) {
    for (Value operand : step.operands()) {
      if (exchange.apply(operand) != operand) {
        return step.match(new Operands(exchange));
      }
    }
    return step;
  }

  /** Gives the list with other values, or the same one where they are the same. */
  public static List<Value> exchange(List<Value> values, UnaryOperator<Value> exchange) {
    for (int i = 0; i < values.size(); i++) {
      if (exchange.apply(values.get(i)) != values.get(i)) {
        return new ArrayList<>(values.stream().map(exchange).toList());
      }
    }
    return values;
  }

  private Value of(Value value) {
    return exchange.apply(value);
  }

  private List<Value> of(List<Value> values) {
    return exchange(values, exchange);
  }

  @Override
  public Step constant(Step.Constant step) {
    return step;
  }

  @Override
  public Step apply(Step.Apply step) {
    return new Step.Apply(step.result(), step.operation(), of(step.operands()), step.position());
  }

  @Override
  public Step call(Step.Call step) {
    return new Step.Call(step.results(), step.callee(), of(step.operands()), step.position());
  }

  @Override
  public Step newArray(Step.NewArray step) {
    return new Step.NewArray(step.result(), of(step.lengths()), step.cleared(), step.position());
  }

  @Override
  public Step zerosLike(Step.ZerosLike step) {
    return new Step.ZerosLike(step.result(), of(step.array()));
  }

  @Override
  public Step clone(Step.Clone step) {
    return new Step.Clone(step.result(), of(step.array()), step.position());
  }

  @Override
  public Step read(Step.Read step) {
    return new Step.Read(step.result(), of(step.array()), of(step.index()), step.position());
  }

  @Override
  public Step write(Step.Write step) {
    return new Step.Write(of(step.array()), of(step.index()), of(step.value()), step.position());
  }

  @Override
  public Step copy(Step.Copy step) {
    return new Step.Copy(
        of(step.source()),
        of(step.from()),
        of(step.target()),
        of(step.to()),
        of(step.length()),
        step.position());
  }

  @Override
  public Step fill(Step.Fill step) {
    return new Step.Fill(
        of(step.array()), of(step.from()), of(step.to()), of(step.value()), step.position());
  }

  @Override
  public Step push(Step.Push step) {
    return new Step.Push(of(step.tape()), of(step.value()));
  }

  @Override
  public Step pop(Step.Pop step) {
    return new Step.Pop(step.result(), of(step.tape()));
  }

  @Override
  public Step branch(Step.Branch step) {
    return new Step.Branch(
        step.results(), of(step.condition()), step.then(), step.otherwise(), step.position());
  }

  @Override
  public Step loop(Step.Loop step) {
    return new Step.Loop(
        step.results(),
        of(step.from()),
        of(step.to()),
        step.stride(),
        of(step.initial()),
        step.body(),
        step.position());
  }

  @Override
  public Step whileLoop(Step.While step) {
    return new Step.While(
        step.results(), of(step.initial()), step.before(), step.after(), step.position());
  }

  @Override
  public Step throwing(Step.Throw step) {
    return new Step.Throw(of(step.exception()), step.position());
  }
}
