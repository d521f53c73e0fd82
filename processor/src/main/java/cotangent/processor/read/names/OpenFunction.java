package cotangent.processor.read.names;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The type of a lambda expression or method reference before it is known where it goes. */
public final class OpenFunction implements TypeToCome {

  /** What a function does. */
  public interface Body {

    /**
     * Returns the types of all that the function may return; none where that can't be told.
     *
     * @param parameters the types of what it takes
     */
    List<TypeMirror> results(List<TypeMirror> parameters);
  }

  private final Tree tree;
  private final @Nullable List<TypeMirror> parameters;
  private final @Nullable TypeMirror result;
  private final Body body;

  public OpenFunction(Tree tree, Body body) {
    this(tree, null, null, body);
  }

  /**
   * @param parameters what it takes, where it says so itself
   * @param result what it returns, where it says so itself
   */
  public OpenFunction(
      Tree tree, @Nullable List<TypeMirror> parameters, @Nullable TypeMirror result, Body body) {
    this.tree = tree;
    this.parameters = parameters;
    this.result = result;
    this.body = body;
  }

  public Tree tree() {
    return tree;
  }

  /** Whether it says itself what it takes. */
  boolean isExact() {
    return parameters != null;
  }

  /** Whether it can take this many arguments. */
  boolean takes(int arguments) {
    return parameters == null ? takes(tree, arguments) : parameters.size() == arguments;
  }

  /** Whether its body can give a value, or can give none. */
  boolean gives(boolean value) {
    if (!(tree instanceof LambdaExpressionTree lambda)) {
      return !value || result == null || result.getKind() != TypeKind.VOID;
    } else if (lambda.getBody() instanceof ExpressionTree expression) {
      return value ? !callsForNothing(expression) : isStatement(expression);
    }
    boolean[] returns = new boolean[2];
    new OwnCode() {
      @Override
      public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        returns[tree.getExpression() == null ? 0 : 1] = true;
        return null;
      }
    }.scan(lambda.getBody(), null);
    return value ? !returns[0] && (returns[1] || !endsPlainly(lambda)) : !returns[1];
  }

  /** Whether an expression certainly is a call that gives nothing: told by what is taken alone. */
  private boolean callsForNothing(ExpressionTree expression) {
    return parameters != null
        && expression.getKind() == Tree.Kind.METHOD_INVOCATION
        && results(parameters).stream().anyMatch(each -> each.getKind() == TypeKind.VOID);
  }

  /** Whether a body certainly goes on after its last statement. */
  private static boolean endsPlainly(LambdaExpressionTree lambda) {
    List<? extends StatementTree> all = ((BlockTree) lambda.getBody()).getStatements();
    return all.isEmpty()
        || switch (all.get(all.size() - 1).getKind()) {
          case EXPRESSION_STATEMENT, VARIABLE, EMPTY_STATEMENT -> true;
          default -> false;
        };
  }

  /** Whether an expression may stand alone, its value thrown away. */
  private static boolean isStatement(ExpressionTree tree) {
    return switch (tree.getKind()) {
      case METHOD_INVOCATION,
          NEW_CLASS,
          ASSIGNMENT,
          PREFIX_INCREMENT,
          PREFIX_DECREMENT,
          POSTFIX_INCREMENT,
          POSTFIX_DECREMENT ->
          true;
      default -> tree instanceof CompoundAssignmentTree;
    };
  }

  /** Returns what it takes, where it says so itself and takes this many arguments; else nothing. */
  List<TypeMirror> parameters(int arguments) {
    return parameters != null && takes(arguments) ? parameters : List.of();
  }

  /** Returns what it returns, where it says so itself; null elsewhere, or where it is nothing. */
  @Nullable TypeMirror result() {
    return result == null || result.getKind() == TypeKind.VOID ? null : result;
  }

  /** Returns the types of all that it may return, if it takes this; none where none can be told. */
  public List<TypeMirror> results(List<TypeMirror> given) {
    return body.results(given);
  }

  private static boolean takes(Tree tree, int arguments) {
    if (tree instanceof ParenthesizedTree inner) {
      return takes(inner.getExpression(), arguments);
    } else if (tree instanceof ConditionalExpressionTree choice) {
      return takes(choice.getTrueExpression(), arguments)
          && takes(choice.getFalseExpression(), arguments);
    }
    return !(tree instanceof LambdaExpressionTree lambda)
        || lambda.getParameters().size() == arguments;
  }

  @Override
  public String toString() {
    return tree instanceof LambdaExpressionTree ? "a lambda expression" : "a method reference";
  }
}
