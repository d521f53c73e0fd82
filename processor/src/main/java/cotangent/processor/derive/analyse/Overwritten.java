package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where the whole of an array is overwritten, so that what it held before is lost. */
public final class Overwritten {
  private final Places places;
  private final Value array;
  private final Value length;
  private final List<Step> accesses;

  /**
   * @param accesses all that is ever done with the array
   */
  public Overwritten(Places places, Step.NewArray array, List<Step> accesses) {
    this.places = places;
    this.array = array.result();
    this.length = array.lengths().get(0);
    this.accesses = accesses;
  }

  /**
   * Returns the steps of a region that begin to overwrite the array; none if the first step that
   * uses it doesn't.
   */
  public List<Step> starts(Region region) {
    List<Step> touching =
        region.steps().stream()
            .filter(step -> accesses.stream().anyMatch(a -> isIn(a, step)))
            .toList();
    List<Step> starts = new ArrayList<>();
    for (int i = 0; i < touching.size(); i++) {
      if (isOverwritten(touching.subList(i, touching.size()))) {
        starts.add(touching.get(i));
      } else if (i == 0) {
        return List.of();
      }
    }
    return starts;
  }

  private boolean isIn(Step access, Step step) {
    return access == step || places.within(places.region(access), step);
  }

  /** Whether the first steps of a list write all elements, one after the other. */
  private boolean isOverwritten(List<Step> steps) {
    Set<Integer> written = new HashSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Write write && number(write.index()) != null) {
        written.add(number(write.index()));
      } else {
        return written.isEmpty() && fills(step)
            || step instanceof Step.Loop loop && writesTheRest(loop, written);
      }
    }
    return false;
  }

  private boolean fills(Step step) {
    return step instanceof Step.Fill fill
        && Integer.valueOf(0).equals(number(fill.from()))
        && fill.to() == length;
  }

  private boolean writesTheRest(Step.Loop loop, Set<Integer> before) {
    Integer from = number(loop.from());
    if (from == null || from < 0 || loop.stride() != 1 || loop.to() != length) {
      return false;
    }
    for (int i = 0; i < from; i++) {
      if (!before.contains(i)) {
        return false;
      }
    }
    return writesBeforeReading(loop) && accesses.stream().allMatch(a -> staysAtIndex(a, loop));
  }

  private boolean writesBeforeReading(Step.Loop loop) {
    for (Step step : loop.body().steps()) {
      if (step instanceof Step.Write write && write.array() == array) {
        return write.index() == loop.index();
      } else if (accesses.stream().anyMatch(access -> isIn(access, step))) {
        return false;
      }
    }
    return false;
  }

  /** Whether an access is outside a loop, or at the index of the iteration. */
  private boolean staysAtIndex(Step access, Step.Loop loop) {
    return !places.within(places.region(access), loop)
        || access instanceof Step.Read read && read.index() == loop.index()
        || access instanceof Step.Write write && write.index() == loop.index();
  }

  private @Nullable Integer number(Value value) {
    return places.definition(value) instanceof Step.Constant constant
            && constant.value() instanceof Integer number
        ? number
        : null;
  }
}
