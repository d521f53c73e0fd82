package cotangent.processor.read.loop;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scan.Bindings;
import cotangent.processor.read.scan.Jumps;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads Java's loops: as a counted one, where it can be seen how often it runs, else as a general
 * one.
 */
public final class Loops {
  private final Frame frame;
  private final Environment environment;
  private final LoopCode code;

  public Loops(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
    this.code = new LoopCode(frame);
  }

  public void read(ForLoopTree tree, List<String> labels, Runnable rest) {
    Environment.Scope outer = environment.scope();
    environment.inNewScope(
        () -> {
          frame.targets().declaresAtHead(tree.getInitializer());
          frame.statements().sequence(tree.getInitializer(), Frame.NOTHING);
          Set<String> behind = behind(tree.getCondition(), tree.getStatement(), labels);
          Runnable outside = () -> environment.inScope(outer, behind, rest);
          if (!new CountedLoops(frame).read(tree, labels, outside)) {
            new CheckpointMarks(frame).refuse(tree, tree.getInitializer());
            List<Tree> all = new ArrayList<>(tree.getUpdate());
            all.add(tree.getStatement());
            all.add(tree.getCondition());
            new GeneralLoops(frame)
                .read(
                    new LoopParts(
                        tree,
                        labels,
                        true,
                        test(tree.getCondition()),
                        null,
                        tree.getStatement(),
                        () -> code.update(tree.getUpdate()),
                        isHarmless(tree),
                        code.assigned(all),
                        behind),
                    outside);
          }
        });
  }

  public void read(WhileLoopTree tree, List<String> labels, Runnable rest) {
    read(tree, labels, true, tree.getCondition(), tree.getStatement(), rest);
  }

  public void read(DoWhileLoopTree tree, List<String> labels, Runnable rest) {
    read(tree, labels, false, tree.getCondition(), tree.getStatement(), rest);
  }

  private void read(
      StatementTree loop,
      List<String> labels,
      boolean testsFirst,
      ExpressionTree condition,
      StatementTree body,
      Runnable rest) {
    new CheckpointMarks(frame).refuse(loop, List.of());
    Set<Variable> assigned = code.assigned(List.of(loop));
    new GeneralLoops(frame)
        .read(
            new LoopParts(
                loop,
                labels,
                testsFirst,
                test(condition),
                null,
                body,
                Frame.NOTHING,
                true,
                assigned,
                behind(condition, body, labels)),
            rest);
  }

  /** Returns the names of variables of patterns in its condition that are seen behind a loop. */
  private static Set<String> behind(
      @Nullable ExpressionTree condition, StatementTree body, List<String> labels) {
    boolean isLeft =
        Jumps.endingLoop(List.of(body), labels).stream()
            .anyMatch(jump -> jump.kind() == Tree.Kind.BREAK);
    return condition == null || isLeft ? Set.of() : Bindings.behindLoop(condition);
  }

  public void read(EnhancedForLoopTree tree, List<String> labels, Runnable rest) {
    new ElementLoops(frame).read(tree, labels, rest);
  }

  /** Whether the updates only count variables that end with the loop. */
  private static boolean isHarmless(ForLoopTree tree) {
    Set<String> declared =
        tree.getInitializer().stream()
            .filter(VariableTree.class::isInstance)
            .map(variable -> ((VariableTree) variable).getName().toString())
            .collect(Collectors.toSet());
    return tree.getUpdate().stream()
        .map(ExpressionStatementTree::getExpression)
        .allMatch(
            update ->
                update instanceof UnaryTree unary
                    && unary.getExpression() instanceof IdentifierTree identifier
                    && declared.contains(identifier.getName().toString()));
  }

  private @Nullable Supplier<Value> test(@Nullable ExpressionTree condition) {
    return condition == null || frame.isTrue(condition)
        ? null
        : () -> frame.expressions().condition(condition);
  }
}
