package cotangent.processor.derive;

import cotangent.processor.derive.forward.Forward;
import cotangent.processor.derive.matrix.Hessian;
import cotangent.processor.derive.matrix.Jacobian;
import cotangent.processor.derive.offer.Binding;
import cotangent.processor.derive.offer.Delegates;
import cotangent.processor.derive.offer.Making;
import cotangent.processor.derive.offer.Outline;
import cotangent.processor.derive.offer.Transcribing;
import cotangent.processor.derive.reverse.Reverse;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the derivative methods of a method, with the names and shapes of the contract. */
public final class Derivatives {
  /** The names of {@code cotangent.Derivative}, in the order in which methods are generated. */
  private static final List<String> MODES =
      List.of("GRADIENT", "VJP", "JVP", "JACOBIAN", "HESSIAN", "HVP");

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
   * Gives the derivative methods that were asked for.
   *
   * @throws Refusal where one doesn't fit the method's result
   */
  public static List<Method> of(Primal primal) {
    Derivatives derivatives = new Derivatives(primal);
    List<Method> methods = new ArrayList<>();
    for (String mode : MODES) {
      if (primal.derivatives().contains(mode)) {
        methods.addAll(derivatives.methods(mode));
      }
    }
    return methods;
  }

  private List<Method> methods(String mode) {
    if (!mode.equals("GRADIENT") || arrays().isEmpty()) {
      return List.of(method(mode));
    }
    Method adding = gradientAddedTo();
    boolean handsOn = Binding.letsHandOn(outline.primal());
    return List.of(handsOn ? gradientBy(adding) : method(mode), adding);
  }

  private Method gradientBy(Method adding) {
    String name = outline.method().name() + "Grad";
    String summary = Making.summary(outline, "its gradient by " + outline.byWhat());
    return Delegates.withFreshArrays(name, summary, outline.method().inputs(), arrays(), adding);
  }

  /**
   * Gives one derivative method.
   *
   * @param mode a name of {@code cotangent.Derivative}
   * @throws Refusal where it doesn't fit the method's result
   */
  public static Method of(Primal primal, String mode) {
    return new Derivatives(primal).method(mode);
  }

  /**
   * Gives the derivative method of a name, if it was asked for.
   *
   * @throws Refusal where it doesn't fit the method's result
   */
  public static Optional<Method> named(Primal primal, String name) {
    String suffix = name.substring(primal.method().name().length());
    if (suffix.equals("GradAddTo")) {
      Derivatives derivatives = new Derivatives(primal);
      return primal.derivatives().contains("GRADIENT") && !derivatives.arrays().isEmpty()
          ? Optional.of(derivatives.gradientAddedTo())
          : Optional.empty();
    }
    String mode = suffix.equals("Grad") ? "GRADIENT" : suffix.toUpperCase(Locale.ROOT);
    return MODES.contains(mode) && primal.derivatives().contains(mode) && !suffix.equals("Gradient")
        ? Optional.of(of(primal, mode))
        : Optional.empty();
  }

  private Method method(String mode) {
    return switch (mode) {
      case "GRADIENT" -> gradient();
      case "VJP" -> vjp();
      case "JVP" -> jvp();
      case "JACOBIAN" -> jacobian();
      case "HESSIAN" -> hessian();
      case "HVP" -> hvp();
      default -> throw new IllegalArgumentException("no derivative is named " + mode);
    };
  }

  private Method gradient() {
    requireNumber("GRADIENT", "VJP");
    return gradient(List.of(), "Grad", "its gradient by " + outline.byWhat());
  }

  private Method gradientAddedTo() {
    String what = "adds its gradient by " + outline.byWhat() + " to the arrays given";
    List<Value> addedTo = arrays().stream().map(index -> outline.leaves(index).get(0)).toList();
    return gradient(addedTo, "GradAddTo", what);
  }

  private Method gradient(List<Value> addedTo, String suffix, String what) {
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
    String record = suffix.equals("Jacobian") ? suffix : "Gradient";
    return making.method(suffix, record, what, derived.body().steps(), derived.functions());
  }

  /** The inputs by which is differentiated that are arrays. */
  private List<Integer> arrays() {
    return outline.primal().wrt().stream()
        .filter(
            index ->
                outline.method().inputs().get(index) instanceof Port.Leaf leaf
                    && leaf.type().isArray())
        .toList();
  }

  private Method vjp() {
    Graph derived = Reverse.of(graph, outline.wrt(), Reverse.Seeds.GIVEN);
    Making making = new Making(outline);
    Iterator<Value> seeds = extra(derived);
    boolean single = outline.outputs().size() == 1;
    for (Port port : outline.outputs()) {
      if (port.isDifferentiable()) {
        String name = single ? "seed" : "seed" + Making.capital(port.name());
        making.input(port.named(name), seeds);
      }
    }
    Iterator<Value> results = derived.results().iterator();
    making.value(results);
    making.derivatives("d", results);
    String what = "its derivatives by " + outline.byWhat() + ", weighted by the seed";
    return making.method("Vjp", "Vjp", what, derived.body().steps(), derived.functions());
  }

  private Method jvp() {
    Graph derived = Forward.of(graph, List.of(outline.wrt()), outline.results());
    Making making = new Making(outline);
    tangentInputs(making, extra(derived));
    Iterator<Value> results = derived.results().iterator();
    making.value(results);
    making.tangents(derived.results(), results);
    String what = "its derivative along the tangents of " + outline.byWhat();
    return making.method("Jvp", "Jvp", what, derived.body().steps(), derived.functions());
  }

  private Method hvp() {
    requireNumber("HVP", "JVP");
    Graph gradient = Reverse.of(graph, outline.wrt(), Reverse.Seeds.ONE);
    List<Value> derivatives =
        gradient.results().subList(graph.results().size(), gradient.results().size());
    Graph derived = Forward.of(gradient, List.of(outline.wrt()), derivatives);
    Making making = new Making(outline);
    tangentInputs(making, extra(derived));
    Iterator<Value> results = derived.results().iterator();
    making.value(results);
    making.derivatives("d", results);
    making.derivatives("h", results);
    String what =
        "its gradient by " + outline.byWhat() + ", and the product of its Hessian and the tangents";
    return making.method("Hvp", "Hvp", what, derived.body().steps(), derived.functions());
  }

  private Method hessian() {
    requireNumber("HESSIAN", "JACOBIAN");
    return Transcribing.around(outline.primal(), again -> new Hessian(again).method());
  }

  private Method jacobian() {
    if (isNumber()) {
      return gradient(List.of(), "Jacobian", "its Jacobian by " + outline.byWhat());
    }
    boolean ofRecords =
        outline.outputs().size() != 1
            || outline.outputs().get(0) instanceof Port.Composite
            || outline.primal().wrt().stream()
                .anyMatch(i -> outline.method().inputs().get(i) instanceof Port.Composite);
    if (ofRecords) {
      throw misfit("JACOBIAN", "JVP or VJP");
    }
    return Transcribing.around(outline.primal(), again -> new Jacobian(again).method());
  }

  private void tangentInputs(Making making, Iterator<Value> tangents) {
    for (int index : outline.primal().wrt()) {
      Port port = outline.method().inputs().get(index);
      making.input(port.prefixed("t"), tangents);
    }
  }

  /** The parameters that a derived graph has in addition. */
  private Iterator<Value> extra(Graph derived) {
    return derived
        .parameters()
        .subList(graph.parameters().size(), derived.parameters().size())
        .iterator();
  }

  private void requireNumber(String mode, String instead) {
    if (!isNumber()) {
      throw misfit(mode, instead);
    }
  }

  private boolean isNumber() {
    return outline.outputs().size() == 1
        && outline.outputs().get(0) instanceof Port.Leaf leaf
        && leaf.type().isReal();
  }

  private Refusal misfit(String mode, String instead) {
    String type = outline.outputs().isEmpty() ? "void" : shown(outline.outputs().get(0));
    return new Refusal(Problem.DERIVATIVE_MISFIT, outline.primal().position(), mode, type, instead);
  }

  private static String shown(Port port) {
    return port instanceof Port.Composite composite
        ? composite.type()
        : ((Port.Leaf) port).type().toString();
  }
}
