package cotangent.processor.emit.code;

import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Splits a method that is so big that the virtual machine would interpret it for ever: stretches of
 * statements become private methods. What a part takes is passed to it; one result is returned,
 * several are left in an array.
 */
public final class Splitting {
  /** HotSpot compiles no method over 8,000 bytes, and sizes are estimates. */
  public static final int LIMIT = 7500;

  private static final int MOST_PARAMETERS = 60;

  /** What it costs to leave a value in an array. */
  private static final int SIZE_OF_STORE = 12;

  private final int limit;
  private final UnaryOperator<String> freshName;
  private final String name;
  private final List<Part> parts = new ArrayList<>();
  private final PassedValues passed = new PassedValues();
  private final Map<Value, Integer> uses = new HashMap<>();

  /**
   * A stretch of statements with its own method.
   *
   * @param results what it returns: nothing or one value
   */
  public record Part(String name, List<Value> parameters, Block body, List<Value> results) {}

  /**
   * @param limit about how many bytes of bytecode are too many
   * @param name the name of the method
   * @param freshName makes a name unique in the class
   */
  public Splitting(int limit, String name, UnaryOperator<String> freshName) {
    this.limit = limit;
    this.name = name;
    this.freshName = freshName;
  }

  public List<Part> parts() {
    return parts;
  }

  /** Returns the body of the method that is left. */
  public Block split(Block body) {
    if (BytecodeSize.of(body) <= limit) {
      return body;
    }
    body.codes().forEach(code -> count(code, uses));
    Block small = passed.reading(shrunk(body, limit));
    return new Block(passed.creations()).with(small.codes());
  }

  private Block shrunk(Block block, int most) {
    if (BytecodeSize.of(block) <= most) {
      return block;
    }
    Block inner = new Block(block.codes().stream().map(this::shrunk).toList());
    Block result = inner;
    int before = Integer.MAX_VALUE;
    while (BytecodeSize.of(result) > most && BytecodeSize.of(result) < before) {
      before = BytecodeSize.of(result);
      result = segmented(result);
    }
    return result;
  }

  /** Makes a statement small enough to become a part of its own. */
  private Code shrunk(Code code) {
    int most = limit * 3 / 4;
    if (BytecodeSize.of(code) <= most) {
      return code;
    } else if (code instanceof Code.If branch) {
      return new Code.If(
          branch.condition(),
          shrunk(branch.then(), most / 2),
          shrunk(branch.otherwise(), most / 2));
    } else if (code instanceof Code.For loop) {
      return new Code.For(
          loop.index(), loop.from(), loop.to(), loop.stride(), shrunk(loop.body(), most));
    } else if (code instanceof Code.Repeat loop) {
      return new Code.Repeat(
          shrunk(loop.before(), most / 2),
          loop.condition(),
          loop.exit(),
          shrunk(loop.after(), most / 2));
    }
    return code;
  }

  /** Makes parts of the statements of a block, as long as each may be. */
  private Block segmented(Block block) {
    List<Code> left = new ArrayList<>();
    List<List<Code>> stretch = new ArrayList<>();
    int size = 0;
    for (List<Code> unit : units(block)) {
      boolean movable = isRecord(unit.get(0)) || isMovable(unit.get(unit.size() / 2));
      int unitSize = size(unit);
      if (!movable || size + unitSize > limit * 3 / 4) {
        extract(stretch, left);
        stretch = new ArrayList<>();
        size = 0;
      }
      if (movable) {
        stretch.add(unit);
        size += unitSize;
      } else {
        left.addAll(unit);
      }
    }
    extract(stretch, left);
    return new Block(left);
  }

  private static int size(List<Code> codes) {
    return codes.stream().mapToInt(BytecodeSize::of).sum();
  }

  /** Groups each loop with the moves that go in and out of it, and a record with what it holds. */
  private static List<List<Code>> units(Block block) {
    List<List<Code>> units = new ArrayList<>();
    List<Code> codes = block.codes();
    for (int i = 0; i < codes.size(); ) {
      Code next = i + 1 < codes.size() ? codes.get(i + 1) : null;
      int length = 1;
      if (codes.get(i) instanceof Code.Move && next instanceof Code.For) {
        length = 3;
      } else if (codes.get(i) instanceof Code.Move && next instanceof Code.Repeat) {
        length = 2;
      } else if (isRecord(codes.get(i))) {
        length = 1 + countComponents(codes, i);
      }
      units.add(codes.subList(i, i + length));
      i += length;
    }
    return units;
  }

  /** Whether a statement calls a function of several results. */
  private static boolean isRecord(Code code) {
    return code instanceof Code.Let let
        && let.value() instanceof Expr.Computed computed
        && computed.step() instanceof Step.Call call
        && call.callee() instanceof Callee.Function
        && let.target().type() instanceof Type.Reference;
  }

  private static int countComponents(List<Code> codes, int place) {
    Value record = codes.get(place).targets().get(0);
    int count = 0;
    for (Code code : codes.subList(place + 1, codes.size())) {
      boolean isComponent =
          code instanceof Code.Let let
              && let.value() instanceof Expr.Component component
              && component.record() instanceof Expr.Local local
              && local.value() == record;
      if (!isComponent) {
        break;
      }
      count++;
    }
    return count;
  }

  /** Whether a statement may be moved to another method: it leaves no block but its own. */
  private static boolean isMovable(Code code) {
    boolean isReference =
        code.targets().stream()
            .anyMatch(target -> !target.type().isScalar() && !target.type().isArray());
    return !isReference && !returns(code) && !code.diverges() && !(code instanceof Code.Move);
  }

  private static boolean returns(Code code) {
    return code instanceof Code.Return
        || code.blocks().stream()
            .flatMap(block -> block.codes().stream())
            .anyMatch(Splitting::returns);
  }

  /** Makes a part of a stretch of statements, or two, if that is worth a call. */
  private void extract(List<List<Code>> units, List<Code> left) {
    List<Code> stretch = units.stream().flatMap(List::stream).toList();
    int size = size(stretch);
    if (size < limit / 16 || (units.size() == 1 && size > limit)) {
      left.addAll(stretch);
      return;
    }
    Set<Value> given = given(stretch);
    List<Code> codes = passed.loading(stretch, Set.of());
    if (units.size() > 1 && size(codes) + given.size() * SIZE_OF_STORE > limit) {
      extract(units.subList(0, units.size() / 2), left);
      extract(units.subList(units.size() / 2, units.size()), left);
      return;
    }
    List<Value> needed = new ArrayList<>(taken(codes));
    if (needed.size() > MOST_PARAMETERS) {
      Set<Value> spilled = new LinkedHashSet<>(needed.subList(MOST_PARAMETERS, needed.size()));
      spilled.forEach(value -> left.add(passed.write(value)));
      codes = passed.loading(codes, spilled);
    }
    List<Value> results = given.size() == 1 ? List.copyOf(given) : List.of();
    if (results.isEmpty()) {
      codes = new ArrayList<>(codes);
      given.stream().map(passed::write).forEach(codes::add);
    }
    Step.Call call = part(codes, results);
    List<Expr> arguments = call.operands().stream().<Expr>map(Expr.Local::new).toList();
    passed.writes(call, results.isEmpty() ? given : Set.of(), codes);
    if (results.isEmpty()) {
      passed.give(given);
      left.add(new Code.Perform(call, arguments));
    } else {
      left.add(new Code.Let(results.get(0), new Expr.Computed(call, arguments)));
    }
  }

  private Step.Call part(List<Code> codes, List<Value> results) {
    List<Value> parameters = List.copyOf(taken(codes));
    Expr[] returned = results.stream().map(Expr.Local::new).toArray(Expr[]::new);
    Block body = new Block(codes).with(List.of(new Code.Return(List.of(returned))));
    String partName = freshName.apply(name + "Part");
    parts.add(new Part(partName, parameters, body, results));
    return new Step.Call(results, new Callee.Function(partName), parameters, Position.NONE);
  }

  /** Returns the values that statements make and others use. */
  private Set<Value> given(List<Code> codes) {
    Map<Value, Integer> inside = new HashMap<>();
    codes.forEach(code -> count(code, inside));
    Set<Value> given = new LinkedHashSet<>();
    visible(codes).stream()
        .filter(value -> uses.getOrDefault(value, 0) > inside.getOrDefault(value, 0))
        .forEach(given::add);
    return given;
  }

  /**
   * Returns the values that are visible after statements: those that they make, and those of paths
   * that join.
   */
  private static Set<Value> visible(List<Code> codes) {
    Set<Value> visible = new LinkedHashSet<>();
    for (Code code : codes) {
      if (code instanceof Code.Let || code instanceof Code.Move) {
        visible.addAll(code.targets());
      } else if (code instanceof Code.If branch) {
        visible.addAll(joined(branch.then()));
        visible.addAll(joined(branch.otherwise()));
      } else if (code instanceof Code.Repeat loop) {
        visible.addAll(joined(loop.exit()));
      }
    }
    return visible;
  }

  /** Returns what a block hands on at its end. */
  private static List<Value> joined(Block block) {
    List<Code> codes = block.codes();
    Code last = codes.isEmpty() ? null : codes.get(codes.size() - 1);
    return last instanceof Code.Move move ? move.targets() : List.of();
  }

  /** Returns the values that statements use and others make. */
  static Set<Value> taken(List<Code> codes) {
    Set<Value> made = made(codes);
    Set<Value> taken = new LinkedHashSet<>();
    codes.forEach(
        code ->
            code.occurrences(
                value -> {
                  if (!made.contains(value)) {
                    taken.add(value);
                  }
                }));
    return taken;
  }

  private static Set<Value> made(List<Code> codes) {
    Set<Value> made = new LinkedHashSet<>();
    codes.forEach(code -> made(code, made));
    return made;
  }

  private static void made(Code code, Set<Value> into) {
    into.addAll(code.targets());
    code.blocks().forEach(block -> block.codes().forEach(inner -> made(inner, into)));
  }

  private static void count(Code code, Map<Value, Integer> into) {
    code.expressions()
        .forEach(expression -> expression.locals(value -> into.merge(value, 1, Integer::sum)));
    code.blocks().forEach(block -> block.codes().forEach(inner -> count(inner, into)));
  }
}
