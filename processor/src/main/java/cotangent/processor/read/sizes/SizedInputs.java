package cotangent.processor.read.sizes;

import cotangent.Dimensions;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Sized;
import cotangent.processor.graph.Type;
import cotangent.processor.read.names.DeclaredFields;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Collects what the shapes say of all that a method is given, and of its result. */
public final class SizedInputs {
  private final Program program;
  private final Set<TypeElement> inside = new LinkedHashSet<>();

  public SizedInputs(Program program) {
    this.program = program;
  }

  /** Returns what is known of the parameters, and of the fields of the object. */
  public List<Sized> of(ExecutableElement method) {
    List<Sized> all = new ArrayList<>();
    TypeElement owner = Owner.of(method);
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      for (VariableElement field : Surroundings.fields(owner)) {
        of(field).map(content -> field(owner, field, content)).ifPresent(all::add);
      }
    }
    method.getParameters().forEach(parameter -> of(parameter).ifPresent(all::add));
    return all.stream().allMatch(each -> each instanceof Sized.Whole) ? List.of() : all;
  }

  /** Returns the ranges that inputs are meant for; components are named after their records. */
  public Map<String, double[]> ranges(ExecutableElement method) {
    Map<String, double[]> ranges = new HashMap<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      Surroundings.fields(Owner.of(method)).forEach(field -> addRange("", field, ranges));
    }
    method.getParameters().forEach(parameter -> addRange("", parameter, ranges));
    return ranges;
  }

  private void addRange(String path, VariableElement variable, Map<String, double[]> ranges) {
    String name = path + variable.getSimpleName();
    SizeAnnotation.of(SizeAnnotation.BETWEEN, variable)
        .flatMap(SizeAnnotation::numbers)
        .filter(numbers -> numbers.length == 2)
        .ifPresent(numbers -> ranges.put(name, numbers));
    if (variable.asType() instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.RECORD
        && inside.add((TypeElement) declared.asElement())) {
      DeclaredFields.inObjects((TypeElement) declared.asElement())
          .forEach(field -> addRange(name + ".", field, ranges));
      inside.remove((TypeElement) declared.asElement());
    }
  }

  /** Returns what is known of the result, under a name. */
  public Optional<Sized> ofResult(ExecutableElement method, String name) {
    Optional<String> shape =
        SizeAnnotation.of(SizeAnnotation.SHAPE, method).flatMap(SizeAnnotation::shape);
    return shape.isPresent() && Surroundings.rank(method.getReturnType()) > 0
        ? Optional.of(new Sized.Array(name, shape.get()))
        : composite(name, method.getReturnType());
  }

  private Optional<Sized> of(VariableElement variable) {
    String name = variable.getSimpleName().toString();
    Optional<Dimensions> dimensions = Surroundings.dimensions(variable);
    if (dimensions.isPresent()) {
      return Optional.of(new Sized.Array(name, dimensions.get().toString()));
    }
    return variable.asType().getKind() == TypeKind.INT
        ? Optional.of(new Sized.Whole(name))
        : composite(name, variable.asType()).or(() -> each(name, variable.asType()));
  }

  /** Returns what is known of each record in an array or a list. */
  private Optional<Sized> each(String name, TypeMirror type) {
    TypeMirror element = element(type);
    return element == null
        ? Optional.empty()
        : composite("", element)
            .or(() -> each("", element))
            .map(known -> new Sized.Each(name, Spelling.of(type), known));
  }

  private static @Nullable TypeMirror element(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return array.getComponentType();
    }
    return type instanceof DeclaredType list
            && list.getTypeArguments().size() == 1
            && Spelling.of(type).startsWith(Port.Elements.LIST + "<")
        ? list.getTypeArguments().get(0)
        : null;
  }

  private Optional<Sized> composite(String name, TypeMirror type) {
    if (!(type instanceof DeclaredType declared)
        || declared.asElement().getKind() != ElementKind.RECORD
        || !inside.add((TypeElement) declared.asElement())) {
      return Optional.empty();
    }
    TypeElement record = (TypeElement) declared.asElement();
    List<Sized> components = new ArrayList<>();
    DeclaredFields.inObjects(record).forEach(field -> of(field).ifPresent(components::add));
    inside.remove(record);
    return components.stream().allMatch(each -> each instanceof Sized.Whole)
        ? Optional.empty()
        : Optional.of(new Sized.Composite(name, Spelling.of(type), components));
  }

  private Sized field(TypeElement owner, VariableElement field, Sized content) {
    TypeElement declares = Owner.of(field);
    boolean isComponent = declares.getKind() == ElementKind.RECORD;
    boolean isNamed = isNamed(owner) && (isComponent || isAccessible(field, owner));
    Callee.Member member =
        new Callee.Member(
            isComponent ? Callee.Member.Kind.COMPONENT : Callee.Member.Kind.FIELD,
            declares.getQualifiedName().toString(),
            field.getSimpleName().toString(),
            isNamed,
            isNamed ? List.of() : List.of(type(field.asType())));
    Type object =
        isNamed(owner) ? type(owner.asType()) : new Type.Reference(Object.class.getName());
    return new Sized.Field(member, object, type(field.asType()), content);
  }

  private boolean isAccessible(VariableElement field, TypeElement owner) {
    Set<Modifier> modifiers = field.getModifiers();
    boolean isNeighbour =
        program
            .elements()
            .getPackageOf(Owner.of(field))
            .equals(program.elements().getPackageOf(owner));
    return !modifiers.contains(Modifier.PRIVATE)
        && (isNeighbour || modifiers.contains(Modifier.PUBLIC));
  }

  /** Whether the companion can name a class: neither it nor one around it is private. */
  private static boolean isNamed(@Nullable Element type) {
    return !(type instanceof TypeElement)
        || !type.getModifiers().contains(Modifier.PRIVATE) && isNamed(type.getEnclosingElement());
  }

  private static Type type(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return Type.array(type(array.getComponentType()));
    }
    return type.getKind().isPrimitive()
        ? Type.Scalar.valueOf(type.getKind().name())
        : new Type.Reference(Spelling.of(type));
  }
}
