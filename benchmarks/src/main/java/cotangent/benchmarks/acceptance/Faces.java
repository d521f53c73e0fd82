package cotangent.benchmarks.acceptance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An original and what its companion offers.
 *
 * @param derivative the gradient of a number, the vector-Jacobian product of arrays
 * @param tangent null where the companion has none
 * @param hessian null where the companion has none
 */
record Faces(
    Method original,
    Method value,
    Method derivative,
    @Nullable Method tangent,
    @Nullable Method hessian) {

  /** What a call ended in: a value or an exception. */
  record Ending(@Nullable Object value, @Nullable Throwable thrown) {}

  static Faces of(Outcome outcome) throws ReflectiveOperationException {
    Method original = original(outcome);
    Class<?> companion = Class.forName(outcome.companion());
    boolean isStatic = Modifier.isStatic(original.getModifiers());
    List<Class<?>> types = new ArrayList<>(List.of(original.getParameterTypes()));
    if (!isStatic) {
      types.add(0, original.getDeclaringClass());
    }
    List<Class<?>> seeded = new ArrayList<>(types);
    boolean isArray = original.getReturnType().isArray();
    if (isArray) {
      seeded.add(original.getReturnType());
    }
    List<Class<?>> moved = new ArrayList<>(types);
    Arrays.stream(original.getParameterTypes()).filter(Numbers::isReal).forEach(moved::add);
    String name = original.getName();
    return new Faces(
        original,
        Objects.requireNonNull(method(companion, name, types)),
        Objects.requireNonNull(method(companion, name + (isArray ? "Vjp" : "Grad"), seeded)),
        method(companion, name + "Jvp", moved),
        method(companion, name + "Hessian", types));
  }

  private static Method original(Outcome outcome) throws ReflectiveOperationException {
    for (Method method : type(outcome.type()).getDeclaredMethods()) {
      if (method.getName().equals(outcome.place().name())
          && !method.isBridge()
          && takes(method.getParameterTypes(), outcome.parameters())) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new NoSuchMethodException(outcome.toString());
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        throw e;
      }
      return type(name.substring(0, dot) + "$" + name.substring(dot + 1));
    }
  }

  private static boolean takes(Class<?>[] types, List<String> wanted) {
    boolean takes = types.length == wanted.size();
    for (int i = 0; takes && i < types.length; i++) {
      String name = wanted.get(i).replaceAll("<.*>", "").replaceAll("^.*\\.", "");
      takes = types[i].getSimpleName().equals(name) || types[i] == Object.class;
    }
    return takes;
  }

  private static @Nullable Method method(Class<?> type, String name, List<Class<?>> types) {
    try {
      Method method = type.getDeclaredMethod(name, types.toArray(Class[]::new));
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  boolean isStatic() {
    return Modifier.isStatic(original.getModifiers());
  }

  boolean isSingle() {
    return Numbers.isSingle(original.getReturnType())
        || Arrays.stream(original.getParameterTypes()).anyMatch(Numbers::isSingle);
  }

  /** The places of the parameters by which is differentiated. */
  int[] reals() {
    Parameter[] parameters = original.getParameters();
    List<Integer> reals = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      if (Numbers.isReal(parameters[i].getType())) {
        reals.add(i);
      }
    }
    return reals.stream().mapToInt(i -> i).toArray();
  }

  /** Calls the original or a method of the companion, which takes the receiver first. */
  Ending call(Method method, @Nullable Object self, @Nullable Object[] arguments, Object... more) {
    List<@Nullable Object> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(Arrays.asList(more));
    if (method != original && !isStatic()) {
      all.add(0, self);
    }
    try {
      return new Ending(method.invoke(method == original ? self : null, all.toArray()), null);
    } catch (InvocationTargetException e) {
      return new Ending(null, e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
