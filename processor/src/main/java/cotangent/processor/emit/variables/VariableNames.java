package cotangent.processor.emit.variables;

import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.emit.code.Expr;
import cotangent.processor.emit.java.Casing;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names of a method's variables: the user's where that is possible. No two variables that are
 * visible at the same place share one, and none hides a type that the method mentions.
 */
public final class VariableNames {
  private static final List<String> INDICES = List.of("i", "j", "k", "l", "m");

  private final Map<Value, String> names = new HashMap<>();
  private final Map<String, List<Visible>> taken = new HashMap<>();
  private final Set<String> reserved;
  private final List<Value> declared = new ArrayList<>();
  private final Map<Value, Visible> visible = new HashMap<>();
  private final Map<Value, Expr> contents = new HashMap<>();
  private final Map<Value, Code.Store> places = new HashMap<>();
  private final Set<Value> indices = new HashSet<>();
  private int next;

  /** From where to where a name is visible. */
  private record Visible(int from, int to) {
    boolean overlaps(Visible other) {
      return from < other.to && other.from < to;
    }
  }

  /**
   * @param reserved names that no variable may have
   */
  public VariableNames(Set<String> reserved) {
    this.reserved = reserved;
  }

  /** Names a parameter, visible everywhere; returns its name. */
  public String parameter(String wanted) {
    return take(wanted, Type.DOUBLE, new Visible(0, Integer.MAX_VALUE));
  }

  /** Names the variable of a parameter. */
  public void put(Value variable, String name) {
    names.put(variable, name);
  }

  /** Names all variables that are declared in a block. */
  public void declare(Block body) {
    survey(body);
    for (Value variable : declared) {
      if (!names.containsKey(variable)) {
        names.put(variable, take(variable));
      }
    }
  }

  /** Returns the name of a variable; empty where it has none yet. */
  String known(Value variable) {
    return names.getOrDefault(variable, "");
  }

  public String of(Value variable) {
    String name = names.get(variable);
    if (name == null) {
      throw new IllegalStateException("not declared: " + variable);
    }
    return name;
  }

  private void survey(Block block) {
    Map<Value, Integer> starts = new HashMap<>();
    for (Code code : block.codes()) {
      int at = next++;
      if (code instanceof Code.Let let && let.declares()) {
        declare(let.target(), at, starts);
      } else if (code instanceof Code.Declare declare) {
        declare(declare.target(), at, starts);
      } else if (code instanceof Code.For loop) {
        declared.add(loop.index());
        indices.add(loop.index());
      }
      if (code instanceof Code.Let let && !(let.value() instanceof Expr.Literal)) {
        contents.putIfAbsent(let.target(), let.value());
      }
      if (code instanceof Code.Store store
          && store.operator().isEmpty()
          && store.value() instanceof Expr.Local local) {
        places.putIfAbsent(local.value(), store);
      }
      code.blocks().forEach(this::survey);
      if (code instanceof Code.For loop) {
        visible.put(loop.index(), new Visible(at, next));
      }
    }
    starts.forEach((value, at) -> visible.put(value, new Visible(at, next)));
  }

  private void declare(Value value, int at, Map<Value, Integer> starts) {
    declared.add(value);
    starts.put(value, at);
  }

  private String take(Value variable) {
    Visible where = Objects.requireNonNull(visible.get(variable));
    String wanted = variable.name();
    if (indices.contains(variable) && (wanted.isEmpty() || INDICES.contains(wanted))) {
      for (String name : INDICES.subList(Math.max(0, INDICES.indexOf(wanted)), INDICES.size())) {
        if (isFree(name, where)) {
          return take(name, variable.type(), where);
        }
      }
    }
    if (wanted.isEmpty() && contents.containsKey(variable)) {
      wanted = NameHints.of(contents.get(variable), this::known);
    }
    if (wanted.isEmpty() && places.containsKey(variable)) {
      Code.Store place = places.get(variable);
      wanted = NameHints.element(place.array(), place.index(), this::known);
    }
    return take(isConstant(variable) ? Casing.variable(wanted) : wanted, variable.type(), where);
  }

  private boolean isConstant(Value variable) {
    return contents.get(variable) instanceof Expr.Computed computed
        && computed.step() instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && member.kind() == Callee.Member.Kind.STATIC_FIELD;
  }

  private String take(String wanted, Type type, Visible where) {
    String base = SourceVersion.isName(wanted) ? wanted : unnamed(type);
    String separator = Character.isDigit(base.charAt(base.length() - 1)) ? "_" : "";
    String name = base;
    for (int i = 2; !isFree(name, where); i++) {
      name = base + separator + i;
    }
    taken.computeIfAbsent(name, n -> new ArrayList<>()).add(where);
    return name;
  }

  private boolean isFree(String name, Visible where) {
    return !reserved.contains(name)
        && taken.getOrDefault(name, List.of()).stream().noneMatch(where::overlaps);
  }

  private static String unnamed(Type type) {
    if (type.isArray()) {
      return type.rank() > 1 ? "rows" : "row";
    } else if (type == Type.BOOLEAN) {
      return "test";
    }
    return type.isScalar() ? type.isIntegral() ? "n" : "t" : ofReference(type.toString());
  }

  /** Returns {@code sample} for the type {@code p.Sample<X>}. */
  private static String ofReference(String type) {
    String simple = type.replaceAll("<.*", "").replaceAll(".*\\.", "");
    String name = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
    return simple.equals("String") ? "message" : SourceVersion.isName(name) ? name : "type";
  }
}
