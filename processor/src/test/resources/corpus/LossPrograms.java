package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Losses with layers, exceptions, sorts, streams and optional values. */
class LossPrograms {
  // network with layers as objects
  interface Layer {
    double[] forward(double[] x);
  }

  abstract static class Base implements Layer {
    final int in, out;

    Base(int i, int o) {
      in = i;
      out = o;
    }
  }

  static final class Linear extends Base {
    final double[] w;
    final int off;

    Linear(double[] w, int off, int i, int o) {
      super(i, o);
      this.w = w;
      this.off = off;
    }

    public double[] forward(double[] x) {
      double[] y = new double[out];
      for (int o = 0; o < out; o++) {
        double s = w[off + out * in + o];
        for (int i = 0; i < in; i++) s += w[off + o * in + i] * x[i];
        y[o] = s;
      }
      return y;
    }
  }

  static final class Act implements Layer {
    final DoubleUnaryOperator f;

    Act(DoubleUnaryOperator f) {
      this.f = f;
    }

    public double[] forward(double[] x) {
      double[] y = x.clone();
      for (int i = 0; i < y.length; i++) y[i] = f.applyAsDouble(y[i]);
      return y;
    }
  }

  static final class Net {
    final List<Layer> layers = new ArrayList<>();

    Net add(Layer l) {
      layers.add(l);
      return this;
    }

    double[] run(double[] x) {
      for (Layer l : layers) x = l.forward(x);
      return x;
    }
  }

  @Inputs("w length 17; x length 2")
  @Differentiable
  static double network(double[] w, double[] x) {
    Net n =
        new Net()
            .add(new Linear(w, 0, 2, 3))
            .add(new Act(Math::tanh))
            .add(new Linear(w, 9, 3, 2))
            .add(new Act(v -> v > 0 ? v : 0.1 * v));
    double[] y = n.run(x);
    return y[0] * y[0] - y[1];
  }

  // exceptions half way
  static double checked(double v) {
    if (v < 0.5) throw new IllegalArgumentException("small");
    return Math.sqrt(v);
  }

  @Differentiable
  static double caught(double[] x) {
    double s = 0;
    double[] part = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      try {
        part[i] = x[i] * x[i];
        s += part[i];
        s *= checked(x[i]);
        part[i] = s;
      } catch (IllegalArgumentException e) {
        s -= 0.5 * part[i];
      } finally {
        s += 0.1;
      }
    }
    return s;
  }

  // sorting inside a loss, quantile
  @Differentiable
  static double quantile(double[] x, double y) {
    double[] r = new double[x.length];
    for (int i = 0; i < r.length; i++) r[i] = Math.abs(x[i] - y * i);
    Arrays.sort(r);
    double s = 0;
    for (int i = r.length / 2; i < r.length; i++) s += r[i] * r[i];
    return s;
  }

  record Obs(double t, double v) {}

  @Differentiable
  static double lorenz(double[] x) {
    List<Obs> o = new ArrayList<>();
    for (int i = 0; i < x.length; i++) o.add(new Obs(x[i] * 3, x[i] * x[i]));
    o.sort(Comparator.comparingDouble(Obs::t));
    double s = 0;
    for (int i = 1; i < o.size(); i++)
      s += (o.get(i).t() - o.get(i - 1).t()) * (o.get(i).v() + o.get(i - 1).v()) / 2;
    return s;
  }

  @Differentiable
  static double lambdaComparing(double[] x) {
    Obs[] o = new Obs[x.length];
    for (int i = 0; i < x.length; i++) o[i] = new Obs(x[i], x[i] * i);
    Arrays.sort(o, Comparator.comparingDouble(q -> -q.t()));
    return o[0].v() * 3 + o[1].t();
  }

  // streams in streams
  @Differentiable
  static double nested(double[] x) {
    return IntStream.range(0, x.length)
        .mapToDouble(
            i ->
                IntStream.rangeClosed(0, i).mapToDouble(j -> x[i] * x[j]).filter(v -> v > 0.1).sum()
                    * i)
        .map(Math::sin)
        .sum();
  }

  @Differentiable
  static double recs(double[] x) {
    return Arrays.stream(x)
        .mapToObj(v -> new Obs(v, v * v))
        .filter(o -> o.t() > 0)
        .mapToDouble(o -> o.t() * o.v())
        .max()
        .orElse(0);
  }

  // Optional of records
  @Differentiable
  static double optGet(double x, double y) {
    Optional<Obs> a = x > y ? Optional.of(new Obs(x, y)) : Optional.empty();
    return a.isPresent() ? a.get().t() * a.get().v() : y;
  }

  // maps
  enum K {
    A,
    B
  }

  // local classes of one name
  @Differentiable
  static double bits(double x) {
    if (Double.doubleToRawLongBits(x) < 0) return -x * x;
    return x * x * x;
  }

  // self-referential node list with tail mutation
  static final class Q {
    double v;
    Q next;

    Q(double v) {
      this.v = v;
    }
  }

  @Differentiable
  static double queue(double[] x) {
    Q head = null, tail = null;
    for (double d : x) {
      Q q = new Q(d * d);
      if (tail == null) head = tail = q;
      else {
        tail.next = q;
        tail = q;
      }
    }
    double s = 0, w = 1;
    for (Q q = head; q != null; q = q.next) {
      q.v *= w;
      w = q.v + 0.5;
      s += q.v;
    }
    return s;
  }

  @Differentiable
  static double optionalA(double x) {
    return Optional.of(new Obs(x, x)).map(q -> q.v() * q.t()).orElse(x);
  }

  @Differentiable
  static double optionalB(double x, double y) {
    Optional<Obs> o = x > y ? Optional.of(new Obs(x, y)) : Optional.empty();
    return o.map(q -> q.v() * q.t()).orElse(x);
  }

  static Optional<Obs> found(Obs[] o, double t) {
    for (Obs q : o) if (q.t() > t) return Optional.of(q);
    return Optional.empty();
  }

  @Differentiable
  static double optionalC(double[] x) {
    Obs[] o = new Obs[x.length];
    for (int i = 0; i < x.length; i++) o[i] = new Obs(x[i], x[i] * i);
    Optional<Obs> f = found(o, 0.5);
    return f.isPresent() ? f.get().v() : x[0];
  }

  @Differentiable
  static double optionalD(double x) {
    return Optional.of(x).map(q -> q * q).orElse(x);
  }

  @Differentiable
  static double optionalE(double x, double y) {
    return Optional.of(new Obs(x, y))
        .map(q -> new Obs(q.v() * q.t(), q.t() * 2))
        .orElseGet(() -> new Obs(y, y))
        .t();
  }
}
