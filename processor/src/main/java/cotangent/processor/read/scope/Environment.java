package cotangent.processor.read.scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Which variables can be named, and what their values are at this point of the program. */
public final class Environment {

  /** The variables declared in one block; those of the blocks around it are seen through it. */
  public static final class Scope {
    private final @Nullable Scope outer;
    private final Map<String, Variable> variables = new HashMap<>();

    /** Which of them are variables of patterns. */
    private final Set<String> bindings = new HashSet<>();

    private Scope(@Nullable Scope outer) {
      this.outer = outer;
    }
  }

  /** A point of the program that can be returned to. */
  public record Mark(int changes, int declared) {

    /** Whether a variable was declared before. */
    public boolean isAfter(Variable variable) {
      return variable.number() < declared;
    }
  }

  private record Change(Variable variable, @Nullable Term old) {}

  /**
   * What all variables are worth, those of the callers and of objects included: a helper may change
   * an object of its caller, in one arm of a branch only.
   */
  public static final class Values {
    private final Map<Variable, @Nullable Term> values = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private int declared;
    private @Nullable BiConsumer<Variable, @Nullable Term> watcher;
    private boolean misfitsCaught;
  }

  private final Values all;
  private final Map<String, Variable> lent = new HashMap<>();
  private Scope scope = new Scope(null);

  public Environment(Values all) {
    this.all = all;
  }

  public Scope scope() {
    return scope;
  }

  /** Carries out an action in a new block. */
  public void inNewScope(Runnable action) {
    inScope(new Scope(scope), action);
  }

  /** Carries out an action in a block that is open around this place. */
  public void inScope(Scope place, Runnable action) {
    Scope here = scope;
    scope = place;
    try {
      action.run();
    } finally {
      scope = here;
    }
  }

  /**
   * Carries out an action in a block that is open around this place.
   *
   * @param bindings names of variables of patterns that are seen there as here
   */
  public void inScope(Scope place, Set<String> bindings, Runnable action) {
    Scope here = scope;
    for (Scope s = here; s != place && s != null; s = s.outer) {
      for (String name : bindings) {
        if (s.bindings.contains(name)) {
          place.variables.putIfAbsent(name, s.variables.get(name));
          place.bindings.add(name);
        }
      }
    }
    inScope(place, action);
  }

  /** Declares a variable without a value. */
  public Variable declare(String name, TypeMirror type) {
    Variable variable = unnamed(name, type);
    scope.variables.put(name, variable);
    return variable;
  }

  /** Declares a variable of a pattern, which may end before its block does. */
  public Variable declareBinding(String name, TypeMirror type) {
    scope.bindings.add(name);
    return declare(name, type);
  }

  /** Whether variables of patterns were declared in this block. */
  public boolean hasBindings() {
    return !scope.bindings.isEmpty();
  }

  /**
   * Carries out an action in which the names of variables of patterns mean nothing any more.
   *
   * @param bindings finds the names, where there are variables of patterns at all
   */
  public void without(Supplier<Set<String>> bindings, Runnable action) {
    Scope here = scope;
    if (here.bindings.isEmpty()) {
      action.run();
      return;
    }
    Map<String, Variable> hidden = new HashMap<>(here.variables);
    hidden.keySet().retainAll(bindings.get());
    hidden.keySet().retainAll(here.bindings);
    end(hidden.keySet());
    try {
      action.run();
    } finally {
      here.variables.putAll(hidden);
      here.bindings.addAll(hidden.keySet());
    }
  }

  /** Ends variables of patterns: from here on their names mean what they meant before. */
  public void end(Set<String> bindings) {
    for (String name : bindings) {
      if (scope.bindings.remove(name)) {
        scope.variables.remove(name);
      }
    }
  }

  /** Makes a variable that no source can name; the name is only a hint. */
  public Variable unnamed(String hint, TypeMirror type) {
    return new Variable(hint, type, all.declared++, false);
  }

  /** Makes a field of an object that is being made. */
  public Variable field(String hint, TypeMirror type) {
    return new Variable(hint, type, all.declared++, true);
  }

  public Target target(String name) {
    return new Target(name, all.declared);
  }

  /** Declares what the code around a lambda expression or class lends to it, with its value. */
  public void lend(String name, Term value) {
    Variable variable = unnamed(name, value.type());
    lent.put(name, variable);
    set(variable, value);
  }

  /** Whether a name means a variable that was declared in the method itself. */
  public boolean isLocal(String name) {
    Variable variable = named(name);
    return variable != null && variable != lent.get(name);
  }

  /** Returns the variable that a name means here, or null. */
  public @Nullable Variable named(String name) {
    for (Scope s = scope; s != null; s = s.outer) {
      Variable variable = s.variables.get(name);
      if (variable != null) {
        return variable;
      }
    }
    return lent.get(name);
  }

  /** Returns the value of a variable; null where it has none yet. */
  public @Nullable Term get(Variable variable) {
    return all.values.get(variable);
  }

  /** Returns the value of a variable that certainly has one. */
  public Term require(Variable variable) {
    Term term = get(variable);
    if (term == null) {
      throw new IllegalStateException(variable.name() + " has no value");
    }
    return term;
  }

  /** Drops the value of a variable that no one will ask for any more. */
  public void forget(Variable variable) {
    set(variable, null);
  }

  public void set(Variable variable, @Nullable Term term) {
    all.changes.add(new Change(variable, all.values.put(variable, term)));
    if (all.watcher != null) {
      all.watcher.accept(variable, term);
    }
  }

  /** Carries out an action of which each assignment is told; null for nobody who listens. */
  public void watched(@Nullable BiConsumer<Variable, @Nullable Term> watcher, Runnable action) {
    BiConsumer<Variable, @Nullable Term> outer = all.watcher;
    all.watcher = watcher;
    try {
      action.run();
    } finally {
      all.watcher = outer;
    }
  }

  /** Whether somebody listens: then an exception that comes up here is caught. */
  public boolean isWatched() {
    return all.watcher != null;
  }

  /**
   * Carries out an action.
   *
   * @param areCaught whether what is thrown where sizes don't fit is caught
   */
  public void withMisfits(boolean areCaught, Runnable action) {
    boolean outer = all.misfitsCaught;
    all.misfitsCaught |= areCaught;
    try {
      action.run();
    } finally {
      all.misfitsCaught = outer;
    }
  }

  /** Whether a program may go on where sizes don't fit. */
  public boolean areMisfitsCaught() {
    return isWatched() && all.misfitsCaught;
  }

  public Mark mark() {
    return new Mark(all.changes.size(), all.declared);
  }

  /**
   * Returns the variables that were declared before a point and assigned since, oldest first, and
   * the fields of objects that were made since.
   */
  public List<Variable> changedSince(Mark mark) {
    return changedSince(mark, variable -> false);
  }

  private List<Variable> changedSince(Mark mark, Predicate<Variable> others) {
    return all.changes.subList(mark.changes, all.changes.size()).stream()
        .map(Change::variable)
        .distinct()
        .filter(each -> each.isField() || mark.isAfter(each) || others.test(each))
        .sorted(Comparator.comparingInt(Variable::number))
        .toList();
  }

  /** Whether a variable of a pattern is seen behind the part of a condition that declared it. */
  private boolean isOpenBinding(Variable variable) {
    for (Scope s = scope; s != null; s = s.outer) {
      if (s.bindings.contains(variable.name()) && s.variables.get(variable.name()) == variable) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns to a point; returns the values of the variables that were assigned since, and can still
   * be named.
   */
  public Map<Variable, @Nullable Term> undo(Mark mark) {
    Map<Variable, @Nullable Term> undone = new LinkedHashMap<>();
    changedSince(mark, this::isOpenBinding)
        .forEach(variable -> undone.put(variable, all.values.get(variable)));
    for (int i = all.changes.size() - 1; i >= mark.changes; i--) {
      Change change = all.changes.remove(i);
      all.values.put(change.variable, change.old);
    }
    return undone;
  }

  /** Assigns variables as they were when that was undone. */
  public void redo(Map<Variable, @Nullable Term> undone) {
    undone.forEach(this::set);
  }
}
