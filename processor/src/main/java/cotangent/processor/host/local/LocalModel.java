package cotangent.processor.host.local;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedField;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The classes that are declared in the methods of a program, for as long as it is being read. */
public final class LocalModel {
  private final MixedTypes types;
  private final MixedElements elements;
  private final Program program;
  private final Map<ClassTree, LocalClass> classes = new IdentityHashMap<>();
  private final Constants constants = new Constants(this);

  /**
   * @param program knows what names mean; it does so by the elements that are made here
   */
  public LocalModel(MixedTypes types, MixedElements elements, Program program) {
    this.types = types;
    this.elements = elements;
    this.program = program;
  }

  MixedTypes types() {
    return types;
  }

  MixedElements elements() {
    return elements;
  }

  Constants constants() {
    return constants;
  }

  TypeElement library(String name) {
    return Objects.requireNonNull(elements.getTypeElement(name));
  }

  private Names names(Element place) {
    Element owner = place;
    while (!(owner instanceof TypeElement type)) {
      owner = Objects.requireNonNull(owner.getEnclosingElement());
    }
    Names names = program.names(type).orElseThrow();
    return place instanceof LocalHeader || place instanceof ExecutableElement
        ? names.at(place)
        : names;
  }

  /** Returns the type that is written in a class or method. */
  TypeMirror type(Element place, Tree tree) {
    return names(place).type(tree);
  }

  /** Finds the field that a name refers to in a class, if it is one of a class. */
  @Nullable VariableElement field(LocalClass place, ExpressionTree tree) {
    Names names = names(place);
    Optional<ResolvedField> found =
        tree instanceof MemberSelectTree select
            ? names.typeNamed(select.getExpression()).map(type -> names.field(type, select))
            : names.field((IdentifierTree) tree);
    return found.map(ResolvedField::element).orElse(null);
  }

  /**
   * Returns the source of the method that declares a class, or declares one that it is a member of.
   */
  @Nullable Tree methodAround(LocalClass type) {
    Element around = type;
    while (around instanceof LocalElement local) {
      around = local.getEnclosingElement();
    }
    return program.tree(around);
  }

  /**
   * Returns the classes that can be named at a statement, nearest first.
   *
   * @param known finds the method that a tree is
   */
  public List<Element> seenAt(TreePath path, Function<Tree, @Nullable Element> known) {
    TreePath method = path;
    while (method != null && !(method.getLeaf() instanceof MethodTree)) {
      method = method.getParentPath();
    }
    Element around = method == null ? null : known.apply(method.getLeaf());
    List<Element> seen = new ArrayList<>();
    if (around != null) {
      for (TreePath at = path; at != method; at = at.getParentPath()) {
        collect(at, around, seen);
      }
    }
    return seen;
  }

  private void collect(TreePath at, Element around, List<Element> seen) {
    List<Tree> before = before(at.getParentPath().getLeaf(), at.getLeaf());
    for (int i = before.size() - 1; i >= 0; i--) {
      if (before.get(i) instanceof ClassTree type) {
        seen.add(classes.computeIfAbsent(type, key -> new LocalClass(this, key, around)));
      }
    }
  }

  /** Returns the statements of a block up to one of them, that included. */
  private static List<Tree> before(Tree block, Tree last) {
    List<Tree> all = new ArrayList<>();
    if (block instanceof BlockTree statements) {
      all.addAll(statements.getStatements());
    } else if (block instanceof CaseTree statements && statements.getStatements() != null) {
      all.addAll(statements.getStatements());
    }
    int end = all.indexOf(last);
    return all.subList(0, end + 1);
  }
}
