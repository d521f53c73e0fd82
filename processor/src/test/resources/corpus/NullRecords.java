package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Records that may be null: polled from queues, found in lists and maps, compared with null. */
class NullRecords {
  record S(int at, double cost) { }
  record V(double x, double y) { V plus(V o) { return new V(x + o.x, y + o.y); } }

  @Differentiable static double bfs(double x) { Deque<S> q = new ArrayDeque<>(); q.add(new S(0, x)); double best = 0; while (!q.isEmpty()) { S s = q.poll(); if (s.at() == 3) { best = Math.max(best, s.cost()); continue; } q.add(new S(s.at() + 1, s.cost() * x)); if (s.at() < 2) q.add(new S(s.at() + 2, s.cost() + x)); } return best; }

  @Differentiable static double polled(double x) { Queue<S> q = new ArrayDeque<>(); q.add(new S(0, x)); q.add(new S(1, x * x)); S s; double t = 0; while ((s = q.poll()) != null) { t += s.cost() * (s.at() + 1); if (t > 0.01 && t < 0.3) q.add(new S(2, t)); } return t; }

  @Differentiable static double mapGet(double x) { Map<String, V> m = new HashMap<>(); m.put("a", new V(x, 2)); V v = m.get("a"); V w = m.get("b"); return v.x() * v.y() + (w == null ? x : w.x()); }

  @Differentiable static double bestInArray(double x) { V[] best = {null}; for (int i = 0; i < 3; i++) { V c = new V(x * i, x); if (best[0] == null || c.x() > best[0].x()) best[0] = c.plus(c); } return best[0].x() * best[0].y(); }

  @Differentiable static double best(double x) { V best = null; for (int i = 0; i < 3; i++) { V c = new V(x * i, x); if (best == null || c.x() > best.x()) best = c.plus(c); } return best.x() * best.y(); }
  static V firstOver(List<V> l, double t) { for (V v : l) if (v.x() > t) return v; return null; }

  @Differentiable static double found(double x) { List<V> l = List.of(new V(x, 1), new V(2 * x, x)); V v = firstOver(l, 1); return v == null ? x * x : v.x() * v.y(); }

  @Differentiable static double peeked(double x) { Deque<V> d = new ArrayDeque<>(); d.push(new V(x, 1)); d.push(d.peek().plus(d.peekLast())); return d.pop().x() * d.peek().y(); }

  @Differentiable static double param(V v, double x) { if (v == null) return x; return v.x() * v.y() * x; }

  @Differentiable static double neverNull(double x, double y) { V a = new V(x, y); if (a == null) throw new IllegalStateException(); return a.x() * a.y(); }

  @Differentiable static double both(V v, double x) { V w = null; if (x > 0) w = v.plus(new V(x, 1)); return w == null ? v.x() : w.x() * w.y(); }

  record Only(double b) {}
  static final class Holder { Only l; void set(Only n) { l = n; } double t(double x) { return l.b() * x; } }
  @Differentiable static double setInLoop(double[] v, double x) { Holder h = new Holder(); for (double each : v) h.set(new Only(each)); return h.t(x); }
}
