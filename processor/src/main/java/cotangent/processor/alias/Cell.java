package cotangent.processor.alias;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of array values that may share memory, and the cell of their rows. Cells that turn out to
 * be one are unified.
 */
public final class Cell {
  private @Nullable Cell parent;
  private @Nullable Cell element;
  private @Nullable Cell owner;
  private final List<Value> values = new ArrayList<>();
  private final List<Step> writes = new ArrayList<>();

  Cell() {}

  Cell(Value value) {
    values.add(value);
  }

  /** Returns the cell that stands for all that were unified with this one. */
  public Cell root() {
    Cell root = this;
    while (root.parent != null) {
      root = root.parent;
    }
    Cell cell = this;
    for (Cell next = cell.parent; next != null; next = cell.parent) {
      cell.parent = root;
      cell = next;
    }
    return root;
  }

  /** Returns the values: the names that the memory has. */
  public List<Value> values() {
    return root().values;
  }

  /** Returns the steps that may change what the arrays contain. */
  public List<Step> writes() {
    return root().writes;
  }

  /** Returns the cell of the arrays of which these are rows; null where there is none. */
  public @Nullable Cell owner() {
    Cell root = root();
    return root.owner == null ? null : root.owner.root();
  }

  /** Returns the cell of the rows. */
  public Cell element() {
    Cell root = root();
    if (root.element == null) {
      root.element = new Cell();
      root.element.owner = root;
    }
    return root.element.root();
  }

  void unify(Cell other) {
    Cell a = root();
    Cell b = other.root();
    if (a == b) {
      return;
    }
    b.parent = a;
    a.values.addAll(b.values);
    a.writes.addAll(b.writes);
    if (a.owner == null) {
      a.owner = b.owner;
    } else if (b.owner != null) {
      a.owner.unify(b.owner);
    }
    a = a.root();
    if (a.element == null) {
      a.element = b.element;
    } else if (b.element != null) {
      a.element.unify(b.element);
    }
  }
}
