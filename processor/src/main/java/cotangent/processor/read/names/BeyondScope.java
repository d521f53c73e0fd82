package cotangent.processor.read.names;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of classes that a method mentions where it declares none of that name: before the
 * declaration, or after the block that it is in. There they mean something else.
 */
final class BeyondScope extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Set<String> mentioned = new HashSet<>();
  private Set<String> inScope = new HashSet<>();

  private BeyondScope() {}

  static Set<String> mentioned(Tree body) {
    BeyondScope scanner = new BeyondScope();
    scanner.scan(body, null);
    return scanner.mentioned;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
    inScope.add(tree.getSimpleName().toString());
    within(() -> super.visitClass(tree, null));
    return null;
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, @Nullable Void nothing) {
    within(() -> super.visitBlock(tree, null));
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
    within(() -> super.visitSwitch(tree, null));
    return null;
  }

  private void within(Runnable scan) {
    Set<String> outer = inScope;
    inScope = new HashSet<>(outer);
    scan.run();
    inScope = outer;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
    String name = tree.getName().toString();
    if (!inScope.contains(name)) {
      mentioned.add(name);
    }
    return null;
  }
}
