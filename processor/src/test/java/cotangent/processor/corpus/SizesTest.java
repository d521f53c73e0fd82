package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Generated methods refuse arrays whose sizes are not those that {@code @Shape} says. */
class SizesTest {
  private static final String SOURCE =
      """
      package corpus;

      import static cotangent.Derivative.*;

      import cotangent.Differentiable;
      import cotangent.Shape;

      public class Shaped {
        private final @Shape("k") double[] hidden;
        @Shape("k") double[] open;

        public Shaped(double[] hidden, double[] open) {
          this.hidden = hidden;
          this.open = open;
        }

        public record Layer(@Shape("m, n") double[][] w, @Shape("m") double[] b) {
          @Differentiable
          double bias(@Shape("m") double[] x) {
            return b[0] * x[0];
          }
        }

        @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
        static double loss(
            @Shape("m, n") double[][] a, @Shape("n") double[] x, @Shape("m") double[] y) {
          double sum = 0;
          for (int i = 0; i < a.length; i++) {
            double r = -y[i];
            for (int j = 0; j < a[i].length; j++) {
              r += a[i][j] * x[j];
            }
            sum += r * r;
          }
          return sum;
        }

        @Differentiable({VJP, JVP, JACOBIAN})
        @Shape("2 * n")
        static double[] twice(int n, @Shape("n") double[] x) {
          double[] z = new double[2 * n];
          for (int i = 0; i < n; i++) {
            z[i] = x[i];
            z[n + i] = x[i] * x[i];
          }
          return z;
        }

        @Differentiable
        static double both(Layer first, Layer second, @Shape("n") float[] n, @Shape("n") int[] i) {
          return n[i[0]] + first.b()[0] * second.b()[0];
        }

        @Differentiable
        double own(@Shape("k") double[] x) {
          return hidden[0] * open[0] * x[0];
        }
      }
      """;

  private final Compilation compilation =
      Compilation.of(Map.of("corpus.Shaped", SOURCE), Compilation.processors().toList());
  private final double[][] a = {{1, 2, 3, 4}, {5, 6, 7, 8}};
  private final double[] x = {1, 2, 3, 4};
  private final double[] y = {1, 2};

  private Object call(String companion, String name, Object... arguments) throws Throwable {
    assertThat(compilation.diagnostics()).isEmpty();
    Method method =
        Arrays.stream(compilation.load("corpus." + companion).getMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void refuses(String message, String name, Object... arguments) {
    assertThatThrownBy(() -> call("ShapedGrad", name, arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private void accepts(String name, Object... arguments) {
    assertThatCode(() -> call("ShapedGrad", name, arguments)).doesNotThrowAnyException();
  }

  @Test
  void inEveryModeButTheValue() {
    double[] three = {1, 2, 3};
    String message = "x has length 3, but @Shape(\"n\") is 4, as a is 2 × 4";
    refuses(message, "lossGrad", a, three, y);
    refuses(message, "lossGradAddTo", a, three, y, new double[2][4], new double[3], new double[2]);
    refuses(message, "lossVjp", a, three, y, 1.0);
    refuses(message, "lossJvp", a, three, y, new double[2][4], new double[3], new double[2]);
    refuses(message, "lossHessian", a, three, y);
    refuses(message, "lossHvp", a, three, y, new double[2][4], new double[3], new double[2]);
    assertThatThrownBy(() -> call("ShapedGrad", "loss", a, three, y))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    accepts("lossGrad", a, x, y);
  }

  @Test
  void raggedRowsAndMissingOnes() {
    double[][] ragged = {{1, 2, 3, 4}, {5, 6, 7}};
    refuses(
        "a[1] has length 3, but @Shape(\"n\") is 4, as a[0] has length 4",
        "lossGrad",
        ragged,
        x,
        y);
    refuses(
        "y has length 2, but @Shape(\"m\") is 0, as a is 0 × ?", "lossGrad", new double[0][], x, y);
    accepts("lossGrad", new double[0][], x, new double[0]);
  }

  @Test
  void tangentsTargetsAndSeeds() {
    double[] dx = new double[3];
    double[] dy = {7, 7};
    refuses(
        "dx has length 3, but x has length 4", "lossGradAddTo", a, x, y, new double[2][4], dx, dy);
    assertThat(dy).containsExactly(7, 7);
    refuses(
        "ta[1] has length 3, but a[1] has length 4",
        "lossJvp",
        a,
        x,
        y,
        new double[][] {x, {1, 2, 3}},
        x,
        y);
    refuses("seed has length 4, but @Shape(\"2 * n\") is 8, as n is 4", "twiceVjp", 4, x, x);
    refuses("x has length 4, but @Shape(\"n\") is 3, as n is 3", "twiceJacobian", 3, x);
    accepts("twiceVjp", 4, x, new double[8]);
  }

  @Test
  void eachRecordHasItsOwnSizes() throws ReflectiveOperationException {
    var layer = compilation.load("corpus.Shaped$Layer").getConstructors()[0];
    Object good = layer.newInstance(a, y);
    Object other = layer.newInstance(new double[][] {{1}}, new double[] {2});
    Object bad = layer.newInstance(a, x);
    float[] n = {1, 2};
    int[] i = {0, 1};
    accepts("bothGrad", good, other, n, i);
    refuses(
        "second.b has length 4, but @Shape(\"m\") is 2, as second.w is 2 × 4",
        "bothGrad",
        good,
        bad,
        n,
        i);
    refuses(
        "i has length 1, but @Shape(\"n\") is 2, as n has length 2",
        "bothGrad",
        good,
        good,
        n,
        new int[1]);
    assertThatThrownBy(() -> call("Shaped_LayerGrad", "biasGrad", good, x))
        .hasMessage("x has length 4, but @Shape(\"m\") is 2, as w is 2 × 4");
  }

  @Test
  void fieldsOfTheObject() throws ReflectiveOperationException {
    var shaped = compilation.load("corpus.Shaped").getConstructors()[0];
    accepts("ownGrad", shaped.newInstance(x, x), x);
    accepts("ownGrad", shaped.newInstance(x, x), new double[] {1, 1, 1, 1});
    refuses(
        "open has length 2, but @Shape(\"k\") is 4, as hidden has length 4",
        "ownGrad",
        shaped.newInstance(x, y),
        x);
  }
}
