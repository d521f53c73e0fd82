package cotangent.processor.read.scan;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loop's body that has one test to leave the loop, with nothing before it that jumps: {@code
 * prefix; if (test) exit; suffix}. The test joins the loop's condition, and what it does on its way
 * out is done after the loop, so that no flag is needed.
 */
public record HeadExit(
    List<StatementTree> prefix,
    ExpressionTree test,
    StatementTree exit,
    List<StatementTree> suffix) {

  /** Finds the test; null where the body hasn't got this form. */
  public static @Nullable HeadExit of(StatementTree body, List<String> labels) {
    List<? extends StatementTree> statements =
        body instanceof BlockTree block ? block.getStatements() : List.of(body);
    for (int i = 0; i < statements.size(); i++) {
      StatementTree statement = statements.get(i);
      if (Jumps.outOf(statement).isEmpty()) {
        continue;
      }
      return statement instanceof IfTree test && alwaysEndsLoop(test.getThenStatement(), labels)
          ? new HeadExit(
              List.copyOf(statements.subList(0, i)),
              test.getCondition(),
              test.getThenStatement(),
              suffix(test, statements.subList(i + 1, statements.size())))
          : null;
    }
    return null;
  }

  /** Whether nothing is done on the way out. */
  public boolean onlyBreaks(List<String> labels) {
    StatementTree only =
        exit instanceof BlockTree block && block.getStatements().size() == 1
            ? block.getStatements().get(0)
            : exit;
    return only instanceof BreakTree jump
        && (jump.getLabel() == null || labels.contains(jump.getLabel().toString()));
  }

  private static List<StatementTree> suffix(IfTree test, List<? extends StatementTree> rest) {
    List<StatementTree> suffix = new ArrayList<>();
    if (test.getElseStatement() != null) {
      suffix.add(test.getElseStatement());
    }
    suffix.addAll(rest);
    return suffix;
  }

  private static boolean alwaysEndsLoop(StatementTree exit, List<String> labels) {
    return !Completion.isPossible(exit)
        && Jumps.endingLoop(List.of(exit), labels).size() == Jumps.outOf(exit).size()
        && !Jumps.outOf(exit).isEmpty();
  }
}
