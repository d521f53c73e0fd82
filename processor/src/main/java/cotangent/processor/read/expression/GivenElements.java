package cotangent.processor.read.expression;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Superclasses;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Takes arrays and lists of records that come from outside in the form that all such arrays have in
 * the method: where some of them may hold null, the others tell that they don't.
 */
public final class GivenElements {
  private final Representations found;
  private final Draft draft;

  public GivenElements(Reading reading) {
    this.found = reading.representations();
    this.draft = reading.draft();
  }

  /** Returns what came from outside as it is held; only arrays, and what holds them, change. */
  public Term entered(Term term) {
    if (term instanceof Term.Tuple record) {
      List<Term> components = record.components().stream().map(this::entered).toList();
      return new Term.Tuple(record.type(), components, record.known());
    } else if (mayLack(term)) {
      return held(term);
    } else if (term.isGivenList()) {
      return list(term, entered(term.parts().get(0)));
    }
    if (!(term instanceof Term.Columns columns) || !(columns.form() instanceof Term.Tuple)) {
      return term;
    }
    Term form = found.form(Representations.element(term.type()));
    if (form == null || !ObjectArrays.mayBeNull(form)) {
      return term;
    }
    DeclaredType type = (DeclaredType) ((Term.Tuple) columns.form()).known();
    TypeElement record = (TypeElement) type.asElement();
    if (!Component.isTensor(type) && !found.isIndexed(record)) {
      throw new Escape(all -> all.lackElements(record));
    }
    return told(columns, form);
  }

  /** Returns an array that tells of each element that it is there. */
  private Term told(Term.Columns columns, Term form) {
    Value first = columns.arrays().get(0);
    Value kinds = new Value(Type.array(Type.INT), "kind");
    Value isNull =
        draft.here().apply(Operations.EQ, first, draft.here().constant(first.type(), null));
    GraphBuilder none = new GraphBuilder();
    GraphBuilder some = new GraphBuilder();
    Value length = some.apply(Operations.LENGTH, first);
    Value made = some.newArray("kind", kinds.type(), length);
    if (Component.isTensor(((Term.Tuple) columns.form()).known())) {
      fillWherePresent(some, made, columns);
    } else {
      some.add(new Step.Fill(made, some.constant(0), length, some.constant(1), Position.NONE));
    }
    Region nothing = none.yield(none.constant(kinds.type(), null));
    List<Value> arrays = new ArrayList<>();
    arrays.addAll(draft.here().branch(isNull, nothing, some.yield(made), List.of(kinds)));
    arrays.addAll(columns.arrays());
    return new Term.Columns(columns.type(), form, arrays);
  }

  /** Tells which tensors are there: they may always be null in an array from outside. */
  private static void fillWherePresent(GraphBuilder b, Value kinds, Term.Columns columns) {
    GraphBuilder round = new GraphBuilder();
    Value index = round.parameter(Type.INT, "i");
    Value array = round.read("", columns.arrays().get(columns.arrays().size() - 1), index);
    Value isNull = round.apply(Operations.EQ, array, round.constant(array.type(), null));
    Value kind = round.apply(Operations.SELECT, isNull, round.constant(0), round.constant(1));
    round.write(kinds, index, kind);
    b.loop(b.constant(0), b.apply(Operations.LENGTH, kinds), 1, List.of(), round.yield());
  }

  private static Term list(Term list, Term elements) {
    return new Term.Fixed(list.type(), ((Term.Fixed) list).of(), List.of(elements));
  }

  /** Whether a term holds elements that may be null. */
  private boolean mayLack(Term term) {
    if (term instanceof Term.Columns columns) {
      return columns.form() instanceof Term.Choice || mayLack(columns.form());
    }
    return (term.isGivenList() || term instanceof Term.Tuple)
        && term.parts().stream().anyMatch(this::mayLack);
  }

  /**
   * Returns an array or list as it is held.
   *
   * @throws Escape where it wasn't known that all arrays of such records are held so
   */
  private Term held(Term term) {
    if (term instanceof Term.Columns columns) {
      return new Term.Columns(columns.type(), element(columns.form()), columns.arrays());
    } else if (term.isGivenList()) {
      return list(term, held(term.parts().get(0)));
    }
    return term;
  }

  private Term element(Term form) {
    if (!(form instanceof Term.Choice record)) {
      return form instanceof Term.Tuple tuple
          ? new Term.Tuple(tuple.type(), parts(tuple), tuple.known())
          : held(form);
    }
    Term there = object((Term.Tuple) record.alternatives().get(1));
    List<Term> either = List.of(new Term.Nothing(record.type()), there);
    Term held = new Term.Choice(record.type(), new Value(Type.INT, ""), either);
    Object key = Representations.element(record.type());
    Term known = found.form(key);
    if (known == null || !Term.areSame(known, held)) {
      throw new Escape(all -> all.widen(key, held));
    }
    return held;
  }

  private List<Term> parts(Term.Tuple record) {
    List<Term> parts = new ArrayList<>();
    record.components().forEach(part -> parts.add(element(part)));
    return parts;
  }

  /** Returns the form of a record that is an object like others. */
  private Term object(Term.Tuple record) {
    DeclaredType type = (DeclaredType) record.known();
    TypeElement element = (TypeElement) type.asElement();
    if (!found.isObject(element)) {
      return new Term.Tuple(record.type(), parts(record), record.known());
    }
    List<Term> fields = new ArrayList<>();
    for (Term part : record.components()) {
      fields.add(part instanceof Term.Tuple inner ? object(inner) : element(part));
    }
    List<Object> keys = new ArrayList<>(Superclasses.fields(element));
    return new Term.Fixed(record.type(), new ObjectClass.Declared(type, keys), fields);
  }
}
