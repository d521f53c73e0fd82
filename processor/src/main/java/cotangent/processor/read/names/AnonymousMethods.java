package cotangent.processor.read.names;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The methods that anonymous classes have, by the simple names of what they extend: javac knows no
 * members of such classes while processors run.
 */
final class AnonymousMethods extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final Set<String> all = new HashSet<>();

  /** Whether a class that extends one of some has a method of that name. */
  boolean has(Collection<String> types, String method) {
    return types.stream().anyMatch(type -> all.contains(type + "." + method));
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
    if (tree.getClassBody() != null) {
      String named = tree.getIdentifier().toString().replaceAll("<.*", "");
      String type = named.substring(named.lastIndexOf('.') + 1);
      tree.getClassBody().getMembers().stream()
          .filter(MethodTree.class::isInstance)
          .forEach(member -> all.add(type + "." + ((MethodTree) member).getName()));
    }
    return super.visitNewClass(tree, null);
  }
}
