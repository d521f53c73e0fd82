package corpus;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import java.util.*;

/** Maps with constant keys, made in the method. */
class Maps {
  enum Side { LEFT, RIGHT }
  record Edge(int a, int b) {}
  record P(double x, double y) {}
  @Differentiable({GRADIENT, HESSIAN, JVP}) static double sum(double x, double y) { Map<String, Double> m = new HashMap<>(); m.put("a", x); m.put("b", y * x); double s = m.get("a"); for (double v : m.values()) s += v * s; return s; }
  @Differentiable static double merged(double[] x) { Map<Integer, Double> m = new HashMap<>(); for (int i = 0; i < x.length; i++) m.merge(i % 3, x[i] * x[i], Double::sum); double s = 0; for (Map.Entry<Integer, Double> e : m.entrySet()) s = s * 0.5 + e.getKey() * e.getValue(); return s; }
  @Differentiable static double big(double[] x) { Map<Integer, Double> m = new HashMap<>(); for (int k = 0; k < 100; k++) m.put(k * 7919 % 1009, x[k % x.length] * k); double s = 1; for (int k : m.keySet()) s = s * 0.9 + Math.sin(m.get(k)); return s; }
  @Differentiable static double linked(double x, double y) { Map<Side, Double> m = new LinkedHashMap<>(); m.put(Side.RIGHT, x); m.put(Side.LEFT, y); m.remove(Side.RIGHT); m.put(Side.RIGHT, x * y); double s = 0; for (var e : m.entrySet()) { s = s * 2 + e.getValue(); e.setValue(s); } return s * m.get(Side.RIGHT) + (m.containsKey(Side.LEFT) ? m.size() * y : x); }
  @Differentiable static double enums(double x, double y) { EnumMap<Side, Double> m = new EnumMap<>(Side.class); m.put(Side.RIGHT, x); m.put(Side.LEFT, y); double s = 0; for (double v : m.values()) s = s * x + v; return s; }
  @Differentiable static double trees(double x, double y) { TreeMap<String, Double> m = new TreeMap<>(); m.put("z", x); m.put("b", y); m.put("k", x * y); double s = 0; for (String k : m.keySet()) s = s * x + m.get(k); return s; }
  @Differentiable static double records(double[] x) { Map<Edge, P> m = new HashMap<>(); for (int i = 0; i < x.length; i++) m.put(new Edge(i, i % 2), new P(x[i], i)); double s = 0; for (P p : m.values()) s += p.x() * p.y() * p.x(); P q = m.get(new Edge(1, 1)); return q == null ? s : s * q.x(); }
  @Differentiable static double arrays(double[] x) { Map<String, double[]> m = new HashMap<>(); for (int i = 0; i < x.length; i++) m.computeIfAbsent(i % 2 == 0 ? "even" : "odd", k -> new double[2])[i % 2] += x[i] * x[i]; double s = 0; for (double[] a : m.values()) s += a[0] * a[1] + a[0]; return s; }
  @Differentiable static double memo(double x, int n) { Map<Integer, Double> memo = new HashMap<>(); for (int i = 0; i < n; i++) { Double known = memo.get(i % 4); if (known == null) { known = Math.sin(x * i); memo.put(i % 4, known); } x += known; } return x; }
  @Differentiable static double defaults(double x) { Map<String, Double> m = Map.of("a", x, "b", x * x, "c", 3.0); double s = m.getOrDefault("z", x * 3); for (double v : m.values()) s = s * 0.3 + v; return s; }
  @Differentiable static double addedMeanwhile(double x) { Map<String, Double> m = new HashMap<>(); m.put("a", x); m.put("b", x); double s = 0; try { for (String k : m.keySet()) { s += m.get(k) * x; if (x > 0.5) m.put("c" + k, x); } } catch (ConcurrentModificationException e) { s *= s; } return s; }
  @Differentiable static double breaks(double x) { Map<String, Double> m = new LinkedHashMap<>(); m.put("a", x); m.put("b", 2 * x); m.put("c", 3 * x); double s = 0; for (Map.Entry<String, Double> e : m.entrySet()) { if (e.getKey().equals("c")) break; s += e.getValue() * x; } return s; }
  @Differentiable static double best(double[] x) { Map<Integer, Double> m = new TreeMap<>(); for (int i = 0; i < x.length; i++) m.put(i, x[i]); Map.Entry<Integer, Double> best = null; for (Map.Entry<Integer, Double> e : m.entrySet()) if (best == null || e.getValue() > best.getValue()) best = e; return best.getValue() * best.getKey(); }
  @Differentiable static double each(double[] x) { Map<Integer, Double> m = new HashMap<>(); for (int i = 0; i < x.length; i++) m.put(i, x[i]); double[] s = {0}; m.forEach((k, v) -> s[0] = s[0] * 0.5 + k * v); m.replaceAll((k, v) -> v * v + k); m.values().forEach(v -> s[0] += v * s[0]); return s[0]; }
  @Differentiable static double list(double[] x) { List<Double> l = new ArrayList<>(); for (double v : x) l.add(v); double[] s = {0}; l.forEach(v -> s[0] += v * v); l.replaceAll(v -> v * s[0]); l.forEach(v -> s[0] += Math.sin(v)); return s[0]; }
  @Differentiable static double streams(double[] x) { Map<String, Double> m = new TreeMap<>(); for (int i = 0; i < x.length; i++) m.merge("k" + i % 2, x[i], (a, b) -> a * b + 1); return m.values().stream().mapToDouble(Double::doubleValue).sum() + m.entrySet().stream().mapToDouble(e -> e.getValue() * e.getKey().length()).max().getAsDouble(); }
  @Differentiable static double putOld(double x, double y) { Map<String, Double> m = new HashMap<>(); Double o = m.put("a", x); Double p = m.put("a", y * x); double q = m.put("a", 3.0); return o == null ? p * q : o; }
  @Differentiable static double copy(double x) { Map<String, Double> m = new LinkedHashMap<>(); m.put("b", x); m.put("a", x * x); Map<String, Double> n = new TreeMap<>(m); n.put("b", 2 * x); n.putIfAbsent("a", 7.0); n.putIfAbsent("c", x * 5); double s = 0; for (double v : n.values()) s = s * x + v; return s + m.get("b"); }
  @Differentiable static double present(double x) { Map<String, Double> m = new HashMap<>(); m.put("b", x); m.computeIfPresent("b", (k, v) -> v * v * k.length()); m.computeIfPresent("c", (k, v) -> v * 3); Double d = m.remove("b"); return d * m.size() + d + (m.isEmpty() ? x : 0); }
  static final class Account { double balance; final String owner; Account(String owner) { this.owner = owner; } void pay(double a) { balance += a; } }
  @Differentiable static double accounts(double[] x) { Map<String, Account> m = new LinkedHashMap<>(); for (int i = 0; i < x.length; i++) m.computeIfAbsent("o" + i % 2, Account::new).pay(x[i] * x[i]); double s = 0; for (Account a : m.values()) s = s * 0.5 + a.balance * a.balance; return s + m.get("o0").balance; }
  @Differentiable static double removed(double[] x) { Map<Integer, Double> m = new HashMap<>(); double s = 0; for (int i = 0; i < 40; i++) { m.put(i % 7, x[i % x.length]); if (i % 3 == 0) { Double d = m.remove(i % 5); if (d != null) s += d * i; } if (i == 30) m.clear(); } for (int k : m.keySet()) s += m.get(k) * k; return s; }
  static double weigh(Map<String, Double> m, String k, double f) { m.merge(k, f, Double::sum); return m.get(k) * f; }
  @Differentiable static double helper(double x, double y) { Map<String, Double> m = new HashMap<>(); double s = weigh(m, "a", x) + weigh(m, "b", y) + weigh(m, "a", y); return s * m.get("a"); }
  interface F { double at(double x); }
  @Differentiable static double functions(double x, double y) { Map<String, F> m = new HashMap<>(); m.put("sq", v -> v * v * y); m.put("sin", Math::sin); double s = 0; for (F f : m.values()) s += f.at(x); return s * m.get("sq").at(y); }
  @Differentiable static double unusual(double x) { Map<String, Double> m = new HashMap<>(); for (int i = 0; i < 20; i++) { m.computeIfAbsent("k" + i * 31 % 17, k -> x * k.length()); m.merge("k" + i, x, Double::sum); } double s = 1; for (double v : m.values()) s = s * 0.7 + v; return s; }
  @Differentiable static double absent(double x) { Map<String, Double> m = new HashMap<>(); m.put("a", x); try { return m.get("b") * x; } catch (NullPointerException e) { return x * x; } }

  static double put(Map<String, Double> into, double x) {
    into.put("a", x * x);
    into.merge("a", x, Double::sum);
    return into.get("a") * into.size();
  }

  @Differentiable
  static double handedOver(double x) {
    return put(new HashMap<>(), x) + put(new LinkedHashMap<>(), 2 * x);
  }

  /** A key that is computed gets into its bucket before those that are there. */
  @Differentiable static double computedFirst(double x) { Map<Integer, Double> m = new HashMap<>(); m.put(0, x); m.compute(16, (k, v) -> 2 * x); m.compute(32, (k, v) -> v == null ? x * x : v); m.compute(16, (k, v) -> v * k); double r = 0; for (double v : m.values()) r = r * 0.5 + v; return r; }
  @Differentiable static double computedAway(double x) { Map<Integer, Double> m = new HashMap<>(); for (int i = 0; i < 13; i++) m.compute(16 * i + i / 5, (k, v) -> x * k); m.compute(1, (k, v) -> null); m.compute(0, (k, v) -> x > 0.5 ? null : v * 3); double r = 0; for (double v : m.values()) r = r * 0.7 + v; return r; }
  @Differentiable static double computedMeanwhile(double x) { Map<String, Double> m = new HashMap<>(); try { m.compute("a", (k, v) -> { m.put("b", x); return x; }); return x; } catch (ConcurrentModificationException e) { return x * x * m.size(); } }
  @Differentiable static double computedEnums(double x) { Map<Side, Double> m = new EnumMap<>(Side.class); m.compute(Side.RIGHT, (k, v) -> { m.put(Side.LEFT, x); return x * x; }); double r = m.computeIfAbsent(Side.LEFT, k -> 7.0); for (double v : m.values()) r = r * 0.5 + v; return r; }
  @Differentiable static double computedTrees(double x) { Map<String, Double> m = new TreeMap<>(); try { m.compute("a", (k, v) -> { m.put("b", x); return x; }); return x; } catch (ConcurrentModificationException e) { return x * x * m.size(); } }
  @Differentiable static double mergedEnums(double x) { Map<Side, Double> m = new EnumMap<>(Side.class); double r = m.computeIfAbsent(Side.LEFT, k -> { m.put(Side.RIGHT, x); return x * x; }); r += m.merge(Side.LEFT, 3.0, (k, l) -> { m.remove(Side.RIGHT); return x * k; }); for (double v : m.values()) r = r * 0.5 + v; return r; }
  @Differentiable static double computedLists(double[] x) { Map<Integer, List<Double>> m = new HashMap<>(); for (int i = 0; i < x.length; i++) { double v = x[i]; m.compute(16 * (i % 3), (k, l) -> { List<Double> all = l == null ? new ArrayList<>() : l; all.add(v); return all; }); } double r = 0; for (List<Double> l : m.values()) for (double v : l) r = r * 0.5 + v * v; return r; }

  /** A number is found as a key of its own class only. */
  @Differentiable static double keyOfEither(double x, int k) { Map<Long, Double> m = new HashMap<>(); m.put(1L, x); Object key = k > 2 ? (Object) 1 : (Object) 1L; Double d = m.get(key); return d == null ? 7 * x : d * 2; }
  @Differentiable static double keyOfMany(double x, int k) { Map<Object, Double> m = new HashMap<>(); m.put(97, x); m.put(3.0, 2 * x); m.put(3, 3 * x); Object key; if (k > 2) key = 'a'; else if (k > 1) key = 97; else if (k > 0) key = 97L; else key = 'b'; Number n = k > 1 ? (Number) 3 : (Number) 3.0; return (m.containsKey(key) ? x : 5 * x) + m.get(n); }
  @Differentiable static double equalOfEither(double x, int k) { Long b = (long) k; Integer a = k; Object o = k > 2 ? (Object) a : b; return b.equals(o) ? x : 2 * x; }

  @Differentiable static double loaded(double x, int n) { Map<Integer, Double> m = new HashMap<>(2, 4f); for (int i = 0; i < n; i++) m.put(i * 37 % 23, x * i); double s = 0; for (double v : m.values()) s = s * 0.5 + v; return s; }

  @Differentiable static double wrongLoad(double x) { try { Map<Integer, Double> m = new LinkedHashMap<>(4, 0f); m.put(1, x); return x * x; } catch (IllegalArgumentException e) { return x * 3; } }
}
