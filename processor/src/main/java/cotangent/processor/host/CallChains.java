package cotangent.processor.host;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Place;
import cotangent.processor.report.Account;
import cotangent.processor.report.Position;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** The calls that lead from an annotated method to the one in which something was found. */
record CallChains(Trees trees) {

  /** Returns the methods, the annotated one first and the one at the position last. */
  List<Object> to(Position position, Account account) {
    if (!(position.handle() instanceof Place place)) {
      return List.of();
    }
    TreePath member = null;
    TreePath path = trees.getPath(place.unit(), place.tree());
    for (; path != null; path = path.getParentPath()) {
      member = path.getLeaf() instanceof MethodTree ? path : member;
    }
    Element found = member == null ? null : trees.getElement(member);
    return found == null ? List.of() : account.chain(found);
  }

  /** Names a method by its class and all that is around that. */
  static String qualified(Object method) {
    ExecutableElement element = (ExecutableElement) method;
    return Owner.of(element).getQualifiedName() + "." + element.getSimpleName();
  }

  /** Names a method by its class. */
  static String simple(Object method) {
    ExecutableElement element = (ExecutableElement) method;
    String owner = Owner.of(element).getSimpleName().toString();
    String name = element.getSimpleName().toString();
    return name.equals("<init>") ? "new " + owner : owner + "." + name;
  }
}
