package cotangent.processor.read.names;

import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Type;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is taken apart: a component of a record, or of a tensor, which is held by its
 * sizes and its array as if it were a record of them.
 *
 * @param accessor the method that reads it
 */
public record Component(String name, ExecutableElement accessor) {
  private static final String TENSORS = "cotangent.tensor.";
  private static final Set<String> KINDS = Set.of(TENSORS + "Vector", TENSORS + "Matrix");
  private static final Set<String> OF_OBJECTS = Set.of("equals", "hashCode", "toString");
  private static final String VALUES = "values";
  private static final List<String> OF_MATRIX = List.of("rows", "columns", VALUES);

  /** Whether a type is one of the tensors. */
  public static boolean isTensor(@Nullable TypeMirror type) {
    return type instanceof DeclaredType declared && isTensor((TypeElement) declared.asElement());
  }

  /** Whether a class is one of the tensors. */
  public static boolean isTensor(TypeElement type) {
    return KINDS.contains(type.getQualifiedName().toString());
  }

  /** Whether a type of the graph is one of the tensors. */
  public static boolean isTensor(Type type) {
    return KINDS.contains(type.toString());
  }

  /** Whether a class belongs to the library of tensors, which is read as source. */
  public static boolean isOfLibrary(TypeElement type) {
    return type.getQualifiedName().toString().startsWith(TENSORS);
  }

  /** Whether a method of a tensor is one that every object has, such as its text. */
  static boolean isTextOfTensor(ExecutableElement method) {
    return isTensor(Owner.of(method)) && OF_OBJECTS.contains(method.getSimpleName().toString());
  }

  /** Whether objects of a class are nothing but their components. */
  public static boolean haveAll(TypeElement type) {
    return type.getKind() == ElementKind.RECORD || isTensor(type);
  }

  /** Returns the type of the records, or lists of such, in a list; null where it isn't one. */
  public static @Nullable TypeMirror listed(TypeMirror type) {
    if (!(type instanceof DeclaredType list)
        || list.getTypeArguments().size() != 1
        || !((TypeElement) list.asElement()).getQualifiedName().contentEquals("java.util.List")) {
      return null;
    }
    TypeMirror element = list.getTypeArguments().get(0);
    boolean isRecord =
        element instanceof DeclaredType declared && haveAll((TypeElement) declared.asElement());
    return isRecord || listed(element) != null ? element : null;
  }

  /** Returns the components of a class that has nothing else, in the order of its constructor. */
  public static List<Component> of(TypeElement type) {
    if (!isTensor(type)) {
      return type.getRecordComponents().stream().map(Component::of).toList();
    }
    return OF_MATRIX.stream()
        .flatMap(name -> accessors(type, name).stream())
        .map(accessor -> new Component(accessor.getSimpleName().toString(), accessor))
        .toList();
  }

  /** Returns names for the values of a variable that holds a tensor: its array has that name. */
  public static List<String> names(TypeMirror tensor, String variable) {
    return of((TypeElement) ((DeclaredType) tensor).asElement()).stream()
        .map(each -> each.name.equals(VALUES) ? variable : CamelCase.joined(variable, each.name))
        .toList();
  }

  private static Component of(RecordComponentElement component) {
    return new Component(component.getSimpleName().toString(), component.getAccessor());
  }

  private static List<ExecutableElement> accessors(TypeElement tensor, String name) {
    return Superclasses.chain(tensor).stream()
        .flatMap(each -> ElementFilter.methodsIn(each.getEnclosedElements()).stream())
        .filter(each -> each.getSimpleName().contentEquals(name))
        .filter(each -> each.getParameters().isEmpty())
        .toList();
  }
}
