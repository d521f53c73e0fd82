package cotangent.processor.host;

import com.sun.source.tree.Scope;
import cotangent.processor.read.names.Owner;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What can be named from where, by the rules of the language: public, protected, private. */
final class Access {
  private final Types types;
  private final Elements elements;

  Access(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /** A class, or the package alone. */
  private record Here(
      PackageElement inPackage, @Nullable TypeElement type, Supplier<List<Element>> locals)
      implements Scope {
    @Override
    public @Nullable Scope getEnclosingScope() {
      return null;
    }

    @Override
    public @Nullable TypeElement getEnclosingClass() {
      return type;
    }

    @Override
    public @Nullable ExecutableElement getEnclosingMethod() {
      return null;
    }

    @Override
    public Iterable<? extends Element> getLocalElements() {
      return locals.get();
    }
  }

  /** Whether a place is one of the kind described here. */
  static boolean made(Scope scope) {
    return scope instanceof Here;
  }

  /**
   * Returns the place of a class or package.
   *
   * @param locals finds the classes that are declared in methods and can be named there
   */
  Scope scope(Element at, Supplier<List<Element>> locals) {
    return at instanceof TypeElement type
        ? new Here(elements.getPackageOf(type), type, locals)
        : new Here((PackageElement) at, null, locals);
  }

  boolean isAccessible(Scope scope, TypeElement type) {
    Here here = (Here) scope;
    return type.getEnclosingElement() instanceof TypeElement outer
        ? isAccessible(scope, outer) && isVisible(here, type, outer)
        : type.getModifiers().contains(Modifier.PUBLIC) || isHere(here, type);
  }

  boolean isAccessible(Scope scope, Element member, DeclaredType type) {
    Here here = (Here) scope;
    TypeElement site = (TypeElement) type.asElement();
    TypeElement owner = Owner.of(member);
    if (!isAccessible(scope, site) || !isInherited(member, owner, site)) {
      return false;
    }
    boolean isConstructor = member.getKind() == ElementKind.CONSTRUCTOR;
    if (!member.getModifiers().contains(Modifier.PROTECTED) || isHere(here, owner)) {
      return isVisible(here, member, owner);
    }
    boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
    for (Element e = here.type(); e instanceof TypeElement from; e = e.getEnclosingElement()) {
      if (!isConstructor && isBelow(from, owner) && (isStatic || isBelow(site, from))) {
        return true;
      }
    }
    return false;
  }

  private boolean isVisible(Here here, Element member, TypeElement owner) {
    Set<Modifier> modifiers = member.getModifiers();
    if (modifiers.contains(Modifier.PUBLIC)) {
      return true;
    } else if (modifiers.contains(Modifier.PRIVATE)) {
      return here.type() != null && outermost(here.type()).equals(outermost(owner));
    } else if (isHere(here, owner)) {
      return true;
    }
    boolean isProtected = modifiers.contains(Modifier.PROTECTED);
    for (Element e = here.type(); e instanceof TypeElement from; e = e.getEnclosingElement()) {
      if (isProtected && isBelow(from, owner)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a class has a member of another one: private members are not inherited. */
  private boolean isInherited(Element member, TypeElement owner, TypeElement site) {
    if (owner.equals(site)) {
      return true;
    }
    Set<Modifier> modifiers = member.getModifiers();
    if (modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED)) {
      return true;
    }
    boolean isPrivate = modifiers.contains(Modifier.PRIVATE);
    TypeElement at = site;
    while (!isPrivate && at != null && !at.equals(owner)) {
      if (!elements.getPackageOf(at).equals(elements.getPackageOf(owner))) {
        return false;
      }
      at =
          at.getSuperclass() instanceof DeclaredType above ? (TypeElement) above.asElement() : null;
    }
    return !isPrivate && at != null;
  }

  private boolean isHere(Here here, TypeElement type) {
    return elements.getPackageOf(type).equals(here.inPackage());
  }

  private boolean isBelow(TypeElement type, TypeElement above) {
    return types.isSubtype(erased(type), erased(above));
  }

  private TypeMirror erased(TypeElement type) {
    return types.erasure(type.asType());
  }

  private static TypeElement outermost(TypeElement type) {
    TypeElement outer = Owner.around(type);
    return outer == null ? type : outermost(outer);
  }
}
