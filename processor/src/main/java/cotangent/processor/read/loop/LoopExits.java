package cotangent.processor.read.loop;

import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables that leave a general loop with other values than they entered it with. */
final class LoopExits {
  private final Frame frame;
  private final Map<Variable, Term> changed = new LinkedHashMap<>();

  /**
   * Looks at the variables as they are where the loop is tested.
   *
   * @param inside the beginning of an iteration
   */
  LoopExits(Frame frame, Carried carried, Environment.Mark inside) {
    this.frame = frame;
    Set<Variable> variables = new TreeSet<>(Comparator.comparingInt(Variable::number));
    variables.addAll(carried.variables());
    variables.addAll(frame.environment().changedSince(inside));
    for (Variable variable : variables) {
      Term now = frame.environment().get(variable);
      if (now != null) {
        changed.put(variable, now);
      }
    }
  }

  /** Adds a variable that was declared in the loop. */
  void add(Variable variable, Term value) {
    changed.put(variable, value);
  }

  /** Adds variables of patterns in the loop's condition, which are seen behind it. */
  void addBindings(Set<String> names) {
    for (String name : names) {
      Variable variable = frame.environment().named(name);
      if (variable != null && frame.environment().get(variable) != null) {
        add(variable, frame.environment().require(variable));
      }
    }
  }

  /** Returns all yields: the test, the variables, and the flags of the jumps. */
  List<Value> with(Value test, Flow left) {
    List<Value> yields = new ArrayList<>();
    yields.add(test);
    changed.forEach(
        (variable, term) -> {
          for (Value leaf : term.leaves()) {
            yields.add(leaf);
          }
        });
    left.jumps()
        .forEach((target, flag) -> yields.add(flag == null ? frame.draft().constant(true) : flag));
    return yields;
  }

  /**
   * Gives the variables their values after the loop.
   *
   * @param ends whether the loop can end without one of the jumps
   */
  Flow settle(List<Value> results, Flow left, boolean ends) {
    Iterator<Value> values = results.iterator();
    changed.forEach((variable, term) -> frame.environment().set(variable, term.with(values)));
    Map<Target, @Nullable Value> jumps = new LinkedHashMap<>();
    left.jumps().keySet().forEach(target -> jumps.put(target, values.next()));
    if (!ends && jumps.size() == 1) {
      jumps.replaceAll((target, flag) -> null);
    }
    return new Flow(ends, jumps);
  }
}
