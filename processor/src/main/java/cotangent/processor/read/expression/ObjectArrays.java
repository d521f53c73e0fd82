package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.object.Union;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShape;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads arrays of records and of objects that are seen being made: one array for each leaf. What
 * the elements of such an array can be is known once the method has been read.
 */
public final class ObjectArrays {
  private final Frame frame;
  private final Union union;

  public ObjectArrays(Frame frame) {
    this.frame = frame;
    this.union = new Union(frame.draft(), frame.shapes());
  }

  private Representations found() {
    return frame.reading().representations();
  }

  /**
   * Returns the form of a new array's elements; null where it is an array like any other.
   *
   * @param lengths how many dimensions are made
   * @param isFilled whether no element is read before it is assigned
   */
  @Nullable Term form(Tree at, TypeMirror type, int lengths, boolean isFilled) {
    TypeMirror inner = type;
    int rank = 0;
    while (inner instanceof ArrayType array) {
      inner = array.getComponentType();
      rank++;
    }
    Object key = Representations.element(type);
    Term known = found().isKept(key) ? null : found().form(key);
    if (known == null && frame.shapes().isTakenApart(inner)) {
      TypeShape shape = frame.shapes().of(inner, frame.names().position(at));
      known =
          shape.term(shape.port("").leaves().map(l -> new Value(l.type(), l.name())).iterator());
    }
    if (known == null) {
      return null;
    }
    boolean tellsNull = mayBeNull(known) || Component.isTensor(known.known());
    if (!isFilled && lengths == rank && !tellsNull) {
      Term nullable = nullable(known);
      throw new Escape(found -> found.widen(key, nullable));
    }
    return known.as(inner);
  }

  /** Learns that elements of an array are null where nothing was assigned to them. */
  public void requireNullable(Term array) {
    if (array instanceof Term.Columns columns
        && !(columns.form() instanceof Term.Columns)
        && !Component.isTensor(columns.form().known())
        && !mayBeNull(columns.form())) {
      Term nullable = nullable(columns.form());
      Object key = Representations.element(columns.form().type());
      throw new Escape(found -> found.widen(key, nullable));
    }
  }

  /** Whether one of the elements of a form may be null. */
  public static boolean mayBeNull(Term form) {
    return form instanceof Term.Indexed indexed && !indexed.isThere()
        || form instanceof Term.Choice choice
            && choice.alternatives().stream().anyMatch(Term.Nothing.class::isInstance);
  }

  /**
   * Returns a form that can be null as well; null is the first alternative, since arrays begin with
   * zeros.
   */
  private static Term nullable(Term form) {
    if (form instanceof Term.Indexed indexed) {
      return indexed.present(false);
    }
    List<Term> all = new ArrayList<>(List.of(new Term.Nothing(form.type())));
    all.addAll(form instanceof Term.Choice choice ? choice.alternatives() : List.of(form));
    all.subList(1, all.size()).removeIf(Term.Nothing.class::isInstance);
    return new Term.Choice(form.type(), new Value(Type.INT, ""), all);
  }

  /** Makes an array. */
  Term allocate(Position at, TypeMirror type, Term innermost, List<Value> lengths) {
    Term form = form((ArrayType) type, innermost);
    List<Value> arrays = new ArrayList<>();
    for (Value leaf : form.leaves()) {
      Value[] all = lengths.toArray(new Value[0]);
      GraphBuilder here = frame.draft().at(arrays.isEmpty() ? at : Position.NONE);
      arrays.add(here.newArray("", Type.array(leaf.type()), all));
    }
    return new Term.Columns(type, form, arrays);
  }

  /** Returns the form of the elements of an array, which may be arrays again. */
  private static Term form(ArrayType type, Term innermost) {
    if (!(type.getComponentType() instanceof ArrayType inner)) {
      return innermost;
    }
    Term form = form(inner, innermost);
    return new Term.Columns(
        inner,
        form,
        form.leaves().stream().map(l -> new Value(Type.array(l.type()), l.name())).toList());
  }

  /**
   * Reads an element.
   *
   * @param isThere whether the index is certainly one of the array
   */
  Term read(Tree at, Term.Columns columns, Value index, boolean isThere) {
    List<Value> leaves = new ArrayList<>();
    Iterator<String> names = columns.form().names("").iterator();
    for (Value array : columns.arrays()) {
      boolean mayFail = leaves.isEmpty() && !isThere;
      GraphBuilder here = mayFail ? frame.at(at) : frame.draft().at(Position.NONE);
      leaves.add(here.read(names.next(), array, index));
    }
    Term element = columns.form().with(leaves.iterator()).as(Arrays.element(columns));
    AbsentTensors.of(frame.reading()).note(element);
    AskedRecords.of(frame.reading()).giveElement(element);
    return isNullableRecord(element)
        ? new Objects(frame).each(at, element, element.type(), each -> each)
        : element;
  }

  /** A record is there, or it can't be read: there is no null among them. */
  private static boolean isNullableRecord(Term element) {
    return element instanceof Term.Choice choice
        && choice.alternatives().get(choice.alternatives().size() - 1) instanceof Term.Tuple;
  }

  /** Writes an element. */
  void write(Tree at, Term.Columns columns, Value index, Term value) {
    FieldTensors.of(frame.reading()).requireOwn(frame, at, columns);
    Iterator<Value> leaves = held(at, columns, value).iterator();
    boolean isFirst = true;
    for (Value array : columns.arrays()) {
      GraphBuilder here = isFirst ? frame.at(at) : frame.draft().at(Position.NONE);
      here.write(array, index, leaves.next());
      isFirst = false;
    }
  }

  /** Returns the leaves that an element has which holds a value. */
  List<Value> held(Tree at, Term.Columns columns, Term given) {
    boolean isOfRecords = columns.form() instanceof Term.Tuple || isNullableRecord(columns.form());
    Term value =
        isOfRecords
            ? byComponents(at, columns.form(), given)
            : new Conversions(frame).asObject(at, given);
    Identities.reject(value);
    if (!columns.form().holdsObjects()) {
      Identities.rejectHolder(value);
    }
    requireNumber(columns, value);
    Term wider = frame.union(at, columns.form(), value);
    if (!Term.areSame(wider, columns.form())) {
      boolean isOfVariable = Arrays.element(columns).getKind() == TypeKind.TYPEVAR;
      widen(isOfVariable ? columns.form().type() : columns.type(), wider);
    }
    return union.as(columns.form(), value).leaves();
  }

  /** Returns a record that is an object like others as one that is held by its components. */
  private Term byComponents(Tree at, Term form, Term given) {
    if (form instanceof Term.Choice choice) {
      Term record = choice.alternatives().get(choice.alternatives().size() - 1);
      return byComponents(at, record, given);
    }
    if (!(form instanceof Term.Tuple record)) {
      return given;
    }
    if (given instanceof Term.Choice either
        && either.alternatives().size() == 2
        && either.alternatives().get(0) instanceof Term.Nothing nothing) {
      Term there = byComponents(at, form, either.alternatives().get(1));
      return new Term.Choice(either.type(), either.tag(), List.of(nothing, there));
    }
    Term whole =
        given.isObject() && !mayBeNull(given) && !(given instanceof Term.Nothing)
            ? Records.apart(frame, at, given, record.known())
            : given;
    if (!(whole instanceof Term.Tuple apart)) {
      return given;
    }
    List<Term> components = new ArrayList<>();
    for (Term each : record.components()) {
      components.add(byComponents(at, each, apart.components().get(components.size())));
    }
    return new Term.Tuple(apart.type(), components, apart.known());
  }

  /** Leaves an array of any objects as it is where numbers aren't all that goes into it. */
  private void requireNumber(Term.Columns columns, Term value) {
    boolean isOfNumbers =
        Specialised.isNumber(columns.form()) || NullableNumbers.is(columns.form());
    if (isOfNumbers
        && !new Conversions(frame).isBoxed(columns.form().type())
        && union.of(columns.form(), value) == null) {
      Whole.require(columns);
    }
  }

  private static void widen(TypeMirror arrays, Term form) {
    Object key = Representations.element(arrays);
    Term innermost = form;
    while (innermost instanceof Term.Columns inner) {
      innermost = inner.form();
    }
    Term found = mayBeNull(innermost) ? nullable(innermost) : innermost;
    throw new Escape(all -> all.widen(key, found));
  }

  /** Learns that objects go into arrays that were taken for arrays of references. */
  void rejectObject(Term array, Term value) {
    rejectNumber(array.known(), Arrays.first(array).type().element(), value);
    boolean isKept = found().isKept(Representations.element(array.known()));
    boolean isNumber = NullableNumbers.is(value);
    if (!isKept && !isNumber && value.isObject() && !(value instanceof Term.Columns)) {
      Identities.reject(value);
      widen(array.known(), union.held(made(value)));
    }
    Whole.require(value);
  }

  /**
   * Returns what may be chosen but for references: they may come from such arrays, as long as these
   * are taken for arrays of references. One from outside is found when the method is read again.
   */
  private static Term made(Term value) {
    if (!(value instanceof Term.Choice choice)) {
      return value;
    }
    List<Term> made =
        choice.alternatives().stream().filter(each -> !(each instanceof Term.Single)).toList();
    boolean isObject = made.stream().anyMatch(each -> !(each instanceof Term.Nothing));
    if (made.size() == choice.alternatives().size() || !isObject) {
      return value;
    }
    return made.size() == 1 ? made.get(0) : new Term.Choice(value.type(), choice.tag(), made);
  }

  /** Learns that numbers go into arrays of boxed ones, or, if they are real, of any objects. */
  private void rejectNumber(TypeMirror array, Type held, Term value) {
    boolean isNumber = NullableNumbers.is(value) || Specialised.isNumber(value);
    Object key = Representations.element(array);
    if (!isNumber || held.isScalar() || found().isKept(key) || found().form(key) != null) {
      return;
    }
    Conversions conversions = new Conversions(frame);
    TypeMirror element = ((ArrayType) array).getComponentType();
    List<Value> leaves = value.leaves();
    Type number = leaves.get(leaves.size() - 1).type();
    if (conversions.isBoxed(element) || number.isDifferentiable()) {
      TypeMirror box = conversions.isBoxed(element) ? element : conversions.box(number);
      widen(
          array,
          NullableNumbers.is(value)
              ? NullableNumbers.form(box, number)
              : new Term.Single(box, new Value(number, "")));
    }
  }
}
