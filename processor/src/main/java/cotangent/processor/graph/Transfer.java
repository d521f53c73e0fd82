package cotangent.processor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Hands on values all at once: what a round yields becomes what the next one is given. */
final class Transfer {
  private final List<Activation.Slot> from;
  private final List<Activation.Slot> to;

  private Transfer(List<Activation.Slot> from, List<Activation.Slot> to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Prepares to hand values on.
   *
   * @param spare returns another slot for what one holds, for where it is overwritten too early
   */
  static Transfer of(
      List<Activation.Slot> from,
      List<Activation.Slot> to,
      Function<Activation.Slot, Activation.Slot> spare) {
    if (!overwritesTooEarly(from, to)) {
      return new Transfer(from, to);
    }
    List<Activation.Slot> spares = from.stream().map(spare).toList();
    List<Activation.Slot> first = new ArrayList<>(from);
    first.addAll(spares);
    List<Activation.Slot> last = new ArrayList<>(spares);
    last.addAll(to);
    return new Transfer(first, last);
  }

  private static boolean overwritesTooEarly(List<Activation.Slot> from, List<Activation.Slot> to) {
    for (int i = 1; i < from.size(); i++) {
      if (to.subList(0, i).contains(from.get(i))) {
        return true;
      }
    }
    return false;
  }

  void in(Activation activation) {
    for (int i = 0; i < from.size(); i++) {
      Activation.Slot source = from.get(i);
      if (source.isReal()) {
        activation.reals[to.get(i).index()] = activation.reals[source.index()];
      } else {
        activation.others[to.get(i).index()] = activation.others[source.index()];
      }
    }
  }
}
