package cotangent.processor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What adds up the values and gradients of many calls of a method: a class of its own in the
 * companion.
 *
 * @param primal the method, whose receiver tells where its inputs come from
 * @param gradient the method that computes value and gradient, with a workspace if there is one
 * @param adding the method that adds derivatives by arrays to given ones; null where there are none
 */
public record Sum(Primal primal, Method gradient, @Nullable Method adding) {
  private static final Type WORKSPACE = new Type.Reference("cotangent.Workspace");

  /**
   * Returns the sum that was asked for.
   *
   * @param methods what is generated for the method
   */
  public static Optional<Sum> of(Primal primal, List<Method> methods) {
    Method gradient = last(Mode.GRADIENT, methods);
    return gradient == null || !primal.derivatives().contains(Mode.GRADIENT_SUM)
        ? Optional.empty()
        : Optional.of(new Sum(primal, gradient, last(Mode.GRADIENT_ADDED, methods)));
  }

  /** Of two overloads the one that takes a workspace comes last. */
  private static @Nullable Method last(Mode mode, List<Method> methods) {
    Method last = null;
    for (Method method : methods) {
      last = method.is(mode) ? method : last;
    }
    return last;
  }

  /** Returns the method that most calls are made with. */
  public Method called() {
    return adding == null ? gradient : adding;
  }

  /** Returns the name of the method that begins an empty sum. */
  public String name() {
    return primal.method().name() + Mode.GRADIENT_SUM.suffix() + number();
  }

  /** Returns the name of the class. */
  public String type() {
    return CamelCase.capital(name());
  }

  private String number() {
    return primal.overload() == 1 ? "" : String.valueOf(primal.overload());
  }

  /** Returns what one call is made with. */
  public List<Port> arguments() {
    return gradient.inputs().subList(hasWorkspace() ? 1 : 0, gradient.inputs().size());
  }

  /** Whether the calls can share their memory. */
  public boolean hasWorkspace() {
    return gradient.inputs().get(0) instanceof Port.Leaf leaf && leaf.type().equals(WORKSPACE);
  }

  /** Returns the sum of the values, then those of the derivatives. */
  public List<Port> outputs() {
    List<Port> outputs = new ArrayList<>(gradient.outputs());
    List<Port> wrt = wrt();
    int values = outputs.size() - wrt.size();
    for (int i = 0; i < wrt.size(); i++) {
      if (wrt.get(i) instanceof Port.Composite record && !record.isTensor()) {
        outputs.set(values + i, record.named(outputs.get(values + i).name()));
      }
    }
    return outputs;
  }

  /** Returns the inputs to differentiate with respect to, one for each derivative. */
  public List<Port> wrt() {
    List<Port> inputs = new ArrayList<>();
    primal.wrt().forEach(index -> inputs.add(primal.method().inputs().get(index)));
    return inputs;
  }
}
