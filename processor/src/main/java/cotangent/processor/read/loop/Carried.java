package cotangent.processor.read.loop;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.object.Chains;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.object.Union;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** The variables that a loop carries from iteration to iteration. */
final class Carried {
  private final Frame frame;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Term> forms = new ArrayList<>();
  private final List<Term> initial = new ArrayList<>();

  /** Takes those of the variables that have a value before the loop, in their order. */
  Carried(Frame frame, Set<Variable> assigned) {
    this.frame = frame;
    assigned.stream().sorted(Comparator.comparingInt(Variable::number)).forEach(this::add);
  }

  private Carried(Frame frame, Tree at, Map<Variable, Term> wider) {
    this.frame = frame;
    Union union = new Union(frame.draft(), frame.shapes());
    wider.forEach(
        (variable, now) -> {
          Term before = before(at, variable);
          Term form = frame.union(at, before, now);
          variables.add(variable);
          forms.add(form);
          initial.add(union.as(form, before));
        });
  }

  /** Returns what a variable holds before the loop; a field that isn't assigned yet holds null. */
  private Term before(Tree at, Variable variable) {
    Term before = frame.environment().get(variable);
    if (before == null) {
      throw frame.unassigned(at, variable);
    }
    return before;
  }

  /**
   * Looks at the variables at the end of an iteration. The loop has to be read again if fields of
   * objects changed that weren't expected to, or a variable now holds another kind of object.
   *
   * @param inside the beginning of the iteration
   * @return makes what the loop carries then, when called where the loop begins; null if all is as
   *     expected
   */
  @Nullable Supplier<Carried> wider(Tree at, Environment.Mark inside) {
    Map<Variable, Term> wider = new TreeMap<>(Comparator.comparingInt(Variable::number));
    boolean grows = false;
    for (Variable variable : frame.environment().changedSince(inside)) {
      if (variable.isField() && inside.isAfter(variable) && !variables.contains(variable)) {
        Term now = frame.environment().require(variable);
        rejectNew(now, inside);
        grows = true;
        wider.put(variable, now);
      }
    }
    for (int i = 0; i < variables.size(); i++) {
      Term before = forms.get(i);
      Term now = frame.environment().get(variables.get(i));
      rejectFunctions(at, before, now);
      Term form = now == null ? before : frame.union(at, before, now);
      rejectNew(form, inside);
      Chains.rejectGrowing(before, form);
      grows |= !Term.areSame(form, before);
      wider.put(variables.get(i), form);
    }
    return grows ? () -> new Carried(frame, at, wider) : null;
  }

  /**
   * Rejects a function that is made of that of the round before, if it may be that the rounds are
   * few: written out one after the other, they need no places for functions.
   */
  private void rejectFunctions(Tree at, Term before, @Nullable Term now) {
    if (now != null
        && Chains.areFunctionsIn(now)
        && !Chains.areFunctionsIn(before)
        && !frame.reading().representations().isUnrolled(at)) {
      throw new Escape(found -> found.unroll(at));
    }
  }

  /** Rejects an object that changes and is another one after each round. */
  private static void rejectNew(Term form, Environment.Mark inside) {
    if (form instanceof Term.Mutable mutable
        && mutable.made().fields().values().stream().anyMatch(field -> !inside.isAfter(field))) {
      Identities.reject(form);
    }
    form.parts().forEach(part -> rejectNew(part, inside));
  }

  private void add(Variable variable) {
    Term value = frame.environment().get(variable);
    if (value != null) {
      Term begin =
          mayHoldObjects(value) ? new Union(frame.draft(), frame.shapes()).told(value) : value;
      variables.add(variable);
      forms.add(begin);
      initial.add(begin);
    }
  }

  /** Whether null is known as such, as the objects that come in its place may be taken apart. */
  private boolean mayHoldObjects(Term value) {
    return value.type() instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type
        && frame.names().program().names(type).isPresent();
  }

  List<Variable> variables() {
    return variables;
  }

  List<Value> initial() {
    return initial.stream().flatMap(term -> term.leaves().stream()).toList();
  }

  /** Makes the parameters that stand for the variables within the loop. */
  void enter(GraphBuilder region) {
    for (int i = 0; i < variables.size(); i++) {
      Variable variable = variables.get(i);
      Term term = forms.get(i);
      Iterator<String> names = term.names(variable.name()).iterator();
      List<Value> leaves =
          term.leaves().stream().map(leaf -> region.parameter(leaf.type(), names.next())).toList();
      frame
          .draft()
          .in(region, () -> frame.environment().set(variable, term.with(leaves.iterator())));
    }
  }

  /**
   * Returns the values that the next iteration begins with.
   *
   * @param end where the iteration ends
   */
  List<Value> next(Tree at, GraphBuilder end) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Term form = forms.get(i);
      Term term = frame.environment().get(variables.get(i));
      if (term == null) {
        all.addAll(form.leaves());
      } else {
        frame.union(at, form, term);
        frame
            .draft()
            .in(
                end,
                () -> all.addAll(new Union(frame.draft(), frame.shapes()).as(form, term).leaves()));
      }
    }
    return all;
  }

  /** Gives the variables the values that the loop ended with. */
  void leave(Iterator<Value> results) {
    for (int i = 0; i < variables.size(); i++) {
      frame.environment().set(variables.get(i), forms.get(i).with(results));
    }
  }
}
