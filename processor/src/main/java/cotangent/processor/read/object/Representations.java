package cotangent.processor.read.object;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * How objects are held in a method, as far as that isn't known before it is read: reading finds it
 * out, and the method is then read again with it.
 */
public final class Representations {
  /** What the fields of a class's objects are known by, among the forms. */
  public record Fields(Object type) {}

  private final Set<TypeElement> whole = new HashSet<>();
  private final Set<Object> wholeArrays = new HashSet<>();
  private final Set<Object> indexed = new LinkedHashSet<>();
  private final Set<TypeElement> objects = new HashSet<>();
  private final Set<TypeElement> asked = new LinkedHashSet<>();
  private final Set<TypeElement> lacking = new HashSet<>();
  private final Set<Object> handedOut = new HashSet<>();
  private final Map<Object, Set<Object>> changedBy = new HashMap<>();
  private final Map<Object, Term> forms = new HashMap<>();
  private final Set<Object> nullable = new HashSet<>();
  private final Set<TypeElement> mixed = new HashSet<>();
  private final Set<TypeElement> identified = new HashSet<>();
  private final Set<Object> nullableNumbers = new HashSet<>();
  private final Set<Object> withoutTensors = new HashSet<>();
  private final Set<Tree> unrolled = new HashSet<>();
  private final Set<Tree> copied = new HashSet<>();
  private final Set<VariableElement> followed = new HashSet<>();
  private final LostObjects lost = new LostObjects();
  private boolean functionsReach;
  private boolean matricesLack;
  private final LeftCalls leftCalls = new LeftCalls();
  private final Set<Object> growing = new HashSet<>();

  /** Returns what arrays are known by whose elements are of a type: its class. */
  public static Object element(TypeMirror arrayOrElement) {
    TypeMirror inner = arrayOrElement;
    while (inner instanceof ArrayType array) {
      inner = array.getComponentType();
    }
    return inner instanceof DeclaredType declared ? declared.asElement() : inner.toString();
  }

  /** Whether objects of a class are made as they are in the source. */
  public boolean isWhole(TypeElement type) {
    return whole.contains(type);
  }

  /**
   * Notes the place of what is learnt next.
   *
   * @param method of the library that asks for it; null where there is none
   */
  public void learnsAt(@Nullable Position position, @Nullable String method) {
    lost.learnsAt(position, method);
  }

  /** Returns the method of the library for which objects of a class are whole; null for none. */
  public @Nullable String caller(TypeElement type) {
    return lost.method(type);
  }

  /** Returns where objects of classes, or arrays of them, go where they have to be whole. */
  public Map<String, Position> lost() {
    return lost.places();
  }

  /** Returns the classes whose objects are numbers of places in arrays of fields. */
  public Set<Object> indexed() {
    return indexed;
  }

  /** Whether objects of a class are such numbers. */
  public boolean isIndexed(Object type) {
    return indexed.contains(type) && !(type instanceof TypeElement && whole.contains(type));
  }

  /** Notes that objects of a class have to be told apart when the program runs. */
  public boolean index(Object type) {
    boolean isNew = indexed.add(type);
    if (isNew) {
      relearn(type);
    }
    return isNew;
  }

  /** Whether a record is an object like others, and not held by its components. */
  public boolean isObject(TypeElement record) {
    return objects.contains(record) || isIndexed(record);
  }

  /** Notes that a record is an object like others, as null can stand in its place. */
  public boolean beObject(TypeElement record) {
    boolean isNew = !isObject(record) && objects.add(record);
    if (isNew) {
      relearn(record);
    }
    return isNew;
  }

  /** Notes that null would make a difference in the place of a record from outside. */
  public void ask(TypeElement record) {
    asked.add(record);
  }

  /** Returns the records from outside in whose place null would make a difference. */
  public Set<TypeElement> asked() {
    return asked;
  }

  /** Notes whether null may come in the place of a record, which is an object like others then. */
  public void let(TypeElement record, boolean mayBeNull) {
    if (mayBeNull) {
      beObject(record);
    } else if (objects.remove(record)) {
      relearn(record);
    }
  }

  /** Whether null may be in the place of records in arrays and lists from outside. */
  public boolean mayLackElements(TypeElement record) {
    return lacking.contains(record) && !isIndexed(record);
  }

  /** Notes that null may be in the place of records in arrays and lists from outside. */
  public boolean lackElements(TypeElement record) {
    return lacking.add(record);
  }

  private void relearn(Object type) {
    forms.values().removeIf(form -> form.parts().stream().anyMatch(part -> isOf(part, type)));
    learnAnew();
  }

  /** Whether an object of a class is handed on while it is being made. */
  public boolean isHandedOut(Object type) {
    return handedOut.contains(type);
  }

  /** Notes that an object of a class is handed on while it is being made. */
  boolean handOut(Object type) {
    return handedOut.add(type);
  }

  /** Returns the classes of which a method changes collections, if it is a function. */
  public Set<Object> changedBy(Object method) {
    return changedBy.getOrDefault(method, Set.of());
  }

  /** Notes that methods, which are functions, change collections of a class. */
  public boolean change(Collection<?> methods, Object type) {
    boolean isNew = false;
    for (Object method : methods) {
      isNew |= changedBy.computeIfAbsent(method, none -> new HashSet<>()).add(type);
    }
    return isNew;
  }

  /** Whether functions are given the arrays of fields. */
  public boolean functionsReach() {
    return functionsReach;
  }

  /** Whether a method that is a function gives those arrays back, as it makes objects. */
  public boolean grows(Object method) {
    return growing.contains(method);
  }

  /**
   * Notes that functions use objects that are numbers of places.
   *
   * @param making the methods that make some
   */
  public boolean reach(Collection<?> making) {
    boolean isNew = !functionsReach;
    functionsReach = true;
    return growing.addAll(making) || isNew;
  }

  /** Returns the null of a class whose objects are numbers of places; null for any other type. */
  public @Nullable Term nothing(TypeMirror type, Draft draft) {
    return nothing(type, () -> draft.constant(0));
  }

  private @Nullable Term nothing(TypeMirror type, Supplier<Value> zero) {
    boolean isIndexed =
        type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && isIndexed(element);
    Object key = isIndexed ? new Fields((TypeElement) ((DeclaredType) type).asElement()) : null;
    return key != null && forms.get(key) instanceof Term.Fixed form
        ? new Term.Indexed(type, form.of(), zero.get(), false)
        : null;
  }

  /** Forgets the forms that were found while objects, or their null, were held in another way. */
  private void learnAnew() {
    List<Object> stale = forms.keySet().stream().filter(key -> !(key instanceof Fields)).toList();
    stale.forEach(forms::remove);
    forms.values().removeIf(form -> stale.stream().anyMatch(key -> hasArrays(form, key)));
  }

  /** Returns the form of fields in which null was taken for a reference before. */
  private Term numbered(Term form) {
    if (form instanceof Term.Fixed fixed) {
      List<Term> fields = fixed.fields().stream().map(this::numbered).toList();
      return new Term.Fixed(fixed.type(), fixed.of(), fields);
    }
    Term nothing =
        form instanceof Term.Single ? nothing(form.type(), () -> new Value(Type.INT, "")) : null;
    return nothing == null ? form : nothing;
  }

  /** Notes that objects of a class go where they can't be taken apart. */
  public boolean keep(TypeElement type) {
    if (Program.isLocal(type)) {
      return false; // others have no name for it
    }
    forms.values().removeIf(form -> isOf(form, type));
    lost.add(type);
    return whole.add(type);
  }

  /** Whether there are objects of a class in a form. */
  private static boolean isOf(Term form, Object type) {
    boolean isOne =
        form instanceof Term.Fixed fixed && isOf(fixed.of(), type)
            || form instanceof Term.Indexed indexed && isOf(indexed.of(), type)
            || form instanceof Term.Tuple tuple && element(tuple.known()).equals(type)
            || form instanceof Term.Columns columns && isOf(columns.form(), type);
    return isOne || form.parts().stream().anyMatch(part -> isOf(part, type));
  }

  private static boolean isOf(ObjectClass of, Object type) {
    return of.key().equals(type)
        || of instanceof ObjectClass.Library library && library.type().asElement().equals(type);
  }

  /** Whether objects of a generic class that are kept in one place are of several types. */
  public boolean isMixed(TypeElement type) {
    return mixed.contains(type);
  }

  /** Notes that objects of a generic class are of several types. */
  public boolean mix(TypeElement type) {
    boolean isNew = mixed.add(type);
    forms.values().removeIf(form -> isNew && isOf(form, type));
    return isNew;
  }

  /** Whether objects of a class are told apart although their fields never change. */
  public boolean hasIdentity(TypeElement type) {
    return identified.contains(type);
  }

  /** Notes that it is asked whether two objects of a class are the same one. */
  public boolean identify(TypeElement type) {
    boolean isNew = identified.add(type);
    forms.values().removeIf(form -> isNew && isOf(form, type));
    return isNew;
  }

  /** Whether null may be among the numbers of a list. */
  public boolean mayHoldNull(TypeMirror box) {
    return nullableNumbers.contains(element(box));
  }

  /** Notes that null may be among the numbers of lists. */
  public boolean holdNull(TypeMirror box) {
    return nullableNumbers.add(element(box));
  }

  /** Whether matrices may be null. */
  public boolean areMatricesLacking() {
    return matricesLack;
  }

  /** Notes that matrices may be null; returns whether that is new. */
  public boolean mayLackMatrices() {
    boolean isNew = !matricesLack;
    matricesLack = true;
    return isNew;
  }

  /** Whether a field holds a tensor, but nothing at first. */
  public boolean lacksTensor(Object field) {
    return withoutTensors.contains(field);
  }

  /** Notes that a field holds a tensor, but is asked for while nothing is assigned to it. */
  public boolean lackTensor(Object field) {
    matricesLack = true;
    return withoutTensors.add(field);
  }

  /** Whether the rounds of a loop are read one after the other, if their number is known. */
  public boolean isUnrolled(Tree loop) {
    return unrolled.contains(loop);
  }

  /** Notes that each round of a loop makes another function, of that of the round before. */
  public boolean unroll(Tree loop) {
    return unrolled.add(loop);
  }

  /** Whether a copy of a collection from outside is made element by element. */
  public boolean isCopied(Tree copy) {
    return copied.contains(copy);
  }

  /** Returns what becomes of calls that can be left as they are. */
  public LeftCalls leftCalls() {
    return leftCalls;
  }

  /** Notes that copies of collections from outside are made element by element. */
  public boolean copy(Collection<Tree> copies) {
    return copied.addAll(copies);
  }

  /** Whether the functions in a field are looked into. */
  public boolean isFollowed(VariableElement field) {
    return followed.contains(field);
  }

  /** Notes that the functions in some fields have to be looked into. */
  public boolean follow(Collection<VariableElement> fields) {
    return followed.addAll(fields);
  }

  /** Whether arrays of a type, or the results of a function, are left as they are. */
  public boolean isKept(Object key) {
    return wholeArrays.contains(key);
  }

  /** Notes that arrays of a type, or the results of a function, aren't taken apart. */
  public boolean leave(Object key) {
    lost.add(key);
    return wholeArrays.add(key);
  }

  /**
   * Returns the form in which the elements of arrays, or results, are held; null where none is
   * known.
   */
  public @Nullable Term form(Object key) {
    return forms.get(key);
  }

  /** Notes a form that holds more than was known of. */
  public boolean widen(Object key, Term form) {
    Term known = forms.get(key);
    forms.values().removeIf(each -> hasArrays(each, key)); // their elements were less than now
    forms.put(key, form);
    if (key instanceof Fields fields && nullable.add(fields.type())) {
      learnAnew();
    }
    forms.replaceAll((each, found) -> each instanceof Fields ? numbered(found) : found);
    return known == null || !Term.areSame(known, form);
  }

  /** Whether there are arrays of some elements in a form. */
  private static boolean hasArrays(Term form, Object element) {
    boolean isArray = form instanceof Term.Columns || form instanceof Term.Single;
    return isArray && form.type() instanceof ArrayType && element(form.type()).equals(element)
        || form.parts().stream().anyMatch(part -> hasArrays(part, element));
  }
}
