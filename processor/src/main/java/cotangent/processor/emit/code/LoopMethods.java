package cotangent.processor.emit.code;

import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes private methods of the innermost loops of a method that has many of them: those that only
 * compute from arrays into arrays. HotSpot's C2 compiles and vectorises each on its own, and early;
 * a method with dozens of them it compiles late, loop by loop, and leaves some scalar. Loops that
 * compute the same share one method.
 */
public final class LoopMethods {
  /** A method with this many loops is still compiled well. */
  private static final int FEW = 7;

  private static final int MOST_PARAMETERS = 60;

  private final Map<String, Splitting.Part> known = new LinkedHashMap<>();
  private final UnaryOperator<String> freshName;

  /**
   * @param freshName makes a name unique in the class
   */
  public LoopMethods(UnaryOperator<String> freshName) {
    this.freshName = freshName;
  }

  /**
   * Returns a body that calls methods in place of loops.
   *
   * @param name the name of the method whose body it is
   * @param added is given the methods that are new
   */
  public Block of(Block body, String name, List<Splitting.Part> added) {
    return count(body) <= FEW ? body : calling(body, name, added);
  }

  private static int count(Block block) {
    int count = 0;
    for (Code code : block.codes()) {
      count += code instanceof Code.For loop && new Text().of(loop) != null ? 1 : 0;
      count += code.blocks().stream().mapToInt(LoopMethods::count).sum();
    }
    return count;
  }

  private Block calling(Block block, String name, List<Splitting.Part> added) {
    List<Code> codes = new ArrayList<>();
    boolean follows = false;
    for (Code code : block.codes()) {
      Text text = new Text();
      String key = code instanceof Code.For loop ? text.of(loop) : null;
      if (key != null) {
        removeNothing(codes);
        codes.add(call(code, key, text, name, added));
      } else if (!follows || !isNothing(code)) {
        codes.add(inside(code, name, added));
      }
      follows = key != null;
    }
    return new Block(codes);
  }

  private static boolean isNothing(Code code) {
    return code instanceof Code.Move move && move.targets().isEmpty();
  }

  /** Removes a last statement that does nothing. */
  private static void removeNothing(List<Code> codes) {
    int last = codes.size() - 1;
    if (last >= 0 && isNothing(codes.get(last))) {
      codes.remove(last);
    }
  }

  private Code call(Code loop, String key, Text text, String name, List<Splitting.Part> added) {
    Splitting.Part method = known.get(key);
    if (method == null) {
      method =
          new Splitting.Part(
              freshName.apply(name + "Loop"),
              List.copyOf(text.taken.keySet()),
              new Block(List.of(loop, new Code.Return(List.of()))),
              List.of());
      known.put(key, method);
      added.add(method);
    }
    List<Value> operands = List.copyOf(text.taken.keySet());
    Step.Call call =
        new Step.Call(List.of(), new Callee.Function(method.name()), operands, Position.NONE);
    return new Code.Perform(call, operands.stream().<Expr>map(Expr.Local::new).toList());
  }

  private Code inside(Code code, String name, List<Splitting.Part> added) {
    if (code instanceof Code.If branch) {
      return new Code.If(
          branch.condition(),
          calling(branch.then(), name, added),
          calling(branch.otherwise(), name, added));
    } else if (code instanceof Code.For loop) {
      return new Code.For(
          loop.index(), loop.from(), loop.to(), loop.stride(), calling(loop.body(), name, added));
    } else if (code instanceof Code.Repeat loop) {
      return new Code.Repeat(
          calling(loop.before(), name, added),
          loop.condition(),
          calling(loop.exit(), name, added),
          calling(loop.after(), name, added));
    }
    return code;
  }

  /** Tells loops apart by what they compute: values are numbered as they come. */
  private static final class Text {
    private final Map<Value, Integer> numbers = new LinkedHashMap<>();
    private final Map<Value, Integer> taken = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    /** Returns the text of a loop; null where it has more than assignments in it, or hands on. */
    @Nullable String of(Code.For loop) {
      define(loop.index());
      boolean isPlain = expression(loop.from()) && expression(loop.to());
      for (Code code : loop.body().codes()) {
        if (code instanceof Code.Let let) {
          isPlain &= expression(let.value());
          define(let.target());
        } else if (code instanceof Code.Store store) {
          isPlain &= expression(store.array()) && expression(store.index());
          text.append(store.operator()).append('=');
          isPlain &= expression(store.value());
        } else {
          isPlain &= isNothing(code);
        }
        text.append(';');
      }
      return isPlain && taken.size() <= MOST_PARAMETERS ? text.toString() : null;
    }

    private void define(Value value) {
      numbers.put(value, numbers.size());
      text.append('#').append(value.type());
    }

    private boolean expression(Expr expression) {
      if (expression instanceof Expr.Local local) {
        Value value = local.value();
        if (!numbers.containsKey(value)) {
          taken.put(value, taken.size());
          define(value);
        }
        text.append(' ').append(numbers.get(value));
        return true;
      } else if (expression instanceof Expr.Literal literal) {
        text.append(' ').append(literal.type()).append(':').append(literal.value());
        return true;
      } else if (expression instanceof Expr.Computed computed
          && computed.step() instanceof Step.Apply apply) {
        text.append(' ').append(apply.operation().name()).append(apply.result().type());
      } else if (expression instanceof Expr.Computed computed
          && computed.step() instanceof Step.Read) {
        text.append(" []");
      } else if (expression instanceof Expr.Choice) {
        text.append(" ?");
      } else if (expression instanceof Expr.Not) {
        text.append(" !");
      } else {
        return false;
      }
      text.append('(');
      boolean isPlain = true;
      for (Expr part : expression.parts()) {
        isPlain &= expression(part);
      }
      text.append(')');
      return isPlain;
    }
  }
}
