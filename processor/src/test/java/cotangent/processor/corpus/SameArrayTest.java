package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
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

        @Differentiable
        static double nested(double[] x, double[] y) {
          return SameGrad.writesGrad(x, y).dx()[0] * x[0];
        }
      }
      """;

  private final Compilation compilation =
      Compilation.of(Map.of("corpus.Same", SOURCE), Compilation.processors().toList());
  private final double[] a = {2};
  private final double[] b = {3};

  private Object call(String name, Object... arguments) throws Throwable {
    assertThat(compilation.diagnostics()).isEmpty();
    Method method =
        Arrays.stream(compilation.load("corpus.SameGrad").getMethods())
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
    assertThatThrownBy(() -> call(name, arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private void accepts(String name, Object... arguments) {
    assertThatCode(() -> call(name, arguments)).doesNotThrowAnyException();
  }

  @Test
  void inEveryMode() {
    String message = "x and y are the same array, to which writes writes";
    refuses(message, "writesGrad", a, a);
    refuses(message, "writesGradAddTo", a, a, new double[1], new double[1]);
    refuses(message, "writesVjp", a, a, 1.0);
    refuses(message, "writesJvp", a, a, b, b);
    refuses(message, "writesHessian", a, a);
    refuses(message, "writesHvp", a, a, b, b);
    assertThat(a).containsExactly(2);
  }

  @Test
  void seedsTangentsAndGradients() {
    refuses("x and tx are the same array, to which writes writes", "writesJvp", a, b, a, b);
    refuses("x and dy are the same array, to which writes writes", "writesGradAddTo", a, b, b, a);
    refuses("out and seed are the same array, to which scaled writes", "scaledVjp", 1.0, a, b, b);
    accepts("writesJvp", a, b, b, b);
  }

  @Test
  void resultsFieldsAndRecords() throws ReflectiveOperationException {
    refuses("out and x are the same array, to which scaled writes", "scaledVjp", 1.0, a, a, b);
    Class<?> same = compilation.load("corpus.Same");
    Object object = same.getConstructor(double[].class).newInstance((Object) a);
    refuses("buffer and x are the same array, to which fills writes", "fillsGrad", object, a);
    accepts("fillsGrad", object, b);
    Object point =
        compilation.load("corpus.Same$Point").getConstructor(double[].class).newInstance(a);
    refuses("x and p.y are the same array, to which ofRecord writes", "ofRecordGrad", point, a);
  }

  @Test
  void wholeNumbers() {
    int[] i = {0, 5};
    refuses("i and j are the same array, to which counts writes", "countsGrad", 2.0, i, i);
    accepts("countsGrad", 2.0, new int[] {0}, i);
  }

  @Test
  void inANestedGradient() {
    refuses("x and y are the same array, to which nested writes", "nestedGrad", a, a);
    accepts("nestedGrad", a, b);
  }

  @Test
  void onlyWhereItMatters() {
    accepts("reads", a, a);
    accepts("readsGrad", a, a);
    accepts("writes", a, a);
    accepts("scaled", 1.0, a, a);
    accepts("scaledVjp", 1.0, new double[0], new double[0], new double[0]);
    double[] empty = {};
    accepts("scaledVjp", 1.0, empty, empty, empty);
  }
}
