package cotangent.processor.emit.variables;

import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.emit.code.Expr;
import cotangent.processor.graph.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * From where to where each value is needed. Statements are numbered in their order; a walk from the
 * last to the first opens a range at a use and closes it at the assignment.
 */
final class Liveness {
  private final Map<Code, Integer> numbers = new IdentityHashMap<>();
  private final Map<Code, int[]> ends = new IdentityHashMap<>();
  private final Map<Value, Integer> births = new HashMap<>();
  private final Map<Value, Ranges> ranges = new HashMap<>();
  private Map<Value, Integer> open = new HashMap<>();
  private int next = 1;

  Liveness(List<Value> parameters, Block body) {
    parameters.forEach(parameter -> births.put(parameter, 0));
    number(body);
    walk(body);
    parameters.forEach(parameter -> assigned(parameter, 0));
  }

  /** Returns where a value is needed. */
  Ranges ranges(Value value) {
    return ranges.computeIfAbsent(value, v -> new Ranges());
  }

  /** Returns the number of the statement that assigns a value first. */
  int birth(Value value) {
    Integer birth = births.get(value);
    if (birth == null) {
      throw new IllegalStateException("used, but nowhere assigned: " + value);
    }
    return birth;
  }

  /** Returns where each block of a statement ends. */
  private int[] ends(Code code) {
    return Objects.requireNonNull(ends.get(code));
  }

  private void number(Block block) {
    for (Code code : block.codes()) {
      numbers.put(code, next);
      code.targets().forEach(target -> births.putIfAbsent(target, next));
      next++;
      List<Block> blocks = code.blocks();
      int[] blockEnds = new int[blocks.size()];
      for (int i = 0; i < blockEnds.length; i++) {
        number(blocks.get(i));
        blockEnds[i] = next++;
      }
      ends.put(code, blockEnds);
    }
  }

  private void walk(Block block) {
    for (int i = block.codes().size() - 1; i >= 0; i--) {
      Code code = block.codes().get(i);
      int at = Objects.requireNonNull(numbers.get(code));
      if (code instanceof Code.If branch) {
        branch(branch, at);
      } else if (code instanceof Code.For loop) {
        counted(loop, at);
      } else if (code instanceof Code.Repeat loop) {
        general(loop, at);
      } else {
        code.targets().forEach(target -> assigned(target, at));
        code.expressions().forEach(expression -> use(expression, at));
      }
    }
  }

  private void use(Expr expression, int at) {
    expression.locals(value -> open.putIfAbsent(value, at));
  }

  private void assigned(Value value, int at) {
    Integer end = open.remove(value);
    ranges(value).add(at, end == null ? at + 1 : end);
  }

  private void branch(Code.If branch, int at) {
    int thenEnd = ends(branch)[0] + 1;
    Map<Value, Integer> after = open;
    open = new HashMap<>(after);
    walk(branch.otherwise());
    Map<Value, Integer> otherwise = open;
    open = all(after.keySet(), thenEnd);
    walk(branch.then());
    fork(at, thenEnd, otherwise);
    use(branch.condition(), at);
  }

  /**
   * Joins, going back, what is open at the start of two arms.
   *
   * @param firstEnd where the first arm, whose ranges are open, ends and the second one starts
   * @param second what is open at the start of the second one
   */
  private void fork(int at, int firstEnd, Map<Value, Integer> second) {
    second.forEach(
        (value, end) -> {
          Integer first = open.get(value);
          if (first != null && first == firstEnd) {
            open.put(value, end);
          } else {
            ranges(value).add(firstEnd, end);
            open.putIfAbsent(value, at + 1);
          }
        });
  }

  private void counted(Code.For loop, int at) {
    int end = ends(loop)[0] + 1;
    Set<Value> outer = usedInside(loop, at);
    outer.addAll(open.keySet());
    outer.forEach(value -> open.putIfAbsent(value, end));
    walk(loop.body());
    open.remove(loop.index());
    ranges(loop.index()).add(at, end);
    outer.forEach(value -> open.putIfAbsent(value, at + 1));
    use(loop.from(), at);
  }

  private void general(Code.Repeat loop, int at) {
    int test = ends(loop)[0];
    int exitEnd = ends(loop)[1] + 1;
    int end = ends(loop)[2] + 1;
    Map<Value, Integer> left = open;
    Set<Value> outer = usedInside(loop, at);
    open = new HashMap<>();
    left.forEach(
        (value, until) -> {
          if (birth(value) < at) {
            outer.add(value);
            open.put(value, until);
          } else {
            ranges(value).add(end, until);
          }
        });
    outer.forEach(value -> open.putIfAbsent(value, end));
    walk(loop.after());
    Map<Value, Integer> after = open;
    open = all(left.keySet(), exitEnd);
    walk(loop.exit());
    fork(test, exitEnd, after);
    use(loop.condition(), test);
    walk(loop.before());
    outer.forEach(value -> open.putIfAbsent(value, at + 1));
  }

  /** Returns the values from before a loop that it uses: they are needed until it ends. */
  private Set<Value> usedInside(Code loop, int at) {
    Set<Value> used = new HashSet<>();
    uses(loop, used);
    used.removeIf(value -> birth(value) >= at);
    return used;
  }

  private static void uses(Code code, Set<Value> into) {
    code.expressions().forEach(expression -> expression.locals(into::add));
    code.blocks().forEach(block -> block.codes().forEach(inner -> uses(inner, into)));
  }

  private static Map<Value, Integer> all(Set<Value> values, int end) {
    Map<Value, Integer> map = new HashMap<>();
    values.forEach(value -> map.put(value, end));
    return map;
  }
}
