package cotangent.processor.derive;

import cotangent.processor.derive.forward.Forward;
import cotangent.processor.derive.matrix.Hessian;
import cotangent.processor.derive.matrix.Jacobian;
import cotangent.processor.derive.offer.Binding;
import cotangent.processor.derive.offer.Delegates;
import cotangent.processor.derive.offer.FieldArrays;
import cotangent.processor.derive.offer.GivenSizes;
import cotangent.processor.derive.offer.Making;
import cotangent.processor.derive.offer.Outline;
import cotangent.processor.derive.offer.Tensors;
import cotangent.processor.derive.offer.Transcribing;
import cotangent.processor.derive.reverse.Reverse;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the derivative methods of a method, with the names and types that users are promised. */
public final class Derivatives {
  private final Outline outline;
  private final Graph graph;

  private Derivatives(Primal primal) {
    this.outline = new Outline(primal);
    this.graph = outline.graph();
    if (outline.results().isEmpty()) {
      throw new Refusal(
          Problem.RESULT_NOT_DIFFERENTIABLE,
          primal.position(),
          outline.outputs().isEmpty() ? "void" : shown(outline.outputs().get(0)));
    }
  }

  /**
   * Returns the derivative methods that were asked for.
   *
   * @throws Refusal where one doesn't fit the method's result
   */
  public static List<Method> of(Primal primal) {
    Derivatives derivatives = new Derivatives(primal);
    List<Method> methods = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      if (mode.isDerived() && primal.derivatives().contains(mode)) {
        methods.addAll(derivatives.methods(mode));
      }
    }
    return methods;
  }

  private List<Method> methods(Mode mode) {
    if (mode != Mode.GRADIENT || arrays().isEmpty()) {
      return List.of(method(mode));
    }
    Method adding = gradientAddedTo();
    boolean handsOn =
        Binding.letsHandOn(outline.primal())
            && arrays().stream()
                .allMatch(index -> outline.method().inputs().get(index) instanceof Port.Leaf);
    return List.of(handsOn ? gradientBy(adding) : method(mode), adding);
  }

  private Method gradientBy(Method adding) {
    String name = outline.method().name() + Mode.GRADIENT.suffix();
    String summary = Making.summary(outline, "its gradient by " + outline.byWhat());
    Method gradient = adding.as(Mode.GRADIENT, name, summary);
    return Delegates.withFreshArrays(gradient, outline.method().inputs(), arrays(), adding);
  }

  /**
   * Returns one derivative method.
   *
   * @throws Refusal where it doesn't fit the method's result
   */
  public static Method of(Primal primal, Mode mode) {
    return new Derivatives(primal).method(mode);
  }

  /**
   * Returns the derivative method of a name, if it was asked for.
   *
   * @throws Refusal where it doesn't fit the method's result
   */
  public static Optional<Method> named(Primal primal, String name) {
    String suffix = name.substring(primal.method().name().length());
    return Mode.ofSuffix(suffix)
        .filter(mode -> primal.derivatives().contains(mode) || offersAdded(primal, mode))
        .map(mode -> of(primal, mode));
  }

  private static boolean offersAdded(Primal primal, Mode mode) {
    return mode == Mode.GRADIENT_ADDED
        && primal.derivatives().contains(Mode.GRADIENT)
        && !new Derivatives(primal).arrays().isEmpty();
  }

  private Method method(Mode mode) {
    return switch (mode) {
      case GRADIENT -> gradient();
      case VJP -> vjp();
      case JVP -> jvp();
      case GRADIENT_ADDED -> gradientAddedTo();
      case JACOBIAN -> jacobian();
      case HESSIAN -> hessian();
      case HVP -> hvp();
      case GRADIENT_SUM -> throw new IllegalArgumentException("no derivative method: " + mode);
    };
  }

  private Method gradient() {
    requireNumber(Mode.GRADIENT, Mode.VJP);
    return gradient(List.of(), Mode.GRADIENT, "its gradient by " + outline.byWhat());
  }

  private Method gradientAddedTo() {
    String what = "adds its gradient by " + outline.byWhat() + " to the arrays given";
    List<Value> addedTo =
        arrays().stream().map(index -> Tensors.array(outline.leaves(index))).toList();
    return gradient(addedTo, Mode.GRADIENT_ADDED, what);
  }

  private Method gradient(List<Value> addedTo, Mode mode, String what) {
    Graph derived = Reverse.of(graph, outline.wrt(), Reverse.Seeds.ONE, addedTo);
    Making making = new Making(outline);
    if (!addedTo.isEmpty()) {
      Iterator<Value> given = extra(derived);
      for (int index : arrays()) {
        Port port = outline.method().inputs().get(index);
        making.input(port.prefixed("d"), given);
      }
    }
    Iterator<Value> results = derived.results().iterator();
    making.value(results);
    making.derivatives("d", results);
    return making.method(mode, what, derived.body().steps(), derived.functions());
  }

  /** The differentiated inputs that are arrays or tensors. */
  private List<Integer> arrays() {
    List<Port> inputs = outline.method().inputs();
    return outline.primal().wrt().stream().filter(index -> isAddedTo(inputs.get(index))).toList();
  }

  private static boolean isAddedTo(Port port) {
    return port.isTensor()
        || port instanceof Port.Elements elements && elements.isOfTensors()
        || port instanceof Port.Leaf leaf && leaf.type().isArray();
  }

  private Method vjp() {
    Graph derived = Reverse.of(graph, outline.wrt(), Reverse.Seeds.GIVEN);
    Making making = new Making(outline);
    Iterator<Value> seeds = extra(derived);
    boolean single = outline.outputs().size() == 1;
    boolean isReturned = !outline.method().outputs().isEmpty();
    Set<Value> given = new HashSet<>();
    GraphBuilder checks = new GraphBuilder();
    int weighed = 0;
    for (Port port : outline.outputs()) {
      if (port.isDifferentiable()) {
        String name = single ? "seed" : "seed" + CamelCase.capital(port.name());
        making.input(port.named(name), seeds);
        List<Value> leaves = making.last((int) port.leaves().count());
        given.addAll(leaves);
        GivenSizes.write(
            checks,
            port,
            new GivenSizes.Sizable(name, leaves),
            new GivenSizes.Sizable(
                isReturned ? "the result" : port.name(),
                derived.results().subList(weighed, weighed + leaves.size())));
      }
      weighed += (int) port.leaves().count();
    }
    List<Step> steps = GivenSizes.beforeUse(derived.body().steps(), given, checks.steps());
    Iterator<Value> results = derived.results().iterator();
    making.value(results);
    making.derivatives("d", results);
    String what = "its derivatives by " + outline.byWhat() + ", weighted by the seed";
    return making.method(Mode.VJP, what, steps, derived.functions());
  }

  private Method jvp() {
    Graph derived = Forward.of(graph, List.of(outline.wrt()), outline.results());
    Making making = new Making(outline);
    List<Step> steps = withTangents(making, derived);
    Iterator<Value> results = derived.results().iterator();
    making.value(results);
    making.tangents(derived.results(), results);
    String what = "its derivative along the tangents of " + outline.byWhat();
    return making.method(Mode.JVP, what, steps, derived.functions());
  }

  private Method hvp() {
    requireNumber(Mode.HVP, Mode.JVP);
    Graph gradient = Reverse.of(graph, outline.wrt(), Reverse.Seeds.ONE);
    List<Value> derivatives =
        gradient.results().subList(graph.results().size(), gradient.results().size());
    Graph derived = Forward.of(gradient, List.of(outline.wrt()), derivatives);
    Making making = new Making(outline);
    List<Step> steps = withTangents(making, derived);
    Iterator<Value> results = derived.results().iterator();
    making.value(results);
    making.derivatives("d", results);
    making.derivatives("h", results);
    String what =
        "its gradient by " + outline.byWhat() + ", and the product of its Hessian and the tangents";
    return making.method(Mode.HVP, what, steps, derived.functions());
  }

  private Method hessian() {
    requireNumber(Mode.HESSIAN, Mode.JACOBIAN);
    return several(again -> new Hessian(again).method());
  }

  private Method jacobian() {
    if (isNumber()) {
      return gradient(List.of(), Mode.JACOBIAN, "its Jacobian by " + outline.byWhat());
    }
    boolean isOfRecord = outline.outputs().size() != 1 || isRecord(outline.outputs().get(0));
    if (isOfRecord || !isRowOfNumbers() && takesTensors()) {
      throw misfit(Mode.JACOBIAN, "JVP or VJP");
    }
    outline.primal().wrt().stream()
        .map(outline.method().inputs()::get)
        .filter(Derivatives::isRecord)
        .findFirst()
        .ifPresent(Derivatives.this::refuseJacobianBy);
    return several(again -> new Jacobian(again).method());
  }

  private void refuseJacobianBy(Port input) {
    throw new Refusal(
        Problem.DERIVATIVE_MISFIT,
        outline.primal().position(),
        Mode.JACOBIAN,
        input.name() + " of type " + shown(input),
        "JVP or VJP, or by wrt for the Jacobian by numbers, arrays and tensors only");
  }

  private static boolean isRecord(Port port) {
    return !(port instanceof Port.Leaf) && !port.isTensor();
  }

  /** Whether the output is a vector or an array of numbers. */
  private boolean isRowOfNumbers() {
    Port output = outline.outputs().get(0);
    return Tensors.isVector(output) || output instanceof Port.Leaf leaf && leaf.type().rank() == 1;
  }

  private boolean takesTensors() {
    return outline.outputs().get(0).isTensor()
        || outline.primal().wrt().stream()
            .anyMatch(i -> outline.method().inputs().get(i).isTensor());
  }

  /** Makes a method that runs the method several times. */
  private Method several(Function<Outline, Method> making) {
    return FieldArrays.around(outline.primal(), read -> Transcribing.around(read, making));
  }

  /** Lets a method take tangents, and returns its steps behind the checks of their sizes. */
  private List<Step> withTangents(Making making, Graph derived) {
    Iterator<Value> tangents = extra(derived);
    GraphBuilder b = new GraphBuilder();
    for (int index : outline.primal().wrt()) {
      Port port = outline.method().inputs().get(index);
      Port tangent = port.prefixed("t");
      making.input(tangent, tangents);
      List<Value> leaves = outline.leaves(index);
      GivenSizes.write(
          b,
          port,
          new GivenSizes.Sizable(tangent.name(), making.last(leaves.size())),
          new GivenSizes.Sizable(port.name(), leaves));
    }
    derived.body().steps().forEach(b::add);
    return b.steps();
  }

  /** The parameters that a derived graph has in addition. */
  private Iterator<Value> extra(Graph derived) {
    return derived
        .parameters()
        .subList(graph.parameters().size(), derived.parameters().size())
        .iterator();
  }

  private void requireNumber(Mode mode, Mode instead) {
    if (!isNumber()) {
      throw misfit(mode, instead.name());
    }
  }

  private boolean isNumber() {
    return outline.outputs().size() == 1
        && outline.outputs().get(0) instanceof Port.Leaf leaf
        && leaf.type().isReal();
  }

  private Refusal misfit(Mode mode, String instead) {
    List<Port> outputs = outline.outputs();
    boolean isOne = outputs.size() <= 1;
    String type = outputs.isEmpty() ? "void" : shown(outputs.get(0));
    String what =
        isOne ? "a result of type " + type : outputs.size() + " results, " + names(outputs);
    String hint = isOne ? "" : ", or write all results into one array, one behind the other";
    return new Refusal(
        Problem.DERIVATIVE_MISFIT, outline.primal().position(), mode, what, instead + hint);
  }

  private static String names(List<Port> outputs) {
    List<String> names = outputs.stream().map(Port::name).toList();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String shown(Port port) {
    if (port instanceof Port.Elements elements) {
      return elements.type();
    }
    return port instanceof Port.Composite composite
        ? composite.type()
        : ((Port.Leaf) port).type().toString();
  }
}
