package cotangent.processor.read.call;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What anonymous classes declare, and what their objects have captured. javac doesn't know their
 * members yet, so these are found in the tree.
 */
final class AnonymousMembers {
  private AnonymousMembers() {}

  static List<VariableTree> ownFields(ClassTree tree) {
    return tree.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
        .toList();
  }

  /** Whether a field of an object of an anonymous class is what a variable holds. */
  static boolean hasCaptured(Term object, String name) {
    return Objects.hasOwn(object, name)
        && ownFields(((ObjectClass.Anonymous) Objects.of(object)).tree()).stream()
            .noneMatch(field -> field.getName().contentEquals(name));
  }

  /** Finds a method that an anonymous class declares itself. */
  static Optional<MethodTree> own(Term object, String name, int arguments) {
    return Objects.isMade(object) && Objects.of(object) instanceof ObjectClass.Anonymous anonymous
        ? own(anonymous.tree(), name, arguments).stream().findFirst()
        : Optional.empty();
  }

  static List<MethodTree> own(ClassTree tree, String name, int arguments) {
    return tree.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(method -> method.getName().contentEquals(name))
        .filter(method -> method.getParameters().size() == arguments)
        .toList();
  }

  /**
   * Finds the method of a class without a name that overrides another one.
   *
   * @param names what names mean there
   * @param above what it extends or implements
   */
  static Optional<MethodTree> own(
      Program program, ClassTree tree, Names names, DeclaredType above, ExecutableElement method) {
    if (!isInherited(program, names.owner(), method)) {
      return Optional.empty();
    }
    var seen = (ExecutableType) program.types().asMemberOf(above, method);
    String name = method.getSimpleName().toString();
    int generic = method.getTypeParameters().size();
    return own(tree, name, method.getParameters().size()).stream()
        .filter(each -> each.getTypeParameters().size() == generic)
        .filter(each -> overrides(program, names.in(each, method), each, seen))
        .findFirst();
  }

  /** Whether classes that stand in another one inherit a method, and so may override it. */
  private static boolean isInherited(
      Program program, TypeElement around, ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    boolean isOfPackage =
        !modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.PROTECTED);
    Elements elements = program.elements();
    return !modifiers.contains(Modifier.PRIVATE)
        && !modifiers.contains(Modifier.STATIC)
        && (!isOfPackage || elements.getPackageOf(method).equals(elements.getPackageOf(around)));
  }

  private static boolean overrides(
      Program program, Names names, MethodTree tree, ExecutableType seen) {
    Types types = program.types();
    for (int i = 0; i < tree.getParameters().size(); i++) {
      TypeMirror type = names.type(tree.getParameters().get(i).getType());
      TypeMirror wanted = seen.getParameterTypes().get(i);
      if (!types.isSameType(types.erasure(type), types.erasure(wanted))) {
        return false;
      }
    }
    return true;
  }

  /** Declares what was captured; the fields that a class declares itself are found through it. */
  static void bring(Frame body, Term object) {
    ObjectClass.Anonymous of = (ObjectClass.Anonymous) Objects.of(object);
    Set<String> own =
        ownFields(of.tree()).stream()
            .map(field -> field.getName().toString())
            .collect(Collectors.toSet());
    for (Object key : of.fields()) {
      if (key instanceof String name && !name.equals(ObjectClass.OUTER) && !own.contains(name)) {
        Term value = new Objects(body).held(of.tree(), object, key);
        body.environment().lend(name, value);
      }
    }
  }
}
