package cotangent.processor.read.frame;

import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Yielding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the jumps in a method may go, innermost first. */
public final class Targets {

  /**
   * A statement that can be left or continued.
   *
   * @param end where {@code break} goes
   * @param next where {@code continue} goes; null where it isn't a loop
   * @param anonymous whether a {@code break} without a label means it
   */
  private record Entry(List<String> labels, Target end, @Nullable Target next, boolean anonymous) {}

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Deque<Yielding> yielding = new ArrayDeque<>();
  private final Set<VariableTree> counting = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Notes what a loop declares at its head. */
  public void declaresAtHead(List<? extends StatementTree> statements) {
    for (StatementTree statement : statements) {
      if (statement instanceof VariableTree variable) {
        counting.add(variable);
      }
    }
  }

  /** Whether a variable is declared at the head of a loop. */
  public boolean countsBy(VariableTree variable) {
    return counting.contains(variable);
  }

  /** Whether the place is inside a loop of this method. */
  public boolean isInLoop() {
    return entries.stream().anyMatch(entry -> entry.next != null);
  }

  public void inSwitchExpression(Yielding target, Runnable body) {
    yielding.push(target);
    try {
      body.run();
    } finally {
      yielding.pop();
    }
  }

  /** Returns where {@code yield} goes, or null. */
  public @Nullable Yielding yielding() {
    return yielding.peek();
  }

  public void inLoop(List<String> labels, Target end, Target next, Runnable body) {
    in(new Entry(labels, end, next, true), body);
  }

  public void inSwitch(Target end, Runnable body) {
    in(new Entry(List.of(), end, null, true), body);
  }

  public void inLabelled(String label, Target end, Runnable body) {
    in(new Entry(List.of(label), end, null, false), body);
  }

  private void in(Entry entry, Runnable body) {
    entries.push(entry);
    try {
      body.run();
    } finally {
      entries.pop();
    }
  }

  /** Returns all of them. */
  List<Target> all() {
    List<Target> all = new ArrayList<>();
    for (Entry entry : entries) {
      all.add(entry.end);
      if (entry.next != null) {
        all.add(entry.next);
      }
    }
    yielding.forEach(each -> all.add(each.end()));
    return all;
  }

  /** Returns where a {@code break} goes, or null; the label is empty where there is none. */
  @Nullable Target ofBreak(String label) {
    for (Entry entry : entries) {
      if (label.isEmpty() ? entry.anonymous : entry.labels.contains(label)) {
        return entry.end;
      }
    }
    return null;
  }

  /** Returns where a {@code continue} goes, or null. */
  @Nullable Target ofContinue(String label) {
    for (Entry entry : entries) {
      if (entry.next != null && (label.isEmpty() || entry.labels.contains(label))) {
        return entry.next;
      }
    }
    return null;
  }
}
