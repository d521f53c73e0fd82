package cotangent.processor.read.scan;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import java.util.List;

/**
 * Whether a statement can end in the normal way, as far as a glance shows. Yes is the safe answer.
 */
public final class Completion {
  private Completion() {}

  public static boolean isPossible(StatementTree statement) {
    return switch (statement.getKind()) {
      case RETURN, BREAK, CONTINUE, THROW, YIELD -> false;
      case BLOCK -> isPossible(((BlockTree) statement).getStatements());
      case IF -> {
        IfTree test = (IfTree) statement;
        yield test.getElseStatement() == null
            || isPossible(test.getThenStatement())
            || isPossible(test.getElseStatement());
      }
      default -> true;
    };
  }

  public static boolean isPossible(List<? extends StatementTree> statements) {
    return statements.isEmpty() || isPossible(statements.get(statements.size() - 1));
  }
}
