package cotangent.processor.emit.code;

import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** About how many bytes of bytecode statements become, or how many they become at most. */
public final class BytecodeSize {
  /** The number of places on the stack that a short instruction can reach. */
  private static final int NEAR = 256;

  /** The number of bytes that a short instruction can jump over. */
  private static final int SHORT_JUMP = 32_000;

  private final int access;

  /** What is added for each jump that may be needed. */
  private final int jump;

  /** What is added for what may not be needed. */
  private final boolean isMost;

  private BytecodeSize(int access, int jump, boolean isMost) {
    this.access = access;
    this.jump = jump;
    this.isMost = isMost;
  }

  /** Estimates how many bytes a block becomes. */
  public static int of(Block block) {
    return new BytecodeSize(access(block), 0, false).sum(block);
  }

  /** Returns the most bytes that a block may become. */
  public static int atMost(Block block) {
    int access = access(block);
    int near = new BytecodeSize(access, 3, true).sum(block);
    return near <= SHORT_JUMP ? near : new BytecodeSize(access, 8, true).sum(block);
  }

  static int of(Code code) {
    return of(new Block(List.of(code)));
  }

  private static int access(Block block) {
    Set<Value> variables = new HashSet<>();
    block.codes().forEach(code -> code.occurrences(variables::add));
    return variables.stream().mapToInt(BytecodeSize::places).sum() > NEAR ? 4 : 2;
  }

  private static int places(Value variable) {
    return variable.type() == Type.DOUBLE || variable.type() == Type.LONG ? 2 : 1;
  }

  private int sum(Block block) {
    return block.codes().stream().mapToInt(this::code).sum();
  }

  private int code(Code code) {
    int size = 0;
    for (Expr expression : code.expressions()) {
      size += expression(expression);
    }
    for (Block block : code.blocks()) {
      size += sum(block);
    }
    if (code instanceof Code.Let) {
      return size + access + (isMost ? access + 1 : 0); // it may be declared with a value before
    } else if (code instanceof Code.Move move) {
      return size + move.targets().size() * (isMost ? 4 * access : 1);
    } else if (code instanceof Code.For) {
      return size + 3 * access + 9 + 2 * jump;
    } else if (code instanceof Code.Return returned) {
      return size + 8 + (isMost ? returned.values().size() : 0);
    } else if (code instanceof Code.Store || code instanceof Code.Perform) {
      return size + (isMost ? 8 : 3);
    }
    return size + 6 + 2 * jump;
  }

  private int expression(Expr expression) {
    int parts = 0;
    for (Expr part : expression.parts()) {
      parts += expression(part);
    }
    if (expression instanceof Expr.Local) {
      return access;
    } else if (expression instanceof Expr.Literal literal) {
      return isMost || literal.type() == Type.INT || literal.type().isReal() ? 3 : 1;
    } else if (expression instanceof Expr.Computed computed) {
      return parts + computed(computed);
    }
    return parts + 4 + 2 * jump;
  }

  private int computed(Expr.Computed computed) {
    if (computed.type() == Type.BOOLEAN) {
      return 5 + 2 * jump;
    } else if (computed.step() instanceof Step.Read) {
      return isMost ? 4 : 1;
    } else if (computed.step() instanceof Step.Call) {
      return isMost ? 16 : 3;
    }
    return isMost ? 5 : 3;
  }
}
