package cotangent.processor.read.names;

import com.sun.source.tree.BindingPatternTree;
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
import javax.lang.model.element.TypeElement;
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

  /** Finds a field of the class that one constant of an enum has alone, in the code of that. */
  public Optional<VariableTree> ofEnumConstant(Tree at, CharSequence name) {
    TypeElement owner = names.owner();
    if (!Enums.haveBodies(names.program(), owner)) {
      return Optional.empty();
    }
    List<ClassTree> bodies =
        Enums.constants(owner).stream()
            .flatMap(constant -> Enums.body(names.program(), constant).stream())
            .toList();
    TreePath path = names.program().trees().getPath(names.unit(), at);
    while (path != null && !bodies.contains(path.getLeaf())) {
      path = path.getParentPath();
    }
    return path == null
        ? Optional.empty()
        : variables(parts(path.getLeaf()))
            .filter(field -> field.getName().contentEquals(name))
            .findFirst();
  }

  /**
   * Finds where the variable or field is declared that a name means, unless there is an element.
   */
  Optional<VariableTree> of(IdentifierTree name) {
    return around(name, name.getName());
  }

  /** Whether a name means a variable of the method around a class, where the class is declared. */
  public boolean isVariable(ClassTree declared, String name) {
    return around(declared, name).isPresent();
  }

  private Optional<VariableTree> around(Tree place, CharSequence name) {
    TreePath path = names.program().trees().getPath(names.unit(), place);
    while (path != null && path.getParentPath() != null) {
      Tree inside = path.getLeaf();
      path = path.getParentPath();
      Tree around = path.getLeaf();
      Optional<VariableTree> found =
          declared(inside, around).filter(each -> each.getName().contentEquals(name)).findFirst();
      if (found.isPresent() || around instanceof ClassTree type && inherits(type, name)) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns the variables and fields that a tree declares, of which there are no elements. */
  private static Stream<VariableTree> declared(Tree part, Tree around) {
    List<Tree> parts = parts(around);
    if (around instanceof ClassTree type) {
      return isUnnamed(type) ? variables(parts) : Stream.of();
    }
    List<Tree> before = parts.subList(0, parts.indexOf(part));
    return Stream.concat(variables(before), before.stream().flatMap(LocalDeclarations::bindings));
  }

  /** Returns the variables of patterns in a piece of code; their scope isn't a block. */
  private static Stream<VariableTree> bindings(Tree tree) {
    List<VariableTree> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitBindingPattern(
          BindingPatternTree pattern, @Nullable Void nothing) {
        found.add(pattern.getVariable());
        return null;
      }
    }.scan(tree, null);
    return found.stream();
  }

  private static boolean isUnnamed(ClassTree tree) {
    return tree.getSimpleName().isEmpty();
  }

  /** Whether a class has a field of a name of which there is an element. */
  private boolean inherits(ClassTree tree, CharSequence name) {
    Enclosing enclosing = names.enclosing();
    return enclosing.sites().stream()
        .filter(
            site ->
                tree.equals(site.isUnnamed() ? site.body() : names.program().tree(site.element())))
        .anyMatch(site -> !enclosing.fields(site, name.toString()).isEmpty());
  }

  /** Returns the variables among parts of a tree, or in the cases of a switch. */
  private static Stream<VariableTree> variables(List<Tree> parts) {
    return parts.stream()
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
