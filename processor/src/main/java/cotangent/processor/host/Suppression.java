package cotangent.processor.host;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import cotangent.processor.read.names.Place;
import org.jspecify.annotations.Nullable;

/**
 * Whether warnings are off at a place: {@code @SuppressWarnings("cotangent")} is around it, or it
 * is in a rule, whose parameters are prescribed.
 */
final class Suppression extends TreeScanner<@Nullable Void, @Nullable Void> {
  private boolean found;

  private Suppression() {}

  static boolean covers(Place place, Trees trees) {
    TreePath path = trees.getPath(place.unit(), place.tree());
    Suppression suppression = new Suppression();
    while (path != null) {
      suppression.look(path.getLeaf());
      path = path.getParentPath();
    }
    return suppression.found;
  }

  private void look(Tree tree) {
    if (tree instanceof MethodTree method) {
      look(method.getModifiers());
    } else if (tree instanceof ClassTree type) {
      look(type.getModifiers());
    }
  }

  private void look(ModifiersTree modifiers) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      String type = annotation.getAnnotationType().toString();
      if (type.endsWith("SuppressWarnings")) {
        scan(annotation.getArguments(), null);
      }
      found |= type.endsWith("DerivativeOf");
    }
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
    found |= "cotangent".equals(tree.getValue());
    return null;
  }
}
