package cotangent.processor.read.names;

import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/** A class or member that was made of its source here, because the compiler tells nothing of it. */
public interface FromTree {
  /** Returns the source; null where nothing is written, as for what is implied. */
  @Nullable Tree tree();
}
