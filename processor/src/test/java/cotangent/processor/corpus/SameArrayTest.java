package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Derivative methods refuse one array for two arguments where the method writes to it. */
class SameArrayTest {
  private static final String SOURCE =
      """
      package corpus;

      import static cotangent.Derivative.*;

      import cotangent.Differentiable;

      public class Same {
        private final double[] buffer;

        public Same(double[] buffer) {
          this.buffer = buffer;
        }

        public record Point(double[] y) {}

        @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
        static double writes(double[] x, double[] y) {
          x[0] = x[0] * y[0];
          return x[0] * y[0];
        }

        @Differentiable({VJP, JVP})
        static void scaled(double a, double[] x, double[] out) {
          for (int i = 0; i < x.length; i++) {
            out[i] = a * x[i];
          }
        }

        @Differentiable
        double fills(double[] x) {
          buffer[0] = x[0] * x[0];
          return buffer[0] * x[0];
        }

        @Differentiable
        static double ofRecord(Point p, double[] x) {
          x[0] *= p.y()[0];
          return x[0] * p.y()[0];
        }

        @Differentiable
        static double counts(double x, int[] i, int[] j) {
          i[0]++;
          return x * j[i[0]];
        }

        @Differentiable
        static double reads(double[] x, double[] y) {
          return x[0] * y[0];
        }

        static final int[] STEPS = {1, 0};

        @Differentiable
        static double puts(double[] c, double[][] w) {
          w[0] = c;
          if (STEPS[(int) w[1][0] & 1] == 1) {
            w[1] = w[0];
            w[1][0] *= 2;
          }
          return w[0][0] * w[1][0];
        }

        @Differentiable
        static double nested(double[] x, double[] y) {
          return SameGrad.writesGrad(x, y).dx()[0] * x[0];
        }
      }
      """;

  private final CompanionCalls same = new CompanionCalls("corpus.Same", SOURCE);
  private final double[] a = {2};
  private final double[] b = {3};

  @Test
  void whatTheMethodItselfMakesTheSameIsNoMatter() {
    same.accepts("putsGrad", a, new double[][] {{5}, {0}});
    same.refuses(
        "c and w[1] are the same array, to which puts may write",
        "putsGrad",
        a,
        new double[][] {{5}, a});
  }

  @Test
  void inEveryMode() {
    String message = "x and y are the same array, to which writes may write";
    same.refuses(message, "writesGrad", a, a);
    same.refuses(message, "writesGradAddTo", a, a, new double[1], new double[1]);
    same.refuses(message, "writesVjp", a, a, 1.0);
    same.refuses(message, "writesJvp", a, a, b, b);
    same.refuses(message, "writesHessian", a, a);
    same.refuses(message, "writesHvp", a, a, b, b);
    assertThat(a).containsExactly(2);
  }

  @Test
  void seedsTangentsAndGradients() {
    same.refuses("x and tx are the same array, to which writes may write", "writesJvp", a, b, a, b);
    same.refuses(
        "x and dy are the same array, to which writes may write", "writesGradAddTo", a, b, b, a);
    same.refuses(
        "out and seed are the same array, to which scaled may write", "scaledVjp", 1.0, a, b, b);
    same.accepts("writesJvp", a, b, b, b);
  }

  @Test
  void resultsFieldsAndRecords() throws ReflectiveOperationException {
    same.refuses(
        "out and x are the same array, to which scaled may write", "scaledVjp", 1.0, a, a, b);
    Object object = same.self(a);
    same.refuses(
        "buffer and x are the same array, to which fills may write", "fillsGrad", object, a);
    same.accepts("fillsGrad", object, b);
    Object point = same.make("Point", a);
    same.refuses(
        "x and p.y are the same array, to which ofRecord may write", "ofRecordGrad", point, a);
  }

  @Test
  void wholeNumbers() {
    int[] i = {0, 5};
    same.refuses("i and j are the same array, to which counts may write", "countsGrad", 2.0, i, i);
    same.accepts("countsGrad", 2.0, new int[] {0}, i);
  }

  @Test
  void inANestedGradient() {
    same.refuses("x and y are the same array, to which nested may write", "nestedGrad", a, a);
    same.accepts("nestedGrad", a, b);
  }

  @Test
  void onlyWhereItMatters() {
    same.accepts("reads", a, a);
    same.accepts("readsGrad", a, a);
    same.accepts("writes", a, a);
    same.accepts("scaled", 1.0, a, a);
    same.accepts("scaledVjp", 1.0, new double[0], new double[0], new double[0]);
    double[] empty = {};
    same.accepts("scaledVjp", 1.0, empty, empty, empty);
  }
}
