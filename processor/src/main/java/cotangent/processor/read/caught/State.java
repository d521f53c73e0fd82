package cotangent.processor.read.caught;

import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known at one point of a block: the values of its variables, and what needs no test. */
final class State {
  private final Environment before;
  private final Map<Variable, @Nullable Term> assigned;
  private final Checks checks;

  State(Environment before, Checks checks) {
    this(before, Map.of(), checks);
  }

  private State(Environment before, Map<Variable, @Nullable Term> assigned, Checks checks) {
    this.before = before;
    this.assigned = new HashMap<>(assigned);
    this.checks = checks;
  }

  State fork() {
    return new State(before, assigned, checks.fork());
  }

  Checks checks() {
    return checks;
  }

  @Nullable Term get(Variable variable) {
    return assigned.containsKey(variable) ? assigned.get(variable) : before.get(variable);
  }

  void note(Notes.Note note) {
    assigned.put(note.variable(), note.term());
  }
}
