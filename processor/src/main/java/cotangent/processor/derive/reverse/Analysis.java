package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.derive.analyse.Overwriting;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is known about a graph before its backward half is written. */
final class Analysis {
  private final Reversal whole;
  private final Places places;
  private final Storage storage;
  private final Overwriting overwriting;
  private final Set<Value> known = new HashSet<>();
  private final Reaching reaching;
  private final Reaching reachingMemory;
  private final Reaching reachingSteadily;

  /**
   * @param isFunction whether the body is that of a function, whose caller may know its arrays
   */
  Analysis(Reversal whole, Region body, boolean isFunction) {
    this.whole = whole;
    this.places = new Places(body);
    this.storage = new Storage(whole.graph(), places, isFunction);
    this.overwriting = new Overwriting(places, storage);
    this.reaching = whole.reaching().in(body, Reaching.Care.NORMAL);
    this.reachingMemory = whole.reaching().in(body, Reaching.Care.GENEROUS);
    this.reachingSteadily = whole.reaching().in(body, Reaching.Care.STRICT);
  }

  Places places() {
    return places;
  }

  Storage storage() {
    return storage;
  }

  Activity activity() {
    return whole.activity();
  }

  Overwriting overwriting() {
    return overwriting;
  }

  /** What the functions that are called become. */
  CalledHalves functions() {
    return whole.functions();
  }

  Shadows shadows() {
    return whole.shadows();
  }

  /** How loops are reversed without checkpoints. */
  RoundOrders orders() {
    return whole.orders();
  }

  /**
   * The values that are known before every step of the forward half: seeds, and inside a fused step
   * what is computed before it.
   */
  Set<Value> known() {
    return known;
  }

  boolean isZero(Value value) {
    return places.is(value, 0);
  }

  List<Step> uses(Value value) {
    return places.users(value);
  }

  /** Whether a call is one of a function that carries derivatives. */
  boolean isActive(Step.Call call) {
    return call.callee() instanceof Callee.Function function
        && activity().isActiveFunction(function.name());
  }

  /**
   * Whether a number is of a kind that carries derivatives over the tape of recursive functions.
   */
  boolean isOnActiveTape(Value value) {
    return value.type().isReal() && activity().isActiveOnTape(value.type());
  }

  /** Returns the active numbers that a step's regions use and that come from outside it. */
  List<Value> captured(Step step) {
    Set<Value> captured = new LinkedHashSet<>();
    step.regions().forEach(region -> capture(region, step, captured));
    return List.copyOf(captured);
  }

  private void capture(Region region, Step outer, Set<Value> captured) {
    List<Value> candidates = new ArrayList<>();
    for (Step step : region.steps()) {
      candidates.addAll(step.operands());
      step.regions().forEach(inner -> capture(inner, outer, captured));
    }
    candidates.addAll(region.yields());
    for (Value value : candidates) {
      if (activity().isActiveNumber(value) && !places.within(places.region(value), outer)) {
        captured.add(value);
      }
    }
  }

  /**
   * Whether a value certainly takes part in the result whenever it is computed. If not, its
   * cotangent can be zero because the value was not chosen, and then must not be multiplied by an
   * infinite slope.
   */
  boolean reachesResult(Value value) {
    return reaching.reaches(value);
  }

  /** The same, where what is multiplied by a number that may be zero doesn't take part. */
  boolean reachesResultSteadily(Value value) {
    return reachingSteadily.reaches(value);
  }

  /** The same, where what is stored in an array counts as taking part, and loops run. */
  boolean reachesResultOrMemory(Value value) {
    return reachingMemory.reaches(value);
  }
}
