package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.object.Chains;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.object.Union;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Where objects are kept that have to be told apart at run time: each class has an array for each
 * field, and an object is the number of its place. Place 0 is for null.
 */
public final class Arenas {
  private static final int CAPACITY = 16;

  /** The objects of a class: their fields, an array each, and how many places are taken. */
  private record Arena(Term.Fixed form, Variable fields, Variable count) {}

  private final Reading reading;
  private final Map<Object, Arena> arenas = new LinkedHashMap<>();
  private final Deque<Object> functions = new ArrayDeque<>();
  private boolean areOwn;

  private Arenas(Reading reading) {
    this.reading = reading;
  }

  /** Returns the ones of a method that is being read. */
  public static Arenas of(Reading reading) {
    return reading.part(Arenas.class, Arenas::new);
  }

  /** Makes the arrays, before anything else is done. */
  public void begin(Frame frame) {
    Representations found = reading.representations();
    for (Object type : found.indexed()) {
      if (found.form(new Representations.Fields(type)) instanceof Term.Fixed form
          && !found.isWhole((TypeElement) form.of().type().asElement())) {
        begin(frame, type, form);
      }
    }
  }

  private void begin(Frame frame, Object type, Term.Fixed form) {
    String name = form.of().type().asElement().getSimpleName().toString();
    String hint = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    TypeMirror number = frame.names().program().types().getPrimitiveType(TypeKind.INT);
    Arena arena =
        new Arena(
            form,
            frame.environment().field(hint, form.type()),
            frame.environment().field(hint + "Count", number));
    arenas.put(type, arena);
    empty(frame.environment(), arena);
  }

  /** Makes the arrays of a class anew, with a place for null only. */
  private void empty(Environment environment, Arena arena) {
    Draft draft = reading.draft();
    List<String> names = arena.form.names(arena.fields.name());
    environment.set(arena.fields, made(arena.form, names, draft.constant(CAPACITY)));
    count(environment, arena, draft.constant(1));
  }

  private static void count(Environment environment, Arena arena, Value count) {
    environment.set(arena.count, new Term.Single(arena.count.type(), count));
  }

  private Union union() {
    return new Union(reading.draft(), reading.shapes());
  }

  private Term.Columns made(Term.Fixed form, List<String> names, Value capacity) {
    List<Value> arrays = new ArrayList<>();
    for (Value leaf : form.leaves()) {
      String name = names.get(arrays.size());
      GraphBuilder here = reading.draft().at(Position.NONE);
      arrays.add(here.newArray(name, Type.array(leaf.type()), capacity));
    }
    return new Term.Columns(form.type(), form, arrays);
  }

  /** Whether objects of a class are kept here. */
  public boolean keeps(Object type) {
    return reading.representations().isIndexed(type);
  }

  /** Whether a variable is one of the arrays, or of their counts. */
  public boolean isOne(Variable variable) {
    return arenas.values().stream()
        .anyMatch(each -> each.fields.equals(variable) || each.count.equals(variable));
  }

  /** Whether a term is, or holds, an object that is kept here. */
  public static boolean isIn(Term term) {
    return term instanceof Term.Indexed
        || term instanceof Term.Columns columns && isIn(columns.form())
        || term.parts().stream().anyMatch(Arenas::isIn);
  }

  /** Adds an object that was just made, if objects of its class are kept here. */
  public Term perhaps(Frame frame, Tree at, Term.Mutable object) {
    return keeps(object.made().of().key()) ? take(frame, at, object) : object;
  }

  /** Adds an object that was just made. */
  public Term take(Frame frame, Tree at, Term.Mutable object) {
    return take(frame, at, value(frame, at, object.made(), object.type()));
  }

  /** Adds an object by its contents. */
  Term take(Frame frame, Tree at, Term.Fixed object) {
    Term.Fixed value = (Term.Fixed) union().told(object);
    Identities.reject(value);
    ObjectClass of = value.of();
    Term.Fixed form = widened(of.key(), value);
    Arena arena = Objects.requireNonNull(arenas.get(of.key()));
    requireReached(true);
    Environment environment = frame.environment();
    Draft draft = reading.draft();
    Value place = frame.single(environment.require(arena.count));
    if (!fields(frame, arena).arrays().isEmpty()) { // else all objects are alike so far
      Value isFull = draft.apply(Operations.EQ, place, length(frame, at, arena));
      frame.branches().branch(at, isFull, () -> grow(frame, at, arena, form), Frame.NOTHING);
    }
    Iterator<Value> leaves = union().as(form, value).leaves().iterator();
    for (Value array : fields(frame, arena).arrays()) {
      draft.at(Position.NONE).write(array, place, leaves.next());
    }
    Value next = draft.apply(Operations.ADD, place, draft.constant(1));
    count(environment, arena, next);
    return new Term.Indexed(value.type(), of, place, true);
  }

  private static Term.Fixed value(Frame frame, Tree at, Made made, TypeMirror type) {
    List<Term> values = new ArrayList<>();
    for (Object key : made.of().fields()) {
      Term held = frame.environment().get(made.field(key));
      if (held == null) {
        throw frame.unassigned(at, made.field(key));
      }
      values.add(held);
    }
    return new Term.Fixed(type, made.of(), values);
  }

  /** Returns the form of what a class's objects hold, if a value fits into it. */
  private Term.Fixed widened(Object type, Term.Fixed value) {
    Representations.Fields key = new Representations.Fields(type);
    Term known = reading.representations().form(key);
    Term wider = known == null ? value : union().of(known, value);
    if (known != null) {
      requireMixed(((Term.Fixed) known).of(), value.of());
    }
    if (!(wider instanceof Term.Fixed)) { // one class may be held in two ways, where it is local
      value.parts().forEach(Chains::rejectHolders);
      Objects.requireNonNull(known).parts().forEach(Chains::rejectHolders);
      throw Whole.needed(value.of());
    }
    if (known == null || !Term.areSame(known, wider)) {
      Term form = wider;
      throw new Escape(found -> found.widen(key, form));
    }
    return (Term.Fixed) known;
  }

  /** Makes sure that nothing is taken for known of what a generic class is of, if it is of both. */
  private static void requireMixed(ObjectClass one, ObjectClass other) {
    if (!Spelling.of(one.type()).equals(Spelling.of(other.type()))) {
      throw new Escape(found -> found.mix((TypeElement) one.type().asElement()));
    }
  }

  private static Term.Columns fields(Frame frame, Arena arena) {
    return (Term.Columns) frame.environment().require(arena.fields);
  }

  private static Value length(Frame frame, Tree at, Arena arena) {
    return frame.at(at).apply(Operations.LENGTH, fields(frame, arena).arrays().get(0));
  }

  private void grow(Frame frame, Tree at, Arena arena, Term.Fixed form) {
    Draft draft = reading.draft();
    Term.Columns old = fields(frame, arena);
    Value length = length(frame, at, arena);
    Value twice = draft.apply(Operations.MUL, length, draft.constant(2));
    Term.Columns longer = made(form, form.names(arena.fields.name()), twice);
    for (int i = 0; i < old.arrays().size(); i++) {
      Value from = old.arrays().get(i);
      Value to = longer.arrays().get(i);
      Value zero = draft.constant(0);
      draft.at(Position.NONE).add(new Step.Copy(from, zero, to, zero, length, Position.NONE));
    }
    frame.environment().set(arena.fields, longer);
  }

  /** Reads a field. */
  Term read(Frame frame, Tree at, Term.Indexed object, Object key) {
    Term.Columns fields = arena(frame, at, object);
    Value place = present(frame, at, object).index();
    Term form = ((Term.Fixed) fields.form()).field(key);
    List<Value> leaves = new ArrayList<>();
    for (Value array : columns(fields, key)) {
      leaves.add(reading.draft().at(Position.NONE).read("", array, place));
    }
    return form.with(leaves.iterator());
  }

  /** Writes a field. */
  void write(Frame frame, Tree at, Term.Indexed object, Object key, Term value) {
    Term.Columns fields = arena(frame, at, object);
    Term.Fixed form = (Term.Fixed) fields.form();
    Identities.reject(value);
    List<Term> values = new ArrayList<>(form.fields());
    values.set(form.of().fields().indexOf(key), union().told(value));
    widened(object.of().key(), new Term.Fixed(form.type(), form.of(), values));
    Value place = present(frame, at, object).index();
    Term held = union().as(form.field(key), value);
    Iterator<Value> leaves = held.leaves().iterator();
    for (Value array : columns(fields, key)) {
      frame.at(at).write(array, place, leaves.next());
    }
  }

  private Term.Columns arena(Frame frame, Tree at, Term.Indexed object) {
    requireReached(false);
    return fields(frame, Objects.requireNonNull(arenas.get(object.of().key())));
  }

  /** Makes sure that a function that is being read is given the arrays. */
  private void requireReached(boolean grows) {
    Representations found = reading.representations();
    boolean areAtHand =
        areOwn || found.functionsReach() && !(grows && !functions.stream().allMatch(found::grows));
    if (reading.isApart() && !areAtHand) {
      List<Object> making = grows ? List.copyOf(functions) : List.of();
      throw new Escape(all -> all.reach(making));
    }
  }

  /** Returns what a function takes in addition. */
  public List<Value> given(Environment environment) {
    List<Value> given = new ArrayList<>();
    if (reading.representations().functionsReach()) {
      arenas
          .values()
          .forEach(
              arena -> {
                given.addAll(environment.require(arena.fields).leaves());
                given.addAll(environment.require(arena.count).leaves());
              });
    }
    return given;
  }

  /**
   * Carries out an action that reads a function, which gets parameters for the arrays.
   *
   * @param method what the function is
   */
  public void asParametersOf(
      GraphBuilder function, Object method, Environment environment, Runnable action) {
    boolean outer = areOwn;
    functions.push(method);
    areOwn = false;
    if (reading.representations().functionsReach()) {
      set(
          environment,
          given(environment).stream()
              .map(value -> function.parameter(value.type(), value.name()))
              .iterator());
    }
    try {
      action.run();
    } finally {
      areOwn = outer;
      functions.pop();
    }
  }

  /** Returns the methods that are being read as functions. */
  public Set<Object> open() {
    return new LinkedHashSet<>(functions);
  }

  /** Carries out an action that reads a function which has such objects of its own. */
  public void withOwn(Environment environment, Runnable action) {
    Environment.Mark outside = environment.mark();
    boolean outer = areOwn;
    areOwn = true;
    arenas.values().forEach(arena -> empty(environment, arena));
    try {
      action.run();
    } finally {
      areOwn = outer;
      environment.undo(outside);
    }
  }

  /** Returns what a function returns in addition. */
  public List<Value> returned(Object method, Environment environment) {
    return reading.representations().grows(method) ? given(environment) : List.of();
  }

  /** Returns what a call of a function returns in addition. */
  public List<Value> returned(Frame caller, Tree at, Object method, String name) {
    List<Value> returned = returned(method, caller.environment());
    if (!returned.isEmpty()) {
      requireReached(true);
      if (caller.environment().isWatched()) { // what it made before an exception would be lost
        String what =
            "a call of %s, which calls itself and makes objects, inside of a try statement";
        throw caller.refusal(
            at,
            Problem.SYNTAX,
            String.format(what + " that may catch its exceptions", name),
            "call it before the try statement");
      }
    }
    return returned;
  }

  /** Goes on with the arrays that a function returned. */
  public void set(Environment environment, Iterator<Value> values) {
    for (Arena arena : arenas.values()) {
      environment.set(arena.fields, environment.require(arena.fields).with(values));
      environment.set(arena.count, environment.require(arena.count).with(values));
    }
  }

  private static List<Value> columns(Term.Columns fields, Object key) {
    Term.Fixed form = (Term.Fixed) fields.form();
    int from = 0;
    for (int i = 0; i < form.fields().size(); i++) {
      int count = form.fields().get(i).leaves().size();
      if (form.of().fields().get(i).equals(key)) {
        return fields.arrays().subList(from, from + count);
      }
      from += count;
    }
    throw new IllegalStateException("no field " + key);
  }

  /** Makes sure that an object isn't null, and throws what Java throws where it is. */
  public Term.Indexed present(Frame frame, Tree at, Term.Indexed object) {
    if (object.isThere()) {
      return object;
    }
    Draft draft = reading.draft();
    Value isNull = draft.apply(Operations.EQ, object.index(), draft.constant(0));
    frame
        .branches()
        .branch(
            at,
            isNull,
            () -> new cotangent.processor.read.expression.Objects(frame).fail(at),
            Frame.NOTHING);
    return object.present(true);
  }
}
