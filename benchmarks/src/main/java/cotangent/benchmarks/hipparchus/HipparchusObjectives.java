package cotangent.benchmarks.hipparchus;

import org.hipparchus.analysis.differentiation.Gradient;

/** Computes values with gradients in Hipparchus' forward mode, for comparison. */
public final class HipparchusObjectives {
  private HipparchusObjectives() {}

  /** Computes the curved valley. */
  public static Gradient rosenbrock(double[] at) {
    Gradient[] x = variables(at, at.length);
    Gradient sum = Gradient.constant(at.length, 0);
    for (int i = 0; i < x.length - 1; i++) {
      Gradient across = x[i + 1].subtract(x[i].square());
      Gradient along = x[i].subtract(1);
      sum = sum.add(across.square().multiply(100)).add(along.square());
    }
    return sum;
  }

  /** Computes the logistic loss, by the weights and the bias. */
  public static Gradient logisticRegression(
      double[] w, double bias, double[][] x, double[] y, double penalty) {
    int d = w.length;
    Gradient[] weights = variables(w, d + 1);
    Gradient intercept = Gradient.variable(d + 1, d, bias);
    Gradient sum = Gradient.constant(d + 1, 0);
    for (int i = 0; i < x.length; i++) {
      Gradient score = intercept.add(score(weights, x[i]));
      sum = sum.add(score.multiply(-y[i]).exp().log1p());
    }
    return sum.divide(x.length).add(squares(weights).multiply(0.5 * penalty));
  }

  /** Computes the margins' objective. */
  public static Gradient supportVectorMachine(double[] w, double[][] x, double[] y, double cost) {
    Gradient[] weights = variables(w, w.length);
    Gradient hinges = Gradient.constant(w.length, 0);
    for (int i = 0; i < x.length; i++) {
      Gradient hinge = score(weights, x[i]).multiply(-y[i]).add(1);
      if (hinge.getValue() > 0) {
        hinges = hinges.add(hinge);
      }
    }
    return squares(weights).multiply(0.5).add(hinges.multiply(cost));
  }

  /** Computes the cubic recurrence, by its start, its constant and its step. */
  public static Gradient cubic(double start, double a, double h, int steps) {
    Gradient s = Gradient.variable(3, 0, start);
    Gradient constant = Gradient.variable(3, 1, a);
    Gradient step = Gradient.variable(3, 2, h);
    for (int i = 0; i < steps; i++) {
      s = s.add(step.multiply(constant.subtract(s.multiply(s).multiply(s))));
    }
    return s;
  }

  /** Computes the pendulum recurrence, by its start, its constant and its step. */
  public static Gradient pendulum(double start, double a, double h, int steps) {
    Gradient s = Gradient.variable(3, 0, start);
    Gradient constant = Gradient.variable(3, 1, a);
    Gradient step = Gradient.variable(3, 2, h);
    for (int i = 0; i < steps; i++) {
      s = s.add(step.multiply(constant.subtract(s.sin())));
    }
    return s;
  }

  private static Gradient[] variables(double[] at, int parameters) {
    Gradient[] variables = new Gradient[at.length];
    for (int i = 0; i < at.length; i++) {
      variables[i] = Gradient.variable(parameters, i, at[i]);
    }
    return variables;
  }

  private static Gradient score(Gradient[] weights, double[] row) {
    Gradient score = weights[0].multiply(row[0]);
    for (int j = 1; j < weights.length; j++) {
      score = score.add(weights[j].multiply(row[j]));
    }
    return score;
  }

  private static Gradient squares(Gradient[] weights) {
    Gradient sum = weights[0].square();
    for (int j = 1; j < weights.length; j++) {
      sum = sum.add(weights[j].square());
    }
    return sum;
  }
}
