package cotangent.processor.read.names;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The classes around some code, innermost first, in which Java looks for simple names: an object
 * may well be of several of them, and the code decides which one is meant. javac doesn't know
 * classes without a name yet, so what they declare is found in their trees.
 */
public final class Enclosing {
  private final List<Site> sites;
  private final VisibleMembers members;

  /**
   * A class around the code.
   *
   * @param type the class, or what one without a name extends or implements
   * @param body what is written in a class without a name; null for one that has a name
   * @param depth how many classes are between it and the code
   */
  public record Site(DeclaredType type, @Nullable ClassTree body, int depth) {

    /** Whether the class has no name. */
    public boolean isUnnamed() {
      return body != null;
    }

    /** Whether a class without a name declares a field itself. */
    public boolean declaresField(String name) {
      return body != null
          && body.getMembers().stream()
              .anyMatch(
                  member ->
                      member instanceof VariableTree field && field.getName().contentEquals(name));
    }

    private Stream<MethodTree> methods(String name) {
      return body == null
          ? Stream.of()
          : body.getMembers().stream()
              .filter(MethodTree.class::isInstance)
              .map(MethodTree.class::cast)
              .filter(method -> method.getName().contentEquals(name));
    }

    /** Returns the class, or what one without a name extends or implements. */
    public TypeElement element() {
      return (TypeElement) type.asElement();
    }

    /** Whether the class has a member of that which it extends or implements, or of itself. */
    private boolean has(Element member) {
      Set<Modifier> modifiers = member.getModifiers();
      boolean isOfInterface =
          member.getKind() == ElementKind.METHOD
              && modifiers.contains(Modifier.STATIC)
              && Owner.of(member).getKind().isInterface();
      return body == null || !modifiers.contains(Modifier.PRIVATE) && !isOfInterface;
    }
  }

  private Enclosing(List<Site> sites, VisibleMembers members) {
    this.sites = sites;
    this.members = members;
  }

  /** Returns the classes around the code of a class that has a name. */
  static Enclosing of(TypeElement owner, VisibleMembers members) {
    List<Site> sites = new ArrayList<>();
    for (TypeElement type = owner; type != null; type = Owner.around(type)) {
      sites.add(new Site((DeclaredType) type.asType(), null, sites.size()));
    }
    return new Enclosing(sites, members);
  }

  /** Returns the classes around the code of a class without a name that stands in this code. */
  Enclosing inside(ClassTree body, DeclaredType above) {
    List<Site> all = new ArrayList<>();
    all.add(new Site(above, body, 0));
    sites.forEach(site -> all.add(new Site(site.type(), site.body(), site.depth() + 1)));
    return new Enclosing(all, members);
  }

  /** Returns the class that the code is in. */
  public Site innermost() {
    return sites.get(0);
  }

  /** Returns all classes, innermost first. */
  public List<Site> sites() {
    return sites;
  }

  /** Finds the class that has a field of a name. */
  public Optional<Site> ofField(String name) {
    return first(site -> site.declaresField(name) || !fields(site, name).isEmpty());
  }

  /** Finds the class that has a method of a name. */
  public Optional<Site> ofMethod(String name) {
    return first(
        site -> site.methods(name).findAny().isPresent() || !methods(site, name).isEmpty());
  }

  /** Whether a call means a method of a class without a name that it hasn't inherited. */
  public boolean isOnlyWritten(Site site, String name, int arguments) {
    return site.methods(name).anyMatch(method -> method.getParameters().size() == arguments)
        && methods(site, name).stream()
            .noneMatch(method -> method.isVarArgs() || method.getParameters().size() == arguments);
  }

  /** Finds the class with a name that a class is. */
  public Optional<Site> of(TypeElement type) {
    return first(site -> !site.isUnnamed() && site.element().equals(type));
  }

  private Optional<Site> first(Predicate<Site> wanted) {
    return sites.stream().filter(wanted).findFirst();
  }

  /** Returns the fields of a name that a class has, without those that only its tree tells. */
  List<VariableElement> fields(Site site, String name) {
    TypeElement type = site.element();
    Set<VariableElement> all =
        site.isUnnamed() ? members.fieldsAbove(type, name) : members.fields(type, name);
    return all.stream().filter(site::has).toList();
  }

  /** Returns the methods of a name that a class has, without those that only its tree tells. */
  List<ExecutableElement> methods(Site site, String name) {
    TypeElement type = site.element();
    List<ExecutableElement> all =
        site.isUnnamed() ? members.methodsAbove(type, name) : members.methods(type, name);
    return all.stream().filter(site::has).toList();
  }

  /** Finds the class that is of a type, so that it has the classes declared there. */
  public Optional<Site> within(TypeElement type, Types types) {
    TypeMirror wanted = types.erasure(type.asType());
    return first(site -> types.isSubtype(types.erasure(site.type()), wanted));
  }
}
