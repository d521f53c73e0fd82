package cotangent.processor.read.names;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the simple names that a piece of code mentions. */
public final class Mentioned extends TreeScanner<Void, Void> {
  private final Set<String> names = new LinkedHashSet<>();

  private Mentioned() {}

  public static Set<String> in(List<? extends Tree> trees) {
    Mentioned mentioned = new Mentioned();
    mentioned.scan(trees, null);
    return mentioned.names;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void unused) {
    names.add(tree.getName().toString());
    return null;
  }
}
