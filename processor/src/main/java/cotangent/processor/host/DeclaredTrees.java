package cotangent.processor.host;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Where classes and members are declared, found for all members of a class at once: javac looks
 * through the whole class for each, which is quadratic in the number of methods.
 */
final class DeclaredTrees {
  private final Map<Element, @Nullable Tree> known = new HashMap<>();

  /** Returns the tree of a declaration; null where its source isn't there. */
  @Nullable Tree of(Element element, Trees trees) {
    if (!known.containsKey(element)) {
      if (element.getEnclosingElement() instanceof TypeElement owner && !known.containsKey(owner)) {
        findMembers(owner, trees);
      }
      if (!known.containsKey(element)) {
        known.put(element, trees.getTree(element));
      }
    }
    return known.get(element);
  }

  private void findMembers(TypeElement owner, Trees trees) {
    TreePath path = trees.getPath(owner);
    known.put(owner, path == null ? null : path.getLeaf());
    if (path == null || !(path.getLeaf() instanceof ClassTree type)) {
      return;
    }
    for (Tree member : type.getMembers()) {
      boolean isNamed =
          switch (member.getKind()) {
            case METHOD, VARIABLE -> true;
            default -> false;
          };
      Element element = isNamed ? trees.getElement(new TreePath(path, member)) : null;
      if (element != null) {
        known.put(element, member);
      }
    }
  }
}
