package cotangent.processor.optimise.loop;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Mapping;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Writes one round of loops that run as one: the body of each with the index that it has there.
 * Elements of arrays that are scalars now are taken from where they were computed.
 */
final class FusedRounds {
  private final GraphBuilder into;
  private final Set<Value> scalars;
  private final Map<Value, Value> replaced;
  private final IntFunction<Value> index;
  private final Map<Value, String> names;
  private final ElementStore memory;
  private final Map<Value, Value> copies = new HashMap<>();

  /** The elements of arrays that are scalars, at distances from the index of the round. */
  interface ElementStore {
    Value get(Value array, int offset);

    void put(Value array, int offset, Value value);
  }

  /**
   * @param scalars the arrays of which nothing is left but scalars
   * @param replaced what stands for values computed before
   * @param index returns the index of the round plus a constant
   * @param names returns names for values that have none
   */
  FusedRounds(
      GraphBuilder into,
      Set<Value> scalars,
      Map<Value, Value> replaced,
      IntFunction<Value> index,
      Map<Value, String> names,
      ElementStore memory) {
    this.into = into;
    this.scalars = scalars;
    this.replaced = replaced;
    this.index = index;
    this.names = names;
    this.memory = memory;
  }

  /**
   * Writes the round of a loop.
   *
   * @param shift by how much the loop's index is more than that of the round
   */
  void write(StraightLoop loop, int shift) {
    for (Step step : loop.step().body().steps()) {
      if (step instanceof Step.Read read) {
        read(read, loop, shift);
      } else if (step instanceof Step.Write write) {
        write(write, loop, shift);
      } else if (loop.offset(step.results().get(0)) == null) {
        into.add(copied(step, loop, shift));
      }
    }
  }

  private void read(Step.Read read, StraightLoop loop, int shift) {
    Integer offset = loop.offset(read.index());
    if (offset != null && scalars.contains(read.array())) {
      copies.put(read.result(), memory.get(read.array(), offset + shift));
    } else {
      into.add(copied(read, loop, shift));
    }
  }

  private void write(Step.Write write, StraightLoop loop, int shift) {
    Integer offset = loop.offset(write.index());
    if (offset != null && scalars.contains(write.array())) {
      memory.put(write.array(), offset + shift, use(write.value(), loop, shift));
    } else {
      into.add(copied(write, loop, shift));
    }
  }

  private Step copied(Step step, StraightLoop loop, int shift) {
    return step.map(new Mapping(used -> use(used, loop, shift), this::made, inner -> inner));
  }

  private Value made(Value old) {
    String name = old.name().isEmpty() ? names.getOrDefault(old, "") : old.name();
    Value copy = new Value(old.type(), name);
    copies.put(old, copy);
    return copy;
  }

  private Value use(Value old, StraightLoop loop, int shift) {
    Integer offset = loop.offset(old);
    if (offset != null) {
      return index.apply(offset + shift);
    }
    Value copy = copies.get(old);
    return copy != null ? copy : replaced.getOrDefault(old, old);
  }

  /** Returns indices at constant distances from one, each computed once. */
  static IntFunction<Value> around(Value base, GraphBuilder into) {
    Map<Integer, Value> known = new HashMap<>();
    return offset ->
        offset == 0 ? base : known.computeIfAbsent(offset, unused -> sum(base, offset, into));
  }

  static Value sum(Value base, int offset, GraphBuilder into) {
    Op op = offset > 0 ? Operations.ADD : Operations.SUB;
    return into.apply(op, base, into.constant(Math.abs(offset)));
  }

  static Value zero(Type type, GraphBuilder into) {
    return into.constant(type, type.unassigned());
  }

  /** Counts the different elements that the rounds of loops access in memory. */
  static long accesses(List<StraightLoop> loops, Set<Value> scalars, RoundRange range) {
    return loops.stream()
        .flatMap(loop -> loop.accesses().stream().map(each -> each.shifted(range.shift(loop))))
        .filter(access -> !scalars.contains(access.array()))
        .distinct()
        .count();
  }
}
