package cotangent.verify.declared;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method or constructor as its class file declares it.
 *
 * @param parameters in their order
 * @param result what is said of the result
 * @param asked what {@code @Differentiable} asks for, null where it doesn't stand
 * @param body what is known of what it does
 */
public record Declared(
    String name,
    String descriptor,
    List<Parameter> parameters,
    Hint result,
    @Nullable Asked asked,
    Body body) {
  public Declared {
    parameters = List.copyOf(parameters);
  }

  /** Returns the same with something else said of the parameters. */
  public Declared with(List<Parameter> others) {
    return new Declared(name, descriptor, others, result, asked, body);
  }

  /**
   * What the instructions say.
   *
   * @param single whether some compute in {@code float}
   * @param shares whether some write static fields, or write arrays and use static ones, which
   *     threads share
   * @param rounds whether some round numbers to whole ones
   * @param calls what is called, or made functions of
   * @param statics the static fields that are written, or whose objects are used, with their
   *     classes
   */
  public record Body(
      boolean single, boolean shares, boolean rounds, List<Callee> calls, Set<String> statics) {
    public Body {
      calls = List.copyOf(calls);
      statics = Set.copyOf(statics);
    }
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
