package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Small programs as people write them, with the objects that come to hand. */
class Jobs {
  // A Kalman filter on a matrix class of one's own.

  static final class Matrix {
    private final int rows;
    private final int columns;
    private final double[][] data;

    Matrix(int rows, int columns) {
      this.rows = rows;
      this.columns = columns;
      this.data = new double[rows][columns];
    }

    static Matrix of(double[]... rows) {
      Matrix result = new Matrix(rows.length, rows[0].length);
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < rows[i].length; j++) {
          result.data[i][j] = rows[i][j];
        }
      }
      return result;
    }

    Matrix times(Matrix other) {
      Matrix result = new Matrix(rows, other.columns);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < other.columns; j++) {
          double sum = 0;
          for (int k = 0; k < columns; k++) {
            sum += data[i][k] * other.data[k][j];
          }
          result.data[i][j] = sum;
        }
      }
      return result;
    }

    Matrix map(DoubleUnaryOperator f) {
      Matrix result = new Matrix(rows, columns);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          result.data[i][j] = f.applyAsDouble(data[i][j]);
        }
      }
      return result;
    }

    Matrix plus(Matrix other) {
      Matrix result = new Matrix(rows, columns);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          result.data[i][j] = data[i][j] + other.data[i][j];
        }
      }
      return result;
    }

    Matrix transpose() {
      Matrix result = new Matrix(columns, rows);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          result.data[j][i] = data[i][j];
        }
      }
      return result;
    }
  }

  @Differentiable
  @Inputs("process in [0.3, 1]; noise in [0.3, 1]; measured length 3")
  static double kalman(double process, double noise, double[] measured) {
    Matrix f = Matrix.of(new double[] {1, 0.5}, new double[] {0, 1});
    Matrix q = Matrix.of(new double[] {process * process, 0}, new double[] {0, process * process});
    Matrix x = Matrix.of(new double[] {0}, new double[] {1});
    Matrix p = Matrix.of(new double[] {1, 0}, new double[] {0, 1});
    double logLikelihood = 0;
    for (double z : measured) {
      x = f.times(x);
      p = f.times(p).times(f.transpose()).plus(q);
      double innovation = z - x.data[0][0];
      double s = p.data[0][0] + noise * noise + 0.1;
      double k0 = p.data[0][0] / s;
      double k1 = p.data[1][0] / s;
      x = x.plus(Matrix.of(new double[] {k0 * innovation}, new double[] {k1 * innovation}));
      Matrix gain = Matrix.of(new double[] {1 - k0, 0}, new double[] {-k1, 1});
      p = gain.times(p);
      logLikelihood -= 0.5 * (Math.log(s) + innovation * innovation / s);
    }
    return logLikelihood + p.map(Math::tanh).data[1][1];
  }

  // An ODE solver that takes the right-hand side as a function.

  interface Rhs {
    double[] at(double t, double[] y);
  }

  static double[] axpy(double a, double[] x, double[] y) {
    double[] result = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      result[i] = a * x[i] + y[i];
    }
    return result;
  }

  static double[] rk4(Rhs f, double t, double[] y, double h) {
    double[] k1 = f.at(t, y);
    double[] k2 = f.at(t + h / 2, axpy(h / 2, k1, y));
    double[] k3 = f.at(t + h / 2, axpy(h / 2, k2, y));
    double[] k4 = f.at(t + h, axpy(h, k3, y));
    double[] next = y.clone();
    for (int i = 0; i < y.length; i++) {
      next[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return next;
  }

  @Differentiable
  static double pendulum(double length, double angle) {
    Rhs f = (t, y) -> new double[] {y[1], -9.81 / (2 + length * length) * Math.sin(y[0])};
    double[] y = {angle, 0};
    for (int i = 0; i < 6; i++) {
      y = rk4(f, i * 0.1, y, 0.1);
    }
    return y[0] * y[0] + y[1];
  }

  @Differentiable
  static double adaptive(double rate, double start) {
    Rhs f = (t, y) -> new double[] {-rate * rate * y[0] + Math.cos(t)};
    double[] y = {start};
    double t = 0;
    double h = 0.5;
    int steps = 0;
    while (t < 1 && steps < 12) {
      double[] whole = rk4(f, t, y, h);
      double[] halves = rk4(f, t + h / 2, rk4(f, t, y, h / 2), h / 2);
      if (Math.abs(whole[0] - halves[0]) > 1e-3) {
        h /= 2;
      } else {
        t += h;
        y = halves;
      }
      steps++;
    }
    return y[0];
  }

  // A robot arm.

  record Vec3(double x, double y, double z) {
    Vec3 plus(Vec3 other) {
      return new Vec3(x + other.x, y + other.y, z + other.z);
    }

    Vec3 times(double s) {
      return new Vec3(s * x, s * y, s * z);
    }

    double norm() {
      return Math.sqrt(x * x + y * y + z * z);
    }
  }

  static final class Frame {
    private Vec3 position = new Vec3(0, 0, 0);
    private double heading;

    void advance(double angle, double length) {
      heading += angle;
      position = position.plus(new Vec3(Math.cos(heading), Math.sin(heading), 0.1).times(length));
    }

    Vec3 position() {
      return position;
    }
  }

  static final List<Double> LENGTHS = List.of(1.0, 0.75, 0.5);

  @Differentiable
  @Inputs("angles length 3")
  static double reach(double[] angles) {
    Frame frame = new Frame();
    for (int i = 0; i < LENGTHS.size(); i++) {
      frame.advance(angles[i], LENGTHS.get(i));
    }
    return frame.position().plus(new Vec3(-1, -1, 0)).norm();
  }

  // A curve to be calibrated, as a sealed interface.

  sealed interface Curve {
    double rate(double t);

    default double discount(double t) {
      return Math.exp(-rate(t) * t);
    }
  }

  record Flat(double level) implements Curve {
    @Override
    public double rate(double t) {
      return level;
    }
  }

  record NelsonSiegel(double b0, double b1, double tau) implements Curve {
    @Override
    public double rate(double t) {
      double u = t / (1 + tau * tau);
      return b0 + b1 * (1 - Math.exp(-u)) / u;
    }
  }

  static double swap(Curve curve, int years) {
    double annuity = 0;
    for (int i = 1; i <= years; i++) {
      annuity += curve.discount(i);
    }
    return (1 - curve.discount(years)) / annuity;
  }

  @Differentiable
  @Inputs("isFlat = true")
  @Inputs("isFlat = false")
  static double calibration(double b0, double b1, double tau, boolean isFlat) {
    Curve curve = isFlat ? new Flat(b0) : new NelsonSiegel(b0, b1, tau);
    double error = 0;
    for (int years = 1; years <= 4; years++) {
      double difference = swap(curve, years) - 0.02 * years;
      error += difference * difference;
    }
    return error;
  }

  // A life table.

  enum State {
    ACTIVE,
    DISABLED,
    DEAD
  }

  static double mortality(State state, double age, double a) {
    return switch (state) {
      case ACTIVE -> 0.001 * Math.exp(a * age);
      case DISABLED -> 0.01 * Math.exp(a * age) + 0.001;
      case DEAD -> 0;
    };
  }

  static final class Portfolio {
    double active = 1;
    double disabled;
    double paid;

    void year(double age, double a, double interest) {
      double die = active * mortality(State.ACTIVE, age, a);
      double fall = active * 0.02;
      double gone = disabled * mortality(State.DISABLED, age, a);
      active -= die + fall;
      disabled += fall - gone;
      paid += (disabled + 3 * (die + gone)) * Math.pow(1 + interest * interest, -age);
    }
  }

  @Differentiable
  static double reserve(double a, double interest) {
    Portfolio portfolio = new Portfolio();
    for (int age = 1; age < 6; age++) {
      portfolio.year(age, a, interest);
    }
    return portfolio.paid;
  }

  // A network with layers as objects.

  interface Layer {
    double[] forward(double[] x);
  }

  static final class Dense implements Layer {
    private final double[][] weights;
    private final DoubleUnaryOperator activation;

    Dense(double[][] weights, DoubleUnaryOperator activation) {
      this.weights = weights;
      this.activation = activation;
    }

    @Override
    public double[] forward(double[] x) {
      double[] y = new double[weights.length];
      for (int i = 0; i < y.length; i++) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
          sum += weights[i][j] * x[j];
        }
        y[i] = activation.applyAsDouble(sum);
      }
      return y;
    }
  }

  static final class Chain implements Layer {
    private final Layer first;
    private final Layer second;

    Chain(Layer first, Layer second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public double[] forward(double[] x) {
      return second.forward(first.forward(x));
    }
  }

  @Differentiable
  @Inputs("v length 2 2 2; w length 3; x length 2")
  static double network(double[][] v, double[][] w, double[] x) {
    Layer net =
        new Chain(
            new Dense(v, Math::tanh), new Chain(new Dense(w, u -> u * u), y -> y.clone()));
    return net.forward(x)[0];
  }
}
