package cotangent.processor.read.scan;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Finds the jumps out of a piece of code. */
public final class Jumps extends TreeScanner<Void, Void> {

  /** A kind of jump; the label is empty where the source has none. */
  public record Jump(Tree.Kind kind, String label) {}

  private final List<Jump> found = new ArrayList<>();
  private final Deque<String> labels = new ArrayDeque<>();
  private int loops;
  private int breakables;
  private int switchExpressions;

  private Jumps() {}

  /** Returns the jumps that leave a tree. */
  public static List<Jump> outOf(@Nullable Tree tree) {
    Jumps jumps = new Jumps();
    jumps.scan(tree, null);
    return jumps.found;
  }

  public static List<Jump> outOf(List<? extends Tree> trees) {
    Jumps jumps = new Jumps();
    jumps.scan(trees, null);
    return jumps.found;
  }

  /** Returns the jumps out of a loop's body that end the loop. */
  public static List<Jump> endingLoop(List<? extends Tree> body, List<String> labels) {
    return outOf(body).stream()
        .filter(
            jump ->
                jump.kind != Tree.Kind.CONTINUE
                    || !jump.label.isEmpty() && !labels.contains(jump.label))
        .toList();
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void unused) {
    found.add(new Jump(Tree.Kind.RETURN, ""));
    return super.visitReturn(tree, null);
  }

  @Override
  public Void visitBreak(BreakTree tree, Void unused) {
    note(Tree.Kind.BREAK, tree.getLabel(), breakables == 0);
    return null;
  }

  @Override
  public Void visitContinue(ContinueTree tree, Void unused) {
    note(Tree.Kind.CONTINUE, tree.getLabel(), loops == 0);
    return null;
  }

  @Override
  public Void visitYield(YieldTree tree, Void unused) {
    note(Tree.Kind.YIELD, null, switchExpressions == 0);
    return super.visitYield(tree, null);
  }

  private void note(Tree.Kind kind, @Nullable Name label, boolean leaves) {
    if (label == null ? leaves : !labels.contains(label.toString())) {
      found.add(new Jump(kind, label == null ? "" : label.toString()));
    }
  }

  @Override
  public Void visitLabeledStatement(LabeledStatementTree tree, Void unused) {
    labels.push(tree.getLabel().toString());
    super.visitLabeledStatement(tree, null);
    labels.pop();
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void unused) {
    return loop(() -> super.visitForLoop(tree, null));
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
    return loop(() -> super.visitEnhancedForLoop(tree, null));
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
    return loop(() -> super.visitWhileLoop(tree, null));
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
    return loop(() -> super.visitDoWhileLoop(tree, null));
  }

  private Void loop(Runnable inside) {
    loops++;
    breakables++;
    inside.run();
    loops--;
    breakables--;
    return null;
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void unused) {
    breakables++;
    super.visitSwitch(tree, null);
    breakables--;
    return null;
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
    switchExpressions++;
    super.visitSwitchExpression(tree, null);
    switchExpressions--;
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void unused) {
    return null;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
    return null;
  }
}
