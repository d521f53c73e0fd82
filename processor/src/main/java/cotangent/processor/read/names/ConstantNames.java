package cotangent.processor.read.names;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which names in a class are those of constant variables. Fields of classes without a name, and
 * variables of the methods around a class or lambda expression, are found in the tree.
 */
public final class ConstantNames {
  private final Names names;
  private final ConstantForm form = new ConstantForm(this::isConstant);
  private final Set<VariableTree> asked = new HashSet<>();

  public ConstantNames(Names names) {
    this.names = names;
  }

  /** Whether a variable, or a field of which there is no element, is a constant. */
  public boolean isConstant(VariableTree tree) {
    boolean isConstant = asked.add(tree) && form.isConstantVariable(tree);
    asked.remove(tree);
    return isConstant;
  }

  /** Whether a name is that of a constant; variables of the code itself are told by others. */
  public boolean isConstant(ExpressionTree name) {
    if (name instanceof IdentifierTree identifier) {
      Optional<VariableTree> declared = declared(identifier);
      return declared.isPresent()
          ? isConstant(declared.get())
          : names.field(identifier).flatMap(ResolvedField::constant).isPresent();
    }
    MemberSelectTree select = (MemberSelectTree) name;
    ExpressionTree owner = select.getExpression();
    return isClassName(owner)
        && names
            .typeNamed(owner)
            .filter(type -> names.field(type, select).constant().isPresent())
            .isPresent();
  }

  private boolean isClassName(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select
        ? !select.getIdentifier().contentEquals("this") && isClassName(select.getExpression())
        : tree instanceof IdentifierTree name
            && !name.getName().contentEquals("this")
            && !name.getName().contentEquals("super")
            && declared(name).isEmpty();
  }

  /** Finds where a local variable is declared, or a field of a class without a name. */
  private Optional<VariableTree> declared(IdentifierTree name) {
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
