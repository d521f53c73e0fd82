package cotangent.processor.optimise.number;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a loop of the backward half adds up multiples of numbers that the forward half has added up
 * and kept, takes that sum instead: the derivative by the shift of a softmax. A loop that carries
 * nothing is vectorised. Where the factor is zero, so is the sum of multiples, even if the numbers
 * add up to infinity.
 */
final class KnownSums extends Rewriter {
  private final Places places;
  private final LocalArrays arrays;

  /** What a loop adds to a number that it carries: a multiple of an element of each round. */
  private record Multiples(Step.Apply sum, Value each, Value known) {}

  KnownSums(Survey seen) {
    places = seen.places();
    arrays = seen.arrays();
  }

  @Override
  protected void rewrite(Step step) {
    if (!(step instanceof Step.Loop loop)) {
      add(inside(step));
      return;
    }
    List<Step> round = new ArrayList<>(loop.body().steps());
    List<Value> parameters = new ArrayList<>(List.of(loop.index()));
    List<Value> results = new ArrayList<>();
    List<Value> initial = new ArrayList<>();
    List<Value> yields = new ArrayList<>();
    for (int i = 0; i < loop.results().size(); i++) {
      Multiples multiples = multiples(loop, i);
      if (multiples == null) {
        parameters.add(loop.carried().get(i));
        results.add(loop.results().get(i));
        initial.add(loop.initial().get(i));
        yields.add(loop.body().yields().get(i));
      } else {
        round.remove(multiples.sum);
        addKnown(multiples, loop.initial().get(i), loop.results().get(i));
      }
    }
    boolean isOther = results.size() < loop.results().size();
    add(
        inside(
            isOther
                ? loop.carrying(results, initial, new Region(parameters, round, yields))
                : loop));
  }

  private void addKnown(Multiples multiples, Value initial, Value result) {
    Step.Apply sum = multiples.sum;
    Value all = scaled(multiples.each, current(multiples.known), sum.position());
    add(new Step.Apply(result, sum.operation(), List.of(initial, all), sum.position()));
  }

  /** Returns the same multiple of the sum. */
  private Value scaled(Value each, Value known, Position position) {
    if (!(places.definition(each) instanceof Step.Apply product)) {
      return known;
    }
    Value factor = current(product.operands().get(isElement(product.operands().get(0)) ? 1 : 0));
    Value zero = unassigned(factor.type());
    Value isZero = apply(Operations.EQ, position, factor, zero);
    Value multiple = apply(Operations.MUL, position, factor, known);
    return apply(Operations.SELECT, position, isZero, zero, multiple);
  }

  private boolean isElement(Value value) {
    return places.definition(value) instanceof Step.Read;
  }

  private @Nullable Multiples multiples(Step.Loop loop, int i) {
    Value next = loop.body().yields().get(i);
    Value carried = loop.carried().get(i);
    if (!(places.definition(next) instanceof Step.Apply sum)
        || !isMade(sum)
        || !isSum(sum, carried)
        || !isUsedOnlyBy(carried, sum)
        || !isUsedOnlyBy(next, loop)) {
      return null;
    }
    Value each = sum.operands().get(1);
    Value element = element(each, loop);
    Value known = element == null ? null : known(element, loop);
    return known == null ? null : new Multiples(sum, each, known);
  }

  private static boolean isSum(Step.Apply sum, Value carried) {
    Op op = (Op) sum.operation();
    return (op == Operations.ADD || op == Operations.SUB)
        && carried.type() == Type.DOUBLE
        && sum.operands().get(0) == carried
        && sum.operands().get(1) != carried;
  }

  private boolean isUsedOnlyBy(Value value, Step step) {
    return places.users(value).stream().allMatch(user -> user == step);
  }

  /** Returns the element that is added, times a number that is the same in all rounds or not. */
  private @Nullable Value element(Value each, Step.Loop loop) {
    if (places.definition(each) instanceof Step.Apply product
        && product.operation() == Operations.MUL) {
      Value a = product.operands().get(0);
      Value b = product.operands().get(1);
      boolean isFirst = isElementOf(loop, a) && isOutside(b, loop);
      boolean isLast = isElementOf(loop, b) && isOutside(a, loop);
      return isFirst ? a : isLast ? b : null;
    }
    return isElementOf(loop, each) ? each : null;
  }

  private boolean isElementOf(Step.Loop loop, Value value) {
    return places.definition(value) instanceof Step.Read read
        && read.index() == loop.index()
        && places.region(read) == loop.body();
  }

  private boolean isOutside(Value value, Step.Loop loop) {
    return !places.within(places.region(value), loop.body());
  }

  /** Returns what a loop before has made of the sum of all elements. */
  private @Nullable Value known(Value element, Step.Loop loop) {
    if (!(places.definition(element) instanceof Step.Read read) || !arrays.contains(read.array())) {
      return null;
    }
    List<Step> others = arrays.accesses(read.array());
    List<Step> writes = others.stream().filter(access -> !(access instanceof Step.Read)).toList();
    return writes.size() == 1 && writes.get(0) instanceof Step.Write write
        ? sum(write, loop)
        : null;
  }

  /** Returns the sum of what a loop over the same range has written, one element a round. */
  private @Nullable Value sum(Step.Write write, Step.Loop reader) {
    if (!(places.owner(places.region(write)) instanceof Step.Loop loop)
        || write.index() != loop.index()
        || places.region(loop) != places.region(reader)
        || !places.isBefore(loop, reader)
        || loop.from() != reader.from()
        || loop.to() != reader.to()
        || loop.stride() != reader.stride()) {
      return null;
    }
    for (int i = 0; i < loop.results().size(); i++) {
      if (places.definition(loop.body().yields().get(i)) instanceof Step.Apply sum
          && sum.operation() == Operations.ADD
          && sum.operands().equals(List.of(loop.carried().get(i), write.value()))
          && Double.valueOf(0).equals(constant(loop.initial().get(i)))) {
        return loop.results().get(i);
      }
    }
    return null;
  }
}
