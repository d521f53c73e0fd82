package cotangent.processor.host.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.NullType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The types of a compiler together with those in which local classes occur, which it doesn't know.
 */
public final class MixedTypes implements Types {
  private final Types known;
  private final Elements elements;
  private final Subtyping subtyping = new Subtyping(this);

  public MixedTypes(Types known, Elements elements) {
    this.known = known;
    this.elements = elements;
  }

  private static boolean isOurs(@Nullable TypeMirror... some) {
    return Arrays.stream(some).anyMatch(LocalType.class::isInstance);
  }

  private TypeMirror library(String name) {
    return elements.getTypeElement(name).asType();
  }

  @Override
  public @Nullable Element asElement(TypeMirror type) {
    if (type instanceof DeclaredType declared && isOurs(type)) {
      return declared.asElement();
    }
    return type instanceof LocalType.Variable variable
        ? variable.element()
        : isOurs(type) ? null : known.asElement(type);
  }

  @Override
  public boolean isSameType(TypeMirror one, TypeMirror other) {
    return isOurs(one, other)
        ? !(one instanceof WildcardType) && subtyping.isSame(one, other)
        : known.isSameType(one, other);
  }

  @Override
  public boolean isSubtype(TypeMirror one, TypeMirror other) {
    return isOurs(one, other) ? subtyping.isSubtype(one, other) : known.isSubtype(one, other);
  }

  @Override
  public boolean isAssignable(TypeMirror one, TypeMirror other) {
    return isOurs(one, other) ? subtyping.isAssignable(one, other) : known.isAssignable(one, other);
  }

  @Override
  public boolean contains(TypeMirror one, TypeMirror other) {
    return isOurs(one, other) ? subtyping.contains(one, other) : known.contains(one, other);
  }

  @Override
  public boolean isSubsignature(ExecutableType one, ExecutableType other) {
    return isOurs(one, other)
        ? subtyping.isSubsignature(one, other)
        : known.isSubsignature(one, other);
  }

  @Override
  public List<? extends TypeMirror> directSupertypes(TypeMirror type) {
    if (!isOurs(type)) {
      return known.directSupertypes(type);
    } else if (type instanceof LocalType.Declared declared) {
      return parents(declared);
    } else if (type instanceof ArrayType) {
      return List.of(
          library("java.lang.Object"),
          library("java.lang.Cloneable"),
          library("java.io.Serializable"));
    } else if (type instanceof IntersectionType all) {
      return all.getBounds();
    }
    TypeMirror bound =
        type instanceof TypeVariable variable
            ? variable.getUpperBound()
            : ((WildcardType) type).getExtendsBound();
    return List.of(bound == null ? library("java.lang.Object") : bound);
  }

  private List<TypeMirror> parents(LocalType.Declared type) {
    TypeElement element = type.element();
    List<TypeMirror> parents = new ArrayList<>();
    parents.add(
        element.getSuperclass() instanceof DeclaredType above
            ? above
            : library("java.lang.Object")); // of an interface
    parents.addAll(element.getInterfaces());
    return Substitution.isRaw(type)
        ? parents.stream().map(this::erasure).toList()
        : new Substitution(this).of(type).in(parents);
  }

  @Override
  public TypeMirror erasure(TypeMirror type) {
    if (!isOurs(type)) {
      return known.erasure(type);
    } else if (type instanceof LocalType.Declared declared) {
      return declared.element() instanceof LocalClass
          ? getDeclaredType(declared.element())
          : known.erasure(declared.element().asType());
    } else if (type instanceof ArrayType array) {
      return getArrayType(erasure(array.getComponentType()));
    } else if (type instanceof LocalType.Executable method) {
      return new LocalType.Executable(
          List.of(),
          erased(method.getParameterTypes()),
          erasure(method.getReturnType()),
          erased(method.getThrownTypes()),
          method.getReceiverType());
    }
    return erasure(directSupertypes(type).get(0));
  }

  private List<TypeMirror> erased(List<? extends TypeMirror> all) {
    List<TypeMirror> erased = new ArrayList<>();
    all.forEach(each -> erased.add(erasure(each)));
    return erased;
  }

  /** The compiler itself finds no member of an interface that a type inherits. */
  @Override
  public TypeMirror asMemberOf(DeclaredType containing, Element element) {
    DeclaredType site =
        element.getEnclosingElement() instanceof TypeElement owner
            ? subtyping.as(containing, owner)
            : null;
    if (site == null) {
      return known.asMemberOf(containing, element);
    } else if (!isOurs(site) && !(element instanceof LocalElement)) {
      return known.asMemberOf(site, element);
    } else if (element.getModifiers().contains(Modifier.STATIC)) {
      return element.asType();
    }
    return Substitution.isRaw(site)
        ? erasure(element.asType())
        : new Substitution(this).of(site).in(element.asType());
  }

  @Override
  public DeclaredType getDeclaredType(TypeElement element, TypeMirror... arguments) {
    if (element instanceof LocalClass local) {
      return new LocalType.Declared(element, List.of(arguments), local.around());
    }
    return isOurs(arguments)
        ? new LocalType.Declared(element, List.of(arguments), getNoType(TypeKind.NONE))
        : known.getDeclaredType(element, arguments);
  }

  @Override
  public DeclaredType getDeclaredType(
      @Nullable DeclaredType containing, TypeElement element, TypeMirror... arguments) {
    if (containing == null) {
      return getDeclaredType(element, arguments);
    }
    return element instanceof LocalClass || isOurs(containing) || isOurs(arguments)
        ? new LocalType.Declared(element, List.of(arguments), containing)
        : known.getDeclaredType(containing, element, arguments);
  }

  @Override
  public ArrayType getArrayType(TypeMirror component) {
    return isOurs(component) ? new LocalType.Rows(component) : known.getArrayType(component);
  }

  @Override
  public WildcardType getWildcardType(
      @Nullable TypeMirror extended, @Nullable TypeMirror superBound) {
    return isOurs(extended, superBound)
        ? new LocalType.Wildcard(extended, superBound)
        : known.getWildcardType(extended, superBound);
  }

  /** Returns what a type variable with these bounds extends. */
  TypeMirror bound(List<TypeMirror> bounds) {
    return switch (bounds.size()) {
      case 0 -> library("java.lang.Object");
      case 1 -> bounds.get(0);
      default -> new LocalType.Intersection(bounds);
    };
  }

  @Override
  public TypeElement boxedClass(PrimitiveType primitive) {
    return known.boxedClass(primitive);
  }

  @Override
  public PrimitiveType unboxedType(TypeMirror type) {
    Stream<? extends TypeMirror> above =
        type instanceof TypeVariable ? directSupertypes(type).stream() : Stream.of(type);
    return known.unboxedType(
        above
            .filter(each -> !isOurs(each))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(type.toString())));
  }

  @Override
  public TypeMirror capture(TypeMirror type) {
    return isOurs(type) ? type : known.capture(type);
  }

  @Override
  public PrimitiveType getPrimitiveType(TypeKind kind) {
    return known.getPrimitiveType(kind);
  }

  @Override
  public NullType getNullType() {
    return known.getNullType();
  }

  @Override
  public NoType getNoType(TypeKind kind) {
    return known.getNoType(kind);
  }
}
