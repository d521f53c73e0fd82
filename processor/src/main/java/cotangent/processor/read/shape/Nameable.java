package cotangent.processor.read.shape;

import cotangent.processor.graph.Callee.Member.Access;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.Spelling;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What the companion can write down of the user's types and members. A private class is an {@code
 * Object} there, or the exception that it extends, as a type argument {@code ?}, and so is a type
 * variable; a member that couldn't be used through such types is reached by a method handle.
 */
public final class Nameable {
  private static final String OBJECT = "java.lang.Object";

  private final Program program;
  private final Types types;
  private final Predicate<Element> isAccessible;

  Nameable(Program program, Predicate<Element> isAccessible) {
    this.program = program;
    this.types = program.types();
    this.isAccessible = isAccessible;
  }

  /** Returns the text of a type as the companion writes it. */
  String spelled(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return spelled(array.getComponentType()) + "[]";
    }
    boolean isClass = type.getKind() == TypeKind.DECLARED;
    if (isClass && !isAccessible.test(((DeclaredType) type).asElement())) {
      return inPlaceOf((DeclaredType) type);
    } else if (!isClass || isWhole(type)) {
      return Spelling.of(type);
    }
    DeclaredType declared = (DeclaredType) type;
    String name =
        Spelling.isInGeneric(declared)
            ? spelled(declared.getEnclosingType()) + "." + declared.asElement().getSimpleName()
            : Spelling.of(types.erasure(type));
    List<? extends TypeMirror> arguments = declared.getTypeArguments();
    return arguments.isEmpty()
        ? name
        : arguments.stream()
            .map(argument -> isWhole(argument) ? Spelling.of(argument) : "?")
            .collect(Collectors.joining(", ", name + "<", ">"));
  }

  /** Returns the text of what stands for a private class: an exception must remain one. */
  private String inPlaceOf(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    return program.isThrowable(element) ? spelled(element.getSuperclass()) : OBJECT;
  }

  /** Whether a type is written just as it is. */
  public boolean isWhole(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isWhole(array.getComponentType());
    } else if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() == null || isWhole(wildcard.getExtendsBound()))
          && (wildcard.getSuperBound() == null || isWhole(wildcard.getSuperBound()));
    } else if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
      return isAccessible.test(declared.asElement())
          && declared.getTypeArguments().stream().allMatch(this::isWhole)
          && !(Spelling.isInGeneric(declared) && !isWhole(declared.getEnclosingType()));
    }
    return type.getKind() != TypeKind.TYPEVAR;
  }

  /** Whether the class of a type, or of an array's elements, can be named. */
  public boolean isClassNamed(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    return erased instanceof ArrayType array
        ? isClassNamed(array.getComponentType())
        : !(erased instanceof DeclaredType declared) || isAccessible.test(declared.asElement());
  }

  /**
   * Decides how a method or constructor is reached.
   *
   * @param receiver the type of the object on which it is called; null where there is none
   * @param parameters the types of its parameters in this call
   * @param result what this call returns
   */
  public Access access(
      ExecutableElement method,
      @Nullable TypeMirror receiver,
      List<TypeMirror> parameters,
      TypeMirror result) {
    if (!isAccessible.test(method) && !inherits(method, receiver)) {
      return Access.PRIVATE;
    }
    boolean isLoose =
        receiver != null
            && (!isWhole(receiver) || method.getTypeParameters().isEmpty() && hasUnknown(receiver));
    boolean fits =
        (receiver == null
                || isWhole(receiver)
                || isUsable(method, receiver, method.getReturnType(), result))
            && parameters.stream()
                .allMatch(type -> type.getKind() == TypeKind.TYPEVAR || fits(type));
    for (int i = 0; isLoose && i < method.getParameters().size(); i++) {
      fits &= !Spelling.hasVariables(method.getParameters().get(i).asType());
    }
    return fits ? Access.NAMED : byHandle(method);
  }

  /** Whether Java takes no value for what stands for a type argument. */
  private static boolean hasUnknown(TypeMirror receiver) {
    return receiver instanceof DeclaredType declared
        && declared.getTypeArguments().stream()
            .anyMatch(
                each -> each instanceof WildcardType wildcard && wildcard.getSuperBound() == null);
  }

  /** Returns how a method is reached that isn't named: one that is inherited by its own class. */
  public Access byHandle(ExecutableElement method) {
    return isAccessible.test(method) ? Access.HANDLE : Access.PRIVATE;
  }

  /**
   * Decides how a method is called with parameters of a companion's method: Java doesn't know of
   * two of them whose types are wildcards that they are of one type, nor that it is within its
   * bound.
   */
  public Access accessOfOriginal(ExecutableElement method) {
    boolean fits =
        method.getParameters().stream()
            .map(VariableElement::asType)
            .noneMatch(Spelling::hasVariables);
    return !isAccessible.test(method) ? Access.PRIVATE : fits ? Access.NAMED : Access.HANDLE;
  }

  /**
   * Decides how an accessible field is reached.
   *
   * @param receiver the type of the object that has it; null where there is none
   * @param type what is read from it here
   */
  public Access accessOfField(Element field, @Nullable TypeMirror receiver, TypeMirror type) {
    return receiver == null || isWhole(receiver) || isUsable(field, receiver, field.asType(), type)
        ? Access.NAMED
        : Access.HANDLE;
  }

  private boolean fits(TypeMirror type) {
    return type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.TYPEVAR
        || isWhole(type);
  }

  /** Whether a member can be named of an object whose type isn't written as it is. */
  private boolean isUsable(
      Element member, TypeMirror receiver, TypeMirror declared, TypeMirror result) {
    TypeElement owner = Owner.of(member);
    return owner.getQualifiedName().contentEquals(OBJECT)
        || isClassNamed(receiver)
            && (!Spelling.hasVariables(declared)
                || isWhole(result)
                || spelled(types.erasure(result)).equals(OBJECT));
  }

  /** Whether a class that can be named inherits a public member from one that can't. */
  private boolean inherits(ExecutableElement method, @Nullable TypeMirror receiver) {
    return method.getModifiers().contains(Modifier.PUBLIC)
        && receiver instanceof DeclaredType declared
        && isAccessible.test(declared.asElement());
  }

  /** Returns the types by which members are found that aren't named. */
  public Erasure erasure() {
    return new Erasure(program);
  }
}
