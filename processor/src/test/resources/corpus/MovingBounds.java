package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Loops that look as if they counted, up to a bound that their bodies change. */
final class MovingBounds {
  private MovingBounds() {}

  static final class Acc {
    int n = 1;
    double s;

    void add(double v) {
      s += v;
      n++;
    }

    int size() {
      return n;
    }

    double grown(double x) {
      for (int i = 0; i < n; i++) {
        if (n < 5) {
          add(x * i + x * x);
        }
      }
      return s;
    }
  }

  @Differentiable
  static double growingList(double x, double y) {
    List<Double> l = new ArrayList<>();
    l.add(x);
    for (int i = 0; i < l.size(); i++) {
      double v = l.get(i);
      if (l.size() < 4) {
        l.add(v * y);
      }
    }
    double s = 0;
    for (double v : l) {
      s = s * 0.9 + v;
    }
    return s;
  }

  @Differentiable
  static double shrinkingList(double x, double y) {
    List<Double> l = new ArrayList<>(List.of(x, y, x * y, x + y, 2 * x));
    double s = 0;
    for (int i = 0; i < l.size(); i++) {
      s += l.get(i) * l.get(i);
      if (i % 2 == 0) {
        l.remove(i);
      }
    }
    return s + l.size() * x;
  }

  @Differentiable
  static double growingDeque(double x, double y) {
    ArrayDeque<Double> queue = new ArrayDeque<>();
    queue.add(x);
    double s = 0;
    for (int i = 0; i < queue.size() && i < 6; i++) {
      s += queue.peekLast() * i;
      queue.addLast(s * y + x);
    }
    for (int i = 0; i < queue.size(); i++) {
      s += queue.pollFirst() * y;
    }
    return s;
  }

  @Differentiable
  static double constantsOnly(double x) {
    List<Integer> l = new ArrayList<>();
    l.add(1);
    double s = x;
    for (int i = 0; i < l.size(); i++) {
      s = s * x + l.get(i);
      if (l.size() < 5) {
        l.add(l.get(i) * 2);
      }
    }
    return s;
  }

  @Differentiable
  static double field(double x, double y) {
    Acc a = new Acc();
    for (int i = 0; i < a.n; i++) {
      if (a.n < 4) {
        a.add(x * y + i * x);
      }
    }
    return a.s * x;
  }

  @Differentiable
  static double getterDown(double x) {
    Acc a = new Acc();
    for (int i = 10; i > a.size(); i--) {
      a.add(x * i);
    }
    return a.s * x;
  }

  @Differentiable
  static double expression(double x) {
    Acc a = new Acc();
    int i = 0;
    for (; i < Math.min(2 * a.n, 7); i++) {
      a.add(x * i + 1);
    }
    return a.s * x + i;
  }

  @Differentiable
  static double ownMethod(double x) {
    return new Acc().grown(x) * x;
  }

  @Differentiable
  static double throughALambda(double x) {
    Acc a = new Acc();
    DoubleUnaryOperator f =
        v -> {
          if (a.n < 5) {
            a.add(v * x);
          }
          return a.s * v;
        };
    double s = 0;
    for (int i = 0; i < a.n; i++) {
      s += f.applyAsDouble(x + i);
    }
    return s;
  }

  @Differentiable
  static double replacedArray(double x) {
    double[][] d = {{x}};
    Acc a = new Acc();
    double s = 0;
    for (int i = 0; i < d[0].length; i++) {
      s += d[0][i] * x;
      if (i < 3) {
        double[] longer = new double[d[0].length + 1];
        System.arraycopy(d[0], 0, longer, 0, d[0].length);
        longer[d[0].length] = s + a.n;
        d[0] = longer;
      }
    }
    return s;
  }

  /** The bound stays: it counts. */
  @Differentiable
  static double steady(double[] x) {
    Acc a = new Acc();
    a.n = x.length;
    List<Double> squares = new ArrayList<>();
    for (int i = 0; i < a.n; i++) {
      squares.add(x[i] * x[i]);
      a.s += x[i];
    }
    double s = a.s;
    for (int i = 0; i < squares.size(); i++) {
      s += squares.get(i) * i;
    }
    return s;
  }
}
