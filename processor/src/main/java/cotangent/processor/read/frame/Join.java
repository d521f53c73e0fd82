package cotangent.processor.read.frame;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.object.Union;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.NullTest;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Joins what the two arms of a branch left behind. */
final class Join {

  /** Where a value comes from after the branch; results are taken in order. */
  private interface Slot {
    @Nullable Value take(Iterator<Value> results);
  }

  /** What a variable has after the branch. */
  private record Joined(Term shape, List<Slot> slots) {}

  private final Frame frame;
  private final Draft draft;
  private final Value condition;
  private final Branches.Arm one;
  private final Branches.Arm other;
  private boolean otherwiseOff;
  private final List<Value> oneYields = new ArrayList<>();
  private final List<Value> otherYields = new ArrayList<>();
  private final List<Value> like = new ArrayList<>();

  Join(Frame frame, Value condition, Branches.Arm one, Branches.Arm other) {
    this.frame = frame;
    this.draft = frame.draft();
    this.condition = condition;
    this.one = one;
    this.other = other;
  }

  /** Adds the branch, whose condition is that one of the jumps of the first arm was taken. */
  void joinUnless(Tree at) {
    otherwiseOff = true;
    join(at);
  }

  /** Adds the branch. */
  void join(Tree at) {
    Map<Variable, @Nullable Joined> joined = new LinkedHashMap<>();
    Set<Variable> variables = new TreeSet<>(Comparator.comparingInt(Variable::number));
    variables.addAll(one.values().keySet());
    variables.addAll(other.values().keySet());
    int horizon = Math.max(one.flow().horizon(), other.flow().horizon());
    for (Variable variable : variables) {
      boolean isNeeded = variable.isField() || variable.number() < horizon;
      joined.put(variable, isNeeded ? joined(at, variable) : null);
    }
    Map<Target, Slot> flags = new LinkedHashMap<>();
    Set<Target> targets = new LinkedHashSet<>(one.flow().jumps().keySet());
    targets.addAll(other.flow().jumps().keySet());
    targets.forEach(target -> flags.put(target, flag(target)));
    Iterator<Value> results = branch(at).iterator();
    Map<Variable, @Nullable Term> values = new LinkedHashMap<>();
    joined.forEach(
        (variable, each) -> values.put(variable, each == null ? null : taken(each, results)));
    frame.environment().redo(values);
    Map<Target, @Nullable Value> jumps = new LinkedHashMap<>();
    flags.forEach((target, slot) -> jumps.put(target, slot.take(results)));
    frame.flow(new Flow(one.flow().normal() || other.flow().normal(), jumps));
  }

  private static Term taken(Joined joined, Iterator<Value> results) {
    List<Value> leaves = new ArrayList<>();
    joined.slots.forEach(slot -> leaves.add(slot.take(results)));
    return joined.shape.with(leaves.iterator());
  }

  private List<Value> branch(Tree at) {
    if (like.isEmpty() && one.builder().steps().isEmpty() && other.builder().steps().isEmpty()) {
      return List.of();
    }
    return frame
        .at(at)
        .branch(
            condition, one.builder().yield(oneYields), other.builder().yield(otherYields), like);
  }

  /** Returns what a variable has after the branch; null where it has no value in either arm. */
  private @Nullable Joined joined(Tree at, Variable variable) {
    Term a = value(one, variable);
    Term b = value(other, variable);
    Term present = a == null ? b : a;
    if (present == null) {
      return null;
    }
    if (variable.isField() && (a == null || b == null) && one.before().isAfter(variable)) {
      throw frame.unassigned(at, variable);
    }
    if (a != null && b != null) {
      if (!a.leaves().equals(b.leaves())) {
        a = certain(one, true, a);
        b = certain(other, false, b);
      }
      present = frame.union(at, a, b);
      a = in(one, present, a);
      b = in(other, present, b);
    }
    List<Value> as = a == null ? zeros(one, present) : a.leaves();
    List<Value> bs = b == null ? zeros(other, present) : b.leaves();
    List<String> names =
        present.isObject() || Component.isTensor(present.known())
            ? present.names(variable.name())
            : Collections.nCopies(as.size(), variable.name());
    List<Value> forms = present.leaves();
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < as.size(); i++) {
      slots.add(slot(as.get(i), bs.get(i), new Value(forms.get(i).type(), names.get(i))));
    }
    return new Joined(present, slots);
  }

  /** Returns a value that an arm leaves as what it is there: not null, if the condition says so. */
  private Term certain(Branches.Arm arm, boolean truth, Term term) {
    NullTest test = draft.nullTests().of(condition);
    if (test == null || !test.isPresent(term, truth)) {
      return term;
    }
    Term[] present = new Term[1];
    draft.in(arm.builder(), () -> present[0] = test.present().get().as(term.type()));
    return present[0];
  }

  private Term in(Branches.Arm arm, Term form, Term term) {
    Term[] result = new Term[1];
    draft.in(arm.builder(), () -> result[0] = new Union(draft, frame.shapes()).as(form, term));
    return result[0];
  }

  private @Nullable Term value(Branches.Arm arm, Variable variable) {
    return arm.values().containsKey(variable)
        ? arm.values().get(variable)
        : frame.environment().get(variable);
  }

  private List<Value> zeros(Branches.Arm arm, Term like) {
    List<Value> zeros = new ArrayList<>();
    draft.in(
        arm.builder(), () -> like.leaves().forEach(leaf -> zeros.add(draft.zero(leaf.type()))));
    return zeros;
  }

  private Slot slot(Value a, Value b, Value likeBoth) {
    if (a == b) {
      return results -> a;
    }
    if (a.type() == Type.BOOLEAN
        && draft.known(a) instanceof Boolean x
        && draft.known(b) instanceof Boolean y) {
      return results -> x.equals(y) ? draft.constant(x) : x ? condition : draft.not(condition);
    }
    oneYields.add(a);
    otherYields.add(b);
    boolean agreed = a.name().equals(b.name()) && !a.name().isEmpty();
    like.add(agreed ? new Value(likeBoth.type(), a.name()) : likeBoth);
    return Iterator::next;
  }

  private Slot flag(Target target) {
    if (one.flow().certainly(target) && other.flow().certainly(target)) {
      return results -> null;
    }
    Value before = one.flow().jumps().get(target);
    if (otherwiseOff && before != null && !other.flow().jumps().containsKey(target)) {
      return results -> before;
    }
    return slot(flag(one, target), flag(other, target), new Value(Type.BOOLEAN, target.name()));
  }

  private Value flag(Branches.Arm arm, Target target) {
    Value flag = arm.flow().jumps().get(target);
    if (flag != null) {
      return flag;
    }
    Value[] constant = new Value[1];
    draft.in(arm.builder(), () -> constant[0] = draft.constant(arm.flow().certainly(target)));
    return constant[0];
  }
}
