package cotangent.processor.shape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large each element is of arrays that may be the same one, wherever it stands, so far as the
 * method has written to them.
 */
final class SizeOfEach<M> {
  private @Nullable SizeOfEach<M> joined;
  private final List<M> members = new ArrayList<>();
  private @Nullable List<Size> each;
  private boolean areUnknown;
  private boolean haveZeros;

  /** Returns the one of all that were joined that was there first. */
  SizeOfEach<M> first() {
    SizeOfEach<M> cell = this;
    while (cell.joined != null) {
      cell = cell.joined;
    }
    return cell;
  }

  /** Returns all arrays that may be the same one. */
  List<M> members() {
    return first().members;
  }

  void add(M member) {
    first().members.add(member);
  }

  /** Makes two cells one. */
  SizeOfEach<M> join(SizeOfEach<M> other) {
    SizeOfEach<M> first = first();
    SizeOfEach<M> second = other.first();
    if (first != second) {
      first.take(second);
      first.members.addAll(second.members);
      second.joined = first;
    }
    return first;
  }

  /** Goes on with what another one has as well. */
  void take(SizeOfEach<M> other) {
    SizeOfEach<M> from = other.first();
    SizeOfEach<M> to = first();
    to.areUnknown |= from.areUnknown;
    to.haveZeros |= from.haveZeros;
    if (from.each != null) {
      put(from.each);
    }
  }

  /** An element is written. */
  void put(List<Size> sizes) {
    SizeOfEach<M> cell = first();
    cell.areUnknown |= cell.each != null && !cell.each.equals(sizes);
    cell.each = sizes;
  }

  /** Elements are zero until they are written. */
  void putZeros() {
    first().haveZeros = true;
  }

  /** Nothing is known any more. */
  void lose() {
    first().areUnknown = true;
  }

  /** Returns how large each element is; null where they differ, or nothing is known. */
  @Nullable List<Size> sizes() {
    SizeOfEach<M> cell = first();
    List<Size> known = cell.areUnknown ? null : cell.each;
    return known != null && cell.haveZeros
        ? known.stream().map(size -> new Fork(null, false).orZero(size)).toList()
        : known;
  }
}
