package cotangent.processor.emit.code;

import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Declares variables with the literals that one arm of the following branch would give them, so
 * that the arm can go; and with those that many arms inside it would give them, so that only the
 * others say what they are.
 */
public final class Defaults {
  /** A literal that is given less often than this is clearer where it is given. */
  private static final int OFTEN = 3;

  private Defaults() {}

  public static Block of(Block block) {
    List<Code> codes = new ArrayList<>();
    for (Code code : block.codes()) {
      codes.add(inside(code));
      if (code instanceof Code.If) {
        merge(codes);
      }
    }
    return new Block(codes);
  }

  private static Code inside(Code code) {
    if (code instanceof Code.If branch) {
      return new Code.If(branch.condition(), of(branch.then()), of(branch.otherwise()));
    } else if (code instanceof Code.For loop) {
      return new Code.For(loop.index(), loop.from(), loop.to(), loop.stride(), of(loop.body()));
    } else if (code instanceof Code.While loop) {
      return new Code.While(loop.condition(), of(loop.body()));
    } else if (code instanceof Code.DoWhile loop) {
      return new Code.DoWhile(of(loop.body()), loop.condition());
    }
    return code;
  }

  /**
   * Moves an arm of the last statement into the declarations before it, if it does nothing else.
   */
  private static void merge(List<Code> codes) {
    int last = codes.size() - 1;
    Code.If branch = (Code.If) codes.get(last);
    List<Value> declared = new ArrayList<>();
    int first = last;
    while (first > 0 && codes.get(first - 1) instanceof Code.Declare declare) {
      declared.add(declare.target());
      first--;
    }
    if (givesOnlyLiterals(branch.otherwise(), declared)) {
      codes.set(last, new Code.If(branch.condition(), branch.then(), Block.EMPTY));
      declareWith(branch.otherwise(), codes, first);
    } else if (givesOnlyLiterals(branch.then(), declared)) {
      Expr opposite = new Expr.Not(branch.condition());
      codes.set(last, new Code.If(opposite, branch.otherwise(), Block.EMPTY));
      declareWith(branch.then(), codes, first);
    }
    for (int i = first; i < last; i++) {
      if (codes.get(i) instanceof Code.Declare declare) {
        Expr.Literal usual = usual(declare.target(), codes.get(last));
        codes.set(i, usual == null ? declare : new Code.Let(declare.target(), usual, true));
      }
    }
  }

  /** Returns the literal that a variable is given most often in a branch; null if not often. */
  private static Expr.@Nullable Literal usual(Value variable, Code branch) {
    Map<Expr.Literal, Integer> counts = new LinkedHashMap<>();
    count(variable, branch, counts);
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> most.getValue() >= OFTEN)
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static void count(Value variable, Code code, Map<Expr.Literal, Integer> counts) {
    if (code instanceof Code.Let let
        && let.target() == variable
        && let.value() instanceof Expr.Literal literal) {
      counts.merge(literal, 1, Integer::sum);
    } else if (code instanceof Code.If) {
      code.blocks().forEach(arm -> arm.codes().forEach(each -> count(variable, each, counts)));
    }
  }

  private static boolean givesOnlyLiterals(Block arm, List<Value> declared) {
    return !arm.isEmpty()
        && arm.codes().stream()
            .allMatch(
                code ->
                    code instanceof Code.Let let
                        && let.value() instanceof Expr.Literal
                        && declared.contains(let.target()));
  }

  private static void declareWith(Block arm, List<Code> codes, int first) {
    for (Code code : arm.codes()) {
      Code.Let let = (Code.Let) code;
      for (int i = first; i < codes.size(); i++) {
        if (codes.get(i) instanceof Code.Declare declare && declare.target() == let.target()) {
          codes.set(i, new Code.Let(let.target(), let.value(), true));
        }
      }
    }
  }
}
