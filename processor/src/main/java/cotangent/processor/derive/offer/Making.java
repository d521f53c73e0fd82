package cotangent.processor.derive.offer;

import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A derivative method in the making: its inputs and outputs, and the values that they are. */
public final class Making {
  private final Outline outline;
  private final List<Port> inputs = new ArrayList<>();
  private final List<Value> parameters = new ArrayList<>();
  private final List<Port> outputs = new ArrayList<>();
  private final List<Value> yields = new ArrayList<>();
  private final GraphBuilder before = new GraphBuilder();

  public Making(Outline outline) {
    this.outline = outline;
    inputs.addAll(outline.method().inputs());
    parameters.addAll(outline.graph().parameters());
  }

  /** Adds an input like another port; what isn't differentiable in it is ignored. */
  public void input(Port port, Iterator<Value> differentiable) {
    inputs.add(port);
    port.leaves()
        .map(
            leaf ->
                leaf.type().isDifferentiable()
                    ? differentiable.next()
                    : new Value(leaf.type(), name(port, leaf)))
        .forEach(parameters::add);
  }

  private static String name(Port port, Port.Leaf leaf) {
    return port.isTensor() ? CamelCase.joined(port.name(), leaf.name()) : leaf.name();
  }

  /** Returns the parameters that were added last. */
  public List<Value> last(int count) {
    return parameters.subList(parameters.size() - count, parameters.size());
  }

  public void output(Port port, List<Value> values) {
    outputs.add(port);
    yields.addAll(values);
  }

  /** Adds what the method itself returns. */
  public void value(Iterator<Value> results) {
    for (int i = 0; i < outline.graph().results().size(); i++) {
      Value value = results.next();
      if (!outline.method().outputs().isEmpty()) {
        yields.add(value);
      }
    }
    outline.method().outputs().forEach(port -> outputs.add(port.named("value")));
  }

  /** Adds derivatives that are shaped like the inputs, each named by a prefix and its input. */
  public void derivatives(String prefix, Iterator<Value> derivatives) {
    for (int index : outline.primal().wrt()) {
      Port input = outline.method().inputs().get(index);
      outputs.add(input.prefixed(prefix));
      for (Value leaf : outline.leaves(index)) {
        yields.add(leaf.type().isDifferentiable() ? derivatives.next() : atEntry(leaf));
      }
    }
  }

  /** Returns what isn't differentiable as it was given: a copy of what the method may change. */
  private Value atEntry(Value leaf) {
    return outline.writtenParameters().contains(leaf)
        ? new ArrayCode(before).copyOrNull(leaf)
        : leaf;
  }

  /** Adds tangents that are shaped like the outputs. */
  public void tangents(List<Value> values, Iterator<Value> tangents) {
    boolean single = outline.outputs().size() == 1;
    for (Port port : outline.outputs()) {
      outputs.add(single ? port.named("tangent") : port.prefixed("t"));
    }
    for (int i = 0; i < outline.graph().results().size(); i++) {
      boolean differentiable = outline.graph().results().get(i).type().isDifferentiable();
      yields.add(differentiable ? tangents.next() : values.get(i));
    }
  }

  public Method method(Mode mode, String what, List<Step> steps, List<Graph> functions) {
    List<Step> all = new ArrayList<>(before.steps());
    all.addAll(steps);
    String original = outline.method().name();
    int overload = outline.primal().overload();
    Distinct distinct = new Distinct(outline);
    Region body = new Region(parameters, distinct.guarded(inputs, parameters, all), yields);
    return new Method(
        original + mode.suffix(),
        Optional.of(mode),
        new Graph(original + mode.suffix(), body, functions),
        inputs,
        outputs,
        CamelCase.capital(original) + mode.record() + (overload > 1 ? overload : ""),
        summary(outline, what));
  }

  /** Returns the sentence that says what a derivative method does. */
  public static String summary(Outline outline, String what) {
    return "Computes {@code " + outline.method().name() + "} and " + what + ".";
  }
}
