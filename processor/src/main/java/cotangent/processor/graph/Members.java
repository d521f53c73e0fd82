package cotangent.processor.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How calls of Java members are carried out. */
public interface Members {
  /** Returns the result; anything for a call without one. */
  @Nullable Object call(Callee.Member member, List<@Nullable Object> operands);
}
