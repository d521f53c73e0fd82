package cotangent.processor.emit;

import cotangent.processor.emit.Code.Block;
import cotangent.processor.graph.Step;

/** About how many bytes of bytecode statements become; rather too many than too few. */
final class Size {
  private static final int ACCESS = 3;

  private Size() {}

  static int of(Block block) {
    return block.codes().stream().mapToInt(Size::of).sum();
  }

  static int of(Code code) {
    int size = code.expressions().stream().mapToInt(Size::of).sum();
    size += ACCESS * code.targets().size();
    size += code.blocks().stream().mapToInt(Size::of).sum();
    if (code instanceof Code.For || code instanceof Code.Repeat) {
      return size + 15;
    }
    return size + (code instanceof Code.If || code instanceof Code.Store ? 6 : 2);
  }

  private static int of(Expr expression) {
    int parts = expression.parts().stream().mapToInt(Size::of).sum();
    if (expression instanceof Expr.Computed computed) {
      boolean isTest = expression.type() == cotangent.processor.graph.Type.BOOLEAN;
      return parts + (computed.step() instanceof Step.Call ? 8 : isTest ? 9 : 3);
    }
    return parts + (expression instanceof Expr.Choice ? 8 : ACCESS);
  }
}
