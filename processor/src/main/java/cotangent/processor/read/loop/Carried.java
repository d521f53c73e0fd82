package cotangent.processor.read.loop;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The variables that a loop carries from iteration to iteration. */
final class Carried {
  private final Frame frame;
  private final List<Variable> variables = new ArrayList<>();
  private final List<Term> initial = new ArrayList<>();

  /** Takes those of the variables that have a value before the loop, in their order. */
  Carried(Frame frame, Set<Variable> assigned) {
    this.frame = frame;
    assigned.stream().sorted(Comparator.comparingInt(Variable::number)).forEach(this::add);
  }

  private void add(Variable variable) {
    Term value = frame.environment().get(variable);
    if (value != null) {
      variables.add(variable);
      initial.add(value);
    }
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
      Term term = initial.get(i);
      List<Value> leaves =
          term.leaves().stream()
              .map(leaf -> region.parameter(leaf.type(), name(variable, term, leaf)))
              .toList();
      frame.environment().set(variable, term.with(leaves.iterator()));
    }
  }

  private static String name(Variable variable, Term term, Value leaf) {
    return term instanceof Term.Single ? variable.name() : leaf.name();
  }

  /** Gives the values that the next iteration begins with. */
  List<Value> next(Tree at) {
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      Term term = frame.environment().get(variables.get(i));
      Term now = term == null ? initial.get(i) : term;
      frame.requireSameShape(at, initial.get(i), now);
      all.addAll(now.leaves());
    }
    return all;
  }

  /** Gives the variables the values that the loop ended with. */
  void leave(Iterator<Value> results) {
    for (int i = 0; i < variables.size(); i++) {
      frame.environment().set(variables.get(i), initial.get(i).with(results));
    }
  }
}
