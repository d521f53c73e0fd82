package cotangent.processor.optimise.number;

import cotangent.processor.graph.ClassQuestions;
import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Memory;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reuses what has been computed, read or written before, instead of computing or reading it again.
 * A read is a repetition only if nothing was written to its place in between.
 */
final class Repetitions extends Rewriter {
  /** Where more elements are written one by one, it isn't followed which are still zero. */
  private static final int MOST_WRITTEN = 64;

  private final Memory memory;
  private final LocalArrays arrays;
  private final Places places;
  private final Map<Region, List<Step.Write>> ownElements = new IdentityHashMap<>();
  private final Map<Object, Value> available = new HashMap<>();
  private final Map<Memory.Location, Integer> versions = new HashMap<>();
  private final Map<Value, Zeros> zeros = new HashMap<>();
  private final Deque<List<Runnable>> undo = new ArrayDeque<>();
  private int newestVersion;

  private record Constant(Type type, @Nullable Object value) {}

  private record Application(Operation operation, List<Value> operands) {}

  /** An element of an array, for as long as its place has one version. */
  private record Element(Value array, Value index, int version) {}

  /**
   * Nothing but zeros in an array, but at some indices, for as long as its place has one version.
   */
  private record Zeros(int version, Set<Integer> except) {}

  /** An element that is zero, for as long as its place has one version. */
  private record Zero(Value array, Value index, int version) {}

  Repetitions(Survey seen) {
    memory = seen.memory();
    arrays = seen.arrays();
    places = seen.places();
  }

  @Override
  protected void opened(Region region) {
    undo.push(new ArrayList<>());
    for (Step.Write write : ownElements.getOrDefault(region, List.of())) {
      int version = version(memory.location(write.array()));
      put(available, new Zero(write.array(), write.index(), version), write.array());
    }
  }

  @Override
  protected void closed(Region region) {
    List<Runnable> changes = undo.pop();
    for (int i = changes.size() - 1; i >= 0; i--) {
      changes.get(i).run();
    }
  }

  @Override
  protected void rewrite(Step step) {
    if (step instanceof Step.Constant constant) {
      once(new Constant(constant.result().type(), constant.value()), constant.result(), step);
    } else if (step instanceof Step.Apply apply) {
      apply(apply);
    } else if (ClassQuestions.isOne(step)) {
      once(ClassQuestions.key(step), step.results().get(0), step);
    } else if (step instanceof Step.Read read) {
      read(read);
    } else if (step instanceof Step.Write write) {
      write(write);
    } else if (!step.regions().isEmpty()) {
      if (step instanceof Step.Loop loop) {
        findOwnElements(loop.body(), loop);
      }
      if (!(step instanceof Step.Branch)) {
        forget(step);
      }
      add(inside(step));
      forget(step);
    } else {
      add(step);
      forget(step);
      learn(step);
    }
  }

  private void apply(Step.Apply apply) {
    List<Value> operands = apply.operands();
    if (((Op) apply.operation()).is(Op.Trait.COMMUTATIVE)) {
      List<Value> swapped = List.of(operands.get(1), operands.get(0));
      Value same = available.get(new Application(apply.operation(), swapped));
      if (same != null) {
        replace(apply.result(), same);
        return;
      }
    }
    once(new Application(apply.operation(), operands), apply.result(), apply);
  }

  private void read(Step.Read read) {
    int version = version(memory.location(read.array()));
    if (isMade(read)
        && read.result().type().isScalar()
        && (isZero(read.array(), read.index())
            || available.containsKey(new Zero(read.array(), read.index(), version)))) {
      replace(read.result(), zero(read.result().type()));
      return;
    }
    Element element = new Element(read.array(), read.index(), version);
    Value known = available.get(element);
    if (known != null && known.type().equals(read.result().type())) {
      replace(read.result(), known);
    } else {
      add(read);
      put(available, element, read.result());
    }
  }

  private void write(Step.Write write) {
    Value array = write.array();
    int before = version(memory.location(array));
    if (available.get(new Element(array, write.index(), before)) == write.value()) {
      return;
    }
    Zeros blank = zeros(array);
    add(write);
    forget(write);
    int version = version(memory.location(array));
    put(available, new Element(array, write.index(), version), write.value());
    if (blank != null
        && blank.except().size() < MOST_WRITTEN
        && constant(write.index()) instanceof Integer index) {
      Set<Integer> except = new HashSet<>(blank.except());
      except.add(index);
      put(zeros, array, new Zeros(version, except));
    }
  }

  /** Returns where an array holds zeros; null where that isn't known. */
  private @Nullable Zeros zeros(Value array) {
    Zeros known = zeros.get(array);
    return known != null && known.version() == version(memory.location(array)) ? known : null;
  }

  private boolean isBlank(Value array) {
    Zeros known = zeros(array);
    return known != null && known.except().isEmpty();
  }

  private boolean isZero(Value array, Value index) {
    Zeros known = zeros(array);
    return known != null
        && (known.except().isEmpty()
            || constant(index) instanceof Integer at && !known.except().contains(at));
  }

  /**
   * Finds the writes of a loop to arrays of zeros whose elements are each written in an iteration
   * of its own: there, they are still zero at first.
   */
  private void findOwnElements(Region region, Step.Loop loop) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Write write
          && isBlank(write.array())
          && arrays.contains(write.array())
          && arrays.accesses(write.array()).stream()
              .allMatch(access -> writesAtMost(access, write, loop))) {
        Step.Loop own = ownRound(write.index(), loop);
        if (own != null) {
          ownElements.computeIfAbsent(own.body(), unused -> new ArrayList<>()).add(write);
        }
      }
      step.regions().forEach(inner -> findOwnElements(inner, loop));
    }
  }

  /** Returns the loop, this one or one inside it, in which each round has a different index. */
  private Step.@Nullable Loop ownRound(Value index, Step.Loop loop) {
    return arrays.countsIterations(index, loop) ? loop : arrays.columnsOf(index, loop);
  }

  private boolean writesAtMost(Step access, Step.Write write, Step.Loop loop) {
    return !places.within(places.region(access), loop.body())
        || access instanceof Step.Read
        || access instanceof Step.Write other && other.index() == write.index()
        || access instanceof Step.Copy copy && copy.target() != write.array();
  }

  private Value zero(Type type) {
    Value zero = new Value(type, "");
    rewrite(new Step.Constant(zero, type.unassigned()));
    return current(zero);
  }

  private void once(Object key, Value result, Step step) {
    Value same = available.get(key);
    if (same == null) {
      add(step);
      put(available, key, result);
    } else {
      replace(result, same);
    }
  }

  /** Notes something until the region ends. */
  private <K, V> void put(Map<K, V> map, K key, V value) {
    V before = map.put(key, value);
    undo.getFirst()
        .add(
            () -> {
              if (before == null) {
                map.remove(key);
              } else {
                map.put(key, before);
              }
            });
  }

  /** Notes what a step has left in memory. */
  private void learn(Step step) {
    if (step instanceof Step.NewArray made && made.cleared() || step instanceof Step.ZerosLike) {
      Value array = step.results().get(0);
      if (array.type().rank() == 1) {
        put(zeros, array, new Zeros(version(memory.location(array)), Set.of()));
      }
    }
  }

  private void forget(Step step) {
    for (Memory.Location location : memory.written(step)) {
      put(versions, location, ++newestVersion);
    }
  }

  private int version(Memory.Location location) {
    int own = versions.getOrDefault(location, 0);
    return memory.isOutside(location)
        ? Math.max(own, versions.getOrDefault(memory.everythingOutside(), 0))
        : own;
  }
}
