package cotangent.processor.read.loop;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.Step;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.report.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out which loops have checkpoints: those marked by their variable, or by their method. */
public final class CheckpointMarks {
  private static final String NAME = "cotangent.Checkpoint";

  private final Frame frame;

  public CheckpointMarks(Frame frame) {
    this.frame = frame;
  }

  /** Refuses the mark on a variable that is no loop's. */
  public void refuse(VariableTree variable) {
    AnnotationTree mark = ofCheckpoint(variable.getModifiers().getAnnotations());
    if (mark != null && !frame.targets().countsBy(variable)) {
      frame.reading().refused(frame.refusal(mark, Problem.CHECKPOINT_PLACE));
    }
  }

  /**
   * Returns after how many rounds a counted loop keeps what it carries, as {@link Step.Loop} says.
   */
  int rounds(List<? extends Tree> variables) {
    AnnotationTree mark = mark(variables);
    return mark == null ? Step.Loop.NO_CHECKPOINT : rounds(mark);
  }

  /** Refuses the mark where rounds aren't counted beforehand. */
  void refuse(Tree loop, List<? extends Tree> variables) {
    AnnotationTree mark = mark(variables);
    if (mark != null) {
      boolean isOfMethod = frame.annotations().contains(mark);
      throw frame.refusal(isOfMethod ? loop : mark, Problem.CHECKPOINT_PLACE);
    }
  }

  private @Nullable AnnotationTree mark(List<? extends Tree> variables) {
    for (Tree tree : variables) {
      AnnotationTree mark =
          tree instanceof VariableTree variable
              ? ofCheckpoint(variable.getModifiers().getAnnotations())
              : null;
      if (mark != null) {
        return mark;
      }
    }
    return frame.targets().isInLoop() ? null : ofCheckpoint(frame.annotations());
  }

  private @Nullable AnnotationTree ofCheckpoint(List<? extends AnnotationTree> annotations) {
    return annotations.stream()
        .filter(each -> frame.names().isAnnotation(each, NAME))
        .findFirst()
        .orElse(null);
  }

  private int rounds(AnnotationTree mark) {
    if (mark.getArguments().isEmpty()) {
      return Step.Loop.CHOSEN;
    }
    ExpressionTree argument = mark.getArguments().get(0);
    ExpressionTree value =
        argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
    if (!(frame.constant(value) instanceof Integer rounds)) {
      throw frame.names().wrong(mark);
    }
    if (rounds <= 0) {
      throw frame.refusal(mark, Problem.CHECKPOINT_ROUNDS, value);
    }
    return rounds;
  }
}
