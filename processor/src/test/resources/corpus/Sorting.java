package corpus;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** {@code Arrays.sort}: derivatives follow the numbers to where they are moved. */
class Sorting {
  @Differentiable
  @Inputs("x = {3, 1, 2, -5, 0.5}")
  @Inputs("x = {}")
  @Inputs("x = {2}")
  static double weighted(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      sum += (i + 1) * sorted[i] * sorted[i] + x[i];
    }
    return sum;
  }

  @Differentiable
  @Inputs("x = {3, 1, 2, -5, 0.5}")
  static double median(double[] x) {
    double[] sorted = Arrays.copyOf(x, x.length);
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }

  /** The mean of what is lost in the worst cases, for each of several portfolios. */
  @Differentiable
  @Inputs("w = {{0.2, 0.8}, {1.5, -0.5}}; returns = {{1, 2}, {3, -1}, {-2, 0.5}, {0.1, 0.2}}")
  static double expectedShortfall(double[][] w, double[][] returns) {
    double total = 0;
    for (double[] weights : w) {
      double[] losses = new double[returns.length];
      for (int s = 0; s < losses.length; s++) {
        for (int i = 0; i < weights.length; i++) {
          losses[s] -= weights[i] * returns[s][i];
        }
      }
      Arrays.sort(losses);
      total += losses[losses.length - 1] * losses[losses.length - 2] + losses[0];
    }
    return total;
  }

  @Differentiable
  @Inputs("x = {9, 5, 7, 3, 1, 8}; from = 1; to = 5")
  @Inputs("x = {9, 5, 7, 3, 1, 8}; from = 2; to = 2")
  @Inputs(value = "x length 6; from = 3; to = 2", fails = IllegalArgumentException.class)
  @Inputs(value = "x length 6; from = 3; to = 9", fails = ArrayIndexOutOfBoundsException.class)
  static double range(double[] x, int from, int to) {
    x[0] *= x[1];
    Arrays.sort(x, from, to);
    return x[1] * x[2] + x[0] * x[4] + x[5];
  }

  @Differentiable
  @Inputs("x = {-3, -2}")
  static double special(double[] x) {
    double[] all = {Double.NaN, 0.0, x[0], -0.0, x[1]};
    Arrays.sort(all);
    double sum = all[0] * all[0] + all[1];
    return sum + (1 / all[2] < 0 ? x[0] : 0) + (Double.isNaN(all[4]) ? x[1] * x[1] : 0);
  }

  @Differentiable
  @Inputs("x = {2.5f, 1, -4, 0}")
  static float floats(float[] x) {
    Arrays.sort(x);
    return x[0] * x[3] + x[1];
  }

  @Differentiable
  @Inputs("x = {0.2, 0.1, 0.5}; order = {3, 1, 2}")
  static double whole(double[] x, int[] order) {
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    return x[0] * sorted[0] + x[1] * sorted[1] + x[2] * x[2] * sorted[2];
  }

  @Differentiable
  @Inputs("x = {1, 3}; y = {1, 2}")
  @Inputs("x = {4, 2}; y = {1, 3}")
  static double compared(double[] x, double[] y) {
    return Arrays.equals(x, new double[] {1, 2}) ? x[0] * y[1] : x[1] * y[0] + y[1];
  }

  /** Finds its place in a table of numbers that are differentiable themselves. */
  @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
  @Inputs("times = {0.5, 1, 2.5, 4}; values = {1, 3, 2, 5}; t = 1.75")
  @Inputs("times = {0.5, 1, 2.5, 4}; values = {1, 3, 2, 5}; t = 3.9")
  @Inputs("times = {0.5, 1, 2.5, 4}; values = {1, 3, 2, 5}; t = 0.25")
  static double interpolated(double[] times, double[] values, double t) {
    int found = Arrays.binarySearch(times, t);
    int above = found >= 0 ? found : -found - 1;
    if (above == 0) {
      return values[0];
    }
    double part = (t - times[above - 1]) / (times[above] - times[above - 1]);
    return values[above - 1] + part * part * (values[above] - values[above - 1]);
  }

  /** Sorts again in each round what was changed since. */
  @Differentiable
  @Inputs("x = {3, 1, 2.25, 0.7}")
  static double again(double[] x) {
    double sum = 0;
    for (int round = 0; round < 3; round++) {
      Arrays.sort(x);
      x[0] = x[0] * x[3] + 1.5;
      sum += x[1] * x[2];
    }
    return sum;
  }

  static class Ranked implements Comparable<Ranked> { final double v; final int i; Ranked(double v, int i) { this.v = v; this.i = i; } public int compareTo(Ranked o) { return Double.compare(v, o.v); } double v() { return v; } }
  record Falling(double v, int i) implements Comparable<Falling> { public int compareTo(Falling o) { return Double.compare(o.v, v); } }
  @Differentiable static double ranked(double[] x) { Ranked[] p = new Ranked[x.length]; for (int i = 0; i < x.length; i++) { p[i] = new Ranked(x[i], i); } Arrays.sort(p); double s = 0; for (int i = 0; i < p.length; i++) { s += i * p[i].v() + p[i].i * p[i].v; } return s; }
  @Differentiable static double falling(double[] x) { Falling[] p = new Falling[x.length]; for (int i = 0; i < x.length; i++) { p[i] = new Falling(x[i], i); } Arrays.sort(p, 0, x.length - 1); double s = 0; for (int i = 0; i < p.length; i++) { s += i * p[i].v() + p[i].i * p[i].v; } return s; }
  @Differentiable static double fallingList(double[] x) { List<Falling> p = new ArrayList<>(); for (int i = 0; i < x.length; i++) { p.add(new Falling(x[i], i)); } Collections.sort(p); double s = 0; for (int i = 0; i < p.size(); i++) { s += i * p.get(i).v(); } p.sort(null); return s + p.get(0).v(); }
  @Differentiable static double sortedNumbers(double[] x) { List<Double> p = new ArrayList<>(); for (double v : x) { p.add(v * v); } Collections.sort(p); double s = 0; for (int i = 0; i < p.size(); i++) { s += i * p.get(i); } p.sort(null); return s * p.get(0); }

  /** Comparators that don't keep their contract have the order that Java's sort makes of it. */
  @Differentiable static double neverEqual(double x) { double[][] p = {{2, x}, {1, 2 * x}, {1, 3 * x}}; Arrays.sort(p, (a, b) -> a[0] < b[0] ? -1 : 1); return p[0][1] + 10 * p[1][1] + 100 * p[2][1]; }
  @Differentiable static double alwaysGreater(double[] x) { List<Double> l = new ArrayList<>(); for (int i = 0; i < 40; i++) l.add(x[i % x.length] * i); l.sort((a, b) -> 1); double s = 0; for (double v : l) s = s * 0.9 + v; return s; }
  @Differentiable static double contradicting(double[] x) { Double[] all = new Double[50]; int[] asked = {0}; for (int i = 0; i < 50; i++) all[i] = Math.sin(7 * i + x[0]) * x[i % x.length]; try { Arrays.sort(all, (a, b) -> { asked[0]++; return asked[0] % 3 == 0 ? -1 : Double.compare(a, b); }); } catch (IllegalArgumentException e) { return x[0] * asked[0]; } double s = 0; for (double v : all) s = s * 0.9 + v; return s * asked[0]; }
  @Differentiable static double countedComparisons(double x) { int[] comparisons = {0}; Double[] a = {x, 3.0, 1.0, 2.0}; Arrays.sort(a, (p, q) -> { comparisons[0]++; return Double.compare(p, q); }); return x * comparisons[0]; }
  @Differentiable static double leastOfNone(double x) { List<double[]> l = new ArrayList<>(List.of(new double[] {1, x}, new double[] {2, x * x}, new double[] {1, 3 * x})); return Collections.min(l, (a, b) -> a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : -1)[1]; }
}
