package cotangent.processor.optimise.array;

import cotangent.processor.graph.Mapping;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.KernelNames;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets a loop write its results over the elements that it is the last to read, instead of into an
 * array of their own.
 */
final class SharedArrays extends Rewriter {
  private final LocalArrays arrays;
  private final FirstWrites writes;

  /** The array that needs no memory of its own. */
  private @Nullable Value own;

  private @Nullable Value dropped;
  private @Nullable Value kept;

  SharedArrays(Survey seen) {
    arrays = seen.arrays();
    writes = new FirstWrites(arrays);
    find(seen.graph().body());
  }

  /** Finds one array that can do without memory of its own: with it, more is known of others. */
  private void find(Region region) {
    for (Step step : region.steps()) {
      if (own == null
          && step instanceof Step.NewArray array
          && array.result().type().rank() == 1
          && writes.of(array) instanceof Step.Loop loop) {
        Value other = readLast(array, loop);
        if (other != null) {
          own = array.result();
          boolean isNamed = !own.name().isEmpty() && !isNamed(other);
          kept = isNamed ? own : other;
          dropped = isNamed ? other : own;
        }
      }
      step.regions().forEach(this::find);
    }
  }

  /** Returns an array that a loop reads for the last time where it writes another one. */
  private @Nullable Value readLast(Step.NewArray array, Step.Loop loop) {
    Step.Write write = (Step.Write) arrays.accesses(array.result()).get(0);
    for (Step step : Objects.requireNonNull(arrays.places().region(write)).steps()) {
      if (step == write) {
        return null;
      } else if (step instanceof Step.Read read
          && read.index() == write.index()
          && canBeWrittenOver(read.array(), array, write, loop)) {
        return read.array();
      }
    }
    return null;
  }

  /** Whether an array has a name that says more than which kernel it comes from. */
  private boolean isNamed(Value array) {
    return !array.name().isEmpty()
        && !(arrays.places().definition(array) instanceof Step.Call call
            && KernelNames.isOnly(call, array));
  }

  /** Whether it can, without a reader mistaking a derivative for a value. */
  private boolean canBeWrittenOver(
      Value array, Step.NewArray own, Step.Write write, Step.Loop loop) {
    Step made = arrays.places().definition(array);
    return arrays.contains(array)
        && made != null
        && isMade(made) == isMade(own)
        && array.type().equals(own.result().type())
        && arrays.places().region(array) == arrays.places().region(own.result())
        && new Lengths(arrays).isLength(own.lengths().get(0), array, loop)
        && arrays.accesses(array).stream()
            .allMatch(access -> comesBefore(access, write, loop, own.result()));
  }

  private boolean comesBefore(Step access, Step.Write write, Step.Loop loop, Value own) {
    return arrays.places().within(arrays.places().region(access), loop.body())
        ? access instanceof Step.Read read
            && read.index() == write.index()
            && arrays.places().region(read) == arrays.places().region(write)
            && arrays.places().isBefore(read, write)
        : arrays.places().isBefore(access, loop);
  }

  @Override
  protected void rewrite(Step step) {
    Value result = step.results().size() == 1 ? step.results().get(0) : null;
    if (result == null || result != own && result != dropped) {
      add(inside(step));
      return;
    }
    if (result == dropped) {
      replace(dropped, Objects.requireNonNull(kept));
    }
    if (result != own) {
      add(step.map(new Mapping(used -> used, made -> current(made), region -> region)));
    }
  }
}
