package cotangent.processor.derive.analyse;

import cotangent.processor.alias.Aliases;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Linear;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells by their indices that writes which run later go to other elements: a recurrence fills an
 * array element by element, and what it has read of it stays.
 */
final class LaterElements {
  private final Places places;
  private final Aliases aliases;

  LaterElements(Places places, Aliases aliases) {
    this.places = places;
    this.aliases = aliases;
  }

  /** An element, by the array that holds it, rows and all, and an index for each dimension. */
  private record Element(Value array, List<Linear> indices) {}

  /**
   * Whether a write certainly doesn't go to the element that a step reads or writes, whenever it
   * runs after that.
   */
  boolean spare(Step access, Step.Write write) {
    Element element = element(access);
    Element written = element(write);
    if (element == null
        || written == null
        || element.array != written.array
        || element.indices.size() != written.indices.size()) {
      return false;
    }
    if (places.after(write, access) && !areApart(access, element, write, written, null)) {
      return false;
    }
    Region home = places.region(element.array);
    for (Region r = places.region(access); r != null && r != home; r = places.parent(r)) {
      if (places.isLoopBody(r)
          && places.within(places.region(write), r)
          && !areApart(access, element, write, written, r)) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param round the body of the loop of which the write is in a later round, those around being in
   *     the same; null where it is in the same round of all of them
   */
  private boolean areApart(
      Step access, Element element, Step.Write write, Element written, @Nullable Region round) {
    RoundNumbers numbers = new RoundNumbers(places, round);
    numbers.around(access, false);
    numbers.around(write, true);
    for (int i = 0; i < element.indices.size(); i++) {
      if (numbers.differ(element.indices.get(i), written.indices.get(i))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Element element(Step access) {
    List<Linear> indices = new ArrayList<>();
    Value array = access.operands().get(0);
    indices.add(linear(access.operands().get(1)));
    while (places.definition(array) instanceof Step.Read row && haveOwnRows(row.array())) {
      indices.add(linear(row.index()));
      array = row.array();
    }
    return isOwn(array) ? new Element(array, indices) : null;
  }

  private Linear linear(Value index) {
    return Linear.of(index, places::definition);
  }

  /** Whether an array is another one in each run of the region that it belongs to. */
  private boolean isOwn(Value array) {
    Step made = places.definition(array);
    return made instanceof Step.NewArray
        || made instanceof Step.ZerosLike
        || array.type().rank() == 1
            && (made instanceof Step.Clone
                || made instanceof Step.Call call && Aliases.givesNew(call));
  }

  /** Whether each row that arrays get is made for one place of one of them. */
  private boolean haveOwnRows(Value array) {
    return aliases.of(array).writes().stream()
        .allMatch(
            step ->
                step instanceof Step.Write write
                    && places.knows(write)
                    && isOwn(write.value())
                    && places.region(write.value()) == places.region(write)
                    && isPutOnce(write.value()));
  }

  private boolean isPutOnce(Value row) {
    return places.users(row).stream()
            .filter(user -> user instanceof Step.Write write && write.value() == row)
            .count()
        == 1;
  }
}
