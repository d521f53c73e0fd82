package cotangent.processor.host.local;

import cotangent.processor.read.names.BareType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.TypeVisitor;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** A type in which a class that is declared in a method occurs, or a type variable of one. */
sealed interface LocalType extends BareType {
  /**
   * A class, of this kind or of the compiler's own.
   *
   * @param arguments none where it is raw
   */
  record Declared(TypeElement element, List<TypeMirror> arguments, TypeMirror enclosing)
      implements LocalType, DeclaredType {
    public Declared {
      arguments = List.copyOf(arguments);
    }

    @Override
    public TypeKind getKind() {
      return TypeKind.DECLARED;
    }

    @Override
    public Element asElement() {
      return element;
    }

    @Override
    public TypeMirror getEnclosingType() {
      return enclosing;
    }

    @Override
    public List<? extends TypeMirror> getTypeArguments() {
      return arguments;
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
      return visitor.visitDeclared(this, parameter);
    }

    @Override
    public String toString() {
      String name = element.getQualifiedName().toString();
      return arguments.isEmpty()
          ? name
          : arguments.stream()
              .map(TypeMirror::toString)
              .collect(Collectors.joining(",", name + "<", ">"));
    }
  }

  /** An array of such types. */
  record Rows(TypeMirror component) implements LocalType, ArrayType {
    @Override
    public TypeKind getKind() {
      return TypeKind.ARRAY;
    }

    @Override
    public TypeMirror getComponentType() {
      return component;
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
      return visitor.visitArray(this, parameter);
    }

    @Override
    public String toString() {
      return component + "[]";
    }
  }

  /** A type variable of a local class, or of one of its methods. */
  record Variable(LocalTypeParameter element) implements LocalType, TypeVariable {
    @Override
    public TypeKind getKind() {
      return TypeKind.TYPEVAR;
    }

    @Override
    public Element asElement() {
      return element;
    }

    @Override
    public TypeMirror getUpperBound() {
      return element.upperBound();
    }

    @Override
    public TypeMirror getLowerBound() {
      return element.model().types().getNullType();
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
      return visitor.visitTypeVariable(this, parameter);
    }

    @Override
    public String toString() {
      return element.toString();
    }
  }

  /** A wildcard whose bound is such a type. */
  record Wildcard(@Nullable TypeMirror extended, @Nullable TypeMirror superBound)
      implements LocalType, WildcardType {
    @Override
    public TypeKind getKind() {
      return TypeKind.WILDCARD;
    }

    @Override
    public @Nullable TypeMirror getExtendsBound() {
      return extended;
    }

    @Override
    public @Nullable TypeMirror getSuperBound() {
      return superBound;
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
      return visitor.visitWildcard(this, parameter);
    }

    @Override
    public String toString() {
      return extended != null
          ? "? extends " + extended
          : "? super " + Objects.requireNonNull(superBound);
    }
  }

  /** What a type variable with several bounds extends. */
  record Intersection(List<TypeMirror> bounds) implements LocalType, IntersectionType {
    public Intersection {
      bounds = List.copyOf(bounds);
    }

    @Override
    public TypeKind getKind() {
      return TypeKind.INTERSECTION;
    }

    @Override
    public List<? extends TypeMirror> getBounds() {
      return bounds;
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
      return visitor.visitIntersection(this, parameter);
    }
  }

  /** A method of a local class, or one as a member of such a type. */
  record Executable(
      List<TypeVariable> variables,
      List<TypeMirror> parameters,
      TypeMirror result,
      List<TypeMirror> thrown,
      TypeMirror receiver)
      implements LocalType, ExecutableType {
    public Executable {
      variables = List.copyOf(variables);
      parameters = List.copyOf(parameters);
      thrown = List.copyOf(thrown);
    }

    @Override
    public TypeKind getKind() {
      return TypeKind.EXECUTABLE;
    }

    @Override
    public List<? extends TypeVariable> getTypeVariables() {
      return variables;
    }

    @Override
    public TypeMirror getReturnType() {
      return result;
    }

    @Override
    public List<? extends TypeMirror> getParameterTypes() {
      return parameters;
    }

    @Override
    public TypeMirror getReceiverType() {
      return receiver;
    }

    @Override
    public List<? extends TypeMirror> getThrownTypes() {
      return thrown;
    }

    @Override
    public <R, P> R accept(TypeVisitor<R, P> visitor, P parameter) {
      return visitor.visitExecutable(this, parameter);
    }
  }
}
