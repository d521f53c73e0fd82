package cotangent.benchmarks.gradbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Binds the functions of one of GradBench's evals to the Java methods that compute them. */
final class Eval {
  private final String name;
  private final Map<String, EvalFunction<?>> functions = new LinkedHashMap<>();

  private Eval(String name) {
    this.name = name;
  }

  static Eval named(String name) {
    return new Eval(name);
  }

  /** Adds a function that needs no preparation but the conversion of its input. */
  <I> Eval with(String function, Class<I> inputType, Function<I, Object> body) {
    return prepared(function, inputType, input -> () -> body.apply(input));
  }

  /** Adds a function that prepares something on each input, once and untimed. */
  <I> Eval prepared(String function, Class<I> inputType, Function<I, Supplier<Object>> body) {
    functions.put(function, new EvalFunction<>(inputType, body));
    return this;
  }

  String name() {
    return name;
  }

  @Nullable EvalFunction<?> function(String function) {
    return functions.get(function);
  }
}
