package cotangent.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Which variables can be named, and what their values are at this point of the program. */
final class Environment {

  /** The variables declared in one block; those of the blocks around it are seen through it. */
  static final class Scope {
    private final @Nullable Scope outer;
    private final Map<String, Variable> variables = new HashMap<>();

    private Scope(@Nullable Scope outer) {
      this.outer = outer;
    }
  }

  private final Map<Variable, @Nullable Term> values = new LinkedHashMap<>();
  private Scope scope = new Scope(null);
  private int declared;

  Scope scope() {
    return scope;
  }

  /** Carries out an action in a new block, and forgets the variables declared in it. */
  void inNewScope(Runnable action) {
    int mark = declared;
    inScope(new Scope(scope), action);
    values.keySet().removeIf(variable -> variable.number() >= mark);
  }

  /** Carries out an action in a block that is open around this place. */
  void inScope(Scope place, Runnable action) {
    Scope here = scope;
    scope = place;
    try {
      action.run();
    } finally {
      scope = here;
    }
  }

  /** Declares a variable without a value. */
  Variable declare(String name, TypeMirror type) {
    Variable variable = unnamed(name, type);
    scope.variables.put(name, variable);
    return variable;
  }

  /** Makes a variable that no source can name; the name is only a hint. */
  Variable unnamed(String hint, TypeMirror type) {
    Variable variable = new Variable(hint, type, declared++);
    values.put(variable, null);
    return variable;
  }

  Target target(String name) {
    return new Target(name, declared);
  }

  /** Gives the variable that a name means here, or null. */
  @Nullable Variable named(String name) {
    for (Scope s = scope; s != null; s = s.outer) {
      Variable variable = s.variables.get(name);
      if (variable != null) {
        return variable;
      }
    }
    return null;
  }

  /** Gives the value of a variable; null where it has none yet. */
  @Nullable Term get(Variable variable) {
    return values.get(variable);
  }

  /** Gives the value of a variable that certainly has one. */
  Term require(Variable variable) {
    Term term = get(variable);
    if (term == null) {
      throw new IllegalStateException(variable.name() + " has no value");
    }
    return term;
  }

  /** Drops a variable that no one will ask for any more. */
  void forget(Variable variable) {
    values.remove(variable);
  }

  void set(Variable variable, @Nullable Term term) {
    values.put(variable, term);
  }

  /** Gives all variables there are, oldest first. */
  List<Variable> variables() {
    return new ArrayList<>(values.keySet());
  }

  Map<Variable, @Nullable Term> snapshot() {
    return new LinkedHashMap<>(values);
  }

  void restore(Map<Variable, @Nullable Term> snapshot) {
    values.clear();
    values.putAll(snapshot);
  }
}
