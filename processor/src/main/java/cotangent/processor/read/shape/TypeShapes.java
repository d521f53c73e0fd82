package cotangent.processor.read.shape;

import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.UpperBounds;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** How Java's types are made of the graph's: a record that holds real numbers is taken apart. */
public final class TypeShapes {
  private static final int DEEPEST = 16;

  private final Types types;
  private final Nameable nameable;
  private final Predicate<TypeElement> isObject;
  private final Lacking lacking;
  private final boolean isAtBoundary;
  private final Map<TypeElement, Boolean> recursive = new HashMap<>();

  /**
   * Where null can come in the place of records.
   *
   * @param records of which records
   * @param elements of which, where they are elements of arrays or lists
   */
  public record Lacking(Predicate<TypeElement> records, Predicate<TypeElement> elements) {
    public static final Lacking NOTHING = new Lacking(record -> false, record -> false);

    private Lacking inElements() {
      return new Lacking(record -> false, elements);
    }
  }

  /**
   * @param isAccessible tells whether the companion may name a class or member
   * @param isObject tells whether a record is an object like others: one of many, or null
   */
  public TypeShapes(
      Program program, Predicate<Element> isAccessible, Predicate<TypeElement> isObject) {
    this(program.types(), new Nameable(program, isAccessible), isObject, Lacking.NOTHING, false);
  }

  private TypeShapes(
      Types types,
      Nameable nameable,
      Predicate<TypeElement> isObject,
      Lacking lacking,
      boolean isAtBoundary) {
    this.types = types;
    this.nameable = nameable;
    this.isObject = isObject;
    this.lacking = lacking;
    this.isAtBoundary = isAtBoundary;
  }

  /** What the companion can write down. */
  public Nameable nameable() {
    return nameable;
  }

  /** Returns the shape of a type; refuses, at a place, what can't be held. */
  public TypeShape of(TypeMirror type, Position at) {
    return of(type, at, new ArrayDeque<>());
  }

  /**
   * Returns the shape of what is differentiated with respect to: lists of records are held by their
   * elements, wherever they are, and records always by their components.
   *
   * @param lacking where null can come in the place of a record
   */
  public TypeShape atBoundary(TypeMirror type, Position at, Lacking lacking) {
    return new TypeShapes(types, nameable, record -> false, lacking, true).of(type, at);
  }

  private TypeShape of(TypeMirror type, Position at, Deque<TypeMirror> around) {
    if (type instanceof GeneratedRecord generated) {
      return generated.shape();
    }
    if (type instanceof ArrayType array && (holdsRecords(array) || holdsLists(array))) {
      return new TypeShape.Elements(type, element(array.getComponentType(), at, around), array);
    }
    TypeMirror listed = isAtBoundary ? Component.listed(type) : null;
    if (listed != null && holdsReals(listed, around)) {
      return new TypeShape.Elements(type, element(listed, at, around), types.getArrayType(listed));
    }
    if (!isTakenApart(type)) {
      return new TypeShape.Leaf(type, leaf(type, at));
    }
    TypeElement record = (TypeElement) ((DeclaredType) type).asElement();
    if (isIn(type, around)) {
      throw new Refusal(Problem.RECURSIVE_RECORD, at, record.getSimpleName());
    }
    around.push(type);
    List<String> names = new ArrayList<>();
    List<TypeShape> components = new ArrayList<>();
    for (Component component : Component.of(record)) {
      names.add(component.name());
      components.add(of(component((DeclaredType) type, component), at, around));
    }
    around.pop();
    boolean isNullable = !Component.isTensor(record) && lacking.records.test(record);
    return new TypeShape.Composite(type, names, components, isNullable ? Type.BOOLEAN : null);
  }

  /** Returns the shape of each of many; of what they hold, all is there. */
  private TypeShape element(TypeMirror type, Position at, Deque<TypeMirror> around) {
    TypeShape shape =
        new TypeShapes(types, nameable, isObject, lacking.inElements(), isAtBoundary)
            .of(type, at, around);
    boolean isNullable =
        shape instanceof TypeShape.Composite record
            && !Component.isTensor(record.type())
            && lacking.elements.test((TypeElement) ((DeclaredType) type).asElement());
    return isNullable ? ((TypeShape.Composite) shape).telling(Type.INT) : shape;
  }

  /** Returns the type of a value that isn't taken apart, even if it is a record. */
  public Type reference(TypeMirror type, Position at) {
    return isTakenApart(type) ? leaf(type) : leaf(type, at);
  }

  /** Returns the type of a record's component where the record has type arguments. */
  public TypeMirror component(DeclaredType record, Component component) {
    return ((ExecutableType) types.asMemberOf(record, component.accessor())).getReturnType();
  }

  private Type leaf(TypeMirror type, Position at) {
    if (type instanceof ArrayType array) {
      if (isTakenApart(array.getComponentType())) {
        throw new Refusal(Problem.ARRAY_OF_RECORDS, at, type);
      }
      return Type.array(leaf(array.getComponentType(), at));
    }
    return leaf(type);
  }

  private Type leaf(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Type.Scalar.valueOf(type.getKind().name());
    }
    return switch (type.getKind()) {
      case NULL -> new Type.Reference("java.lang.Object");
      case DECLARED -> new Type.Reference(nameable.spelled(type));
      case TYPEVAR -> leaf(UpperBounds.above((TypeVariable) type));
      default -> new Type.Reference(nameable.spelled(types.erasure(type)));
    };
  }

  /** Whether values of a type are held by their components. */
  public boolean isTakenApart(TypeMirror type) {
    return type instanceof GeneratedRecord
        || isRecord(type) && !isObject(type) && holdsReals(type, new ArrayDeque<>());
  }

  /** Whether values of a type are records of real numbers that don't contain themselves. */
  public boolean haveComponents(TypeMirror type) {
    return isRecord(type)
        && !isRecursive((TypeElement) ((DeclaredType) type).asElement())
        && holdsReals(type, new ArrayDeque<>());
  }

  /** Whether a record is an object like others; one that contains itself has no components. */
  private boolean isObject(TypeMirror record) {
    TypeElement element = (TypeElement) ((DeclaredType) record).asElement();
    return isObject.test(element) || !isAtBoundary && isRecursive(element);
  }

  private boolean isRecursive(TypeElement record) {
    Boolean known = recursive.get(record);
    if (known == null) {
      known = contains(record.asType(), record, new HashSet<>());
      recursive.put(record, known);
    }
    return known;
  }

  private static boolean contains(TypeMirror type, TypeElement wanted, Set<TypeElement> seen) {
    TypeMirror inner = type;
    while (inner instanceof ArrayType array) {
      inner = array.getComponentType();
    }
    TypeMirror listed = Component.listed(inner);
    if (listed != null) {
      return contains(listed, wanted, seen);
    } else if (!isRecord(inner)) {
      return false;
    }
    TypeElement record = (TypeElement) ((DeclaredType) inner).asElement();
    if (!seen.add(record)) {
      return record.equals(wanted);
    }
    return Component.of(record).stream()
        .anyMatch(each -> contains(each.accessor().getReturnType(), wanted, seen));
  }

  /** Whether arrays of a type are held as columns, whatever is put into them. */
  public boolean holdsRecords(ArrayType array) {
    return array.getComponentType() instanceof ArrayType inner
        ? holdsRecords(inner)
        : isTakenApart(array.getComponentType());
  }

  /** Whether there are lists in an array that are held by their elements. */
  private boolean holdsLists(ArrayType array) {
    TypeMirror inner = array;
    while (inner instanceof ArrayType outer) {
      inner = outer.getComponentType();
    }
    return isAtBoundary && Component.listed(inner) != null && isDifferentiable(inner);
  }

  /** Whether a type is that of real numbers, or of an array or record of them. */
  public boolean isDifferentiable(TypeMirror type) {
    return holdsReals(type, new ArrayDeque<>());
  }

  private static boolean isRecord(TypeMirror type) {
    return type instanceof DeclaredType declared
        && Component.haveAll((TypeElement) declared.asElement());
  }

  /** Whether a record is in itself, and not just in one of its class with another in it. */
  private boolean isIn(TypeMirror record, Deque<TypeMirror> around) {
    TypeElement element = (TypeElement) ((DeclaredType) record).asElement();
    return around.size() > DEEPEST
        || around.stream()
            .filter(outer -> ((DeclaredType) outer).asElement().equals(element))
            .anyMatch(outer -> isRecursive(element) || types.isSameType(outer, record));
  }

  private boolean holdsReals(TypeMirror type, Deque<TypeMirror> around) {
    TypeMirror inner = type;
    while (inner instanceof ArrayType array) {
      inner = array.getComponentType();
    }
    TypeMirror listed = Component.listed(inner);
    if (listed != null && (isAtBoundary || !around.isEmpty())) {
      return holdsReals(listed, around);
    }
    if (!isRecord(inner)) {
      return inner.getKind() == TypeKind.DOUBLE || inner.getKind() == TypeKind.FLOAT;
    }
    DeclaredType declared = (DeclaredType) inner;
    if (isIn(declared, around)) {
      return false;
    }
    around.push(declared);
    boolean holds =
        Component.of((TypeElement) declared.asElement()).stream()
            .anyMatch(component -> holdsReals(component(declared, component), around));
    around.pop();
    return holds;
  }

  /**
   * Returns the form of a variable that holds one reference or another; its value means nothing.
   */
  public Term.Single common(Term.Single one, Term.Single other) {
    if (one.value().type().equals(other.value().type())) {
      return one;
    }
    TypeMirror common = one.type();
    while (!types.isSubtype(types.erasure(other.type()), types.erasure(common))) {
      common = types.directSupertypes(common).get(0);
    }
    return new Term.Single(common, new Value(leaf(common), one.value().name()));
  }
}
