package cotangent.processor.read.names;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the source of a class assigns to its fields, by their names: each class is looked through
 * once, however many of its fields are asked for.
 */
final class FieldAssignments {
  private final Map<Tree, Map<String, List<ExpressionTree>>> known = new IdentityHashMap<>();

  /** Returns what a class assigns to elements of a field, or of something else of its name. */
  List<ExpressionTree> toElementsOf(String name, Tree type) {
    return to(name + "[]", type);
  }

  /** Returns what a class assigns to a field, or to something else of its name. */
  List<ExpressionTree> to(String name, Tree type) {
    return known.computeIfAbsent(type, FieldAssignments::in).getOrDefault(name, List.of());
  }

  private static Map<String, List<ExpressionTree>> in(Tree type) {
    Map<String, List<ExpressionTree>> found = new HashMap<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        String name = name(tree.getVariable());
        if (name != null) {
          found.computeIfAbsent(name, unused -> new ArrayList<>()).add(tree.getExpression());
        }
        return super.visitAssignment(tree, null);
      }
    }.scan(type, null);
    return found;
  }

  private static @Nullable String name(ExpressionTree variable) {
    if (variable instanceof IdentifierTree identifier) {
      return identifier.getName().toString();
    }
    if (variable instanceof ArrayAccessTree element) {
      String array = name(element.getExpression());
      return array == null ? null : array + "[]";
    }
    return variable instanceof MemberSelectTree select ? select.getIdentifier().toString() : null;
  }
}
