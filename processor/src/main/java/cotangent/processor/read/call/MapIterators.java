package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
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
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads iterators of the keys, values and entries of maps that are made in the method: the keys as
 * they were in the beginning, and where it is in them.
 */
final class MapIterators {
  private static final String VIEW = "view";
  private static final String PLACES = "places";
  private static final String KEYS = "all";
  private static final String NEXT = "next";

  /** Whether there is an element that could be removed, the one before the next. */
  private static final String HAS_LAST = "hasLast";

  private static final String SINCE = "since";

  private final Frame frame;
  private final Draft draft;
  private final Maps maps;
  private final MapMarks marks;
  private final MapViews views;
  private final Objects objects;

  MapIterators(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.maps = new Maps(frame);
    this.marks = new MapMarks(frame);
    this.views = new MapViews(frame);
    this.objects = new Objects(frame);
  }

  /** Whether a term is such an iterator. */
  static boolean isOne(Term term) {
    return Objects.isMade(term)
        && Objects.of(term) instanceof ObjectClass.Library library
        && library.fields().contains(HAS_LAST);
  }

  /** Makes an iterator of a view. */
  Term of(Tree at, Term.Fixed view, DeclaredType type) {
    MapViews.Snapshot all = views.begin(at, view.fields().get(0), true);
    Map<Object, Term> initial = new LinkedHashMap<>();
    initial.put(VIEW, view);
    initial.put(PLACES, all.places());
    initial.put(KEYS, java.util.Objects.requireNonNull(all.keys()));
    initial.put(NEXT, number(0));
    initial.put(HAS_LAST, new Conversions(frame).term(draft.constant(false)));
    initial.put(SINCE, marks.counted(at, all.map()));
    Map<Object, Variable> fields = new LinkedHashMap<>();
    initial.forEach(
        (key, value) -> fields.put(key, frame.environment().field(key.toString(), value.type())));
    ObjectClass of = new ObjectClass.Library(type, List.copyOf(initial.keySet()));
    Made made = new Made(of, fields);
    initial.forEach((key, value) -> frame.environment().set(made.field(key), value));
    return Arenas.of(frame.reading()).perhaps(frame, at, new Term.Mutable(type, made));
  }

  private Term number(int value) {
    TypeMirror number = frame.names().program().types().getPrimitiveType(TypeKind.INT);
    return new Term.Single(number, draft.constant(value));
  }

  private Term get(Tree at, Term iterator, String field) {
    return objects.held(at, iterator, field);
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term iterator, List<Term> arguments) {
    Term.Fixed view = (Term.Fixed) get(at, iterator, VIEW);
    Term map = view.fields().get(0);
    MapViews.Snapshot all =
        new MapViews.Snapshot(
            map, get(at, iterator, PLACES), get(at, iterator, KEYS), marks.mark(at, map));
    Value next = frame.single(get(at, iterator, NEXT));
    switch (arguments.size() + " " + method.element().getSimpleName()) {
      case "0 hasNext":
        return new Conversions(frame).term(draft.apply(Operations.LT, next, views.length(at, all)));
      case "0 next":
        marks.requireSame(at, map, get(at, iterator, SINCE));
        Value isBehind = draft.apply(Operations.GE, next, views.length(at, all));
        failIf(at, isBehind, "java.util.NoSuchElementException");
        Value after = draft.apply(Operations.ADD, next, draft.constant(1));
        objects.assign(at, iterator, NEXT, new Conversions(frame).term(after));
        set(at, iterator, true);
        return views.element(at, view, all, next);
      case "0 remove":
        Value hasLast = frame.single(get(at, iterator, HAS_LAST));
        failIf(at, draft.not(hasLast), "java.lang.IllegalStateException");
        marks.requireSame(at, map, get(at, iterator, SINCE));
        Value last = draft.apply(Operations.SUB, next, draft.constant(1));
        Value unused = maps.remove(at, map, views.key(at, all, last));
        set(at, iterator, false);
        objects.assign(at, iterator, SINCE, marks.counted(at, map));
        return frame.nothing();
      default:
        return null;
    }
  }

  private void set(Tree at, Term iterator, boolean hasLast) {
    objects.assign(at, iterator, HAS_LAST, new Conversions(frame).term(draft.constant(hasLast)));
  }

  private void failIf(Tree at, Value condition, String exception) {
    Runnable fail = () -> LibraryExceptions.fail(frame, at, exception);
    frame.branches().branch(at, condition, fail, Frame.NOTHING);
  }
}
