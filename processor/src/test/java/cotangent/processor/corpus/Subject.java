package cotangent.processor.corpus;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A method with its companion: what {@link Verification} compares.
 *
 * @param original the user's method
 * @param reference what differences are taken of: the original, or its twin in {@code double} where
 *     the original computes in {@code float}
 * @param companion the generated class
 * @param derivatives names of the constants of {@code Derivative} that are offered
 * @param wrt names of what is differentiated by, in order
 * @param records what the names of the result records end in: {@code 2} for a second overload
 */
record Subject(
    Method original,
    Method reference,
    Class<?> companion,
    Set<String> derivatives,
    List<String> wrt,
    String records) {

  /** Java copies them for each who asks. */
  private static final ClassValue<Method[]> METHODS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          return type.getDeclaredMethods();
        }
      };

  /**
   * What a call led to.
   *
   * @param value the result, null after a failure
   * @param failure the exception, null after a success
   * @param arguments the arguments as the call left them
   */
  record Outcome(Object value, Throwable failure, Object[] arguments) {
    /** Whether results and arguments are the same bit for bit, and so are failures. */
    boolean same(Outcome other) {
      return Leaves.same(value, other.value)
          && Leaves.same(arguments, other.arguments)
          && describe(failure).equals(describe(other.failure));
    }

    private static String describe(Throwable failure) {
      if (failure == null || failure instanceof NullPointerException) {
        return String.valueOf(failure == null ? null : failure.getClass());
      }
      return failure.toString();
    }

    @Override
    public String toString() {
      return (failure == null ? Leaves.show(value) : failure.toString())
          + " leaving "
          + Leaves.show(arguments);
    }
  }

  /** The names of the differentiable parameters, or those asked for. */
  static List<String> wrt(Method method, List<String> asked) {
    return Arrays.stream(method.getParameters())
        .filter(each -> Leaves.differentiable(each.getType()))
        .map(Parameter::getName)
        .filter(name -> asked.isEmpty() || asked.contains(name))
        .toList();
  }

  boolean offers(String derivative) {
    return derivatives.contains(derivative);
  }

  /** The same method as if its companion didn't offer some derivatives. */
  Subject without(String... some) {
    Set<String> others = new HashSet<>(derivatives);
    others.removeAll(Set.of(some));
    return new Subject(original, reference, companion, others, wrt, records);
  }

  /** Whether it computes in float somewhere, so that its derivatives are that precise only. */
  boolean single() {
    return !original.equals(reference);
  }

  /** The positions of the differentiated parameters among the arguments. */
  int[] positions() {
    int offset = Modifier.isStatic(original.getModifiers()) ? 0 : 1;
    var parameters = original.getParameters();
    return IntStream.range(0, parameters.length)
        .filter(i -> wrt.contains(parameters[i].getName()))
        .map(i -> i + offset)
        .toArray();
  }

  Outcome callOriginal(Object... arguments) {
    return call(original, arguments);
  }

  Outcome callReference(Object... arguments) {
    return call(reference, arguments);
  }

  /** Calls the companion's method whose name ends so and that takes such arguments. */
  Outcome callGenerated(String suffix, Object... arguments) {
    return call(
        generated(suffix, arguments)
            .orElseThrow(
                () ->
                    new AssertionError(
                        "no "
                            + original.getName()
                            + suffix
                            + " for "
                            + Leaves.show(arguments)
                            + " in "
                            + Arrays.toString(companion.getDeclaredMethods()))),
        arguments);
  }

  Optional<Method> generated(String suffix, Object... arguments) {
    return Arrays.stream(METHODS.get(companion))
        .filter(method -> method.getName().equals(original.getName() + suffix))
        .filter(method -> takes(method, arguments))
        .findFirst();
  }

  /** The class of the object as the companion names it, which can't name private ones. */
  private Class<?> receiver() {
    Class<?> type = original.getDeclaringClass();
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (Modifier.isPrivate(each.getModifiers())) {
        return Object.class;
      }
    }
    return type;
  }

  private boolean takes(Method method, Object[] arguments) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length != arguments.length) {
      return false;
    }
    List<Class<?>> own = new ArrayList<>(List.of(original.getParameterTypes()));
    if (!Modifier.isStatic(original.getModifiers())) {
      own.add(0, receiver());
    }
    int offset = types.length > 0 && types[0].getName().equals("cotangent.Workspace") ? 1 : 0;
    for (int i = 0; i < own.size(); i++) {
      if (i + offset >= types.length || types[i + offset] != own.get(i)) {
        return false;
      }
    }
    for (int i = 0; i < types.length; i++) {
      boolean isNull = arguments[i] == null && !types[i].isPrimitive();
      if (!isNull
          && !MethodType.methodType(types[i]).wrap().returnType().isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static Outcome call(Method method, Object[] arguments) {
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    Object[] own = Leaves.copy(arguments);
    try {
      method.setAccessible(true);
      Object value =
          isStatic
              ? method.invoke(null, own)
              : method.invoke(own[0], Arrays.copyOfRange(own, 1, own.length));
      return new Outcome(value, null, own);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LinkageError) {
        throw new AssertionError(e.getCause());
      }
      return new Outcome(null, e.getCause(), own);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
