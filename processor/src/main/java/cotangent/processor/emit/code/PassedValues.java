package cotangent.processor.emit.code;

import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The arrays in which values go from one part of a method to others: one array for each type. */
final class PassedValues {
  private final Map<Type, Value> arrays = new LinkedHashMap<>();
  private final Map<Type, Integer> sizes = new HashMap<>();
  private final Map<Value, Integer> slots = new HashMap<>();
  private final Map<Step, Set<Value>> written = new IdentityHashMap<>();
  private final Set<Value> passed = new HashSet<>();

  /** Returns the statement that puts a value into its array. */
  Code write(Value value) {
    return new Code.Store(new Expr.Local(array(value)), slot(value), "", new Expr.Local(value));
  }

  /** Notes that all others must take these values from their arrays, as the called part does. */
  void give(Set<Value> values) {
    passed.addAll(values);
  }

  /** Notes what a part has put into arrays when it returns, by itself or by parts that it calls. */
  void writes(Step call, Set<Value> values, List<Code> body) {
    Set<Value> all = new HashSet<>(values);
    body.forEach(code -> collectGiven(code, all));
    written.put(call, all);
  }

  /** Returns the statements that create the arrays. */
  List<Code> creations() {
    List<Code> creations = new ArrayList<>();
    for (Value array : arrays.values()) {
      Expr length = new Expr.Literal(Type.INT, sizes.get(array.type().element()));
      Step.NewArray step = new Step.NewArray(array, List.of(array), Position.NONE);
      creations.add(new Code.Let(array, new Expr.Computed(step, List.of(length))));
    }
    return creations;
  }

  /**
   * Returns statements that read the results of parts from their arrays, wherever they use them.
   */
  Block reading(Block block) {
    return block.map(expression -> expression.with(v -> isGiven(v) ? read(v) : new Expr.Local(v)));
  }

  /**
   * Returns statements that take values from their arrays: those that are used more than once go
   * into variables first, unless they are given in the middle of the statements.
   *
   * @param spilled values that are read from an array in addition
   */
  List<Code> loading(List<Code> codes, Set<Value> spilled) {
    Set<Value> inside = new HashSet<>();
    codes.forEach(code -> collectGiven(code, inside));
    Predicate<Value> isRead = value -> isGiven(value) || spilled.contains(value);
    Map<Value, Integer> counts = new HashMap<>();
    codes.forEach(code -> count(code, 1, counts));
    Map<Value, Value> loaded = new HashMap<>();
    List<Code> result = new ArrayList<>();
    for (Code code : codes) {
      Set<Value> used = new LinkedHashSet<>();
      code.occurrences(used::add);
      for (Value value : used) {
        boolean isOften = counts.getOrDefault(value, 0) > 1 && !inside.contains(value);
        if (isRead.test(value) && isOften && !loaded.containsKey(value)) {
          Value local = new Value(value.type(), value.name());
          loaded.put(value, local);
          result.add(new Code.Let(local, read(value)));
        }
      }
      result.add(code.with(expression -> expression.with(v -> load(v, loaded, isRead))));
    }
    return result;
  }

  private Expr load(Value value, Map<Value, Value> loaded, Predicate<Value> isRead) {
    Value local = loaded.get(value);
    if (local != null) {
      return new Expr.Local(local);
    }
    return isRead.test(value) ? read(value) : new Expr.Local(value);
  }

  private boolean isGiven(Value value) {
    return passed.contains(value);
  }

  private void collectGiven(Code code, Set<Value> into) {
    if (code instanceof Code.Perform perform) {
      into.addAll(written.getOrDefault(perform.step(), Set.of()));
    } else if (code instanceof Code.Let let && let.value() instanceof Expr.Computed computed) {
      into.addAll(written.getOrDefault(computed.step(), Set.of()));
    }
    code.blocks().forEach(block -> block.codes().forEach(inner -> collectGiven(inner, into)));
  }

  private static void count(Code code, int times, Map<Value, Integer> counts) {
    code.expressions()
        .forEach(expression -> expression.locals(v -> counts.merge(v, times, Integer::sum)));
    int inside = code instanceof Code.If ? times : 2;
    code.blocks().forEach(block -> block.codes().forEach(c -> count(c, inside, counts)));
  }

  private Value array(Value value) {
    return arrays.computeIfAbsent(
        value.type(), type -> new Value(Type.array(type), type.isArray() ? "arrays" : "frame"));
  }

  private Expr slot(Value value) {
    Integer slot = slots.get(value);
    if (slot == null) {
      slot = sizes.merge(value.type(), 1, Integer::sum) - 1;
      slots.put(value, slot);
    }
    return new Expr.Literal(Type.INT, slot);
  }

  private Expr read(Value value) {
    Value array = array(value);
    Step.Read step =
        new Step.Read(new Value(value.type(), value.name()), array, array, Position.NONE);
    return new Expr.Computed(step, List.of(new Expr.Local(array), slot(value)));
  }
}
