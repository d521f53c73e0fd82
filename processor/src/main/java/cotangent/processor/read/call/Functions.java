package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Fields;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.KnownClasses;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.object.Chains;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.object.Union;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShape;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What is called by name: methods that recur, and what is known of methods that aren't looked into.
 * Each is read once, as a function that takes all it needs.
 */
public final class Functions {
  private final Reading reading;
  private final Map<Object, String> names = new LinkedHashMap<>();
  private final Map<Object, Term> forms = new HashMap<>();
  private final Set<Object> called = new HashSet<>();
  private final Map<Object, Graph> graphs = new LinkedHashMap<>();
  private final List<Graph> adopted = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private int putOff;

  private Functions(Reading reading) {
    this.reading = reading;
  }

  /** Returns the one of a method that is being read. */
  public static Functions of(Reading reading) {
    return reading.part(Functions.class, Functions::new);
  }

  /**
   * Takes the functions of another graph along.
   *
   * @return what is called instead of them
   */
  UnaryOperator<Callee> adopted(List<Graph> functions) {
    Map<String, String> newNames = new HashMap<>();
    for (Graph function : functions) {
      String name = freeName(function.name());
      taken.add(name);
      newNames.put(function.name(), name);
    }
    UnaryOperator<Callee> renaming =
        callee -> callee.renamed(name -> newNames.getOrDefault(name, name));
    for (Graph function : functions) {
      String name = newNames.getOrDefault(function.name(), function.name());
      adopted.add(GraphCopy.function(name, function, renaming));
    }
    return renaming;
  }

  /** Returns a name that no other function will have, for one that is made elsewhere. */
  public String reserve(String wanted) {
    String name = freeName(wanted);
    taken.add(name);
    return name;
  }

  /**
   * Counts the calls that were put off, as if they never returned, since it isn't known yet what
   * form their result has.
   */
  public int putOff() {
    return putOff;
  }

  boolean has(Object key) {
    return names.containsKey(key);
  }

  public List<Graph> graphs() {
    List<Graph> all = new ArrayList<>(graphs.values());
    all.addAll(adopted);
    return all;
  }

  /** Calls the function for a method, and reads it where that wasn't done yet. */
  public Term call(
      Frame caller, Tree at, Source source, @Nullable Term self, List<Term> arguments) {
    Object key = OpenMethods.of(reading).key(source, self, arguments);
    return call(caller, at, Recurring.method(key, source, self, arguments));
  }

  /** Calls a function, and reads it where that wasn't done yet. */
  Term call(Frame caller, Tree at, Recurring what) {
    Object key = what.key();
    what.given().forEach(Identities::reject);
    if (!has(key)) {
      made(key, what.name(), name -> graph(name, what));
    }
    List<Value> operands = new ArrayList<>();
    what.given().forEach(term -> operands.addAll(term.leaves()));
    operands.addAll(Fields.of(reading).inputs().leaves());
    operands.addAll(Arenas.of(reading).given(caller.environment()));
    TypeMirror type = known(what.names(), what.result());
    Callee callee = new Callee.Function(Objects.requireNonNull(names.get(key)));
    Term form = forms.containsKey(key) ? forms.get(key) : found().form(key);
    if (!forms.containsKey(key)) {
      called.add(key);
      if (form == null && what.mayGiveObject(reading.shapes()) && !found().isKept(key)) {
        putOff++;
        throw new Diverged(); // at first, only what is returned without calling itself is looked at
      }
    }
    if (form != null && (form.isObject() || Specialised.isNumber(form))) {
      List<Type> made = form.leaves().stream().map(Value::type).toList();
      return form.with(results(caller, at, what, callee, made, operands));
    }
    if (type.getKind() == TypeKind.VOID) {
      results(caller, at, what, callee, List.of(), operands);
      return caller.nothing();
    }
    TypeShape shape = reading.shapes().of(type, caller.names().position(at));
    return shape.term(results(caller, at, what, callee, shape.leaves(), operands));
  }

  /**
   * Returns the result of a call of a function, and goes on with the objects that it may have made.
   */
  private Iterator<Value> results(
      Frame caller, Tree at, Recurring what, Callee callee, List<Type> own, List<Value> operands) {
    Arenas arenas = Arenas.of(reading);
    Meanwhile.calls(reading, what.method());
    List<Value> results = new ArrayList<>(own.stream().map(type -> new Value(type, "")).toList());
    List<Value> arrays = arenas.returned(caller, at, what.method(), what.name());
    arrays.forEach(value -> results.add(new Value(value.type(), value.name())));
    List<Value> given = caller.at(at).call(callee, results, operands);
    if (!arrays.isEmpty()) {
      arenas.set(caller.environment(), given.subList(own.size(), given.size()).iterator());
    }
    return given.subList(0, own.size()).iterator();
  }

  /** Returns the name of the function for a static method, which needs nothing from here. */
  String nameOf(Source source) {
    String wanted = source.element().getSimpleName().toString();
    return made(
        List.of(source.element()),
        wanted,
        name ->
            graph(
                name,
                Parameters.inputs(source),
                source.names().position(source.tree()),
                given -> {
                  TypeMirror type = source.element().getReturnType();
                  Frame frame = new Frame(reading, source.names(), type, null);
                  MethodBody.read(frame, source, given);
                  return MethodBody.result(frame, source.tree()).leaves();
                }));
  }

  /** Writes the steps of a static method that was read; calls it where it is being read. */
  List<Value> written(String name, List<Value> operands, List<Type> results, GraphBuilder b) {
    return graphs.values().stream()
        .filter(graph -> graph.name().equals(name))
        .findFirst()
        .map(graph -> GraphCopy.inline(graph, operands, b))
        .orElseGet(
            () ->
                b.call(
                    new Callee.Function(name),
                    results.stream().map(type -> new Value(type, "")).toList(),
                    operands));
  }

  /** Whether a static method that was read always throws an exception. */
  boolean neverReturns(ExecutableElement method) {
    Graph graph = graphs.get(List.of(method));
    return graph != null && graph.body().diverges();
  }

  /**
   * Returns the name of a function, which is made when it is first asked for.
   *
   * @param key what it is known by
   */
  String made(Object key, String wanted, Function<String, Graph> making) {
    if (!names.containsKey(key)) {
      String name = freeName(wanted);
      Set<Object> before = new HashSet<>(names.keySet());
      names.put(key, name);
      try {
        new Environment(reading.values())
            .watched(null, () -> graphs.put(key, reading.asFunction(() -> making.apply(name))));
      } finally {
        if (!graphs.containsKey(key)) {
          forgetAllBut(before);
        }
      }
      return name;
    }
    return names.get(key);
  }

  /** Forgets a function that was given up, and those that were made for it: they may call it. */
  private void forgetAllBut(Set<Object> before) {
    names.keySet().retainAll(before);
    graphs.keySet().retainAll(before);
    forms.keySet().retainAll(before);
    called.retainAll(before);
  }

  private String freeName(String name) {
    String free = name;
    for (int i = 2; isTaken(free); i++) {
      free = name + i;
    }
    return free;
  }

  /** Whether a name is taken by a function, or will be by what is derived from one. */
  private boolean isTaken(String name) {
    Set<String> known = new HashSet<>(taken);
    known.add(reading.name());
    known.addAll(names.values());
    return known.contains(name)
        || known.contains(DerivedName.origin(name))
        || known.stream().anyMatch(other -> DerivedName.origin(other).equals(name));
  }

  private Graph graph(String name, Recurring what) {
    Term self = what.self();
    GraphBuilder builder = new GraphBuilder();
    Parameters made = new Parameters(reading, builder, what.names().position(what.tree()));
    KnownClasses known = KnownClasses.of(reading);
    Term receiver = self == null ? null : made.ofObject(self);
    if (self != null && receiver != null) {
      known.isGiven(receiver, self);
    }
    List<Term> parameters = new ArrayList<>();
    for (Parameters.Input input : what.parameters()) {
      Term given = what.arguments().get(parameters.size());
      Term parameter = made.of(given, known(what.names(), input.type()), input.name());
      parameters.add(parameter);
      known.isGiven(parameter, given);
    }
    List<Value> results = new ArrayList<>();
    Fields.of(reading)
        .inputs()
        .asParametersOf(
            builder, () -> results.addAll(results(builder, what, receiver, parameters)));
    return new Graph(name, builder.yield(results), List.of());
  }

  private List<Value> results(
      GraphBuilder builder, Recurring what, @Nullable Term self, List<Term> parameters) {
    Object key = what.key();
    TypeMirror type = known(what.names(), what.result());
    Frame frame = new Frame(reading, what.names(), type, self);
    List<Value> results = new ArrayList<>();
    Environment.Mark outside = frame.environment().mark();
    Runnable body =
        () -> {
          what.body().read(frame, parameters);
          Term result = formed(what, MethodBody.result(frame, what.tree()));
          results.addAll(result.leaves());
          results.addAll(Arenas.of(reading).returned(what.method(), frame.environment()));
        };
    Arenas.of(reading)
        .asParametersOf(
            builder, what.method(), frame.environment(), () -> frame.region(builder, body));
    if (frame.flow().isNever()
        && called.contains(key)
        && found().form(key) == null
        && what.mayGiveObject(reading.shapes())) {
      throw new Escape(found -> found.leave(key)); // it calls itself in any case
    }
    frame.environment().undo(outside); // objects of the function mean nothing to its callers
    return results;
  }

  /** Returns the record or array that a type variable stands for: that is how it is handed on. */
  private TypeMirror known(Names names, TypeMirror type) {
    TypeMirror known = names.known(type);
    return known.getKind() == TypeKind.ARRAY || reading.shapes().isTakenApart(known) ? known : type;
  }

  private Representations found() {
    return reading.representations();
  }

  /**
   * Returns the result of a function in the form that its recursive calls assumed. Where they
   * assumed none, or too little, the method is read again.
   */
  private Term formed(Recurring what, Term result) {
    Object key = what.key();
    Identities.reject(result);
    Identities.rejectHolder(result);
    Term form = result;
    Term taken = found().form(key);
    if (called.contains(key) && !found().isKept(key) && what.mayGiveObject(reading.shapes())) {
      Union union = new Union(reading.draft(), reading.shapes());
      Term wider = taken == null ? result : union.of(taken, result);
      if (wider == null) {
        Chains.reject(result);
        if (taken != null) {
          Whole.require(taken);
        }
        Whole.require(result);
        throw new Refusal(Problem.MIXED_REPRESENTATION, what.names().position(what.tree()));
      }
      if (taken == null || !Term.areSame(taken, wider)) {
        Chains.rejectGrowing(taken == null ? wider : taken, wider);
        throw new Escape(found -> found.widen(key, wider));
      }
      form = union.as(taken, result);
    }
    forms.put(key, form);
    return form;
  }

  /** Writes what a function does. */
  interface Writing {
    List<Value> results(List<Term> parameters);
  }

  /** Returns a function that is written step by step. */
  Graph graph(String name, List<Parameters.Input> inputs, Position at, Writing writing) {
    GraphBuilder builder = new GraphBuilder();
    Parameters made = new Parameters(reading, builder, at);
    List<Term> parameters =
        inputs.stream().map(input -> made.of(input.type(), input.name())).toList();
    List<Value> results = new ArrayList<>();
    Environment environment = new Environment(reading.values());
    Runnable body =
        () ->
            Arenas.of(reading)
                .withOwn(environment, () -> results.addAll(writing.results(parameters)));
    try {
      Fields.of(reading).inputs().withNone(() -> reading.draft().in(builder, body));
    } catch (Diverged never) {
      results.clear();
    }
    return new Graph(name, builder.yield(results), List.of());
  }
}
