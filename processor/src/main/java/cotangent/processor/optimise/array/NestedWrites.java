package cotangent.processor.optimise.array;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.LocalArrays;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the arrays of several dimensions of which a nest of loops, one for each dimension, writes
 * all elements before any is read.
 */
final class NestedWrites {
  private final LocalArrays arrays;
  private final Places places;

  NestedWrites(LocalArrays arrays) {
    this.arrays = arrays;
    places = arrays.places();
  }

  boolean fill(Step.NewArray made) {
    Map<Step, List<Value>> accesses = accesses(made);
    if (accesses == null || accesses.isEmpty()) {
      return false;
    }
    Step first = accesses.keySet().stream().reduce(this::earlier).orElseThrow();
    List<Value> path = accesses.get(first);
    Step.Loop nest = first instanceof Step.Write && path != null ? nest(first, path, made) : null;
    if (nest == null) {
      return false;
    }
    Region around = Objects.requireNonNull(places.region(nest));
    boolean isBeside = around == places.region(made.result());
    return accesses.entrySet().stream()
        .allMatch(
            access -> {
              Region region = places.region(access.getKey());
              return places.within(region, nest.body())
                  ? access.getValue().equals(path)
                  : isBeside || places.within(region, around);
            });
  }

  private Step earlier(Step one, Step other) {
    return places.isBefore(one, other) ? one : other;
  }

  /**
   * Returns the outermost of the loops that go through all elements of an array; null where there
   * are none.
   *
   * @param path the indices of the element that the write is to
   */
  private Step.@Nullable Loop nest(Step write, List<Value> path, Step.NewArray made) {
    Step inner = write;
    for (int depth = path.size() - 1; depth >= 0; depth--) {
      Step.Loop loop = enclosing(inner);
      Step.Loop all =
          loop == null ? null : outermost(loop, path.get(depth), made.lengths().get(depth));
      if (all == null) {
        return null;
      }
      inner = all;
    }
    return (Step.Loop) inner;
  }

  private Step.@Nullable Loop enclosing(Step step) {
    return places.owner(places.region(step)) instanceof Step.Loop loop ? loop : null;
  }

  /**
   * Returns the loop that goes through all indices below a length: this one, or the one around it.
   */
  private Step.@Nullable Loop outermost(Step.Loop loop, Value index, Value length) {
    if (index == loop.index()) {
      return goesThroughAll(loop, length) ? loop : null;
    }
    Step.Loop outer = enclosing(loop);
    return outer != null
            && places.definition(index) instanceof Step.Apply sum
            && sum.operation() == Operations.ADD
            && sum.operands().get(1) == loop.index()
            && places.definition(sum.operands().get(0)) instanceof Step.Apply start
            && places.definition(length) instanceof Step.Apply product
            && isRowOfAll(start, product, outer, loop)
        ? outer
        : null;
  }

  /** Whether a row begins at the round of a loop times the columns, of rows times columns. */
  private boolean isRowOfAll(Step.Apply start, Step.Apply all, Step.Loop rows, Step.Loop columns) {
    Value count = other(start, rows.index());
    Value times = count == null ? null : other(all, count);
    return count != null
        && times != null
        && goesThroughAll(columns, count)
        && goesThroughAll(rows, times);
  }

  /** Returns by what a value is multiplied in a product; null where it isn't. */
  private @Nullable Value other(Step.Apply product, Value factor) {
    if (product.operation() != Operations.MUL) {
      return null;
    }
    Value one = product.operands().get(0);
    Value two = product.operands().get(1);
    return isSame(one, factor) ? two : isSame(two, factor) ? one : null;
  }

  private boolean goesThroughAll(Step.Loop loop, Value length) {
    return arrays.goesThroughAll(loop, length)
        || loop.stride() == 1
            && places.is(loop.from(), 0)
            && (isSame(loop.to(), length) || isLengthOfRow(loop.to(), length));
  }

  private boolean isSame(Value one, Value other) {
    return one == other
        || places.definition(one) instanceof Step.Constant a
            && places.definition(other) instanceof Step.Constant b
            && a.value() instanceof Integer number
            && number.equals(b.value());
  }

  /** Whether a number is asked of a row of another array, which is as long as these. */
  private boolean isLengthOfRow(Value number, Value length) {
    if (!(places.definition(number) instanceof Step.Apply apply)
        || apply.operation() != Operations.LENGTH) {
      return false;
    }
    Value array = apply.operands().get(0);
    int depth = 0;
    while (places.definition(array) instanceof Step.Read read) {
      array = read.array();
      depth++;
    }
    return places.definition(array) instanceof Step.NewArray made
        && depth < made.lengths().size()
        && isSame(made.lengths().get(depth), length)
        && accesses(made) != null;
  }

  /**
   * Returns what reads and writes elements of an array, and the indices by which it does; null
   * where rows are exchanged, or the array or a row of it has another name.
   */
  private @Nullable Map<Step, List<Value>> accesses(Step.NewArray made) {
    Map<Step, List<Value>> found = new IdentityHashMap<>();
    return made.lengths().size() == made.result().type().rank()
            && collect(made.result(), List.of(), found)
        ? found
        : null;
  }

  private boolean collect(Value array, List<Value> path, Map<Step, List<Value>> found) {
    for (Step user : places.users(array)) {
      if (user instanceof Step.Read read && read.result().type().isArray()) {
        if (!collect(read.result(), longer(path, read.index()), found)) {
          return false;
        }
      } else if (user instanceof Step.Read read) {
        found.put(read, longer(path, read.index()));
      } else if (user instanceof Step.Write write && !write.value().type().isArray()) {
        found.put(write, longer(path, write.index()));
      } else if (user instanceof Step.Fill fill && !fill.value().type().isArray()
          || user instanceof Step.Copy && array.type().rank() == 1) {
        found.put(user, path);
      } else if (!isLength(user)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLength(Step step) {
    return step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH;
  }

  private static List<Value> longer(List<Value> path, Value index) {
    List<Value> all = new ArrayList<>(path);
    all.add(index);
    return all;
  }
}
