package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.List;

/** Objects from outside that hold others of their interface, in many classes. */
class Decorators {
  interface Curve {
    double at(double t);

    /** Writes values and returns how many curves were asked. */
    int fill(double[] times, double[] values);

    default double mean(double from, double to) {
      return (at(from) + at(to)) / 2;
    }
  }

  record Flat(double rate) implements Curve {
    @Override
    public double at(double t) {
      return rate;
    }

    @Override
    public int fill(double[] times, double[] values) {
      for (int i = 0; i < times.length; i++) {
        values[i] = rate * times[0];
      }
      return 1;
    }
  }

  static final class Linear implements Curve {
    private final double a;
    private final double b;

    Linear(double a, double b) {
      this.a = a;
      this.b = b;
    }

    @Override
    public double at(double t) {
      return a + b * t * t;
    }

    @Override
    public int fill(double[] times, double[] values) {
      for (int i = 0; i < times.length; i++) {
        values[i] = at(times[i]);
      }
      return 1;
    }
  }

  static class Scaled implements Curve {
    final Curve inner;
    final double factor;

    Scaled(Curve inner, double factor) {
      this.inner = inner;
      this.factor = factor;
    }

    @Override
    public double at(double t) {
      return factor * inner.at(t * factor);
    }

    @Override
    public int fill(double[] times, double[] values) {
      int count = inner.fill(times, values);
      for (int i = 0; i < values.length; i++) {
        values[i] *= factor;
      }
      return count + 1;
    }

    @Override
    public double mean(double from, double to) {
      return factor * inner.mean(from * factor, to * factor);
    }
  }

  static final class Shifted extends Scaled {
    Shifted(Curve inner, double by) {
      super(inner, by);
    }

    @Override
    public double at(double t) {
      return inner.at(t + factor) - factor;
    }
  }

  record Sum(Curve one, Curve other) implements Curve {
    @Override
    public double at(double t) {
      return one.at(t) + other.at(t * t);
    }

    @Override
    public int fill(double[] times, double[] values) {
      double[] more = new double[values.length];
      int count = one.fill(times, values) + other.fill(times, more);
      for (int i = 0; i < values.length; i++) {
        values[i] += more[i];
      }
      return count;
    }
  }

  static final class Product implements Curve {
    private final Curve[] factors;

    Product(Curve... factors) {
      this.factors = factors;
    }

    @Override
    public double at(double t) {
      double product = 1;
      for (Curve each : factors) {
        product *= each.at(t);
      }
      return product;
    }

    @Override
    public int fill(double[] times, double[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = at(times[i]);
      }
      return 0;
    }
  }

  record Checked(Curve inner) implements Curve {
    @Override
    public double at(double t) {
      double value = inner.at(t);
      if (value > 100) {
        throw new IllegalStateException("too much");
      }
      return value;
    }

    @Override
    public int fill(double[] times, double[] values) {
      return inner.fill(times, values);
    }
  }

  static final Curve LINE = new Linear(0.3, 0.2);
  static final Curve[] ALL = {
    new Flat(0.7),
    LINE,
    new Scaled(new Shifted(LINE, 0.1), 1.5),
    new Sum(new Scaled(LINE, 0.5), new Sum(new Flat(1), new Shifted(LINE, 2))),
    new Product(LINE, new Scaled(new Product(LINE, new Flat(2)), 1.1), LINE),
    new Checked(new Scaled(new Checked(LINE), 1.5)),
    new Sum(new Flat(0.1), new Checked(new Scaled(LINE, 1000)))
  };

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  @Inputs("i = 2")
  @Inputs("i = 3")
  @Inputs("i = 4")
  @Inputs("i = 5")
  static double discount(double t, int i) {
    return Math.exp(-ALL[i].at(t) * t);
  }

  @Differentiable
  static double all(double t) {
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += ALL[i].at(t + 0.1 * i) * t;
    }
    return sum;
  }

  @Differentiable
  @Inputs("i = 3")
  @Inputs("i = 2")
  static double mean(double from, double to, int i) {
    return ALL[i].mean(from, to) * from;
  }

  @Differentiable
  @Inputs("i = 2")
  @Inputs("i = 3")
  @Inputs("i = 4")
  static double[] filled(double[] times, int i) {
    double[] values = new double[times.length];
    int count = ALL[i].fill(times, values);
    values[0] *= count;
    return values;
  }

  @Differentiable
  @Inputs("i = 2")
  @Inputs("i = 5")
  @Inputs("i = 6")
  static double caught(double t, int i) {
    double result = t * t;
    try {
      result += ALL[i].at(t);
    } catch (IllegalStateException e) {
      result *= 3;
    }
    return result;
  }

  static final class Shelf {
    final List<Curve> curves;

    Shelf(Curve... curves) {
      this.curves = List.of(curves);
    }
  }

  static final Curve[] SOME = {LINE, null, new Sum(LINE, LINE)};
  static final Shelf[] SHELVES = {new Shelf(SOME[0], SOME[2]), null};

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  @Inputs("i = 2")
  static double absent(double t, int i) {
    double result = t;
    try {
      result *= t;
      result *= SOME[i].at(t);
    } catch (NullPointerException e) {
      result = Math.exp(result);
    }
    return result;
  }

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  static double shelved(double t, int i) {
    double sum = t;
    try {
      for (Curve each : SHELVES[i].curves) {
        sum = sum * t + each.at(t);
      }
    } catch (RuntimeException e) {
      sum *= 7 * sum;
    }
    return sum;
  }
}
