package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Objects that are made here around one from outside, which is of another class each time: what is
 * read for one class must not be called with another.
 */
class HeldStrategies {
  interface Model {
    double rate();

    double value(double t, DoubleUnaryOperator payoff, Product product);
  }

  interface Product {
    double lower(Model model, double t);

    double upper(Model model, double t);
  }

  static class Solver {
    final Model model;
    final Product product;
    final double theta;

    Solver(Model model, Product product, double theta) {
      this.model = model;
      this.product = product;
      this.theta = theta;
    }

    double solve(double t, DoubleUnaryOperator payoff) {
      double sum = 0;
      for (int i = 0; i < 4; i++) {
        double paid = payoff.applyAsDouble(t + i) * model.rate();
        sum = sum * theta + product.lower(model, t) + product.upper(model, t * i) + paid;
      }
      return sum;
    }
  }

  static class Plain implements Model {
    double rate = 0.3;
    double theta = 0.5;

    @Override
    public double rate() {
      return rate;
    }

    @Override
    public double value(double t, DoubleUnaryOperator payoff, Product product) {
      return new Solver(this, product, theta).solve(t, payoff);
    }
  }

  static class Steep implements Model {
    double slope = 0.4;
    double theta = 0.6;

    @Override
    public double rate() {
      return 2 * slope;
    }

    @Override
    public double value(double t, DoubleUnaryOperator payoff, Product product) {
      return new Solver(this, product, theta).solve(t, payoff);
    }
  }

  static class Call implements Product {
    double strike = 1.1;
    double maturity = 2;

    @Override
    public double lower(Model model, double t) {
      return 0;
    }

    @Override
    public double upper(Model model, double t) {
      return t - strike * Math.exp(-model.rate() * (maturity - t));
    }

    double value(double t, Model model) {
      return model.value(t, x -> Math.max(x - strike, 0), this);
    }
  }

  private static List<Model> models = List.of(new Plain(), new Steep());
  private static List<Call> calls = List.of(new Call());

  @Differentiable
  @Inputs("i = 0")
  @Inputs("i = 1")
  static double valued(double t, int i) {
    return calls.get(0).value(t, models.get(i));
  }
}
