package cotangent.processor.emit.variables;

import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.emit.code.Expr;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values share a Java variable. Values that are handed on to one another at a join do, so
 * that nothing need be copied, and so do the versions of one variable of the user; but only where
 * no two of them are needed at the same time.
 */
public final class Variables {
  private final Map<Value, Value> owners = new HashMap<>();
  private final Map<Value, Ranges> ranges = new HashMap<>();
  private final Map<Value, Integer> uses = new HashMap<>();
  private final Map<Value, Scope> scopes = new HashMap<>();
  private final Set<Value> indices = new HashSet<>();
  private final Set<Value> targets = new HashSet<>();
  private final Set<Value> values = new LinkedHashSet<>();
  private final Set<Value> parameters;
  private final Liveness liveness;

  /** A block, as far as its place among the others counts. */
  private record Scope(@Nullable Scope outer, int depth) {
    Scope inner() {
      return new Scope(this, depth + 1);
    }

    boolean contains(Scope other) {
      Scope scope = other;
      while (scope != null && scope.depth > depth) {
        scope = scope.outer;
      }
      return scope == this;
    }

    static Scope common(Scope a, Scope b) {
      Scope scope = a;
      while (!scope.contains(b)) {
        scope = Objects.requireNonNull(scope.outer);
      }
      return scope;
    }
  }

  public Variables(List<Value> parameters, Block body) {
    this.parameters = new HashSet<>(parameters);
    liveness = new Liveness(parameters, body);
    Scope method = new Scope(null, 0);
    parameters.forEach(parameter -> occurs(parameter, method));
    survey(body, method);
    List<Passing> passings = new ArrayList<>();
    collect(body, passings);
    passings.stream().filter(this::joinsPaths).forEach(this::join);
    passings.stream()
        .filter(passing -> isSameName(passing.target, passing.source))
        .forEach(this::join);
    passings.stream().filter(passing -> isOnlyMoved(passing.source)).forEach(this::join);
    joinVersions();
  }

  /** Returns the value that stands for the variable of a value. */
  Value of(Value value) {
    Value owner = value;
    while (owners.containsKey(owner)) {
      owner = owners.get(owner);
    }
    return owner;
  }

  private void survey(Block block, Scope scope) {
    for (Code code : block.codes()) {
      code.targets().forEach(target -> occurs(target, scope));
      if (code instanceof Code.Repeat loop) {
        Scope inside = scope.inner();
        survey(loop.before(), inside);
        survey(loop.condition(), inside);
        survey(loop.exit(), inside.inner());
        survey(loop.after(), inside.inner());
      } else {
        code.expressions().forEach(expression -> survey(expression, scope));
        code.blocks().forEach(inner -> survey(inner, scope.inner()));
      }
      if (code instanceof Code.For loop) {
        indices.add(loop.index());
      }
    }
  }

  private void survey(Expr expression, Scope scope) {
    expression.locals(
        value -> {
          uses.merge(value, 1, Integer::sum);
          occurs(value, scope);
        });
  }

  private void occurs(Value value, Scope scope) {
    values.add(value);
    scopes.merge(value, scope, Scope::common);
  }

  private Scope scope(Value value) {
    return Objects.requireNonNull(scopes.get(value));
  }

  /** A value that becomes another one where paths meet. */
  private record Passing(Value target, Value source) {}

  private void collect(Block block, List<Passing> into) {
    for (Code code : block.codes()) {
      code.blocks().forEach(inner -> collect(inner, into));
      if (code instanceof Code.Move move) {
        targets.addAll(move.targets());
        for (int i = 0; i < move.targets().size(); i++) {
          if (move.sources().get(i) instanceof Expr.Local source) {
            into.add(new Passing(move.targets().get(i), source.value()));
          }
        }
      }
    }
  }

  /** Whether both are values of several paths: such take part in most moves. */
  private boolean joinsPaths(Passing passing) {
    return targets.contains(passing.source);
  }

  private void join(Passing passing) {
    join(of(passing.target), of(passing.source));
  }

  private static boolean isSameName(Value a, Value b) {
    return a.name().equals(b.name()) || a.name().isEmpty() || b.name().isEmpty();
  }

  private boolean isOnlyMoved(Value value) {
    return uses.getOrDefault(value, 0) == 1 && !parameters.contains(value);
  }

  private boolean join(Value a, Value b) {
    if (a == b || !mayJoin(a, b)) {
      return a == b;
    }
    boolean isFirstOwner = isBetterOwner(a, b);
    Value owner = isFirstOwner ? a : b;
    Value other = isFirstOwner ? b : a;
    owners.put(other, owner);
    ranges(owner).addAll(ranges(other));
    scopes.merge(owner, scope(other), Scope::common);
    return true;
  }

  private boolean mayJoin(Value a, Value b) {
    return a.type().equals(b.type())
        && !indices.contains(a)
        && !indices.contains(b)
        && !(parameters.contains(a) && parameters.contains(b))
        && !ranges(a).overlaps(ranges(b));
  }

  /** A parameter must stay what it is; apart from that, one with a name is better. */
  private boolean isBetterOwner(Value a, Value b) {
    if (parameters.contains(a) || parameters.contains(b)) {
      return parameters.contains(a);
    }
    return !a.name().isEmpty() || b.name().isEmpty();
  }

  private Ranges ranges(Value value) {
    return ranges.computeIfAbsent(value, liveness::ranges);
  }

  private void joinVersions() {
    Map<String, List<Value>> versions = new HashMap<>();
    List<Value> ordered = new ArrayList<>(values);
    ordered.sort(Comparator.comparingInt(liveness::birth));
    for (Value value : ordered) {
      Value variable = of(value);
      List<Value> known = versions.computeIfAbsent(variable.name(), name -> new ArrayList<>());
      if (!variable.name().isEmpty() && !known.contains(variable) && !joinAny(known, variable)) {
        known.add(variable);
      }
    }
  }

  private boolean joinAny(List<Value> known, Value variable) {
    for (int i = 0; i < known.size(); i++) {
      Value other = known.get(i);
      if (scope(other).contains(scope(variable)) && join(other, variable)) {
        known.set(i, of(other));
        return true;
      }
    }
    return false;
  }
}
