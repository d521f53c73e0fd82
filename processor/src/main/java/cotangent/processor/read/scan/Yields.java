package cotangent.processor.read.scan;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a {@code switch} expression may be. */
public final class Yields {
  private Yields() {}

  /** Returns the expressions of which one is its value. */
  public static List<ExpressionTree> of(SwitchExpressionTree tree) {
    List<ExpressionTree> all = new ArrayList<>();
    for (CaseTree each : tree.getCases()) {
      if (each.getBody() instanceof ExpressionTree value) {
        all.add(value);
        continue;
      }
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitYield(YieldTree yield, @Nullable Void nothing) {
          all.add(yield.getValue());
          return null;
        }

        @Override
        public @Nullable Void visitSwitchExpression(
            SwitchExpressionTree inner, @Nullable Void nothing) {
          return null;
        }
      }.scan(each, null);
    }
    return all;
  }
}
