package cotangent.processor.emit.variables;

import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.emit.code.Effect;
import cotangent.processor.emit.code.Expr;
import cotangent.processor.graph.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts variables in place of values and Java's statements in place of the graph's: moves become
 * assignments one after the other, general loops become those that Java has.
 */
public final class Sequence {
  private static final Expr TRUE = new Expr.Literal(Type.BOOLEAN, true);

  private final Variables variables;

  private Sequence(Variables variables) {
    this.variables = variables;
  }

  /** Returns a block in which every value is a variable. */
  public static Block of(Block block, Variables variables) {
    return new Sequence(variables).block(block);
  }

  private Block block(Block block) {
    List<Code> codes = new ArrayList<>();
    for (Code code : block.codes()) {
      codes.addAll(code(code));
      if (code.diverges() || (!codes.isEmpty() && codes.get(codes.size() - 1).diverges())) {
        break;
      }
    }
    return new Block(codes);
  }

  private Expr expr(Expr expression) {
    return expression.map(variables::of);
  }

  private List<Expr> exprs(List<Expr> expressions) {
    return expressions.stream().map(this::expr).toList();
  }

  private List<Code> code(Code code) {
    if (code instanceof Code.Let let) {
      return List.of(new Code.Let(variables.of(let.target()), expr(let.value())));
    } else if (code instanceof Code.Move move) {
      return new ParallelMoves(move, variables).inOrder();
    } else if (code instanceof Code.Store store) {
      return List.of(
          new Code.Store(
              expr(store.array()), expr(store.index()), store.operator(), expr(store.value())));
    } else if (code instanceof Code.Perform perform) {
      return List.of(new Code.Perform(perform.step(), exprs(perform.operands())));
    } else if (code instanceof Code.Return returned) {
      return List.of(new Code.Return(exprs(returned.values())));
    } else if (code instanceof Code.If branch) {
      return branch(branch);
    } else if (code instanceof Code.For loop) {
      return List.of(
          new Code.For(
              loop.index(), expr(loop.from()), expr(loop.to()), loop.stride(), block(loop.body())));
    } else if (code instanceof Code.Repeat loop) {
      return repeat(loop);
    }
    throw new IllegalStateException("not a statement of the graph: " + code);
  }

  private List<Code> branch(Code.If branch) {
    Expr condition = expr(branch.condition());
    Block then = block(branch.then());
    Block otherwise = block(branch.otherwise());
    if (then.isEmpty() && otherwise.isEmpty() && isPure(condition)) {
      return List.of();
    }
    List<Code> codes = new ArrayList<>();
    boolean turns =
        then.isEmpty()
            || (otherwise.diverges() && (!then.diverges() || isMuchShorter(otherwise, then)));
    Block first = turns ? otherwise : then;
    Block second = turns ? then : otherwise;
    Expr test = turns ? not(condition) : condition;
    codes.add(new Code.If(test, first, first.diverges() ? Block.EMPTY : second));
    if (first.diverges()) {
      codes.addAll(second.codes());
    }
    return codes;
  }

  private static boolean isMuchShorter(Block a, Block b) {
    return size(a) + 3 < size(b);
  }

  private static int size(Block block) {
    return block.codes().stream()
        .mapToInt(code -> 1 + code.blocks().stream().mapToInt(Sequence::size).sum())
        .sum();
  }

  private List<Code> repeat(Code.Repeat loop) {
    Expr condition = expr(loop.condition());
    Block before = block(loop.before());
    Block after = block(loop.after());
    List<Code> codes = new ArrayList<>();
    if (before.diverges()) {
      return before.codes();
    } else if (condition instanceof Expr.Literal literal && literal.is(false)) {
      codes.addAll(before.codes());
    } else if (before.isEmpty()) {
      codes.add(new Code.While(condition, after));
    } else if (after.isEmpty()) {
      codes.add(new Code.DoWhile(before, condition));
    } else {
      codes.add(new Code.While(TRUE, leaving(before, condition).with(after.codes())));
    }
    if (!(condition instanceof Expr.Literal literal && literal.is(true))) {
      codes.addAll(block(loop.exit()).codes());
    }
    return codes;
  }

  private static Block leaving(Block before, Expr condition) {
    return condition instanceof Expr.Literal
        ? before
        : before.with(
            List.of(
                new Code.If(not(condition), new Block(List.of(new Code.Break())), Block.EMPTY)));
  }

  private static Expr not(Expr condition) {
    return condition instanceof Expr.Not not ? not.operand() : new Expr.Not(condition);
  }

  /** Whether an expression may be left unevaluated. */
  private static boolean isPure(Expr expression) {
    boolean isPureHere =
        !(expression instanceof Expr.Computed computed
            && Effect.of(computed.step()) != Effect.NONE);
    return isPureHere && expression.parts().stream().allMatch(Sequence::isPure);
  }
}
