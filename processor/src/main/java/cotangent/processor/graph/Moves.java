package cotangent.processor.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * What flows where through a step: the relation behind all analyses that ask where a value may come
 * from or go to. Calls and tapes don't show it by themselves; whoever follows values through them
 * has to ask the function, or gather what is on a tape.
 */
public final class Moves implements StepCases<List<Moves.Move>> {
  private static final Moves MOVES = new Moves();

  /** How a value goes. */
  public enum Way {
    /** As it is, under another name. */
    HANDED_ON,
    /** Into an operation, whose result it becomes a part of. */
    COMPUTED,
    /** From an array, whose element it was. */
    TAKEN_OUT,
    /** Into an array, whose element it becomes. */
    PUT_IN,
    /** As the elements of one array, which another one gets too. */
    COPIED
  }

  /** One value that becomes another one, or a part of it. */
  public record Move(Value from, Value to, Way way) {}

  private Moves() {}

  /** Returns the moves of a step, but not of the steps in its regions. */
  public static List<Move> of(Step step) {
    return step.match(MOVES);
  }

  private static List<Move> none() {
    return List.of();
  }

  private static List<Move> one(Value from, Value to, Way way) {
    return List.of(new Move(from, to, way));
  }

  /** Hands on values one by one; a region that never ends has none. */
  private static void handOn(List<Value> from, List<Value> to, List<Move> moves) {
    for (int i = 0; i < from.size(); i++) {
      moves.add(new Move(from.get(i), to.get(i), Way.HANDED_ON));
    }
  }

  @Override
  public List<Move> constant(Step.Constant step) {
    return none();
  }

  @Override
  public List<Move> apply(Step.Apply step) {
    List<Move> moves = new ArrayList<>(step.operands().size());
    for (Value operand : step.operands()) {
      moves.add(new Move(operand, step.result(), Way.COMPUTED));
    }
    return moves;
  }

  @Override
  public List<Move> call(Step.Call step) {
    return none();
  }

  @Override
  public List<Move> newArray(Step.NewArray step) {
    return none();
  }

  @Override
  public List<Move> zerosLike(Step.ZerosLike step) {
    return none();
  }

  @Override
  public List<Move> clone(Step.Clone step) {
    return one(step.array(), step.result(), Way.COPIED);
  }

  @Override
  public List<Move> read(Step.Read step) {
    return one(step.array(), step.result(), Way.TAKEN_OUT);
  }

  @Override
  public List<Move> write(Step.Write step) {
    return one(step.value(), step.array(), Way.PUT_IN);
  }

  @Override
  public List<Move> copy(Step.Copy step) {
    return one(step.source(), step.target(), Way.COPIED);
  }

  @Override
  public List<Move> fill(Step.Fill step) {
    return one(step.value(), step.array(), Way.PUT_IN);
  }

  @Override
  public List<Move> push(Step.Push step) {
    return none();
  }

  @Override
  public List<Move> pop(Step.Pop step) {
    return none();
  }

  @Override
  public List<Move> branch(Step.Branch step) {
    List<Move> moves = new ArrayList<>();
    handOn(step.then().yields(), step.results(), moves);
    handOn(step.otherwise().yields(), step.results(), moves);
    return moves;
  }

  @Override
  public List<Move> loop(Step.Loop step) {
    List<Move> moves = new ArrayList<>();
    handOn(step.initial(), step.carried(), moves);
    handOn(step.body().yields(), step.carried(), moves);
    handOn(step.carried(), step.results(), moves);
    return moves;
  }

  @Override
  public List<Move> whileLoop(Step.While step) {
    List<Move> moves = new ArrayList<>();
    handOn(step.initial(), step.carried(), moves);
    handOn(step.after().yields(), step.carried(), moves);
    if (!step.before().diverges()) {
      handOn(step.exits(), step.results(), moves);
    }
    return moves;
  }

  @Override
  public List<Move> throwing(Step.Throw step) {
    return none();
  }
}
