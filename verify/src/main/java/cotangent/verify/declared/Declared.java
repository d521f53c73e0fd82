package cotangent.verify.declared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method or constructor as its class file declares it.
 *
 * @param parameters in their order
 * @param result what is said of the result
 * @param asked what {@code @Differentiable} asks for, null where it doesn't stand
 * @param single whether it computes in {@code float} somewhere
 * @param shares whether it writes static fields, or writes arrays and uses static ones, which
 *     threads share
 * @param calls what it calls, or makes functions of
 */
public record Declared(
    String name,
    String descriptor,
    List<Parameter> parameters,
    Hint result,
    @Nullable Asked asked,
    boolean single,
    boolean shares,
    List<Callee> calls) {
  public Declared {
    calls = List.copyOf(calls);
    parameters = List.copyOf(parameters);
  }

  /** A method or constructor by its name in the class file. */
  public record Callee(String owner, String name, String descriptor) {}

  /**
   * A parameter.
   *
   * @param name empty where the class file doesn't tell
   */
  public record Parameter(String name, Hint hint) {}

  /**
   * What an annotation asks for.
   *
   * @param derivatives names of constants of {@code Derivative}; empty for the default
   * @param wrt names of parameters and fields; empty for all parameters
   */
  public record Asked(List<String> derivatives, List<String> wrt) {
    public Asked {
      derivatives = List.copyOf(derivatives);
      wrt = List.copyOf(wrt);
    }
  }
}
