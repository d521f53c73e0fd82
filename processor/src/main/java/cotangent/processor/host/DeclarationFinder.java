package cotangent.processor.host;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Finds the tree of a declaration by its name, where the compiler can't. */
final class DeclarationFinder {
  private DeclarationFinder() {}

  /** Finds a declaration in its file; null for one that is implied and not written. */
  static @Nullable Tree find(Element element, CompilationUnitTree unit) {
    Element outer = element.getEnclosingElement();
    if (element instanceof TypeElement type && !(outer instanceof TypeElement)) {
      return named(type, unit.getTypeDecls());
    }
    Tree around = outer == null ? null : find(outer, unit);
    if (around instanceof ClassTree members) {
      return in(element, members);
    } else if (around instanceof MethodTree method
        && outer instanceof ExecutableElement executable) {
      int index = executable.getParameters().indexOf(element);
      return index < 0 ? null : method.getParameters().get(index);
    }
    return null;
  }

  private static @Nullable Tree in(Element element, ClassTree type) {
    if (element instanceof TypeElement member) {
      return named(member, type.getMembers());
    }
    for (Tree member : type.getMembers()) {
      boolean isIt =
          member instanceof MethodTree method
              ? element instanceof ExecutableElement executable && isOf(method, executable, type)
              : member instanceof VariableTree variable
                  && (element instanceof VariableElement
                      || element.getKind() == ElementKind.RECORD_COMPONENT)
                  && variable.getName().contentEquals(element.getSimpleName());
      if (isIt) {
        return member;
      }
    }
    return null;
  }

  private static @Nullable Tree named(TypeElement type, List<? extends Tree> trees) {
    for (Tree tree : trees) {
      if (tree instanceof ClassTree declared
          && declared.getSimpleName().contentEquals(type.getSimpleName())) {
        return tree;
      }
    }
    return null;
  }

  private static boolean isOf(MethodTree tree, ExecutableElement method, ClassTree type) {
    if (!tree.getName().contentEquals(method.getSimpleName())) {
      return false;
    }
    List<? extends VariableTree> parameters = tree.getParameters();
    boolean isCompact = tree.getReturnType() == null && isCompact(tree, type);
    if (isCompact || parameters.size() != method.getParameters().size()) {
      return isCompact && method.getParameters().size() == components(type);
    }
    for (int i = 0; i < parameters.size(); i++) {
      TypeMirror wanted = method.getParameters().get(i).asType();
      if (!simple(parameters.get(i).getType()).equals(simple(wanted))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is a record's constructor without parameters of its own. */
  private static boolean isCompact(MethodTree tree, ClassTree type) {
    return type.getKind() == Tree.Kind.RECORD
        && tree.getParameters().isEmpty()
        && components(type) > 0;
  }

  private static long components(ClassTree record) {
    return record.getMembers().stream()
        .filter(
            member ->
                member instanceof VariableTree variable
                    && !variable.getModifiers().getFlags().contains(Modifier.STATIC))
        .count();
  }

  /** Returns the last name of a type, without type arguments, as it is written. */
  private static String simple(Tree type) {
    if (type instanceof ArrayTypeTree array) {
      return simple(array.getType()) + "[]";
    } else if (type instanceof AnnotatedTypeTree annotated) {
      return simple(annotated.getUnderlyingType());
    } else if (type instanceof ParameterizedTypeTree parameterized) {
      return simple(parameterized.getType());
    } else if (type instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    }
    return type.toString();
  }

  private static String simple(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return simple(array.getComponentType()) + "[]";
    } else if (type instanceof DeclaredType declared) {
      return declared.asElement().getSimpleName().toString();
    } else if (type instanceof TypeVariable variable) {
      return variable.asElement().getSimpleName().toString();
    }
    return type.getKind().name().toLowerCase(Locale.ROOT);
  }

  /** Finds an annotation at a declaration; the declaration itself where it isn't there. */
  static Tree annotation(Tree declaration, AnnotationMirror mirror) {
    String name = mirror.getAnnotationType().asElement().getSimpleName().toString();
    List<? extends AnnotationTree> annotations =
        declaration instanceof MethodTree method
            ? method.getModifiers().getAnnotations()
            : declaration instanceof ClassTree type
                ? type.getModifiers().getAnnotations()
                : declaration instanceof VariableTree variable
                    ? variable.getModifiers().getAnnotations()
                    : List.of();
    for (AnnotationTree annotation : annotations) {
      if (simple(annotation.getAnnotationType()).equals(name)) {
        return annotation;
      }
    }
    return declaration;
  }
}
