package cotangent.processor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What becomes of the parts of a step ({@link Step#map}). It is the one place that takes steps
 * apart and makes them anew, so whoever copies or rewrites steps loses no part.
 *
 * @param use maps the values that the step itself uses
 * @param make maps those that it makes
 * @param region maps what is inside it, in the order in which it runs
 */
public record Mapping(
    UnaryOperator<Value> use, UnaryOperator<Value> make, UnaryOperator<Region> region)
    implements StepCases<Step> {

  private Value used(Value operand) {
    return use.apply(operand);
  }

  private List<Value> used(List<Value> operands) {
    return each(operands, use);
  }

  private Value made(Value result) {
    return make.apply(result);
  }

  private List<Value> made(List<Value> results) {
    return each(results, make);
  }

  private Region inside(Region inner) {
    return region.apply(inner);
  }

  /** Returns a list with other members, in order, or the same one where they are the same. */
  public static <T> List<T> each(List<T> members, UnaryOperator<T> exchange) {
    List<T> exchanged = members;
    for (int i = 0; i < members.size(); i++) {
      T other = exchange.apply(members.get(i));
      if (exchanged == members && other != members.get(i)) {
        exchanged = new ArrayList<>(members);
      }
      if (exchanged != members) {
        exchanged.set(i, other);
      }
    }
    return exchanged;
  }

  /** Whether an exchange leaves all members as they are. */
  static <T> boolean keeps(List<T> members, UnaryOperator<T> exchange) {
    return each(members, exchange) == members;
  }

  @Override
  public Step constant(Step.Constant step) {
    return new Step.Constant(made(step.result()), step.value());
  }

  @Override
  public Step apply(Step.Apply step) {
    return new Step.Apply(
        made(step.result()), step.operation(), used(step.operands()), step.position());
  }

  @Override
  public Step call(Step.Call step) {
    return new Step.Call(
        made(step.results()), step.callee(), used(step.operands()), step.position());
  }

  @Override
  public Step newArray(Step.NewArray step) {
    return new Step.NewArray(
        made(step.result()), used(step.lengths()), step.cleared(), step.position());
  }

  @Override
  public Step zerosLike(Step.ZerosLike step) {
    return new Step.ZerosLike(made(step.result()), used(step.array()));
  }

  @Override
  public Step clone(Step.Clone step) {
    return new Step.Clone(made(step.result()), used(step.array()), step.position());
  }

  @Override
  public Step read(Step.Read step) {
    return new Step.Read(
        made(step.result()), used(step.array()), used(step.index()), step.position());
  }

  @Override
  public Step write(Step.Write step) {
    return new Step.Write(
        used(step.array()), used(step.index()), used(step.value()), step.position());
  }

  @Override
  public Step copy(Step.Copy step) {
    return new Step.Copy(
        used(step.source()),
        used(step.from()),
        used(step.target()),
        used(step.to()),
        used(step.length()),
        step.position());
  }

  @Override
  public Step fill(Step.Fill step) {
    return new Step.Fill(
        used(step.array()),
        used(step.from()),
        used(step.to()),
        used(step.value()),
        step.position());
  }

  @Override
  public Step push(Step.Push step) {
    return new Step.Push(used(step.tape()), used(step.value()));
  }

  @Override
  public Step pop(Step.Pop step) {
    return new Step.Pop(made(step.result()), used(step.tape()));
  }

  @Override
  public Step branch(Step.Branch step) {
    return new Step.Branch(
        made(step.results()),
        used(step.condition()),
        inside(step.then()),
        inside(step.otherwise()),
        step.position());
  }

  @Override
  public Step loop(Step.Loop step) {
    return new Step.Loop(
        made(step.results()),
        used(step.from()),
        used(step.to()),
        step.stride(),
        used(step.initial()),
        inside(step.body()),
        step.checkpoint(),
        step.position());
  }

  @Override
  public Step whileLoop(Step.While step) {
    return new Step.While(
        made(step.results()),
        used(step.initial()),
        inside(step.before()),
        inside(step.after()),
        step.position());
  }

  @Override
  public Step throwing(Step.Throw step) {
    return new Step.Throw(used(step.exception()), step.position());
  }
}
