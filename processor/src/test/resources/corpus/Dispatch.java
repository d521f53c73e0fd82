package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Methods of objects that come from outside: which one runs depends on the class. */
class Dispatch {
  interface Payoff {
    double value(double spot);

    default double twice(double spot) {
      return 2 * value(spot) + strike();
    }

    double strike();
  }

  static final class Call implements Payoff {
    private final double strike;

    Call(double strike) {
      this.strike = strike;
    }

    @Override
    public double value(double spot) {
      return Math.max(spot - strike, 0) * spot;
    }

    @Override
    public double strike() {
      return strike;
    }
  }

  static class Put implements Payoff {
    final double strike;

    Put(double strike) {
      this.strike = strike;
    }

    @Override
    public double value(double spot) {
      return strike * strike - spot * spot;
    }

    @Override
    public double strike() {
      return strike;
    }
  }

  static class Digital extends Put {
    Digital(double strike) {
      super(strike);
    }

    @Override
    public double value(double spot) {
      return 1 / (1 + Math.exp(-spot * strike)) + super.value(spot);
    }

    @Override
    public double twice(double spot) {
      return super.twice(spot) * spot;
    }
  }

  record Forward(double strike) implements Payoff {
    @Override
    public double value(double spot) {
      return spot * spot - strike;
    }
  }

  static final Payoff[] ALL = {new Call(0.5), new Put(2), new Digital(3), new Forward(1.5)};

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  @Inputs("i = 2")
  @Inputs("i = 3")
  static double chosen(double x, int i) {
    return ALL[i].value(x) * x;
  }

  @Differentiable
  static double inLoop(double x) {
    double sum = 0;
    for (Payoff payoff : ALL) {
      sum += payoff.twice(x) * payoff.strike();
    }
    return sum;
  }

  @Differentiable
  @Inputs("isMade = true")
  @Inputs("isMade = false")
  static double madeOrOutside(double x, boolean isMade) {
    Payoff payoff = isMade ? new Put(x) : ALL[2];
    return payoff.twice(x * x);
  }

  abstract static class Layer {
    abstract double[] apply(double[] x);

    void scale(double[] x) {
      for (int i = 0; i < x.length; i++) {
        x[i] *= factor();
      }
    }

    protected double factor() {
      return 2;
    }
  }

  static final class Tanh extends Layer {
    @Override
    double[] apply(double[] x) {
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        y[i] = Math.tanh(x[i]);
      }
      return y;
    }

    @Override
    protected double factor() {
      return 3;
    }
  }

  static final class Square extends Layer {
    @Override
    double[] apply(double[] x) {
      double[] y = x.clone();
      for (int i = 0; i < x.length; i++) {
        y[i] *= x[i];
      }
      return y;
    }
  }

  static final Layer[] LAYERS = {new Tanh(), new Square(), new Tanh()};

  @Differentiable
  @Inputs("x in [0.2, 0.7]; x length 3")
  static double network(double[] x) {
    double[] y = x;
    for (Layer layer : LAYERS) {
      y = layer.apply(y);
      layer.scale(y);
    }
    double sum = 0;
    for (double each : y) {
      sum += each;
    }
    return sum;
  }

  static class Plain {
    private double k = 2;

    double scaled(double x) {
      return k * x * offset();
    }

    double offset() {
      return 1.5;
    }
  }

  static class Other extends Plain {
    @Override
    double offset() {
      return 2.5;
    }
  }

  static final Plain[] PLAIN = {new Plain(), new Other()};

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  static double template(double x, int i) {
    return PLAIN[i].scaled(x * x);
  }
}
