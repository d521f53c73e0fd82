package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;

/** Collections in fields of objects that change while a loop runs over them: what fails, fails; what ends early, ends early. */
class ChangedMeanwhile {
  static final class Bus {
    final List<DoubleUnaryOperator> all = new ArrayList<>();
    double sum(double x) { double s = 0; for (DoubleUnaryOperator f : all) s += f.applyAsDouble(x); return s; }
    double first(double x) { double s = 0; for (DoubleUnaryOperator f : all) { s += f.applyAsDouble(x); if (s > 40) break; } return s; }
    double each(double x) { double[] s = {0}; all.forEach(f -> s[0] = s[0] * 0.5 + f.applyAsDouble(x)); return s[0]; }
  }
  static final class Node { final List<Double> values = new ArrayList<>(); Node next;
    double drop(double x) { double s = 0; for (double v : values) { s = s * 0.5 + v; if (s > x) next.values.remove(0); } return s; }
    void more(double x, int n) { if (n > 0) { next.values.add(x); more(x, n - 1); } } }

  @Differentiable static double lastAdds(double x) { Bus b = new Bus(); b.all.add(v -> v * x); b.all.add(v -> { if (v > 0) b.all.add(w -> w); return v * v; }); try { return b.sum(x); } catch (ConcurrentModificationException e) { return x * x * x; } }

  @Differentiable static double lastButOneRemoves(double x) { Bus b = new Bus(); b.all.add(v -> v * x); b.all.add(v -> { if (v > 0) b.all.remove(0); return v * v; }); b.all.add(v -> v + x); return b.sum(x); }

  @Differentiable static double removesWithBreak(double x) { Bus b = new Bus(); b.all.add(v -> v * x); b.all.add(v -> { if (v > 0) b.all.remove(0); return v * v; }); b.all.add(v -> v + x); return b.first(x); }

  @Differentiable static double addsWithBreak(double x) { Bus b = new Bus(); b.all.add(v -> v * x); b.all.add(v -> { if (v > 0) b.all.add(w -> w); return v * v; }); try { return b.first(x); } catch (ConcurrentModificationException e) { return x * x * x; } }

  @Differentiable static double addsInForEach(double x) { Bus b = new Bus(); b.all.add(v -> { if (v > 0) b.all.add(w -> w); return v * v; }); b.all.add(v -> v * x); double[] calls = {0}; b.all.add(v -> calls[0] += v); try { return b.each(x); } catch (ConcurrentModificationException e) { return x * x * x + calls[0]; } }

  @Differentiable static double forEachStops(double x) { List<Double> l = new ArrayList<>(List.of(x, 2.0, x * x)); double[] s = {0}; try { l.forEach(v -> { s[0] += v * x; if (x > 0) l.add(v); }); } catch (ConcurrentModificationException e) { s[0] *= s[0]; } return s[0]; }

  @Differentiable static double othersList(double x) { Node a = new Node(); Node b = new Node(); a.next = b; b.next = b; for (int i = 0; i < 3; i++) { a.values.add(x * i); b.values.add(x + i); } return a.drop(x) + 0.5 * b.values.size() * a.values.get(2); }

  @Differentiable static double ownList(double x) { Node a = new Node(); a.next = a; for (int i = 0; i < 3; i++) a.values.add(x * x * (i + 0.25)); try { return a.drop(x); } catch (ConcurrentModificationException e) { return x * a.values.size(); } }

  @Differentiable static double byRecursion(double x) { Node a = new Node(); a.next = a; a.values.add(x); a.values.add(x * x); double s = 0; try { for (double v : a.values) { s = s * x + v; if (v == a.values.get(1)) a.more(x, 2); } } catch (ConcurrentModificationException e) { s *= 3; } return s * a.values.size(); }

  @Differentiable static double sameSize(double x) { List<Double> l = new ArrayList<>(List.of(x, 2 * x)); double s = 0; Iterator<Double> it = l.iterator(); try { while (it.hasNext()) { s += it.next() * x; if (x > 0) { l.remove(0); l.add(x); } } } catch (ConcurrentModificationException e) { s *= s; } return s; }

  @Differentiable static double iteratorRemoves(double[] x) { List<Double> l = new ArrayList<>(); for (double v : x) l.add(v * v); for (Iterator<Double> it = l.iterator(); it.hasNext();) if (it.next() < 0.5) it.remove(); double s = x[0]; for (double v : l) s = s * 0.7 + v; return s; }

  @Differentiable static double removesTwice(double x) { List<Double> l = new ArrayList<>(List.of(x, 2 * x)); Iterator<Double> it = l.iterator(); double s = it.next(); it.remove(); try { it.remove(); } catch (IllegalStateException e) { s += x * x; } return s * it.next() * l.size(); }

  @Differentiable static double sortedMeanwhile(double x) { List<Double> l = new ArrayList<>(List.of(3 * x, x, 2.0)); double s = 0; try { for (double v : l) { s = s * x + v; if (x > 0) l.sort(null); } } catch (ConcurrentModificationException e) { s *= l.get(0); } return s; }
}
