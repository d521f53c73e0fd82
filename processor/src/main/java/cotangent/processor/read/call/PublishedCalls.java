package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.Functions.Input;
import cotangent.processor.read.expression.RealTerms;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls of annotated methods whose source is in another artifact, and calls of the companions
 * that were published with them. What they offer says what their derivatives are.
 */
final class PublishedCalls {
  private static final String WORKSPACE = "cotangent.Workspace";

  private final Frame frame;
  private final RuledCalls calls;
  private final RealTerms terms;

  PublishedCalls(Frame frame) {
    this.frame = frame;
    this.calls = new RuledCalls(frame);
    this.terms = new RealTerms(frame.draft());
  }

  Optional<Term> call(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    Optional<Published> published = Published.of(frame, method, receiver != null);
    if (published.isEmpty()) {
      return receiver == null ? ofCompanion(at, method, arguments) : Optional.empty();
    }
    if (receiver != null) {
      Dispatch.of(frame.reading()).requireExact(frame, at, method, receiver);
    }
    return Optional.of(value(at, published.get(), method, receiver, arguments));
  }

  /** Reads a call of a companion's method. */
  private Optional<Term> ofCompanion(Tree at, ResolvedMethod method, List<Term> given) {
    TypeElement companion = method.owner();
    TypeElement origin =
        frame
            .reading()
            .generated()
            .originOf(companion.getQualifiedName().toString())
            .filter(type -> frame.names().program().names(type).isEmpty())
            .orElse(null);
    if (origin == null) {
      return Optional.empty();
    }
    boolean borrows =
        !method.parameters().isEmpty() && method.parameters().get(0).toString().equals(WORKSPACE);
    List<Term> arguments = borrows ? given.subList(1, given.size()) : given;
    String name = method.element().getSimpleName().toString();
    for (ExecutableElement original : ElementFilter.methodsIn(origin.getEnclosedElements())) {
      if (name.startsWith(original.getSimpleName().toString())) {
        String suffix = name.substring(original.getSimpleName().length());
        boolean isStatic = RuledCalls.resolved(original).isStatic();
        Optional<Published> published =
            Published.of(frame, RuledCalls.resolved(original), !isStatic);
        Optional<ExecutableElement> derivative = published.flatMap(each -> each.derivative(suffix));
        if (derivative.isPresent()
            && isMeant(derivative.get(), method, borrows)
            && !suffix.equals("GradAddTo")) {
          return Optional.of(ofCompanion(at, published.get(), suffix, derivative.get(), arguments));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isMeant(ExecutableElement derivative, ResolvedMethod method, boolean borrows) {
    List<TypeMirror> called =
        method.parameters().subList(borrows ? 1 : 0, method.parameters().size());
    List<TypeMirror> found = RuledCalls.resolved(derivative).parameters();
    boolean same = called.size() == found.size();
    for (int i = 0; same && i < called.size(); i++) {
      same = frame.names().program().types().isSameType(called.get(i), found.get(i));
    }
    return same;
  }

  private Term ofCompanion(
      Tree at,
      Published published,
      String suffix,
      ExecutableElement derivative,
      List<Term> arguments) {
    ResolvedMethod method = RuledCalls.resolved(derivative);
    if (suffix.isEmpty()) {
      return value(at, published, method, null, arguments);
    } else if (suffix.equals(Mode.GRADIENT.suffix())
        || suffix.equals(Mode.JACOBIAN.suffix()) && published.isOfNumber()) {
      return gradient(at, published, method, arguments);
    }
    return opaque(at, method, arguments);
  }

  /** Reads a call whose derivatives aren't published. */
  private Term opaque(Tree at, ResolvedMethod method, List<Term> arguments) {
    return calls.ruled(
        at,
        method,
        null,
        arguments,
        "",
        "",
        RuledCalls.inputs(method, null),
        "call the gradient of a number, and ask for HVP in its @Differentiable");
  }

  private Term value(
      Tree at,
      Published published,
      ResolvedMethod method,
      @Nullable Term receiver,
      List<Term> arguments) {
    List<Input> by = published.by(frame.shapes());
    String pullback = pullback(at, published, by);
    String pushforward = pushforward(at, published);
    String missing =
        !pullback.isEmpty()
            ? "JVP"
            : published.isOfNumber() ? "GRADIENT" : pushforward.isEmpty() ? "VJP, JVP" : "VJP";
    return calls.ruled(
        at,
        method,
        receiver,
        arguments,
        pullback,
        pushforward,
        renamed(by, published, RuledCalls.inputs(method, receiver)),
        add(missing, published));
  }

  /** A companion's parameters may have other names than those of the original. */
  private static List<Input> renamed(List<Input> by, Published published, List<Input> inputs) {
    return by.stream().map(input -> inputs.get(published.inputs().indexOf(input))).toList();
  }

  private static String add(String mode, Published published) {
    return "add "
        + mode
        + " to the @Differentiable of "
        + RuledCalls.shown(published.method().element());
  }

  private List<Input> with(Published published, Input... more) {
    List<Input> all = new ArrayList<>(published.inputs());
    all.addAll(List.of(more));
    return all;
  }

  private String name(Published published, String suffix) {
    return published.method().element().getSimpleName() + suffix;
  }

  private String pullback(Tree at, Published published, List<Input> by) {
    boolean hasGradient =
        published.isOfNumber()
            && (published.derivative(Mode.GRADIENT).isPresent()
                || published.derivative(Mode.HVP).isPresent());
    Optional<ExecutableElement> vjp = published.derivative(Mode.VJP);
    if (!hasGradient && vjp.isEmpty()) {
      return "";
    }
    TypeMirror result = published.method().result();
    int count = published.inputs().size();
    return calls.written(
        at,
        List.of("pullback", published.method().element()),
        name(published, "Pullback"),
        with(published, new Input("value", result), new Input("seed", result)),
        given -> {
          List<Term> arguments = given.subList(0, count);
          Term seed = given.get(count + 1);
          if (hasGradient) {
            List<Term> derivatives = gradient(at, published, by, arguments);
            return terms.scaled(derivatives, frame.single(seed));
          }
          List<Term> all = new ArrayList<>(arguments);
          all.add(seed);
          Term record = opaque(at, RuledCalls.resolved(vjp.orElseThrow()), all);
          return leaves(components(record, 1, by.size()));
        });
  }

  private String pushforward(Tree at, Published published) {
    ExecutableElement jvp = published.derivative(Mode.JVP).orElse(null);
    if (jvp == null || published.derivative(Mode.HVP).isPresent()) {
      return "";
    }
    ResolvedMethod method = RuledCalls.resolved(jvp);
    int count = published.inputs().size();
    List<Input> inputs = with(published, new Input("value", published.method().result()));
    List<Input> all = RuledCalls.inputs(method, null);
    inputs.addAll(all.subList(count, all.size()));
    return calls.written(
        at,
        List.of("pushforward", published.method().element()),
        name(published, "Pushforward"),
        inputs,
        given -> {
          List<Term> arguments = new ArrayList<>(given.subList(0, count));
          arguments.addAll(given.subList(count + 1, given.size()));
          return leaves(components(opaque(at, method, arguments), 1, 1));
        });
  }

  /** Gives the gradient of a number, from whatever offers it. */
  private List<Term> gradient(Tree at, Published published, List<Input> by, List<Term> arguments) {
    Optional<ExecutableElement> gradient = published.derivative(Mode.GRADIENT);
    if (gradient.isPresent()) {
      Term record = gradient(at, published, RuledCalls.resolved(gradient.get()), arguments);
      return components(record, 1, by.size());
    }
    ResolvedMethod hvp = RuledCalls.resolved(published.derivative(Mode.HVP).orElseThrow());
    String primal =
        calls.written(
            at,
            List.of("gradient", published.method().element()),
            name(published, "Gradient"),
            published.inputs(),
            given -> {
              List<Term> all = new ArrayList<>(given);
              by.forEach(input -> all.add(terms.zeros(given.get(place(published, input)))));
              Term record = new OpaqueCalls(frame).method(at, hvp, null, all);
              return leaves(components(record, 0, 1 + by.size()));
            });
    Callee.Ruled callee =
        new Callee.Ruled(
            RuledCalls.shown(published.method().element()),
            primal,
            gradientPullback(at, published, by),
            gradientPushforward(at, published, by),
            calls.places(at, published.inputs(), by),
            false,
            "");
    List<Term> shapes = new ArrayList<>();
    by.forEach(input -> shapes.add(arguments.get(place(published, input))));
    List<Type> types = new ArrayList<>(types(at, List.of(published.method().result())));
    types.addAll(types(at, by.stream().map(Input::type).toList()));
    Iterator<Value> results = calls.emit(at, callee, arguments, types).iterator();
    results.next();
    return shapes.stream().map(shape -> shape.with(results)).toList();
  }

  private List<Type> types(Tree at, List<TypeMirror> all) {
    return all.stream()
        .flatMap(type -> frame.shapes().of(type, frame.names().position(at)).leaves().stream())
        .toList();
  }

  private static int place(Published published, Input input) {
    return published.inputs().indexOf(input);
  }

  /** Reads a call of the method that gives value and gradient. */
  private Term gradient(Tree at, Published published, ResolvedMethod method, List<Term> arguments) {
    List<Input> by = published.by(frame.shapes());
    boolean isKnown = published.derivative(Mode.HVP).isPresent();
    return calls.ruled(
        at,
        method,
        null,
        arguments,
        isKnown ? gradientPullback(at, published, by) : "",
        isKnown ? gradientPushforward(at, published, by) : "",
        renamed(by, published, RuledCalls.inputs(method, null)),
        add("HVP", published));
  }

  /** Gives inputs for a value and a gradient, or for seeds of them. */
  private static List<Input> valueAndGradient(
      Published published, List<Input> by, String value, String prefix) {
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input(value, published.method().result()));
    by.forEach(input -> inputs.add(new Input(prefix + input.name(), input.type())));
    return inputs;
  }

  private String gradientPullback(Tree at, Published published, List<Input> by) {
    int count = published.inputs().size();
    int size = by.size();
    List<Input> inputs = new ArrayList<>(published.inputs());
    inputs.addAll(valueAndGradient(published, by, "value", "d"));
    inputs.addAll(valueAndGradient(published, by, "seed", "s"));
    return calls.written(
        at,
        List.of("gradient's pullback", published.method().element()),
        name(published, "GradPullback"),
        inputs,
        given -> {
          List<Term> seeds = given.subList(count + 1 + size, given.size());
          List<Term> along = seeds.subList(1, 1 + size);
          Term product = product(at, published, given.subList(0, count), along);
          return terms.plusScaled(
              components(product, 1 + size, size),
              components(product, 1, size),
              frame.single(seeds.get(0)));
        });
  }

  private String gradientPushforward(Tree at, Published published, List<Input> by) {
    int count = published.inputs().size();
    int size = by.size();
    List<Input> inputs = new ArrayList<>(published.inputs());
    inputs.addAll(valueAndGradient(published, by, "value", "d"));
    by.forEach(input -> inputs.add(new Input("t" + input.name(), input.type())));
    return calls.written(
        at,
        List.of("gradient's pushforward", published.method().element()),
        name(published, "GradPushforward"),
        inputs,
        given -> {
          List<Term> tangents = given.subList(count + 1 + size, given.size());
          Term product = product(at, published, given.subList(0, count), tangents);
          List<Value> results = new ArrayList<>();
          Value value = frame.single(components(product, 0, 1).get(0));
          results.add(terms.dot(components(product, 1, size), tangents, value.type()));
          results.addAll(leaves(components(product, 1 + size, size)));
          return results;
        });
  }

  /** Calls the method that multiplies the Hessian. */
  private Term product(Tree at, Published published, List<Term> arguments, List<Term> tangents) {
    List<Term> all = new ArrayList<>(arguments);
    all.addAll(tangents);
    return opaque(at, RuledCalls.resolved(published.derivative(Mode.HVP).orElseThrow()), all);
  }

  private static List<Term> components(Term record, int from, int count) {
    return ((Term.Tuple) record).components().subList(from, from + count);
  }

  private static List<Value> leaves(List<Term> terms) {
    return terms.stream().flatMap(term -> term.leaves().stream()).toList();
  }
}
