package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;

/** Queues, optional values and holders of Java's own library, made in the method. */
class LibraryObjects {
  enum Kind { A, B; double f(double x) { return this == A ? x : x * x; } }
  @Differentiable static double values(double x) { double s = 0; for (Kind k : Kind.values()) { s += k.f(x) * k.f(s); } return s + Kind.values()[1].f(x); }
  @Differentiable static double queue(double x, double y) {
    ArrayDeque<Double> q = new ArrayDeque<>();
    q.add(x); q.addLast(y); q.push(x * y);
    double s = 0;
    while (!q.isEmpty()) { double v = q.poll(); s = s * 1.5 + v; if (v > 0 && q.size() < 4 && s < 3) { q.add(v * x - 1); q.addFirst(v * 0.5 - 0.7); } }
    return s + q.size();
  }
  @Differentiable static double fifo(double[] a) {
    Deque<Double> window = new ArrayDeque<>();
    double sum = 0; double best = 0;
    for (double v : a) { window.addLast(v * v); sum += window.peekLast(); if (window.size() > 2) { sum -= window.removeFirst(); } double m = 0; for (double w : window) { m = Math.max(m, w * sum); } best += m; }
    return best;
  }
  static final class Node { final double v; final int depth; Node left; Node(double v, int depth) { this.v = v; this.depth = depth; } }
  @Differentiable static double bfs(double x) {
    Queue<Node> q = new ArrayDeque<>(); q.offer(new Node(x, 0)); double s = 0;
    Node n;
    while ((n = q.poll()) != null) { s += n.v * n.v; if (n.depth < 3) { q.offer(new Node(n.v * x, n.depth + 1)); q.offer(new Node(n.v + x, n.depth + 1)); } }
    return s;
  }
  record P(double a, double b) {}
  @Differentiable static double records(double x) { ArrayDeque<P> st = new ArrayDeque<>(); st.push(new P(x, 2)); st.push(new P(x * x, 3)); P t = st.pop(); st.push(new P(t.a() * t.b(), x)); double s = 0; for (P p : st) { s += p.a() * p.b(); } return s; }
  @Differentiable static double adder(double[] a) { DoubleAdder sum = new DoubleAdder(); for (double v : a) { sum.add(v * v); } double r = sum.sum(); sum.add(r); return sum.sumThenReset() * r + sum.sum(); }
  @Differentiable static double reference(double x) { AtomicReference<Double> r = new AtomicReference<>(x); for (int i = 0; i < 3; i++) { r.updateAndGet(v -> v * x + 1); } r.accumulateAndGet(x, (a, b) -> a * b); double old = r.getAndSet(2.0); return old * r.get() * x; }
  @Differentiable static double referenceOfRecord(double x) { AtomicReference<P> r = new AtomicReference<>(new P(x, 1)); for (int i = 0; i < 3; i++) { P p = r.get(); r.set(new P(p.a() * x, p.b() + p.a())); } return r.get().a() * r.get().b(); }
  static OptionalDouble find(double v, double min) { return v > min ? OptionalDouble.of(v * v) : OptionalDouble.empty(); }
  @Differentiable(wrt = "a") static double optional(double[] a) { return find(a[0], 0).orElse(a[0]) * find(a[1], 1e9).orElse(a[1]); }
  @Differentiable static double optionalDouble(double x) { OptionalDouble o = x > 0 ? OptionalDouble.of(x * x) : OptionalDouble.empty(); double s = o.isPresent() ? o.getAsDouble() : -x; return s + o.orElse(3 * x) + o.orElseGet(() -> x * x * x); }
  @Differentiable static double throwing(double x) { OptionalDouble o = OptionalDouble.empty(); if (x < 1e9) { o = OptionalDouble.of(x); } return o.orElseThrow() * x; }
  @Differentiable static double caught(double x) { ArrayDeque<Double> q = new ArrayDeque<>(); q.add(x); try { return q.pop() + q.pop(); } catch (NoSuchElementException e) { return x * x; } }
  @Differentiable static double emptyAtFirst(double[] a) { Optional<Double> best = Optional.empty(); for (double v : a) { if (v > 0.3) { best = Optional.of(best.map(b -> b * v).orElse(v)); } } return best.orElse(1.0) + best.map(Math::sin).orElseGet(() -> a[0]); }
  @Differentiable static double mappedInALoop(double[] a) { Optional<Double> r = Optional.of(a[0]); for (double v : a) { r = r.map(b -> b + v * b); } return r.get(); }
  static Optional<Double> root(double a, double b) { double d = a * a - b; return d < 0 ? Optional.empty() : Optional.of(Math.sqrt(d)); }
  @Differentiable static double roots(double a, double b) { Optional<Double> none = Optional.empty(); return root(a, b).map(r -> r * a).orElseGet(() -> root(a, -b).orElse(b)) + none.map(v -> v * a).orElse(b); }
  @Differentiable static double message(double x) { StringBuilder sb = new StringBuilder(); sb.append("x is ").append(x).append(" and too big"); if (x > 100) { throw new IllegalArgumentException(sb.toString()); } return sb.length() > 3 && sb.toString().contains("x") ? x * x : x; }
  @Differentiable static double joined(double[] x) { StringBuilder sb = new StringBuilder("["); double s = 0; for (double v : x) { if (sb.length() > 1) { sb.append(", "); } sb.append(v * v); s += v * v; } String all = sb.append(']').toString(); if (s < 0) { throw new IllegalStateException(all); } return s; }
  @Differentiable static double forgotten(double x) { String text = String.format("%.3f %s", x, "a"); double y = x * x; String more = "" + y; return y * (more.isEmpty() || text.equals(more) ? 2 : 3); }
  @Differentiable static double referenceToNothing(double x) { AtomicReference<Double> r = new AtomicReference<>(null); if (r.get() == null) { r.set(x * x); } return r.get() * x; }
  @Differentiable static double firstReference(double[] a) { AtomicReference<Double> best = new AtomicReference<>(); for (double v : a) { Double b = best.get(); if (b == null || v * v > b) { best.set(v * v); } } return best.get() == null ? 1 : best.get() * a[0]; }
  @Differentiable static double clearedReference(double x) { AtomicReference<Double> r = new AtomicReference<>(x); double s = r.getAndSet(null) * x; if (x > 1e9) { r.set(x); } return r.get() == null ? s : s * r.get(); }
  @Differentiable static double missingReference(double x) { AtomicReference<Double> r = new AtomicReference<>(); double s = x; try { s *= x; s *= r.get(); } catch (NullPointerException e) { s *= 5; } return s; }
}
