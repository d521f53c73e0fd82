package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loops over collections whose type Java finds by the variable that they are kept in. */
class EmptyCollections {
  @Differentiable
  static double alone(double x) {
    Set<Integer> none = Collections.emptySet();
    Map<String, Double> empty = Collections.emptyMap();
    List<Integer> list = List.of();
    int t = 1;
    for (int v : none) t += v;
    for (double v : empty.values()) t += (int) v;
    for (int v : list) t += v;
    return x * t;
  }

  @Differentiable
  static double orOne(double x, boolean some) {
    Map<Integer, Double> map = some ? Map.of(1, x) : Collections.emptyMap();
    double sum = x;
    for (double v : map.values()) sum += v * v;
    for (Map.Entry<Integer, Double> e : map.entrySet()) sum += e.getKey() * e.getValue() * sum;
    return sum;
  }

  @Differentiable
  static double constants(double x, boolean some) {
    Set<Integer> set = some ? Set.of(2) : Collections.emptySet();
    Collection<Integer> all = some ? Set.of() : List.of(1, 2);
    Collection<Number> numbers = some ? Set.of(3) : Set.of();
    Set<Integer> named = some ? Collections.<Integer>emptySet() : Set.of(1);
    double sum = x;
    for (int v : set) sum += v * sum;
    for (int v : all) sum += v * sum * x;
    for (Number v : numbers) sum += v.intValue() * x;
    for (int v : named) sum -= v * sum * x;
    return sum;
  }

  static Set<Integer> found(boolean some) {
    if (some) return Set.of(5);
    return Collections.emptySet();
  }

  static Map<Integer, Double> table(double x, int n) {
    if (n % 3 == 0) return Collections.emptyMap();
    Map<Integer, Double> map = new HashMap<>();
    for (int i = 0; i < 3; i++) map.put(i, x * i);
    return map;
  }

  static List<Double> list(double x, int n) {
    if (n % 2 == 0) return Collections.emptyList();
    return new ArrayList<>(List.of(x, x * x));
  }

  @Differentiable
  static double returned(double x, int n) {
    double sum = x;
    for (int v : found(n > 1)) sum += v * x * sum;
    for (double v : table(x, n).values()) sum += v * sum;
    for (double v : list(x, n)) sum += v * sum;
    if (table(x, n).get(1) == null) sum += x * x;
    return sum + table(x, n).values().stream().mapToDouble(v -> v * v).sum();
  }
}
