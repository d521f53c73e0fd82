package cotangent.processor.read.frame;

import com.sun.source.tree.StatementTree;
import java.util.List;

/**
 * Reads statements of any kind. Each is read together with what follows it: where a statement may
 * jump, what follows goes into the arm that doesn't. That rest is carried out once, or not at all
 * where it can't be reached.
 */
public interface Statements {

  /** Reads one statement, and what follows it. */
  void read(StatementTree statement, Runnable rest);

  /** Reads statements in order, and what follows them. */
  void sequence(List<? extends StatementTree> statements, Runnable rest);
}
