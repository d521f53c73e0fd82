package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What {@code @Shape} says of parameters of helpers, of components of records made in the method,
 * and of results, is checked when it runs where that isn't certain before.
 */
class DeclaredSizesTest {
  private static final String SOURCE =
      """
      package corpus;

      import static cotangent.Derivative.*;

      import cotangent.Differentiable;
      import cotangent.Shape;
      import cotangent.tensor.Matrix;
      import cotangent.tensor.Vector;
      import java.util.List;

      public class Declared {
        static double len(@Shape("n") Vector a, @Shape("n") Vector b) {
          return a.sum() * b.sum();
        }

        @Differentiable({GRADIENT, VJP, JVP, HESSIAN, HVP})
        static double helper(Vector x, Vector y) {
          return len(x, y);
        }

        @Differentiable
        static double proven(@Shape("n") Vector x, @Shape("n") Vector y) {
          return len(x, y) + len(x.plus(y), y.times(2)) + len(x.plus(1), x);
        }

        static double maybe(@Shape("n") Vector a, @Shape("n") Vector b) {
          return a == null ? b.sum() : b == null ? a.sum() : a.sum() * b.sum();
        }

        @Differentiable
        static double missing(Vector x, Vector y) {
          return maybe(x, y);
        }

        record Layer(@Shape("m, n") Matrix w, @Shape("m") Vector b) {}

        @Differentiable
        static double record(Matrix w, Vector b) {
          Layer layer = new Layer(w, b);
          return layer.w().sum() * layer.b().sum();
        }

        @Differentiable
        @Shape("n")
        static Vector result(@Shape("n") Vector x, Vector y) {
          return y.times(x.sum());
        }

        static double ofRows(@Shape("m, n") double[][] a, @Shape("n") double[] b) {
          return a[0][0] * b[0];
        }

        @Differentiable
        static double rows(double[][] a, double[] b) {
          return ofRows(a, b);
        }

        static double ofTwice(int n, @Shape("2 * n + k") double[] a, @Shape("k") double[] b) {
          return a[0] * b[0] * n;
        }

        @Differentiable
        static double twice(int n, double[] a, double[] b) {
          return ofTwice(n, a, b);
        }

        @Differentiable
        static double list(List<Vector> all, Vector x) {
          double sum = 0;
          for (Vector each : all) {
            sum += len(each, x);
          }
          return sum;
        }

        static double ofMany(@Shape("k, m, n") Matrix[] all, @Shape("n") Vector x) {
          return all[0].sum() * x.sum();
        }

        @Differentiable
        static double many(Matrix[] all, Vector x) {
          return ofMany(all, x);
        }

        @Differentiable
        static double energy(@Shape("n") Vector x, @Shape("n") Vector y) {
          return x.squaredNorm() * y.sum();
        }

        @Differentiable
        static double nested(Vector x, Vector y) {
          return DeclaredGrad.energyGrad(x, y).dx().sum();
        }

        static double grown(@Shape("n") Vector a, @Shape("n") Vector b, int more) {
          return more == 0 ? a.sum() * b.sum() : grown(a.slice(0, more), b, more - 1);
        }

        @Differentiable
        static double recursion(@Shape("n") Vector x, @Shape("n") Vector y, int more) {
          return grown(x, y, more);
        }

        @Differentiable
        static double delayed(@Shape("n") Vector x, @Shape("k") Vector y, int rounds) {
          Vector first = x;
          Vector second = x;
          Vector third = x;
          double sum = 0;
          for (int i = 0; i < rounds; i++) {
            sum += len(first, x);
            first = second;
            second = third;
            third = y;
          }
          return sum;
        }
      }
      """;

  private final Compilation compilation =
      Compilation.of(Map.of("corpus.Declared", SOURCE), Compilation.processors().toList());
  private final Vector two = Vector.of(1, 2);
  private final Vector three = Vector.of(1, 2, 3);

  private Object call(String name, Object... arguments) throws Throwable {
    assertThat(compilation.diagnostics()).isEmpty();
    Method method =
        Arrays.stream(compilation.load("corpus.DeclaredGrad").getMethods())
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
  void inEveryModeButTheValue() throws Throwable {
    String message = "b has length 2, but @Shape(\"n\") is 3, as a has length 3";
    refuses(message, "helperGrad", three, two);
    refuses(message, "helperGradAddTo", three, two, Vector.zeros(3), Vector.zeros(2));
    refuses(message, "helperVjp", three, two, 1.0);
    refuses(message, "helperJvp", three, two, three, two);
    refuses(message, "helperHessian", three, two);
    refuses(message, "helperHvp", three, two, three, two);
    assertThat(call("helper", three, two)).isEqualTo(18.0);
    accepts("helperGrad", three, three);
  }

  @Test
  void nothingWhereItIsCertain() throws Throwable {
    accepts("provenGrad", three, three);
    String source = compilation.generated().get("corpus.DeclaredGrad");
    assertThat(body(source, "provenGrad")).doesNotContain("DeclaredSizes");
    assertThat(body(source, "helperGrad"))
        .containsOnlyOnce("DeclaredSizes.require(\"a\", \"n\", xValues, \"b\", \"n\", yValues);");
  }

  private static String body(String source, String name) {
    int at = source.indexOf(" " + name + "(");
    return source.substring(at, source.indexOf("\n  }\n", at));
  }

  @Test
  void whatIsNullSaysNothing() {
    accepts("missingGrad", null, two);
    accepts("missingGrad", three, null);
    refuses("b has length 2, but @Shape(\"n\") is 3, as a has length 3", "missingGrad", three, two);
  }

  @Test
  void recordsAndResults() throws Throwable {
    Matrix w = Matrix.zeros(3, 2);
    refuses("b has length 2, but @Shape(\"m\") is 3, as w is 3 × 2", "recordGrad", w, two);
    accepts("recordGrad", w, three);
    assertThat(call("record", w, two)).isEqualTo(0.0);
    refuses(
        "the result has length 2, but @Shape(\"n\") is 3, as x has length 3",
        "resultVjp",
        three,
        two,
        three);
    accepts("resultVjp", three, three, three);
  }

  @Test
  void argumentsOfGeneratedMethods() {
    String message = "y has length 2, but @Shape(\"n\") is 3, as x has length 3";
    refuses(message, "nestedGrad", three, two);
    refuses(message, "nested", three, two);
    accepts("nestedGrad", three, three);
  }

  @Test
  void rowsNumbersAndMany() {
    double[] x = {1, 2, 3};
    refuses(
        "b has length 3, but @Shape(\"n\") is 2, as a is 1 × 2",
        "rowsGrad",
        new double[][] {{1, 2}},
        x);
    refuses(
        "a[1] has length 2, but @Shape(\"n\") is 3, as a[0] has length 3",
        "rowsGrad",
        new double[][] {{1, 2, 3}, {1, 2}},
        x);
    accepts("rowsGrad", new double[][] {{1, 2, 3}, {1, 2, 3}}, x);
    refuses(
        "a has length 3, but @Shape(\"2 * n + k\") is 5, as n is 1 and b has length 3",
        "twiceGrad",
        1,
        x,
        x);
    accepts("twiceGrad", 1, x, new double[1]);
    refuses(
        "x has length 3, but @Shape(\"n\") is 4, as all is 2 × 3 × 4",
        "manyGrad",
        new Matrix[] {Matrix.zeros(3, 4), Matrix.zeros(3, 4)},
        three);
    accepts("manyGrad", new Matrix[] {Matrix.zeros(4, 3)}, three);
  }

  @Test
  void inLoopsAndRecursion() {
    refuses(
        "b has length 3, but @Shape(\"n\") is 2, as a has length 2",
        "listGrad",
        List.of(three, two),
        three);
    accepts("listGrad", List.of(three, three), three);
    refuses(
        "b has length 2, but @Shape(\"n\") is 1, as a has length 1",
        "recursionGrad",
        two,
        Vector.of(3, 4),
        2);
    accepts("recursionGrad", two, Vector.of(3, 4), 0);
    accepts("delayedGrad", three, two, 3);
    refuses(
        "b has length 3, but @Shape(\"n\") is 2, as a has length 2", "delayedGrad", three, two, 4);
  }
}
