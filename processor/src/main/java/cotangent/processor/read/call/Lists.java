package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists that are made in the method: an array and how many of its elements are in use, as in
 * the library. Boxed numbers are held as numbers.
 */
public final class Lists {
  private static final String ELEMENTS = ObjectClass.Library.ELEMENTS;
  private static final String SIZE = "size";
  private static final String CHANGES = ObjectClass.Library.CHANGES;
  private static final int CAPACITY = 10;

  private final Frame frame;
  private final Program program;
  private final Draft draft;

  public Lists(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
    this.draft = frame.draft();
  }

  /** Whether a term is a list that was made in sight. */
  public static boolean isList(Term term) {
    return (term instanceof Term.Fixed || isGrowing(term))
        && Objects.of(term) instanceof ObjectClass.Library library
        && library.fields().contains(ELEMENTS);
  }

  /** Whether a list is one that can be given more elements. */
  static boolean isGrowing(Term list) {
    return list instanceof Term.Mutable || list instanceof Term.Indexed;
  }

  /** Returns the array of a list's elements, of which the first {@link #size} are in use. */
  public Term elements(Tree at, Term list) {
    return new Objects(frame).held(at, list, ELEMENTS);
  }

  /** Returns an array of exactly a list's elements. */
  public Term exactly(Tree at, Term list) {
    Term elements = elements(at, list);
    if (!isGrowing(list)) {
      return elements;
    }
    Arrays arrays = new Arrays(frame);
    Term all = arrays.fresh(at, (ArrayType) elements.type(), size(at, list));
    arrays.copy(at, elements, draft.constant(0), all, draft.constant(0), size(at, list));
    return all;
  }

  /** Returns how many elements a list has. */
  public Value size(Tree at, Term list) {
    if (!Objects.of(list).fields().contains(SIZE)) {
      return new Arrays(frame).length(at, elements(at, list));
    }
    return frame.single(new Objects(frame).held(at, list, SIZE));
  }

  /** Makes a list without elements, which grows. */
  public Term empty(Tree at, TypeMirror type) {
    TypeMirror element = ((DeclaredType) type).getTypeArguments().get(0);
    Term array = new Arrays(frame).fresh(at, array(element), draft.constant(CAPACITY));
    return mutable(at, type, array, draft.constant(0));
  }

  /** Whether objects of a type may be elements. */
  public static boolean isKnownElement(TypeMirror element) {
    return element.getKind() == TypeKind.DECLARED && !isObject(element)
        || element.getKind() == TypeKind.ARRAY;
  }

  private static boolean isObject(TypeMirror type) {
    return type.toString().equals("java.lang.Object");
  }

  TypeMirror stored(TypeMirror element) {
    boolean isNumber =
        new Conversions(frame).isBoxed(element)
            && !frame.reading().representations().mayHoldNull(element);
    return isNumber ? program.types().unboxedType(element) : element;
  }

  ArrayType array(TypeMirror element) {
    return program.types().getArrayType(stored(element));
  }

  private TypeMirror number() {
    return program.types().getPrimitiveType(TypeKind.INT);
  }

  /** Returns a list of the elements of an array that nobody else has. */
  public Term fixed(TypeMirror type, Term elements, Value size) {
    ObjectClass of = new ObjectClass.Library((DeclaredType) type, List.of(ELEMENTS, SIZE));
    return new Term.Fixed(type, of, List.of(elements, new Term.Single(number(), size)));
  }

  /** Makes a list that grows, of the elements of an array that nobody else has. */
  Term mutable(Tree at, TypeMirror type, Term elements, Value size) {
    ObjectClass of = new ObjectClass.Library((DeclaredType) type, List.of(ELEMENTS, SIZE, CHANGES));
    Map<Object, Variable> fields = new LinkedHashMap<>();
    fields.put(ELEMENTS, frame.environment().field(ELEMENTS, elements.type()));
    fields.put(SIZE, frame.environment().field(SIZE, number()));
    fields.put(CHANGES, frame.environment().field(CHANGES, number()));
    Made made = new Made(of, fields);
    frame.environment().set(made.field(ELEMENTS), elements);
    frame.environment().set(made.field(SIZE), index(size));
    frame.environment().set(made.field(CHANGES), index(draft.constant(0)));
    return Arenas.of(frame.reading()).perhaps(frame, at, new Term.Mutable(type, made));
  }

  private void resize(Tree at, Term list, Value size) {
    Meanwhile.changes(frame, list);
    set(at, list, SIZE, index(size));
    Value more = draft.apply(Operations.ADD, changes(at, list), draft.constant(1));
    set(at, list, CHANGES, index(more));
  }

  private void set(Tree at, Term list, String field, Term value) {
    new Objects(frame).assign(at, list, field, value);
  }

  /** Returns how often a list was given more elements, or fewer, or others in their places. */
  public Value changes(Tree at, Term list) {
    return isGrowing(list)
        ? frame.single(new Objects(frame).held(at, list, CHANGES))
        : draft.constant(0);
  }

  /**
   * Returns what tells, once the round of a loop has been read, whether a list is certainly what it
   * was when the loop began.
   */
  public BooleanSupplier isUnchanged(Tree at, Term list) {
    if (!(list instanceof Term.Mutable)) {
      return Meanwhile.unchanged(frame, list);
    }
    Value before = changes(at, list);
    return () -> changes(at, list).equals(before);
  }

  /** Throws what the library throws where a list has changed since a loop over it began. */
  public void requireSame(Tree at, Term list, Value before) {
    if (changes(at, list).equals(before) || !isGrowing(list)) {
      return;
    }
    Value isOther = draft.apply(Operations.NE, changes(at, list), before);
    String exception = "java.util.ConcurrentModificationException";
    Runnable fail = () -> LibraryExceptions.fail(frame, at, exception);
    frame.branches().branch(at, isOther, fail, Frame.NOTHING);
  }

  /** Reads a call on a list; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term list, List<Term> arguments) {
    String name = method.element().getSimpleName().toString();
    Conversions conversions = new Conversions(frame);
    switch (arguments.size() + " " + name) {
      case "0 size":
        return conversions.term(size(at, list));
      case "0 isEmpty":
        return conversions.term(draft.apply(Operations.EQ, size(at, list), draft.constant(0)));
      case "1 get":
        return element(at, list, checked(at, list, arguments.get(0)));
      case "0 getFirst":
        return element(at, list, checked(at, list, index(draft.constant(0))));
      case "0 getLast":
        return element(at, list, checked(at, list, index(last(at, list))));
      default:
        Term changed = isGrowing(list) ? changed(at, name, list, arguments, method) : null;
        boolean isKnown = (isGrowing(list) || name.equals("iterator")) && areKnown(arguments);
        return changed == null && isKnown
            ? new RetoldCalls(frame).ofList(at, method, list, arguments).orElse(null)
            : changed;
    }
  }

  /** Whether a term is a collection that was made in sight, and can be gone through. */
  boolean isKnown(Term term) {
    boolean isMade =
        (term instanceof Term.Fixed || isGrowing(term))
            && Objects.of(term) instanceof ObjectClass.Library;
    return isMade && isCollection(term) || areLists(term);
  }

  /** Whether all that are collections were made in sight. */
  boolean areKnown(List<Term> terms) {
    return terms.stream().allMatch(each -> !isCollection(each) || isKnown(each));
  }

  /** Whether a term is one of several lists that were made in sight. */
  public static boolean areLists(Term term) {
    return term instanceof Term.Choice choice
        && choice.alternatives().stream().allMatch(Lists::isList);
  }

  /** Returns the elements of one of several lists, in an array of their own. */
  public Term either(Tree at, Term choice) {
    Term first = ((Term.Choice) choice).alternatives().get(0);
    TypeMirror array = program.types().getArrayType(Arrays.element(elements(at, first)));
    return new Objects(frame).each(at, choice, array, one -> exactly(at, one));
  }

  private boolean isCollection(Term term) {
    TypeElement collection = program.elements().getTypeElement("java.util.Collection");
    return term.type().getKind() == TypeKind.DECLARED
        && program
            .types()
            .isSubtype(
                program.types().erasure(term.type()), program.types().erasure(collection.asType()));
  }

  private @Nullable Term changed(
      Tree at, String name, Term list, List<Term> arguments, ResolvedMethod method) {
    boolean isByIndex =
        !arguments.isEmpty()
            && method.element().getParameters().get(0).asType().getKind() == TypeKind.INT;
    switch (arguments.size() + " " + name) {
      case "1 add":
        add(at, list, arguments.get(0));
        return new Conversions(frame).term(draft.constant(true));
      case "2 add":
        insert(at, list, arguments.get(0), arguments.get(1));
        return frame.nothing();
      case "2 set":
        Value index = checked(at, list, arguments.get(0));
        Term old = element(at, list, index);
        write(at, list, index, arguments.get(1));
        return old;
      case "0 clear":
        resize(at, list, draft.constant(0));
        return frame.nothing();
      case "1 remove":
        return isByIndex ? removed(at, list, checked(at, list, arguments.get(0))) : null;
      case "1 sort":
        sort(at, list, arguments.get(0));
        return frame.nothing();
      case "0 removeLast":
        return removed(at, list, checked(at, list, index(last(at, list))));
      default:
        return null;
    }
  }

  /** Sorts as arrays are sorted; numbers may be sorted by a function of boxed ones. */
  public void sort(Tree at, Term list, Term given) {
    Sorting sorting = new Sorting(frame);
    Term order = sorting.order(at, given);
    sorting.sort(at, elements(at, list), draft.constant(0), size(at, list), order);
    resize(at, list, size(at, list));
  }

  private Term index(Value value) {
    return new Term.Single(number(), value);
  }

  private Value last(Tree at, Term list) {
    return draft.apply(Operations.SUB, size(at, list), draft.constant(1));
  }

  /** Throws what the library throws where there is no such element. */
  private Value checked(Tree at, Term list, Term index) {
    return list instanceof Term.Fixed ? frame.single(index) : checked(at, index, size(at, list));
  }

  private Value checked(Tree at, Term index, Value size) {
    Value place = frame.single(index);
    Value checked = new Value(Type.INT, "");
    Callee check =
        new Callee.Member(
            Callee.Member.Kind.STATIC_METHOD, "java.util.Objects", "checkIndex", true);
    frame.at(at).call(check, List.of(checked), List.of(place, size));
    return checked;
  }

  private Term element(Tree at, Term list, Value index) {
    Term array = elements(at, list);
    return new Arrays(frame).read(at, new Arrays.ElementPlace(array, index, Arrays.element(array)));
  }

  private void write(Tree at, Term list, Value index, Term value) {
    Term array = elements(at, list);
    TypeMirror stored = Arrays.element(array);
    rejectNull(value, stored);
    Whole.requireFor(list, value, stored);
    Term converted = new Conversions(frame).to(at, value, stored);
    new Arrays(frame).write(at, new Arrays.ElementPlace(array, index, stored), converted);
  }

  /** Learns that null is among numbers: an array of numbers has no place for it. */
  void rejectNull(Term value, TypeMirror stored) {
    if (stored instanceof PrimitiveType number && new NullableNumbers(draft).mayBeNull(value)) {
      TypeMirror box = program.types().boxedClass(number).asType();
      throw new Escape(found -> found.holdNull(box));
    }
  }

  /** Adds an element at the end. */
  public void add(Tree at, Term list, Term value) {
    Arrays arrays = new Arrays(frame);
    Value size = size(at, list);
    Value capacity = arrays.length(at, elements(at, list));
    Value isFull = draft.apply(Operations.EQ, size, capacity);
    frame.branches().branch(at, isFull, () -> grow(at, list), Frame.NOTHING);
    write(at, list, size, value);
    resize(at, list, draft.apply(Operations.ADD, size, draft.constant(1)));
  }

  /** Adds an element before another one, or at the end. */
  private void insert(Tree at, Term list, Term index, Term value) {
    Value size = size(at, list);
    Value room = draft.apply(Operations.ADD, size, draft.constant(1));
    Value place = checked(at, index, room);
    add(at, list, value); // makes room for one more
    Value next = draft.apply(Operations.ADD, place, draft.constant(1));
    Value count = draft.apply(Operations.SUB, size, place);
    Term array = elements(at, list);
    new Arrays(frame).copy(at, array, place, array, next, count);
    write(at, list, place, value);
  }

  private void grow(Tree at, Term list) {
    Arrays arrays = new Arrays(frame);
    Term old = elements(at, list);
    Value length = arrays.length(at, old);
    Value twice =
        draft.apply(
            Operations.ADD,
            draft.apply(Operations.MUL, length, draft.constant(2)),
            draft.constant(1));
    set(at, list, ELEMENTS, arrays.longer(at, old, twice));
  }

  private Term removed(Tree at, Term list, Value index) {
    Term old = element(at, list, index);
    Term array = elements(at, list);
    Value next = draft.apply(Operations.ADD, index, draft.constant(1));
    Value left = last(at, list);
    Value count = draft.apply(Operations.SUB, left, index);
    new Arrays(frame).copy(at, array, next, array, index, count);
    resize(at, list, left);
    return old;
  }
}
