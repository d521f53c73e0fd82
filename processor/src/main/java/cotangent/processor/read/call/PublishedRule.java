package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.Parameters.Input;
import cotangent.processor.read.expression.RealTerms;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call whose method was published by another artifact: the rule by which it is
 * differentiated, made of the derivatives that its companion offers.
 */
final class PublishedRule {
  private final Frame frame;
  private final Tree at;
  private final Published published;
  private final RuledStep step;
  private final RealTerms terms;

  PublishedRule(Frame frame, Tree at, Published published) {
    this.frame = frame;
    this.at = at;
    this.published = published;
    this.step = new RuledStep(frame);
    this.terms = new RealTerms(frame.draft());
  }

  /** Returns the inputs by which the companion differentiates. */
  private List<Input> by() {
    return published.by(frame.shapes());
  }

  /** Reads a call whose derivatives aren't published. */
  Term opaque(ResolvedMethod method, List<Term> arguments) {
    return step.unknown(
        at,
        method,
        arguments,
        "call the gradient of a number, and ask for HVP in its @Differentiable");
  }

  /** Reads a call of the method itself. */
  Term value(ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    String pullback = pullback();
    String pushforward = pushforward();
    String missing =
        !pullback.isEmpty()
            ? "JVP"
            : published.isOfNumber() ? "GRADIENT" : pushforward.isEmpty() ? "VJP, JVP" : "VJP";
    return step.ruled(
        at,
        method,
        receiver,
        arguments,
        pullback,
        pushforward,
        renamed(RuledStep.inputs(method, receiver)),
        add(missing));
  }

  /** A companion's parameters may have other names than those of the original. */
  private List<Input> renamed(List<Input> inputs) {
    return by().stream().map(input -> inputs.get(published.inputs().indexOf(input))).toList();
  }

  private String add(String mode) {
    return "add "
        + mode
        + " to the @Differentiable of "
        + RuledStep.shown(published.method().element());
  }

  private List<Input> with(Input... more) {
    List<Input> all = new ArrayList<>(published.inputs());
    all.addAll(List.of(more));
    return all;
  }

  private String name(String suffix) {
    return published.method().element().getSimpleName() + suffix;
  }

  private String pullback() {
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
    return step.written(
        at,
        List.of("pullback", published.method().element()),
        name("Pullback"),
        with(new Input("value", result), new Input("seed", result)),
        given -> {
          List<Term> arguments = given.subList(0, count);
          Term seed = given.get(count + 1);
          if (hasGradient) {
            List<Term> derivatives = gradient(arguments);
            return terms.scaled(derivatives, frame.single(seed));
          }
          List<Term> all = new ArrayList<>(arguments);
          all.add(seed);
          Term record = opaque(ResolvedMethod.declared(vjp.orElseThrow()), all);
          return leaves(components(record, 1, by().size()));
        });
  }

  private String pushforward() {
    ExecutableElement jvp = published.derivative(Mode.JVP).orElse(null);
    if (jvp == null || published.derivative(Mode.HVP).isPresent()) {
      return "";
    }
    ResolvedMethod method = ResolvedMethod.declared(jvp);
    int count = published.inputs().size();
    List<Input> inputs = with(new Input("value", published.method().result()));
    List<Input> all = RuledStep.inputs(method, null);
    inputs.addAll(all.subList(count, all.size()));
    return step.written(
        at,
        List.of("pushforward", published.method().element()),
        name("Pushforward"),
        inputs,
        given -> {
          List<Term> arguments = new ArrayList<>(given.subList(0, count));
          arguments.addAll(given.subList(count + 1, given.size()));
          return leaves(components(opaque(method, arguments), 1, 1));
        });
  }

  /** Returns the gradient of a number, from whatever offers it. */
  private List<Term> gradient(List<Term> arguments) {
    Optional<ExecutableElement> gradient = published.derivative(Mode.GRADIENT);
    if (gradient.isPresent()) {
      Term record = gradient(ResolvedMethod.declared(gradient.get()), arguments);
      return components(record, 1, by().size());
    }
    ResolvedMethod hvp = ResolvedMethod.declared(published.derivative(Mode.HVP).orElseThrow());
    String primal =
        step.written(
            at,
            List.of("gradient", published.method().element()),
            name("Gradient"),
            published.inputs(),
            given -> {
              List<Term> all = new ArrayList<>(given);
              by().forEach(input -> all.add(terms.zeros(given.get(place(input)))));
              Term record = new OpaqueCalls(frame).method(at, hvp, null, all);
              return leaves(components(record, 0, 1 + by().size()));
            });
    Callee.Ruled callee =
        new Callee.Ruled(
            RuledStep.shown(published.method().element()),
            primal,
            gradientPullback(),
            gradientPushforward(),
            step.places(at, published.inputs(), by()),
            false,
            "");
    List<Term> shapes = new ArrayList<>();
    by().forEach(input -> shapes.add(arguments.get(place(input))));
    List<Type> types = new ArrayList<>(types(List.of(published.method().result())));
    types.addAll(types(by().stream().map(Input::type).toList()));
    Iterator<Value> results = step.emit(at, callee, arguments, types).iterator();
    results.next();
    return shapes.stream().map(shape -> shape.with(results)).toList();
  }

  private List<Type> types(List<TypeMirror> all) {
    return all.stream()
        .flatMap(type -> frame.shapes().of(type, frame.names().position(at)).leaves().stream())
        .toList();
  }

  private int place(Input input) {
    return published.inputs().indexOf(input);
  }

  /** Reads a call of the method that returns value and gradient. */
  Term gradient(ResolvedMethod method, List<Term> arguments) {
    boolean isKnown = published.derivative(Mode.HVP).isPresent();
    return step.ruled(
        at,
        method,
        null,
        arguments,
        isKnown ? gradientPullback() : "",
        isKnown ? gradientPushforward() : "",
        renamed(RuledStep.inputs(method, null)),
        add("HVP"));
  }

  /** Returns inputs for a value and a gradient, or for their seeds. */
  private List<Input> valueAndGradient(String value, String prefix) {
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input(value, published.method().result()));
    by().forEach(input -> inputs.add(new Input(prefix + input.name(), input.type())));
    return inputs;
  }

  private String gradientPullback() {
    int count = published.inputs().size();
    int size = by().size();
    List<Input> inputs = new ArrayList<>(published.inputs());
    inputs.addAll(valueAndGradient("value", "d"));
    inputs.addAll(valueAndGradient("seed", "s"));
    return step.written(
        at,
        List.of("gradient's pullback", published.method().element()),
        name("GradPullback"),
        inputs,
        given -> {
          List<Term> seeds = given.subList(count + 1 + size, given.size());
          List<Term> along = seeds.subList(1, 1 + size);
          Term product = product(given.subList(0, count), along);
          return terms.plusScaled(
              components(product, 1 + size, size),
              components(product, 1, size),
              frame.single(seeds.get(0)));
        });
  }

  private String gradientPushforward() {
    int count = published.inputs().size();
    int size = by().size();
    List<Input> inputs = new ArrayList<>(published.inputs());
    inputs.addAll(valueAndGradient("value", "d"));
    by().forEach(input -> inputs.add(new Input("t" + input.name(), input.type())));
    return step.written(
        at,
        List.of("gradient's pushforward", published.method().element()),
        name("GradPushforward"),
        inputs,
        given -> {
          List<Term> tangents = given.subList(count + 1 + size, given.size());
          Term product = product(given.subList(0, count), tangents);
          List<Value> results = new ArrayList<>();
          Value value = frame.single(components(product, 0, 1).get(0));
          results.add(terms.dot(components(product, 1, size), tangents, value.type()));
          results.addAll(leaves(components(product, 1 + size, size)));
          return results;
        });
  }

  /** Calls the method that multiplies the Hessian. */
  private Term product(List<Term> arguments, List<Term> tangents) {
    List<Term> all = new ArrayList<>(arguments);
    all.addAll(tangents);
    return opaque(ResolvedMethod.declared(published.derivative(Mode.HVP).orElseThrow()), all);
  }

  private static List<Term> components(Term record, int from, int count) {
    return ((Term.Tuple) record).components().subList(from, from + count);
  }

  private static List<Value> leaves(List<Term> terms) {
    return terms.stream().flatMap(term -> term.leaves().stream()).toList();
  }
}
