package cotangent.processor.read.loop;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scan.Assigned;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a loop, whatever kind of loop it is. */
final class LoopCode {
  private static final int MOST_UNROLLED = 32;

  private final Frame frame;
  private final Environment environment;

  LoopCode(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
  }

  /** Carries out the updates of a {@code for}. */
  void update(List<? extends ExpressionStatementTree> updates) {
    updates.forEach(update -> frame.expressions().effect(update.getExpression()));
  }

  /** Returns the variables that are visible here and assigned in some code. */
  Set<Variable> assigned(List<? extends @Nullable Tree> code) {
    Set<Variable> variables = new LinkedHashSet<>();
    for (String name : Assigned.in(code)) {
      Variable variable = environment.named(name);
      if (variable != null) {
        variables.add(variable);
      }
    }
    return variables;
  }

  /** Reads the body of a counted loop; returns whether its end is always reached. */
  boolean body(StatementTree body, List<String> labels, Runnable enter) {
    Target end = environment.target("done");
    Target next = environment.target("skip");
    frame
        .targets()
        .inLoop(
            labels,
            end,
            next,
            () ->
                environment.inNewScope(
                    () -> {
                      enter.run();
                      frame.statements().read(body, Frame.NOTHING);
                    }));
    frame.arriveAt(next);
    return frame.flow().isOn();
  }

  /** Whether there are so few rounds that each may be read by itself. */
  static boolean areFew(int from, int to, int stride) {
    return ((long) to - from) / stride <= MOST_UNROLLED;
  }
}
