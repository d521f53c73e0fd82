package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.object.Union;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.Shapes;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads arrays of records and of objects that were made in sight: one array for each leaf. What the
 * elements of such an array can be is known once the method was read.
 */
public final class ObjectArrays {
  private final Frame frame;
  private final Union union;

  public ObjectArrays(Frame frame) {
    this.frame = frame;
    this.union = new Union(frame.draft());
  }

  private Representations found() {
    return frame.reading().representations();
  }

  /**
   * Gives the form of a new array's elements; null where it is an array like any other.
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
      Shapes.Shape shape = frame.shapes().of(inner, frame.names().position(at));
      known = shape.term(shape.port("").leaves().map(l -> new Value(l.type(), l.name())).iterator());
    }
    if (known == null) {
      return null;
    }
    if (!isFilled && lengths == rank && !mayBeNull(known)) {
      Term nullable = nullable(known);
      throw new Escape(found -> found.widen(key, nullable));
    }
    return known.as(inner);
  }

  private static boolean mayBeNull(Term form) {
    return form instanceof Term.Choice choice
        && choice.alternatives().stream().anyMatch(Term.Nothing.class::isInstance);
  }

  /** Gives a form that holds null as well, and as the first alternative: as all is zero. */
  private static Term nullable(Term form) {
    List<Term> all = new ArrayList<>(List.of(new Term.Nothing(form.type())));
    all.addAll(form instanceof Term.Choice choice ? choice.alternatives() : List.of(form));
    all.subList(1, all.size()).removeIf(Term.Nothing.class::isInstance);
    return new Term.Choice(form.type(), new Value(Type.INT, ""), all);
  }

  /** Makes an array. */
  Term allocate(Tree at, TypeMirror type, Term innermost, List<Value> lengths) {
    Term form = form((ArrayType) type, innermost);
    List<Value> arrays = new ArrayList<>();
    for (Value leaf : form.leaves()) {
      Value[] all = lengths.toArray(new Value[0]);
      GraphBuilder here = arrays.isEmpty() ? frame.at(at) : frame.draft().at(Position.NONE);
      arrays.add(here.newArray("", Type.array(leaf.type()), all));
    }
    return new Term.Columns(type, form, arrays);
  }

  /** Gives the form of the elements of an array, which may be arrays again. */
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

  /** Reads an element. */
  Term read(Tree at, Term.Columns columns, Value index) {
    List<Value> leaves = new ArrayList<>();
    Iterator<String> names = columns.form().names("").iterator();
    for (Value array : columns.arrays()) {
      GraphBuilder here = leaves.isEmpty() ? frame.at(at) : frame.draft().at(Position.NONE);
      leaves.add(here.read(names.next(), array, index));
    }
    Term element = columns.form().with(leaves.iterator()).as(Arrays.element(columns));
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
    Iterator<Value> leaves = held(at, columns, value).iterator();
    boolean isFirst = true;
    for (Value array : columns.arrays()) {
      GraphBuilder here = isFirst ? frame.at(at) : frame.draft().at(Position.NONE);
      here.write(array, index, leaves.next());
      isFirst = false;
    }
  }

  /** Gives the leaves that an element has which holds a value. */
  List<Value> held(Tree at, Term.Columns columns, Term value) {
    Term wider = frame.union(at, columns.form(), value);
    if (!Shapes.areAlike(wider, columns.form())) {
      widen(columns.type(), wider);
    }
    return union.as(columns.form(), value).leaves();
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

  /** Finds out that objects go into arrays that were taken for arrays of references. */
  void rejectObject(Term array, Term value) {
    boolean isKept = found().isKept(Representations.element(array.type()));
    if (!isKept && (value instanceof Term.Fixed || value instanceof Term.Choice)) {
      if (!hasIdentity(value)) {
        widen(array.type(), union.held(value));
      }
    }
    Whole.require(value);
  }

  private static boolean hasIdentity(Term term) {
    return term instanceof Term.Mutable
        || term.parts().stream().anyMatch(ObjectArrays::hasIdentity);
  }
}
