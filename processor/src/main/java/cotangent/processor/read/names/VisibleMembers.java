package cotangent.processor.read.names;

import com.sun.source.tree.Scope;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The members of classes, inherited ones included, that can be named from one class. */
public final class VisibleMembers {

  private record Named(TypeElement owner, String name) {}

  private final Trees trees;
  private final Types types;
  private final Scope scope;
  private final Map<Named, Optional<TypeElement>> memberTypes = new HashMap<>();
  private final Map<TypeElement, List<ExecutableElement>> constructors = new HashMap<>();
  private final Map<Named, List<ExecutableElement>> methods = new HashMap<>();
  private final Map<Named, Set<VariableElement>> fields = new HashMap<>();

  /**
   * @param scope the class from which they are named
   */
  VisibleMembers(Trees trees, Types types, Scope scope) {
    this.trees = trees;
    this.types = types;
    this.scope = scope;
  }

  boolean isAccessible(TypeElement type) {
    return isForAll(type) || trees.isAccessible(scope, type);
  }

  /** Finds a member class. */
  Optional<TypeElement> type(TypeElement owner, String name) {
    return memberTypes.computeIfAbsent(
        new Named(owner, name), named -> inherited(owner, name).filter(this::isAccessible));
  }

  static Optional<TypeElement> inherited(TypeElement owner, String name) {
    for (TypeElement member : ElementFilter.typesIn(owner.getEnclosedElements())) {
      if (member.getSimpleName().contentEquals(name)) {
        return Optional.of(member);
      }
    }
    Set<TypeElement> found = new LinkedHashSet<>();
    for (TypeElement parent : parents(owner)) {
      inherited(parent, name).ifPresent(found::add);
    }
    return only(found);
  }

  /** Returns the only one found: a name that means several things means none. */
  static <T extends Element> Optional<T> only(Set<T> found) {
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private static List<TypeElement> parents(TypeElement owner) {
    List<TypeMirror> all = new ArrayList<>(owner.getInterfaces());
    all.add(0, owner.getSuperclass());
    return all.stream()
        .filter(DeclaredType.class::isInstance)
        .map(type -> (TypeElement) ((DeclaredType) type).asElement())
        .toList();
  }

  /** Returns the fields that have an unambiguous name, inherited ones first. */
  List<VariableElement> fields(TypeElement owner) {
    Set<String> fieldNames = new LinkedHashSet<>();
    collectFieldNames(owner, fieldNames);
    return fieldNames.stream()
        .map(name -> fields(owner, name))
        .filter(found -> found.size() == 1)
        .flatMap(Set::stream)
        .toList();
  }

  private static void collectFieldNames(TypeElement owner, Set<String> into) {
    parents(owner).forEach(parent -> collectFieldNames(parent, into));
    DeclaredFields.of(owner).forEach(field -> into.add(field.getSimpleName().toString()));
  }

  /** Finds the fields of a name: one, or several where the name is ambiguous. */
  Set<VariableElement> fields(TypeElement owner, String name) {
    Named key = new Named(owner, name);
    Set<VariableElement> known = fields.get(key);
    if (known == null) {
      known = new LinkedHashSet<>();
      fields(owner, name, field -> isMember(field, owner), known);
      fields.put(key, known);
    }
    return known;
  }

  /** Finds the fields of a name that a class below may name of those that it inherits. */
  Set<VariableElement> fieldsAbove(TypeElement owner, String name) {
    Set<VariableElement> found = new LinkedHashSet<>();
    fields(owner, name, field -> isInherited(field, owner), found);
    return found;
  }

  private void fields(
      TypeElement owner,
      String name,
      Predicate<VariableElement> isMember,
      Set<VariableElement> found) {
    for (VariableElement field : DeclaredFields.of(owner)) {
      if (field.getSimpleName().contentEquals(name) && isMember.test(field)) {
        found.add(field);
        return;
      }
    }
    parents(owner).forEach(parent -> fields(parent, name, isMember, found));
  }

  /** Whether a type has a field of a name. */
  public boolean hasField(TypeMirror type, String name) {
    return type instanceof DeclaredType of && !fields((TypeElement) of.asElement(), name).isEmpty();
  }

  /** Whether a type has a method of a name. */
  public boolean hasMethod(TypeMirror type, String name) {
    return type instanceof DeclaredType of
        && !methods((TypeElement) of.asElement(), name).isEmpty();
  }

  /** Whether a class has a method, static or not, that takes so many arguments. */
  public boolean hasMethod(TypeElement type, String name, boolean isStatic, int arguments) {
    return methods(type, name).stream()
        .filter(method -> method.getModifiers().contains(Modifier.STATIC) == isStatic)
        .anyMatch(method -> method.isVarArgs() || method.getParameters().size() == arguments);
  }

  /** Finds the methods of a name, without those that others override or hide. */
  public List<ExecutableElement> methods(TypeElement owner, String name) {
    Named key = new Named(owner, name);
    List<ExecutableElement> known = methods.get(key);
    if (known == null) {
      known = methods(owner, name, method -> isMember(method, owner));
      methods.put(key, known);
    }
    return known;
  }

  /** Finds the methods of a name that a class below may call of those that it inherits. */
  List<ExecutableElement> methodsAbove(TypeElement owner, String name) {
    return methods(owner, name, method -> isInherited(method, owner));
  }

  private List<ExecutableElement> methods(
      TypeElement owner, String name, Predicate<ExecutableElement> isMember) {
    List<ExecutableElement> found = new ArrayList<>();
    methods(owner, owner, name, isMember, found);
    if (owner.getKind() == ElementKind.INTERFACE) {
      methodsOfObject(owner, name, isMember, found);
    }
    return found;
  }

  private void methods(
      TypeElement owner,
      TypeElement site,
      String name,
      Predicate<ExecutableElement> isMember,
      List<ExecutableElement> found) {
    boolean staticsToo = owner.equals(site) || owner.getKind() != ElementKind.INTERFACE;
    for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      if (method.getSimpleName().contentEquals(name)
          && (staticsToo || !method.getModifiers().contains(Modifier.STATIC))
          && isMember.test(method)
          && found.stream().noneMatch(other -> replaces(other, method, site))) {
        found.add(method);
      }
    }
    parents(owner).forEach(parent -> methods(parent, site, name, isMember, found));
  }

  private void methodsOfObject(
      TypeElement site,
      String name,
      Predicate<ExecutableElement> isMember,
      List<ExecutableElement> found) {
    for (TypeMirror parent : types.directSupertypes(site.asType())) {
      TypeElement type = (TypeElement) ((DeclaredType) parent).asElement();
      if (type.getKind() == ElementKind.CLASS) {
        methods(type, site, name, isMember, found);
      }
    }
  }

  /** Whether a method of a subclass overrides or hides one that it would inherit. */
  private boolean replaces(ExecutableElement one, ExecutableElement other, TypeElement site) {
    if (one.equals(other)) {
      return true;
    }
    TypeMirror below = types.erasure(Owner.of(one).asType());
    TypeMirror above = types.erasure(Owner.of(other).asType());
    return types.isSubtype(below, above)
        && types.isSubsignature(memberType(site, one), memberType(site, other));
  }

  private ExecutableType memberType(TypeElement site, ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC)
        ? (ExecutableType) method.asType()
        : (ExecutableType) types.asMemberOf((DeclaredType) site.asType(), method);
  }

  List<ExecutableElement> constructors(TypeElement owner) {
    return constructors.computeIfAbsent(
        owner,
        type ->
            ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> isMember(constructor, type))
                .toList());
  }

  /** Finds the constructors that a class below may call, wherever it stands. */
  List<ExecutableElement> constructorsAbove(TypeElement owner) {
    return ElementFilter.constructorsIn(owner.getEnclosedElements()).stream()
        .filter(constructor -> isInherited(constructor, owner))
        .toList();
  }

  /** Whether a class below sees a member, wherever it stands. */
  private boolean isInherited(Element member, TypeElement site) {
    return member.getModifiers().contains(Modifier.PROTECTED) || isMember(member, site);
  }

  private boolean isMember(Element member, TypeElement site) {
    return isForAll(member) || trees.isAccessible(scope, member, (DeclaredType) site.asType());
  }

  /** Whether something is there for generated code, wherever that stands. */
  private static boolean isForAll(Element element) {
    Element type = element instanceof TypeElement ? element : element.getEnclosingElement();
    return element.getModifiers().contains(Modifier.PUBLIC)
        && type != null
        && type.getEnclosingElement() instanceof PackageElement around
        && around.getQualifiedName().contentEquals("cotangent");
  }
}
