package cotangent.processor.emit.code;

import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes private methods of the innermost loops of a method that has many of them: those that only
 * compute from arrays into arrays. HotSpot's C2 compiles and vectorises each on its own, and early;
 * a method with dozens of them it compiles late, loop by loop, and leaves some scalar. Loops that
 * compute the same share one method.
 *
 * <p>The rounds of a loop around as many become a method too: it is called often, so that C2
 * compiles it once, from its beginning, and not once for each loop that it is entered in the middle
 * of. A loop over blocks has few rounds.
 */
public final class LoopMethods {
  /** A method with this many loops is still compiled well. */
  private static final int FEW = 7;

  private static final int MOST_PARAMETERS = 60;

  /** The size of a round that need not be split. */
  private static final int MOST_BYTES = Splitting.LIMIT / 2;

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
   * @param loops is given the methods of loops that are new
   * @param rounds is given those of rounds
   */
  public Block of(
      Block body, String name, List<Splitting.Part> loops, List<Splitting.Part> rounds) {
    return count(body) <= FEW ? body : new Calls(name, loops, rounds).in(body);
  }

  private static int count(Block block) {
    int count = 0;
    for (Code code : block.codes()) {
      count += code instanceof Code.For loop && new Text().of(loop) != null ? 1 : 0;
      count += code.blocks().stream().mapToInt(LoopMethods::count).sum();
    }
    return count;
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

  /**
   * Returns the name of the only array that a loop fills, so that its method can be named after it.
   */
  private static String purpose(Code.For loop) {
    Set<String> filled = new HashSet<>();
    for (Code code : loop.body().codes()) {
      if (code instanceof Code.Store store) {
        filled.add(store.array() instanceof Expr.Local array ? array.value().name() : "");
      }
    }
    String only = filled.size() == 1 ? filled.iterator().next() : "";
    return only.isEmpty() ? "loop" : only;
  }

  private static Code call(Splitting.Part method, List<Value> taken) {
    Step.Call call =
        new Step.Call(List.of(), new Callee.Function(method.name()), taken, Position.NONE);
    return new Code.Perform(call, taken.stream().<Expr>map(Expr.Local::new).toList());
  }

  /** Puts calls into the body of a method. */
  private final class Calls {
    private final String name;
    private final List<Splitting.Part> loops;
    private final List<Splitting.Part> rounds;

    /** How many innermost loops are in rounds that have a method. */
    private int apart;

    Calls(String name, List<Splitting.Part> loops, List<Splitting.Part> rounds) {
      this.name = name;
      this.loops = loops;
      this.rounds = rounds;
    }

    Block in(Block block) {
      List<Code> codes = new ArrayList<>();
      boolean follows = false;
      for (Code code : block.codes()) {
        Text text = new Text();
        String key = code instanceof Code.For loop ? text.of(loop) : null;
        if (key != null) {
          removeNothing(codes);
          List<Value> taken = List.copyOf(text.taken.keySet());
          codes.add(LoopMethods.call(loop((Code.For) code, key, taken), taken));
        } else if (!follows || !isNothing(code)) {
          codes.add(inside(code));
        }
        follows = key != null;
      }
      return new Block(codes);
    }

    private Splitting.Part loop(Code.For loop, String key, List<Value> taken) {
      Splitting.Part method = known.get(key);
      if (method == null) {
        method = method(CamelCase.joined(name, purpose(loop)), List.of(loop), taken);
        known.put(key, method);
        loops.add(method);
      }
      return method;
    }

    private Splitting.Part method(String method, List<Code> codes, List<Value> taken) {
      Block body = new Block(codes).with(List.of(new Code.Return(List.of())));
      return new Splitting.Part(freshName.apply(method), taken, body, List.of());
    }

    private Code inside(Code code) {
      if (code instanceof Code.If branch) {
        return new Code.If(branch.condition(), in(branch.then()), in(branch.otherwise()));
      } else if (code instanceof Code.For loop) {
        return new Code.For(loop.index(), loop.from(), loop.to(), loop.stride(), round(loop));
      } else if (code instanceof Code.Repeat loop) {
        return new Code.Repeat(
            in(loop.before()), loop.condition(), in(loop.exit()), in(loop.after()));
      }
      return code;
    }

    /** Returns the body of a loop, or the call of a method that has it. */
    private Block round(Code.For loop) {
      int before = apart;
      Block body = in(loop.body());
      int inside = count(loop.body()) - (apart - before);
      boolean isOverBlocks = Math.abs(loop.stride()) > 1;
      if (inside <= FEW
          || isOverBlocks
          || handsOn(loop.body())
          || BytecodeSize.of(body) > MOST_BYTES) {
        return body;
      }
      List<Code> codes = new ArrayList<>(body.codes());
      removeNothing(codes);
      List<Value> taken = List.copyOf(Splitting.taken(codes));
      if (taken.size() > MOST_PARAMETERS) {
        return body;
      }
      apart += inside;
      Splitting.Part method = method(name + "Round", codes, taken);
      rounds.add(method);
      return new Block(List.of(LoopMethods.call(method, taken)));
    }

    /** Whether a round gives anything to the next one, or to what follows, or ends the method. */
    private static boolean handsOn(Block round) {
      Code last = round.codes().get(round.codes().size() - 1);
      return round.diverges() || last instanceof Code.Move && !isNothing(last);
    }
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
