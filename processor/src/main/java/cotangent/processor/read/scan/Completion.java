package cotangent.processor.read.scan;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.WhileLoopTree;
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
      case WHILE_LOOP -> {
        WhileLoopTree loop = (WhileLoopTree) statement;
        yield !isTrue(loop.getCondition()) || isLeft(loop.getStatement());
      }
      case FOR_LOOP -> {
        ForLoopTree loop = (ForLoopTree) statement;
        ExpressionTree test = loop.getCondition();
        yield test != null && !isTrue(test) || isLeft(loop.getStatement());
      }
      default -> true;
    };
  }

  private static boolean isTrue(ExpressionTree test) {
    return test instanceof ParenthesizedTree parenthesized
        ? isTrue(parenthesized.getExpression())
        : test instanceof LiteralTree literal && Boolean.TRUE.equals(literal.getValue());
  }

  private static boolean isLeft(StatementTree body) {
    return !Jumps.endingLoop(List.of(body), List.of()).isEmpty();
  }

  public static boolean isPossible(List<? extends StatementTree> statements) {
    return statements.isEmpty() || isPossible(statements.get(statements.size() - 1));
  }
}
