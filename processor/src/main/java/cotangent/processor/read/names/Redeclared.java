package cotangent.processor.read.names;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which methods that were decided on are the one that javac found, declared elsewhere. */
final class Redeclared {
  private final Trees trees;
  private final Program program;
  private final StableNames naming;

  Redeclared(Trees trees, Program program, StableNames naming) {
    this.trees = trees;
    this.program = program;
    this.naming = naming;
  }

  /**
   * Whether the same method runs.
   *
   * @param decided what a name was taken for
   * @param found what javac takes it for
   * @param here the name
   */
  boolean is(String decided, Element found, TreePath here) {
    return found instanceof ExecutableElement method
        && (isOverridden(decided, method)
            || isAbstract(method)
                && sites(here).anyMatch(site -> isInheritedBeside(decided, method, site)));
  }

  /**
   * Whether a name was taken for what a method of an anonymous or local class overrides: the class
   * itself couldn't be asked then.
   */
  private boolean isOverridden(String decided, ExecutableElement found) {
    return found.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().isEmpty()
        && methodsAbove(owner.asType())
            .filter(above -> naming.of(above).equals(decided))
            .anyMatch(above -> program.elements().overrides(found, above, owner));
  }

  /** Whether a type inherits both, neither has a body, and so either may be named. */
  private boolean isInheritedBeside(String decided, ExecutableElement found, TypeMirror site) {
    return methodsAbove(site).anyMatch(found::equals)
        && methodsAbove(site)
            .filter(each -> isAbstract(each) && naming.of(each).equals(decided))
            .anyMatch(each -> areOne(seenFrom(site, each), seenFrom(site, found)));
  }

  private boolean areOne(ExecutableType one, ExecutableType other) {
    Types types = program.types();
    return types.isSubsignature(one, other) || types.isSubsignature(other, one);
  }

  private static boolean isAbstract(Element method) {
    return method.getModifiers().contains(Modifier.ABSTRACT);
  }

  private ExecutableType seenFrom(TypeMirror site, ExecutableElement method) {
    return (ExecutableType)
        (site instanceof DeclaredType type
            ? program.types().asMemberOf(type, method)
            : method.asType());
  }

  /** Returns the types that may have what a tree names. */
  private Stream<TypeMirror> sites(TreePath here) {
    Tree qualifier = qualifier(here.getLeaf());
    Stream<TreePath> places =
        qualifier == null
            ? StreamSupport.stream(here.spliterator(), false)
                .filter(ClassTree.class::isInstance)
                .map(around -> trees.getPath(here.getCompilationUnit(), around))
            : Stream.of(new TreePath(here, qualifier));
    return places.map(trees::getTypeMirror).filter(Objects::nonNull);
  }

  private static @Nullable Tree qualifier(Tree tree) {
    if (tree instanceof MethodInvocationTree call) {
      return qualifier(call.getMethodSelect());
    } else if (tree instanceof MemberSelectTree select) {
      return select.getExpression();
    }
    return tree instanceof MemberReferenceTree reference
        ? reference.getQualifierExpression()
        : null;
  }

  private Stream<ExecutableElement> methodsAbove(TypeMirror type) {
    return program.types().directSupertypes(type).stream()
        .flatMap(
            above ->
                Stream.concat(
                    above instanceof DeclaredType declared
                        ? declared.asElement().getEnclosedElements().stream()
                            .filter(ExecutableElement.class::isInstance)
                            .map(ExecutableElement.class::cast)
                        : Stream.of(),
                    methodsAbove(above)));
  }
}
