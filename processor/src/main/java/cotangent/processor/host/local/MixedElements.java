package cotangent.processor.host.local;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What a compiler knows about its elements, together with what there is to know about local
 * classes.
 */
public final class MixedElements implements Elements {
  private final Elements known;
  private final MixedTypes types;

  public MixedElements(Elements known, MixedTypes types) {
    this.known = known;
    this.types = types;
  }

  /** Returns the compiler's own element around one. */
  private static Element outer(Element element) {
    Element outer = element;
    while (outer instanceof LocalElement) {
      outer = Objects.requireNonNull(outer.getEnclosingElement());
    }
    return outer;
  }

  @Override
  public @Nullable PackageElement getPackageOf(Element element) {
    return known.getPackageOf(outer(element));
  }

  @Override
  public @Nullable ModuleElement getModuleOf(Element element) {
    return known.getModuleOf(outer(element));
  }

  @Override
  public Origin getOrigin(Element element) {
    if (!(element instanceof LocalElement local)) {
      return known.getOrigin(element);
    }
    return local.tree() == null ? Origin.MANDATED : Origin.EXPLICIT;
  }

  @Override
  public @Nullable RecordComponentElement recordComponentFor(ExecutableElement accessor) {
    if (!(accessor instanceof LocalElement)) {
      return known.recordComponentFor(accessor);
    }
    return ((TypeElement) Objects.requireNonNull(accessor.getEnclosingElement()))
        .getRecordComponents().stream()
            .filter(component -> accessor.equals(component.getAccessor()))
            .findFirst()
            .orElse(null);
  }

  /** Returns them as they are declared: the compiler has some as they are seen from below. */
  @Override
  public List<? extends Element> getAllMembers(TypeElement type) {
    List<Element> members = new ArrayList<>(type.getEnclosedElements());
    for (TypeMirror parent : types.directSupertypes(type.asType())) {
      for (Element each : getAllMembers((TypeElement) ((DeclaredType) parent).asElement())) {
        if (isInherited(each, type)
            && members.stream().noneMatch(other -> replaces(other, each, type))) {
          members.add(each);
        }
      }
    }
    return members;
  }

  private boolean isInherited(Element member, TypeElement type) {
    return member.getKind() != ElementKind.CONSTRUCTOR
        && !member.getModifiers().contains(Modifier.PRIVATE)
        && isSeen(member, type);
  }

  private boolean replaces(Element member, Element inherited, TypeElement type) {
    return member.equals(inherited)
        || member instanceof ExecutableElement one
            && inherited instanceof ExecutableElement other
            && overrides(one, other, type);
  }

  @Override
  public boolean overrides(ExecutableElement one, ExecutableElement other, TypeElement type) {
    if (!one.getSimpleName().equals(other.getSimpleName())
        || one.getParameters().size() != other.getParameters().size()) {
      return false;
    }
    TypeElement owner = (TypeElement) Objects.requireNonNull(one.getEnclosingElement());
    TypeElement above = (TypeElement) Objects.requireNonNull(other.getEnclosingElement());
    return !owner.equals(above)
        && isOfObjects(one)
        && isOfObjects(other)
        && isSeen(other, owner)
        && (isBelow(owner, above)
            || owner.getKind().isClass() && isBelow(type, owner) && isBelow(type, above))
        && types.isSubsignature(seen(type, one), seen(type, other));
  }

  private static boolean isOfObjects(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  private boolean isSeen(Element member, TypeElement from) {
    return member.getModifiers().contains(Modifier.PUBLIC)
        || member.getModifiers().contains(Modifier.PROTECTED)
        || Objects.equals(getPackageOf(member), getPackageOf(from));
  }

  private boolean isBelow(TypeElement type, TypeElement above) {
    return types.isSubtype(types.erasure(type.asType()), types.erasure(above.asType()));
  }

  private ExecutableType seen(TypeElement type, ExecutableElement method) {
    return (ExecutableType) types.asMemberOf((DeclaredType) type.asType(), method);
  }

  @Override
  public boolean hides(Element one, Element other) {
    return !(one instanceof LocalElement)
        && !(other instanceof LocalElement)
        && known.hides(one, other);
  }

  @Override
  public boolean isDeprecated(Element element) {
    return !(element instanceof LocalElement) && known.isDeprecated(element);
  }

  @Override
  public @Nullable String getDocComment(Element element) {
    return element instanceof LocalElement ? null : known.getDocComment(element);
  }

  @Override
  public boolean isFunctionalInterface(TypeElement type) {
    return !(type instanceof LocalClass) && known.isFunctionalInterface(type);
  }

  @Override
  public Name getBinaryName(TypeElement type) {
    if (type instanceof LocalClass) {
      throw new IllegalArgumentException(type + " is numbered by who compiles it");
    }
    return known.getBinaryName(type);
  }

  @Override
  public @Nullable PackageElement getPackageElement(CharSequence name) {
    return known.getPackageElement(name);
  }

  @Override
  public @Nullable PackageElement getPackageElement(ModuleElement module, CharSequence name) {
    return known.getPackageElement(module, name);
  }

  @Override
  public @Nullable TypeElement getTypeElement(CharSequence name) {
    return known.getTypeElement(name);
  }

  @Override
  public @Nullable TypeElement getTypeElement(ModuleElement module, CharSequence name) {
    return known.getTypeElement(module, name);
  }

  @Override
  public @Nullable ModuleElement getModuleElement(CharSequence name) {
    return known.getModuleElement(name);
  }

  @Override
  public Set<? extends ModuleElement> getAllModuleElements() {
    return known.getAllModuleElements();
  }

  @Override
  public Origin getOrigin(AnnotatedConstruct annotated, AnnotationMirror annotation) {
    return known.getOrigin(annotated, annotation);
  }

  @Override
  public Map<? extends ExecutableElement, ? extends AnnotationValue> getElementValuesWithDefaults(
      AnnotationMirror annotation) {
    return known.getElementValuesWithDefaults(annotation);
  }

  @Override
  public List<? extends AnnotationMirror> getAllAnnotationMirrors(Element element) {
    return element instanceof LocalElement
        ? element.getAnnotationMirrors()
        : known.getAllAnnotationMirrors(element);
  }

  @Override
  public void printElements(Writer writer, Element... elements) {
    known.printElements(writer, elements);
  }

  @Override
  public Name getName(CharSequence text) {
    return known.getName(text);
  }

  @Override
  public String getConstantExpression(Object value) {
    return known.getConstantExpression(value);
  }
}
