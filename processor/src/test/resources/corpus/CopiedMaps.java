package corpus;

import cotangent.Differentiable;
import java.util.*;

/** Maps that are made of others, from outside or not, or are given all that these hold. */
class CopiedMaps {
  private static final Map<String, Double> DEFAULTS = new LinkedHashMap<>();
  static { for (String s : "zeta eta theta iota kappa lambda mu nu".split(" ")) DEFAULTS.put(s, s.length() * 0.37); }
  static final Map<Integer, Double> MANY = new TreeMap<>();
  static { for (int i = 0; i < 40; i++) MANY.put(i * 37, 0.1 * i); }
  @Differentiable static double defaults(double x) { Map<String, Double> m = new HashMap<>(DEFAULTS); m.put("a", x); double s = 0; for (double d : m.values()) s = s * 0.7 + d; return s * m.get("eta"); }
  @Differentiable static double putAll(double x) { Map<String, Double> d = new HashMap<>(); d.put("b", x * x); Map<String, Double> m = new TreeMap<>(d); m.put("a", x); m.putAll(d); return m.get("a") * m.get("b"); }
  @Differentiable static double putDefaults(double x) { Map<String, Double> m = new HashMap<>(); m.put("a", x); m.put("eta", x * 2); m.putAll(DEFAULTS); m.put("b", x * x); double s = 0; for (var e : m.entrySet()) s = s * 0.7 + e.getValue() * e.getKey().length(); return s; }
  @Differentiable static double many(double x, int n) { Map<Integer, Double> m = new HashMap<>(); for (int i = 0; i < n; i++) m.put(i * 31, x * i); m.putAll(MANY); m.put(3, x); Map<Integer, Double> k = new HashMap<>(MANY); k.put(5, x); k.putAll(m); double s = 0; for (double d : m.values()) s = s * 0.9 + d; for (double d : k.values()) s = s * 0.9 + d; return s; }
  @Differentiable static double both(double x, int n) { Map<Integer, Double> a = new LinkedHashMap<>(); Map<Integer, Double> b = new HashMap<>(); for (int i = 0; i < 20; i++) { a.put(i * 7, x + i); if (i % 3 == n % 3) b.put(i * 5, x * i); } b.putAll(a); a.putAll(b); b.putAll(b); a.remove(7); double s = 0; for (double d : b.values()) s = s * 0.9 + d; for (double d : a.values()) s = s * 0.9 + d; return s; }
  @Differentiable static double sorted(double x) { TreeMap<String, Double> m = new TreeMap<>(DEFAULTS); m.putAll(Map.of("a", x, "b", x * 2)); return m.firstEntry().getValue() * m.lastEntry().getValue() + m.size(); }
  @Differentiable static double onSomeWays(double x, int n) { if (n == 0) { Map<String, Double> m = new HashMap<>(DEFAULTS); m.put("q", 2.0); return x * m.size(); } Map<String, Double> c = new HashMap<>(DEFAULTS); c.merge("eta", x, Double::sum); c.merge("w", x, Double::sum); return c.get("eta") + c.get("w"); }
}
