package cotangent.browser;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A method that runs in a page, and its companion, which runs in Java. */
final class Twin {
  private static final int SIZE = 3;
  private static final Set<Class<?>> NUMBERS = Set.of(double.class, int.class, boolean.class);

  /** Operations that Java and JavaScript round alike; functions differ in the last bits. */
  private static final Set<String> EXACT =
      Set.of("input", "add", "sub", "mul", "div", "neg", "abs", "max", "min", "sqrt", "double");

  private final Method companion;
  private final boolean hasSeed;

  private Twin(Method companion, boolean hasSeed) {
    this.companion = companion;
    this.hasSeed = hasSeed;
  }

  /** Finds the companion of a page's method; null where its inputs are not plain numbers. */
  static Twin of(JsonObject data, ClassLoader classes) throws ClassNotFoundException {
    String owner = data.getString("class");
    String name = data.getString("method");
    Class<?> companion = Class.forName(owner + "Grad", false, classes);
    int inputs = data.getArray("inputs").size();
    for (boolean hasSeed : new boolean[] {false, true}) {
      String derivative = name + (hasSeed ? "Vjp" : "Grad");
      List<Method> found =
          Arrays.stream(companion.getDeclaredMethods())
              .filter(method -> method.getName().equals(derivative))
              .filter(method -> method.getParameterCount() == inputs + (hasSeed ? 1 : 0))
              .filter(method -> Modifier.isPublic(method.getModifiers()))
              .filter(method -> fits(method, data.getArray("inputs"), hasSeed))
              .toList();
      if (found.size() == 1) {
        found.get(0).setAccessible(true);
        return new Twin(found.get(0), hasSeed);
      }
    }
    return null;
  }

  private static boolean fits(Method method, JsonArray inputs, boolean hasSeed) {
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < inputs.size(); i++) {
      Class<?> leaf = types[i];
      while (leaf.isArray()) {
        leaf = leaf.getComponentType();
      }
      boolean isPage = types[i].getTypeName().equals(inputs.getObject(i).getString("type"));
      if (!NUMBERS.contains(leaf) || !isPage) {
        return false;
      }
    }
    return !hasSeed || types[types.length - 1] == double[].class;
  }

  /** Compares one run; empty where both agree. */
  String difference(Browser browser, String data, int seed) throws ReflectiveOperationException {
    Random random = new Random(seed);
    List<Object> values = new ArrayList<>();
    int inputs = companion.getParameterCount() - (hasSeed ? 1 : 0);
    for (int i = 0; i < inputs; i++) {
      values.add(drawn(companion.getParameterTypes()[i], random));
    }
    JsonArray json = new JsonArray();
    values.forEach(value -> json.add(asJson(value)));
    Object answer = browser.run("return prove(...arguments)", data, JsonWriter.string(json));
    Map<?, ?> page = (Map<?, ?>) answer;
    Object result;
    try {
      if (hasSeed) {
        values.add(seedLike(values));
      }
      result = companion.invoke(null, values.toArray());
    } catch (InvocationTargetException thrown) {
      String name = thrown.getCause().getClass().getSimpleName();
      return name.equals(page.get("error")) ? "" : "Java throws " + name + ", not " + page;
    }
    if (page.get("error") != null) {
      String error = String.valueOf(page.get("error"));
      return error.equals("Error") ? "" : "the page throws " + error;
    }
    return compared(page, result);
  }

  private double[] seedLike(List<Object> values) throws ReflectiveOperationException {
    Class<?> owner = companion.getDeclaringClass();
    String name = companion.getName().substring(0, companion.getName().length() - "Vjp".length());
    Class<?>[] types =
        Arrays.copyOf(companion.getParameterTypes(), companion.getParameterCount() - 1);
    Method primal = owner.getDeclaredMethod(name, types);
    primal.setAccessible(true);
    double[] seed = new double[((double[]) primal.invoke(null, values.toArray())).length];
    Arrays.fill(seed, 1);
    return seed;
  }

  private static String compared(Map<?, ?> page, Object result)
      throws ReflectiveOperationException {
    List<Double> value = new ArrayList<>();
    List<Double> gradient = new ArrayList<>();
    for (RecordComponent component : result.getClass().getRecordComponents()) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      flatten(accessor.invoke(result), component.getName().equals("value") ? value : gradient);
    }
    boolean isExact = EXACT.containsAll((List<?>) page.get("kinds"));
    String wrong = differing("value", (List<?>) page.get("value"), value, isExact ? 0 : 1e-12);
    return wrong.isEmpty()
        ? differing("gradient", (List<?>) page.get("gradient"), gradient, 1e-9)
        : wrong;
  }

  private static String differing(String what, List<?> page, List<Double> java, double tolerance) {
    List<Double> numbers = page.stream().map(each -> Double.valueOf(each.toString())).toList();
    boolean isSame = numbers.size() == java.size();
    for (int i = 0; isSame && i < java.size(); i++) {
      double a = numbers.get(i);
      double b = java.get(i);
      isSame = Double.compare(a, b) == 0 || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
    }
    return isSame ? "" : what + " in the page " + numbers + ", in Java " + java;
  }

  private static void flatten(Object value, List<Double> all) {
    if (value instanceof Number number) {
      all.add(number.doubleValue());
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        flatten(Array.get(value, i), all);
      }
    }
  }

  private static Object drawn(Class<?> type, Random random) {
    if (type == double.class) {
      return 0.25 + 1.5 * random.nextDouble();
    } else if (type == int.class) {
      return 1 + random.nextInt(2);
    } else if (type == boolean.class) {
      return random.nextBoolean();
    }
    Object array = Array.newInstance(type.getComponentType(), SIZE);
    for (int i = 0; i < SIZE; i++) {
      Array.set(array, i, drawn(type.getComponentType(), random));
    }
    return array;
  }

  private static Object asJson(Object value) {
    if (!value.getClass().isArray()) {
      return value;
    }
    JsonArray all = new JsonArray();
    for (int i = 0; i < Array.getLength(value); i++) {
      all.add(asJson(Array.get(value, i)));
    }
    return all;
  }
}
