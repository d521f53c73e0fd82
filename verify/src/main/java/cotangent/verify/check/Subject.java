package cotangent.verify.check;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method with its companion.
 *
 * @param original the user's method
 * @param reference what differences are taken of: the original, or a twin of it that computes with
 *     more precision
 * @param companion the generated class
 * @param derivatives names of the constants of {@code Derivative} that are offered
 * @param names what the arguments are called, the object first where there is one
 * @param inputs what it is differentiated by, in order
 * @param single whether it computes in float somewhere, so that derivatives are that precise only
 * @param holds whether it holds numbers constant on purpose, so that differences say nothing
 * @param rounds whether it rounds numbers to whole ones, so that it may go up in stairs
 * @param races which methods of the companion are still to run beside each other for long
 */
public record Subject(
    Method original,
    Method reference,
    Class<?> companion,
    Set<String> derivatives,
    List<String> names,
    List<Input> inputs,
    boolean single,
    boolean holds,
    boolean rounds,
    Races races) {
  /** Java copies them for each who asks. */
  private static final ClassValue<Method[]> METHODS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          return type.getDeclaredMethods();
        }
      };

  public Subject {
    derivatives = Set.copyOf(derivatives);
    names = List.copyOf(names);
    inputs = List.copyOf(inputs);
  }

  /** Whether a derivative is offered. */
  public boolean offers(String derivative) {
    return derivatives.contains(derivative);
  }

  /** The same method as if its companion didn't offer some derivatives. */
  public Subject without(String... some) {
    Set<String> others = new HashSet<>(derivatives);
    others.removeAll(Set.of(some));
    return new Subject(
        original, reference, companion, others, names, inputs, single, holds, rounds, races);
  }

  /** Whether the differences are those of the original itself, in float. */
  boolean isRough() {
    return single && original.equals(reference);
  }

  boolean isVoid() {
    return original.getReturnType() == void.class;
  }

  String name() {
    return original.getName();
  }

  public Outcome callOriginal(@Nullable Object... arguments) {
    return call(original, arguments);
  }

  Outcome callReference(@Nullable Object... arguments) {
    return call(reference, arguments);
  }

  /** Calls the companion's method whose name ends so and that takes such arguments. */
  Outcome callGenerated(String suffix, @Nullable Object... arguments) {
    Method method =
        generated(suffix, arguments)
            .orElseThrow(
                () ->
                    new Wrong(
                        name() + suffix,
                        "is not there, in " + companion.getSimpleName() + ", for these arguments"));
    return call(method, arguments);
  }

  Optional<Method> generated(String suffix, @Nullable Object... arguments) {
    return Arrays.stream(METHODS.get(companion))
        .filter(method -> method.getName().equals(name() + suffix))
        .filter(method -> takes(method, arguments))
        .findFirst();
  }

  /** A class as the companion names it, which can't name private ones. */
  private static Class<?> nameable(Class<?> type) {
    if (type.isArray()) {
      return nameable(type.getComponentType()).arrayType();
    }
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (Modifier.isPrivate(each.getModifiers())) {
        return Object.class;
      }
    }
    return type;
  }

  private boolean takes(Method method, @Nullable Object[] arguments) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length != arguments.length) {
      return false;
    }
    List<Class<?>> own = new ArrayList<>();
    if (!Modifier.isStatic(original.getModifiers())) {
      own.add(nameable(original.getDeclaringClass()));
    }
    for (Class<?> parameter : original.getParameterTypes()) {
      own.add(nameable(parameter));
    }
    int offset = types.length > 0 && types[0].getName().equals("cotangent.Workspace") ? 1 : 0;
    for (int i = 0; i < own.size(); i++) {
      if (i + offset >= types.length || types[i + offset] != own.get(i)) {
        return false;
      }
    }
    for (int i = 0; i < types.length; i++) {
      Object argument = arguments[i];
      if (argument == null
          ? types[i].isPrimitive()
          : !MethodType.methodType(types[i]).wrap().returnType().isInstance(argument)) {
        return false;
      }
    }
    return true;
  }

  private static Outcome call(Method method, @Nullable Object[] arguments) {
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    @Nullable Object[] own = arguments;
    try {
      method.setAccessible(true);
      Object value =
          isStatic
              ? method.invoke(null, own)
              : method.invoke(own[0], Arrays.copyOfRange(own, 1, own.length));
      return new Outcome(value, null, own);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (cause instanceof NoSuchMethodError
          || cause instanceof VerifyError
          || cause instanceof NoClassDefFoundError) {
        throw new Wrong(method.getName(), "can't be run: " + cause);
      }
      return new Outcome(null, cause, own);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
