package cotangent.processor.read.names;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where local variables are declared, those of the code around included, and fields of classes
 * without a name: javac has no elements for them yet, so they are found in the tree.
 */
public final class LocalDeclarations {
  private final Names names;

  public LocalDeclarations(Names names) {
    this.names = names;
  }

  /**
   * Finds the class without a name that an expression is of, as Java sees it: such a class can only
   * be the type of its own creation, and of a variable whose type is inferred.
   */
  public Optional<ClassTree> unnamedClass(@Nullable ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree parenthesized) {
      return unnamedClass(parenthesized.getExpression());
    } else if (tree instanceof NewClassTree made) {
      return Optional.ofNullable(made.getClassBody());
    }
    return tree instanceof IdentifierTree name
        ? of(name)
            .filter(names::isInferred)
            .flatMap(declared -> unnamedClass(declared.getInitializer()))
        : Optional.empty();
  }

  /**
   * Finds where the variable or field is declared that a name means, unless there is an element.
   */
  Optional<VariableTree> of(IdentifierTree name) {
    TreePath path = names.program().trees().getPath(names.unit(), name);
    while (path != null && path.getParentPath() != null) {
      Tree inside = path.getLeaf();
      path = path.getParentPath();
      Tree around = path.getLeaf();
      boolean isClass = around instanceof ClassTree;
      Optional<VariableTree> found =
          !isClass || isUnnamed((ClassTree) around)
              ? before(inside, around)
                  .filter(each -> each.getName().equals(name.getName()))
                  .findFirst()
              : Optional.empty();
      if (found.isPresent() || isClass && inherits((ClassTree) around, name)) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isUnnamed(ClassTree tree) {
    return tree.getSimpleName().isEmpty();
  }

  /** Whether a class has a field of a name of which there is an element. */
  private boolean inherits(ClassTree tree, IdentifierTree name) {
    Enclosing enclosing = names.enclosing();
    return enclosing.sites().stream()
        .filter(
            site ->
                tree.equals(site.isUnnamed() ? site.body() : names.program().tree(site.element())))
        .anyMatch(site -> !enclosing.fields(site, name.getName().toString()).isEmpty());
  }

  /** Returns the variables that a tree declares, whichever way, up to one of its parts. */
  private static Stream<VariableTree> before(Tree part, Tree around) {
    List<Tree> parts = parts(around);
    return parts.subList(0, parts.indexOf(part)).stream()
        .flatMap(each -> each instanceof CaseTree ? parts(each).stream() : Stream.of(each))
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast);
  }

  private static List<Tree> parts(Tree tree) {
    List<Tree> parts = new ArrayList<>();
    tree.accept(
        new TreeScanner<@Nullable Void, @Nullable Void>() {
          @Override
          public @Nullable Void scan(@Nullable Tree part, @Nullable Void nothing) {
            if (part != null) {
              parts.add(part);
            }
            return null;
          }
        },
        null);
    return parts;
  }
}
