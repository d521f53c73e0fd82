package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is said of all real numbers of a stream, or of those that were accepted one by one:
 * how many, their sum, and the ends.
 */
public final class SummaryValues {
  private static final String NAME = "java.util.DoubleSummaryStatistics";
  private static final String COUNT = "count";
  private static final String SUM = "sum";
  private static final String MIN = "min";
  private static final String MAX = "max";
  private static final String LOST = "lost";
  private static final String SIMPLE = "simpleSum";

  private final Frame frame;
  private final Draft draft;
  private final Objects objects;
  private final Conversions conversions;

  public SummaryValues(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.objects = new Objects(frame);
    this.conversions = new Conversions(frame);
  }

  private TypeElement element() {
    return frame.names().program().elements().getTypeElement(NAME);
  }

  /** Whether such objects are held by what they say. */
  public boolean areHeld() {
    return !frame.reading().representations().isWhole(element());
  }

  /** Returns what is known of all numbers. */
  public Term of(Value count, Value sum, Value least, Value greatest) {
    ObjectClass of =
        new ObjectClass.Library((DeclaredType) element().asType(), List.of(COUNT, SUM, MIN, MAX));
    List<Term> fields =
        List.of(
            conversions.term(count),
            conversions.term(sum),
            conversions.term(least),
            conversions.term(greatest));
    return new Term.Fixed(element().asType(), of, fields);
  }

  /** Makes one that accepts numbers; returns nothing for another class, or other arguments. */
  Optional<Term> made(Tree at, DeclaredType type, List<Term> arguments) {
    if (!ObjectClass.Library.name(type).equals(NAME) || !arguments.isEmpty()) {
      return Optional.empty();
    }
    Map<Object, Value> values = new LinkedHashMap<>();
    values.put(COUNT, draft.constant(Type.LONG, 0L));
    List.of(SUM, LOST, SIMPLE).forEach(each -> values.put(each, draft.zero(Type.DOUBLE)));
    values.put(MIN, draft.constant(Type.DOUBLE, Double.POSITIVE_INFINITY));
    values.put(MAX, draft.constant(Type.DOUBLE, Double.NEGATIVE_INFINITY));
    ObjectClass of = new ObjectClass.Library(type, List.copyOf(values.keySet()));
    Map<Object, Variable> fields = new LinkedHashMap<>();
    values.forEach(
        (key, value) ->
            fields.put(
                key, frame.environment().field(key.toString(), conversions.term(value).type())));
    Made made = new Made(of, fields);
    values.forEach(
        (key, value) -> frame.environment().set(made.field(key), conversions.term(value)));
    return Optional.of(Arenas.of(frame.reading()).perhaps(frame, at, new Term.Mutable(type, made)));
  }

  static boolean isOne(Term object) {
    return (object instanceof Term.Fixed || ListTerms.isGrowing(object))
        && Objects.of(object) instanceof ObjectClass.Library library
        && library.name().equals(NAME);
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term object, List<Term> arguments) {
    switch (arguments.size() + " " + method.element().getSimpleName()) {
      case "0 getCount":
        return conversions.term(get(at, object, COUNT));
      case "0 getSum":
        return conversions.term(total(at, object));
      case "0 getMin":
        return conversions.term(get(at, object, MIN));
      case "0 getMax":
        return conversions.term(get(at, object, MAX));
      case "0 getAverage":
        return average(at, object);
      case "1 accept":
        return ListTerms.isGrowing(object) ? accepted(at, object, arguments.get(0)) : null;
      case "1 combine":
        Term other = arguments.get(0);
        boolean areBoth = isOne(other) && ListTerms.isGrowing(other);
        return areBoth && ListTerms.isGrowing(object) ? combined(at, object, other) : null;
      default:
        return null;
    }
  }

  private Value get(Tree at, Term object, String key) {
    return frame.single(objects.held(at, object, key));
  }

  private void set(Tree at, Term object, String key, Value value) {
    objects.assign(at, object, key, conversions.term(value));
  }

  private RealSum sum(Tree at, Term object) {
    return new RealSum(get(at, object, SUM), get(at, object, LOST), get(at, object, SIMPLE));
  }

  private Value total(Tree at, Term object) {
    return ListTerms.isGrowing(object) ? sum(at, object).total(draft) : get(at, object, SUM);
  }

  private Term accepted(Tree at, Term object, Term given) {
    Value number = conversions.scalar(at, given);
    Value one = draft.constant(Type.LONG, 1L);
    return set(at, object, sum(at, object).plus(draft, number), one, number, number);
  }

  private Term combined(Tree at, Term object, Term other) {
    return set(
        at,
        object,
        sum(at, object).plus(draft, sum(at, other)),
        get(at, other, COUNT),
        get(at, other, MIN),
        get(at, other, MAX));
  }

  private Term set(Tree at, Term object, RealSum sum, Value more, Value least, Value greatest) {
    set(at, object, COUNT, draft.apply(Operations.ADD, get(at, object, COUNT), more));
    set(at, object, SUM, sum.sum());
    set(at, object, LOST, sum.lost());
    set(at, object, SIMPLE, sum.simple());
    set(at, object, MIN, draft.apply(Operations.MIN, get(at, object, MIN), least));
    set(at, object, MAX, draft.apply(Operations.MAX, get(at, object, MAX), greatest));
    return frame.nothing();
  }

  private Term average(Tree at, Term object) {
    Value count = get(at, object, COUNT);
    Value isAny = draft.apply(Operations.GT, count, draft.constant(Type.LONG, 0L));
    Value sum = total(at, object);
    TypeMirror type = conversions.term(sum).type();
    return frame
        .branches()
        .either(
            at,
            isAny,
            type,
            () ->
                conversions.term(draft.apply(Operations.DIV, sum, draft.cast(count, Type.DOUBLE))),
            () -> frame.zero(at, type));
  }
}
