package cotangent.processor.emit.code;

import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Removes assignments of a literal to a variable that already holds it. */
public final class Settled {
  private final Map<Value, Expr.Literal> known;

  private Settled(Map<Value, Expr.Literal> known) {
    this.known = known;
  }

  public static Block of(Block block) {
    return new Settled(new HashMap<>()).block(block);
  }

  private Block block(Block block) {
    List<Code> codes = new ArrayList<>();
    for (Code code : block.codes()) {
      if (code instanceof Code.Let let) {
        assign(let, codes);
      } else if (code instanceof Code.If branch) {
        codes.add(branch(branch));
      } else {
        codes.add(loop(code));
      }
    }
    return new Block(codes);
  }

  private void assign(Code.Let let, List<Code> codes) {
    if (let.value() instanceof Expr.Literal literal) {
      Expr.Literal held = known.put(let.target(), literal);
      if (!let.declares() && literal.equals(held)) {
        return;
      }
    } else {
      known.remove(let.target());
    }
    codes.add(let);
  }

  private Code branch(Code.If branch) {
    Settled inThen = new Settled(new HashMap<>(known));
    Settled inOtherwise = new Settled(new HashMap<>(known));
    Block then = inThen.block(branch.then());
    Block otherwise = inOtherwise.block(branch.otherwise());
    known.clear();
    known.putAll(inThen.known);
    known.entrySet().retainAll(inOtherwise.known.entrySet());
    return then.isEmpty() && !otherwise.isEmpty()
        ? new Code.If(new Expr.Not(branch.condition()), otherwise, then)
        : new Code.If(branch.condition(), then, otherwise);
  }

  private Code loop(Code code) {
    Set<Value> assigned = new HashSet<>();
    code.blocks().forEach(block -> assigned(block, assigned));
    known.keySet().removeAll(assigned);
    Settled inside = new Settled(new HashMap<>(known));
    if (code instanceof Code.For loop) {
      return new Code.For(
          loop.index(), loop.from(), loop.to(), loop.stride(), inside.block(loop.body()));
    } else if (code instanceof Code.While loop) {
      return new Code.While(loop.condition(), inside.block(loop.body()));
    } else if (code instanceof Code.DoWhile loop) {
      return new Code.DoWhile(inside.block(loop.body()), loop.condition());
    }
    return code;
  }

  private static void assigned(Block block, Set<Value> into) {
    for (Code code : block.codes()) {
      into.addAll(code.targets());
      code.blocks().forEach(inner -> assigned(inner, into));
    }
  }
}
