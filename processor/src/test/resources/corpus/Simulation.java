package corpus;

import cotangent.Between;
import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.Arrays;

/** Motion, fields, trees and networks. */
class Simulation {
  record Vector(double x, double y, double z) {
    Vector plus(Vector o) {
      return new Vector(x + o.x, y + o.y, z + o.z);
    }

    Vector scaled(double s) {
      return new Vector(s * x, s * y, s * z);
    }

    Vector cross(Vector o) {
      return new Vector(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    double dot(Vector o) {
      return x * o.x + y * o.y + z * o.z;
    }
  }

  record Quaternion(double w, Vector v) {
    Quaternion times(Quaternion o) {
      return new Quaternion(
          w * o.w - v.dot(o.v), o.v.scaled(w).plus(v.scaled(o.w)).plus(v.cross(o.v)));
    }

    Quaternion normalized() {
      double norm = Math.sqrt(w * w + v.dot(v));
      return new Quaternion(w / norm, v.scaled(1 / norm));
    }

    static Quaternion exp(Vector half) {
      double angle = Math.sqrt(half.dot(half));
      return angle < 1e-12
          ? new Quaternion(1, half)
          : new Quaternion(Math.cos(angle), half.scaled(Math.sin(angle) / angle));
    }
  }

  @Differentiable
  @Inputs("inertia = {1, 2, 3}; q.w in [1, 2]; dt in [0.1, 0.2]")
  static Vector rigidBody(Quaternion q, Vector omega, double[] inertia, double dt) {
    Quaternion r = q.normalized();
    Vector w = omega;
    for (int step = 0; step < 3; step++) {
      Vector torque =
          new Vector(
              (inertia[1] - inertia[2]) * w.y() * w.z() / inertia[0],
              (inertia[2] - inertia[0]) * w.z() * w.x() / inertia[1],
              (inertia[0] - inertia[1]) * w.x() * w.y() / inertia[2]);
      w = w.plus(torque.scaled(dt));
      r = r.times(Quaternion.exp(w.scaled(0.5 * dt))).normalized();
    }
    return r.v().plus(w);
  }

  private static double[] slope(double[] y, double mu) {
    return new double[] {y[1], mu * (1 - y[0] * y[0]) * y[1] - y[0]};
  }

  @Differentiable
  @Inputs("y = {1.5, 0.3}; mu in [0.5, 1.5]; tolerance = 0.01")
  static double adaptiveSteps(double[] y, double mu, @Between({1e-3, 1}) double tolerance) {
    double t = 0;
    double h = 0.2;
    for (int tries = 0; t < 0.6 && tries < 12; tries++) {
      if (t + h > 0.6) h = 0.6 - t;
      double[] k = slope(y, mu);
      double[] k2 = slope(new double[] {y[0] + h / 2 * k[0], y[1] + h / 2 * k[1]}, mu);
      double e = h * Math.hypot(k2[0] - k[0], k2[1] - k[1]) / 2;
      if (e < tolerance * 4) {
        t += h;
        for (int i = 0; i < 2; i++) y[i] += h * k2[i];
      }
      h *= Math.min(2, Math.max(0.3, 0.9 * Math.sqrt(tolerance / e)));
    }
    return y[0] * y[0] + y[1];
  }

  @Differentiable
  @Inputs("y in [0.5, 1.5]; k in [0.5, 2]; dt in [0.1, 0.3]")
  static double implicitEuler(double y, double k, double dt) {
    for (int step = 0; step < 3; step++) {
      double z = y;
      int tries = 0;
      for (; tries < 9; tries++) {
        double dz = (z - y + dt * k * z * z * z) / (1 + 3 * dt * k * z * z);
        z -= dz;
        if (Math.abs(dz) < 1e-13) break;
      }
      if (tries == 9) throw new ArithmeticException("no convergence from " + y);
      y = z;
    }
    return y;
  }

  @Differentiable
  @Inputs("u length 3 3; kappa length 3 3; kappa in [0.5, 1]")
  static double diffusion(double[][] u, double[][] kappa) {
    int n = u.length;
    int m = u[0].length;
    double[][] next = new double[n][m];
    for (int step = 0; step < 3; step++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < m; j++) {
          double here = u[i][j];
          double up = u[i == 0 ? n - 1 : i - 1][j];
          double left = j > 0 ? u[i][j - 1] : 0;
          double right = j < m - 1 ? u[i][j + 1] : here;
          double sum = up + u[(i + 1) % n][j] + left + right;
          next[i][j] = here + 0.1 * kappa[i][j] * (sum - 4 * here) + 0.01 * here * here;
        }
      }
      double[][] t = u;
      u = next;
      next = t;
    }
    double energy = 0;
    for (double[] row : u) for (double each : row) energy += each * each;
    return energy;
  }

  private static void prune(
      int node, int[][] children, double[] lengths, int[] states, double[][] likelihood) {
    if (children[node].length == 0) {
      likelihood[node][states[node]] = 1;
      return;
    }
    Arrays.fill(likelihood[node], 1);
    for (int child : children[node]) {
      prune(child, children, lengths, states, likelihood);
      double e = Math.exp(-4.0 / 3 * lengths[child]);
      for (int s = 0; s < 4; s++) {
        double sum = 0;
        for (int t = 0; t < 4; t++) {
          sum += (s == t ? 0.25 + 0.75 * e : 0.25 - 0.25 * e) * likelihood[child][t];
        }
        likelihood[node][s] *= sum;
      }
    }
  }

  @Differentiable
  @Inputs(
      "lengths length 5; lengths in [0.1, 0.4]; children = {{1, 2}, {3, 4}, {}, {}, {}};"
          + " states = {0, 0, 1, 2, 1}")
  static double phylogeny(double[] lengths, int[][] children, int[] states) {
    double[][] likelihood = new double[lengths.length][4];
    prune(0, children, lengths, states, likelihood);
    double sum = 0;
    for (double each : likelihood[0]) sum += each / 4;
    return Math.log(sum);
  }

  private static void move(double[][] pegs, int[] top, int n, int from, int to, double x) {
    if (n == 0) return;
    int via = 3 - from - to;
    move(pegs, top, n - 1, from, via, x);
    pegs[to][top[to]++] = pegs[from][--top[from]] * x;
    move(pegs, top, n - 1, via, to, x + 0.1);
  }

  @Differentiable
  @Inputs("discs length 3")
  static double towersOfHanoi(double[] discs, double x) {
    double[][] pegs = new double[3][discs.length];
    int[] top = {discs.length, 0, 0};
    System.arraycopy(discs, 0, pegs[0], 0, discs.length);
    move(pegs, top, discs.length, 0, 2, x);
    double sum = 0;
    for (int i = 0; i < discs.length; i++) sum += pegs[2][i] * (i + 1);
    return sum;
  }

  @Differentiable
  @Inputs("image length 4 4 4 4; kernel length 2 2")
  static double convolvedAndPooled(double[][] image, double[][] kernel, double bias) {
    int n = image.length - kernel.length + 1;
    double[][] map = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = bias;
        for (int a = 0; a < kernel.length; a++) {
          for (int b = 0; b < kernel[a].length; b++) sum += kernel[a][b] * image[i + a][j + b];
        }
        map[i][j] = sum > 0 ? sum : 0.1 * sum;
      }
    }
    double total = 0;
    for (int i = 0; i + 1 < n; i += 2) {
      double best = Math.max(Math.max(map[i][0], map[i][1]), Math.max(map[i + 1][0], map[i + 1][1]));
      total += best * best + map[n - 1][i];
    }
    return total;
  }

  @Differentiable
  @Inputs("x length 2 2 2; query length 2 2; key length 2 2")
  static double causalAttention(double[][] x, double[][] query, double[][] key) {
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      double[] weights = new double[i + 1];
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j <= i; j++) {
        for (int c = 0; c < 2; c++) {
          double q = 0;
          double k = 0;
          for (int d = 0; d < 2; d++) {
            q += query[c][d] * x[i][d];
            k += key[c][d] * x[j][d];
          }
          weights[j] += q * k;
        }
        most = Math.max(most, weights[j]);
      }
      double sum = 0;
      for (int j = 0; j <= i; j++) sum += weights[j] = Math.exp(weights[j] - most);
      for (int j = 0; j <= i; j++) total += weights[j] / sum * x[j][0] * x[j][1];
    }
    return total;
  }

  @Differentiable
  @Inputs("program = xx*a+s2*; a length 2")
  @Inputs("program = xb*-xa*+x*; a length 2")
  @Inputs(value = "program = x?; a length 2", fails = IllegalArgumentException.class)
  static double interpreted(String program, double x, double[] a) {
    double[] stack = new double[4];
    int top = 0;
    for (int i = 0; i < program.length(); i++) {
      char c = program.charAt(i);
      switch (c) {
        case 'x' -> stack[top++] = x;
        case '+' -> stack[top - 2] += stack[--top];
        case '*' -> {
          double last = stack[--top];
          stack[top - 1] *= last;
        }
        case '-' -> stack[top - 1] = -stack[top - 1];
        case 's' -> stack[top - 1] = Math.sin(stack[top - 1]);
        default -> {
          if (c >= 'a' && c <= 'b') stack[top++] = a[c - 'a'];
          else if (Character.isDigit(c)) stack[top++] = c - '0';
          else throw new IllegalArgumentException("at " + i + ": " + c);
        }
      }
    }
    return stack[0];
  }
}
