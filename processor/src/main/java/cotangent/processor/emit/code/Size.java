package cotangent.processor.emit.code;

import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import java.util.HashSet;
import java.util.Set;

/** About how many bytes of bytecode statements become. */
public final class Size {
  /** So many variables can be reached by a short instruction. */
  private static final int NEAR = 200;

  private final int access;

  private Size(int variables) {
    access = variables > NEAR ? 4 : 2;
  }

  public static int of(Block block) {
    Set<Object> variables = new HashSet<>();
    block.codes().forEach(code -> code.occurrences(variables::add));
    return new Size(variables.size()).sum(block);
  }

  static int of(Code code) {
    return of(new Block(java.util.List.of(code)));
  }

  private int sum(Block block) {
    return block.codes().stream().mapToInt(this::code).sum();
  }

  private int code(Code code) {
    int size = code.expressions().stream().mapToInt(this::expression).sum();
    size += code.blocks().stream().mapToInt(this::sum).sum();
    if (code instanceof Code.Let) {
      return size + access;
    } else if (code instanceof Code.Move move) {
      return move.targets().size();
    } else if (code instanceof Code.For) {
      return size + 3 * access + 9;
    } else if (code instanceof Code.Return) {
      return size + 8;
    }
    return size + (code instanceof Code.Store || code instanceof Code.Perform ? 3 : 6);
  }

  private int expression(Expr expression) {
    int parts = expression.parts().stream().mapToInt(this::expression).sum();
    if (expression instanceof Expr.Local) {
      return access;
    } else if (expression instanceof Expr.Literal literal) {
      return literal.type() == Type.INT || literal.type().isReal() ? 3 : 1;
    } else if (expression instanceof Expr.Computed computed) {
      return parts
          + (expression.type() == Type.BOOLEAN ? 5 : computed.step() instanceof Step.Read ? 1 : 3);
    }
    return parts + 4;
  }
}
