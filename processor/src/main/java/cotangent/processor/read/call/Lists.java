package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.JavaExceptions;
import cotangent.processor.read.expression.ObjectArrays;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.LibraryMethods;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.FixedList;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
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
    return (term instanceof Term.Fixed || ListTerms.isGrowing(term))
        && Objects.of(term) instanceof ObjectClass.Library library
        && (library.fields().contains(ELEMENTS) || ListTerms.isView(term));
  }

  /** Whether a term is such a list, or one of several. */
  public static boolean isOneOfLists(Term term) {
    return isList(term)
        || term instanceof Term.Choice choice
            && choice.alternatives().stream().allMatch(Lists::isOneOfLists);
  }

  private Term elements(Tree at, Term list) {
    return new Objects(frame).held(at, list, ELEMENTS);
  }

  /** Returns where the elements of a list are. */
  Section section(Tree at, Term list) {
    if (list instanceof Term.Choice choice) {
      return Section.either(frame, at, choice, one -> section(at, one));
    } else if (ListTerms.isReadOnly(list)) {
      return section(at, ListTerms.shown(list));
    } else if (ListTerms.isPart(list)) {
      Term array = section(at, ListTerms.holder(list)).array();
      return new Section(array, part(list, ListTerms.FROM), part(list, ListTerms.SIZE));
    }
    return new Section(elements(at, list), draft.constant(0), size(at, list));
  }

  private Value part(Term list, String key) {
    return frame.single(((Term.Fixed) list).field(key));
  }

  /** Throws what the library throws where a list has changed since a part of it was made. */
  public void requireCurrent(Tree at, Term list) {
    if (list instanceof Term.Choice choice) {
      TypeMirror nothing = program.types().getNoType(TypeKind.VOID);
      Objects.Action action =
          one -> {
            requireCurrent(at, one);
            return frame.nothing();
          };
      Term unused = new Objects(frame).each(at, choice, nothing, action);
    } else if (ListTerms.isReadOnly(list)) {
      requireCurrent(at, ListTerms.shown(list));
    } else if (ListTerms.isPart(list) && !ListTerms.isOfArray(list)) {
      requireSame(at, list, part(list, ListTerms.SINCE));
    }
  }

  /** Returns a list as one that comes from outside, of exactly its elements. */
  Term given(Tree at, Term list) {
    if (list.isGivenList()) {
      return list;
    }
    DeclaredType type = (DeclaredType) list.type();
    Term elements =
        list instanceof Term.Choice ? section(at, list).copied(frame, at) : exactly(at, list);
    return new Term.Fixed(
        type, new ObjectClass.Library(type, List.of(ELEMENTS)), List.of(elements));
  }

  /** Returns an array of exactly a list's elements. */
  public Term exactly(Tree at, Term list) {
    boolean isAll = !ListTerms.isGrowing(list) && !ListTerms.isView(list);
    return isAll ? elements(at, list) : section(at, list).copied(frame, at);
  }

  /** Returns how many elements a list has. */
  public Value size(Tree at, Term list) {
    if (ListTerms.isView(list) || list instanceof Term.Choice) {
      requireCurrent(at, list);
      return section(at, list).size();
    }
    if (!Objects.of(list).fields().contains(SIZE)) {
      return new Arrays(frame).length(at, elements(at, list));
    }
    return frame.single(new Objects(frame).held(at, list, SIZE));
  }

  /** Makes a list without elements, which grows. */
  public Term empty(Tree at, TypeMirror type) {
    TypeMirror element = ((DeclaredType) type).getTypeArguments().get(0);
    Term array = new Arrays(frame).room(at, array(element), draft.constant(CAPACITY));
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

  /** Returns what {@code List.of} makes, which throws where an element is null. */
  public Term withoutNull(Tree at, TypeMirror type, Term elements, Value size) {
    Term list = fixed(FixedList.WITHOUT_NULL, type, elements, size);
    if (elements instanceof Term.Columns columns && ObjectArrays.mayBeNull(columns.form())) {
      Term none = new Term.Nothing(columns.form().type());
      ResolvedMethod count = LibraryMethods.of(program, "java.util.Collections", "frequency", 2);
      Value nulls =
          new RetoldCalls(frame)
              .ofClass("java.util.Collections", at, count, List.of(list, none))
              .map(frame::single)
              .orElseThrow();
      throwNull(at, draft.apply(Operations.NE, nulls, draft.constant(0)));
    }
    return list;
  }

  /** Throws what the library throws where something is null. */
  void requireThere(Tree at, Term given) {
    throwNull(at, new Equality(frame).isNull(at, given));
  }

  private void throwNull(Tree at, Value isNull) {
    JavaExceptions.throwIf(frame, at, isNull, "java.lang.NullPointerException", List.of());
  }

  /** Returns a list that neither grows nor shrinks, of an array that nobody else has. */
  public Term fixed(FixedList kind, TypeMirror type, Term elements, Value size) {
    ObjectClass of = new ObjectClass.Library((DeclaredType) type, List.of(ELEMENTS, SIZE), kind);
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
    frame.environment().set(made.field(SIZE), new Conversions(frame).term(size));
    frame.environment().set(made.field(CHANGES), new Conversions(frame).term(draft.constant(0)));
    return Arenas.of(frame.reading()).perhaps(frame, at, new Term.Mutable(type, made));
  }

  /** Sets how many elements there are, which are others now. */
  void resize(Tree at, Term list, Value size) {
    Meanwhile.changes(frame, list);
    set(at, list, SIZE, new Conversions(frame).term(size));
    Value more = draft.apply(Operations.ADD, changes(at, list), draft.constant(1));
    set(at, list, CHANGES, new Conversions(frame).term(more));
  }

  private void set(Tree at, Term list, String field, Term value) {
    new Objects(frame).assign(at, list, field, value);
  }

  /** Returns how often a list was given more elements, or fewer, or others in their places. */
  public Value changes(Tree at, Term list) {
    Term holder = ListTerms.holder(list);
    if (holder instanceof Term.Choice choice) {
      return Section.number(frame, at, choice, one -> changes(at, one));
    }
    return ListTerms.isGrowing(holder)
        ? frame.single(new Objects(frame).held(at, holder, CHANGES))
        : draft.constant(0);
  }

  /**
   * Returns what tells, once the round of a loop has been read, whether a list is certainly what it
   * was when the loop began.
   */
  public BooleanSupplier isUnchanged(Tree at, Term list) {
    if (!(ListTerms.holder(list) instanceof Term.Mutable)) {
      return Meanwhile.unchanged(frame, list);
    }
    Value before = changes(at, list);
    return () -> changes(at, list).equals(before);
  }

  /** Whether what holds the elements of a list changes by variables, so that they tell. */
  public boolean isVariable(Term list) {
    return ListTerms.holders(list).stream().noneMatch(Term.Indexed.class::isInstance);
  }

  /** Whether elements of a list can be exchanged: it was made in sight, and not by List.of. */
  public static boolean isWritable(Term list) {
    return list instanceof Term.Choice choice
        ? choice.alternatives().stream().allMatch(Lists::isWritable)
        : ListTerms.isWritable(list);
  }

  /** Whether a list is a part of another one, or shows one that is. */
  public static boolean isPart(Term list) {
    return ListTerms.isReadOnly(list) ? isPart(ListTerms.shown(list)) : ListTerms.isPart(list);
  }

  /** Throws what the library throws where a list has changed since a loop over it began. */
  public void requireSame(Tree at, Term list, Value before) {
    if (ListTerms.holders(list).stream().noneMatch(ListTerms::isGrowing)
        || changes(at, list).equals(before)) {
      return;
    }
    Value isOther = draft.apply(Operations.NE, changes(at, list), before);
    String exception = "java.util.ConcurrentModificationException";
    Runnable fail = () -> LibraryExceptions.fail(frame, at, exception);
    frame.branches().branch(at, isOther, fail, Frame.NOTHING);
  }

  /** Whether a term is a collection that was made in sight, and can be gone through. */
  boolean isKnown(Term term) {
    boolean isMade =
        (term instanceof Term.Fixed || ListTerms.isGrowing(term))
            && Objects.of(term) instanceof ObjectClass.Library;
    return isMade && isCollection(term)
        || term instanceof Term.Choice choice
            && choice.alternatives().stream().allMatch(this::isKnown);
  }

  /** Returns a collection, if it is one that was made in sight; throws where it is null. */
  public Term present(Tree at, Term collection) {
    boolean mayBeNull =
        collection instanceof Term.Indexed && isKnown(collection)
            || collection instanceof Term.Choice choice
                && ObjectArrays.mayBeNull(choice)
                && choice.alternatives().stream()
                    .allMatch(each -> each instanceof Term.Nothing || isKnown(each));
    return mayBeNull ? new Objects(frame).present(at, collection) : collection;
  }

  /** Whether all that are collections were made in sight. */
  boolean areKnown(List<Term> terms) {
    return terms.stream().allMatch(each -> !isCollection(each) || isKnown(each));
  }

  private boolean isCollection(Term term) {
    TypeElement collection = program.elements().getTypeElement("java.util.Collection");
    return term.type().getKind() == TypeKind.DECLARED
        && program
            .types()
            .isSubtype(
                program.types().erasure(term.type()), program.types().erasure(collection.asType()));
  }

  /** Sorts as arrays are sorted; numbers may be sorted by a function of boxed ones. */
  public void sort(Tree at, Term list, Term given) {
    Sorting sorting = new Sorting(frame);
    Term order = sorting.order(at, given);
    Value size = size(at, list);
    Section section = section(at, list);
    sorting.sort(at, section.array(), section.from(), section.end(frame), order);
    if (ListTerms.isGrowing(list)) {
      resize(at, list, size);
    }
  }

  /** Puts an element into a place that the list has. */
  void write(Tree at, Term list, Value index, Term value) {
    Arrays.ElementPlace place = section(at, list).place(frame, index);
    rejectNull(value, place.type());
    Whole.requireFor(list, value, place.type());
    new Arrays(frame).write(at, place, new Conversions(frame).to(at, value, place.type()));
  }

  /** Learns that null is among numbers: an array of numbers has no place for it. */
  void rejectNull(Term value, TypeMirror stored) {
    if (stored instanceof PrimitiveType number && new NullableNumbers(draft).mayBeNull(value)) {
      TypeMirror box = program.types().boxedClass(number).asType();
      throw new Escape(found -> found.holdNull(box));
    }
  }

  /** Rejects a number that is differentiated and may be null: maps have no place for null. */
  void rejectNullInMap(Tree at, Term value) {
    if (NullableNumbers.is(value) && draft.haveUnknownReals(List.of(value))) {
      throw frame.refusal(
          at,
          Problem.SYNTAX,
          "a number that may be null, as a value of a map,",
          "put it there behind if (number != null)");
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

  /** Adds an element at the end of a list that was made here, which nobody can be going over. */
  public void append(Tree at, Term list, Term value) {
    Meanwhile.unnoticed(frame, () -> add(at, list, value));
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
}
