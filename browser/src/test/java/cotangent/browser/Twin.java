package cotangent.browser;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import cotangent.processor.corpus.Leaves;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A method that has a page, with its companion: what its page has to compute. */
record Twin(JsonObject data, Method original, Class<?> companion) {
  private static final Pattern TYPED =
      Pattern.compile(
          "(double|float|int|short|byte|char|long|boolean|java\\.lang\\.String)(\\[])*");

  /** What Java gives: all numbers of the value, and of the derivatives; or what it throws. */
  record Outcome(double[] value, double[] gradient, String failure) {}

  /** Says why a page cannot be given inputs for the method; empty where it can. */
  static String obstacle(JsonObject data, ClassLoader classes) {
    List<String> inputs = types(data.getArray("inputs"));
    if (!inputs.stream().allMatch(type -> TYPED.matcher(type).matches())) {
      return "takes an object";
    }
    return original(data, classes).isPresent() ? "" : "takes objects of several kinds, or none";
  }

  static Twin of(JsonObject data, ClassLoader classes) {
    Method original = original(data, classes).orElseThrow();
    String companion = original.getDeclaringClass().getName().replace('$', '_') + "Grad";
    return new Twin(data, original, load(companion, classes));
  }

  /** Finds the method by the leaves of what it takes. */
  private static Optional<Method> original(JsonObject data, ClassLoader classes) {
    List<String> inputs = types(data.getArray("inputs"));
    return Arrays.stream(load(data.getString("class"), classes).getDeclaredMethods())
        .filter(method -> method.getName().equals(data.getString("method")))
        .filter(method -> leaves(method).equals(inputs))
        .findFirst();
  }

  static Class<?> load(String name, ClassLoader classes) {
    try {
      return Class.forName(name, false, classes);
    } catch (ClassNotFoundException e) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        throw new AssertionError(e);
      }
      return load(name.substring(0, dot) + "$" + name.substring(dot + 1), classes);
    }
  }

  private static List<String> types(JsonArray leaves) {
    return leaves.stream().map(each -> ((JsonObject) each).getString("type")).toList();
  }

  private static List<String> leaves(Method method) {
    return generics(method).stream()
        .flatMap(type -> Leaf.all(type).stream())
        .map(Leaf::type)
        .toList();
  }

  /** The types of what a companion takes: the receiver first, where there is one. */
  private static List<Class<?>> parameters(Method method) {
    List<Class<?>> types = new ArrayList<>(List.of(method.getParameterTypes()));
    if (!Modifier.isStatic(method.getModifiers())) {
      types.add(0, method.getDeclaringClass());
    }
    return types;
  }

  private static List<Type> generics(Method method) {
    List<Type> types = new ArrayList<>(List.of(method.getGenericParameterTypes()));
    if (!Modifier.isStatic(method.getModifiers())) {
      types.add(0, method.getDeclaringClass());
    }
    return types;
  }

  /** Returns arguments as the page takes them: records taken apart, numbers as text. */
  JsonArray inputs(Object[] arguments) {
    JsonArray inputs = new JsonArray();
    List<Type> types = generics(original);
    for (int i = 0; i < arguments.length; i++) {
      for (Leaf leaf : Leaf.all(types.get(i))) {
        inputs.add(json(leaf.of().apply(arguments[i])));
      }
    }
    return inputs;
  }

  private static Object json(Object value) {
    if (value instanceof List<?> list) {
      JsonArray all = new JsonArray();
      list.forEach(each -> all.add(json(each)));
      return all;
    } else if (value instanceof Double || value instanceof Float || value instanceof Long) {
      return value.toString();
    }
    return value instanceof Character c ? (Object) (int) c : value;
  }

  /** Calls the original for the value and the companion for the derivatives. */
  Outcome outcome(Object[] arguments) {
    try {
      Object[] own = Leaves.copy(arguments);
      Object value = call(original, own);
      Object[] results =
          original.getReturnType() == void.class ? written(own) : new Object[] {value};
      double[] numbers =
          original.getReturnType() == void.class
              ? Leaves.of(results)
              : plain(Leaf.numbers(original.getGenericReturnType(), value));
      return new Outcome(numbers, gradient(arguments, results), "");
    } catch (InvocationTargetException e) {
      return new Outcome(new double[0], new double[0], e.getCause().getClass().getSimpleName());
    }
  }

  private static double[] plain(List<Double> numbers) {
    return numbers.stream().mapToDouble(each -> each).toArray();
  }

  /** Returns the arrays that a method without a result has written. */
  private Object[] written(Object[] arguments) {
    List<String> names = Arrays.stream(original.getParameters()).map(Parameter::getName).toList();
    return data.getArray("outputs").stream()
        .map(each -> arguments[names.indexOf(((JsonObject) each).getString("name"))])
        .toArray();
  }

  /** Calls for the gradient, or with seeds of ones; null where neither was asked for. */
  private double[] gradient(Object[] arguments, Object[] results) throws InvocationTargetException {
    for (String suffix : List.of("Grad", "Vjp")) {
      List<Object> all = new ArrayList<>(Arrays.asList(Leaves.copy(arguments)));
      if (suffix.equals("Vjp")) {
        Arrays.stream(results).map(result -> Leaves.map(result, () -> 1)).forEach(all::add);
      }
      Optional<Method> derivative = derivative(suffix, all.size());
      if (derivative.isPresent()) {
        Object record = call(derivative.get(), all.toArray());
        List<Double> numbers = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          if (!component.getName().equals("value")) {
            Object part = Leaf.component(record, component);
            numbers.addAll(Leaf.numbers(component.getGenericType(), part));
          }
        }
        return plain(numbers);
      }
    }
    return null;
  }

  private Optional<Method> derivative(String suffix, int parameters) {
    Class<?>[] own = parameters(original).toArray(Class<?>[]::new);
    return Arrays.stream(companion.getDeclaredMethods())
        .filter(method -> method.getName().equals(original.getName() + suffix))
        .filter(method -> method.getParameterCount() == parameters)
        .filter(method -> Arrays.equals(Arrays.copyOf(method.getParameterTypes(), own.length), own))
        .findFirst();
  }

  private static Object call(Method method, Object[] arguments) throws InvocationTargetException {
    method.setAccessible(true);
    try {
      return Modifier.isStatic(method.getModifiers())
          ? method.invoke(null, arguments)
          : method.invoke(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
