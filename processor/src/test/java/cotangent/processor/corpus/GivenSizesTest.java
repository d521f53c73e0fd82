package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Generated methods refuse tangents and seeds that don't have the sizes of what they belong to,
 * wherever arrays and tensors are, and whether or not a shape is declared.
 */
class GivenSizesTest {
  private static final String SOURCE =
      """
      package corpus;

      import static cotangent.Derivative.*;

      import cotangent.Differentiable;
      import cotangent.tensor.Matrix;
      import cotangent.tensor.Vector;
      import java.util.List;

      public class Given {
        public record Layer(Matrix w, Vector b, double[] c) {}

        public record Net(Layer first, List<Layer> rest) {}

        final Matrix metric = Matrix.identity(2);

        @Differentiable({VJP, JVP})
        static double[] arrays(double[] x, double[][] y) {
          return new double[] {x[0] * y[0][0], x[1]};
        }

        @Differentiable(JVP)
        static double lists(List<Matrix> m, List<Vector> v) {
          return m.get(0).sum() * v.get(0).sum();
        }

        @Differentiable({JVP, HVP})
        static double records(Layer one, List<Layer> many) {
          return one.w().sum() * one.b().sum() * one.c()[0] * many.get(0).w().sum();
        }

        @Differentiable(JVP)
        static double nested(Net net) {
          return net.first().w().sum() * net.rest().get(0).b().sum();
        }

        @Differentiable(value = JVP, wrt = {"metric", "x"})
        double field(Vector x) {
          return x.dot(metric.times(x));
        }

        @Differentiable(VJP)
        static Matrix doubled(Matrix x) {
          return x.times(2);
        }

        @Differentiable(VJP)
        static Layer record(Matrix x) {
          return new Layer(x.square(), x.rowSums(), new double[] {x.get(0, 0)});
        }

        @Differentiable(VJP)
        static List<Vector> list(Vector x) {
          return List.of(x.square(), x.concat(x));
        }

        @Differentiable(VJP)
        static Matrix[] matrices(Matrix x) {
          Matrix[] all = new Matrix[2];
          for (int i = 0; i < 2; i++) {
            all[i] = i == 0 ? x : x.transpose();
          }
          return all;
        }

        @Differentiable(VJP)
        static Layer[] layers(Matrix x) {
          return new Layer[] {new Layer(x, x.row(0), new double[] {x.get(0, 0)})};
        }

        @Differentiable(VJP)
        static void written(Vector x, Vector out, double[] more) {
          out.set(0, x.get(0));
          more[0] = x.get(1);
        }
      }
      """;

  private static final Compilation COMPILATION =
      Compilation.of(Map.of("corpus.Given", SOURCE), Compilation.processors().toList());

  private final Vector v2 = Vector.ones(2);
  private final Vector v3 = Vector.ones(3);
  private final Matrix m23 = Matrix.zeros(2, 3).plus(1);
  private final Matrix m32 = Matrix.zeros(3, 2);

  private static Object call(String name, Object... arguments) throws Throwable {
    assertThat(COMPILATION.diagnostics()).isEmpty();
    Method method =
        Arrays.stream(COMPILATION.load("corpus.GivenGrad").getMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void refuses(String message, String name, Object... arguments) {
    assertThatThrownBy(() -> call(name, arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static void accepts(String name, Object... arguments) {
    assertThatCode(() -> call(name, arguments)).doesNotThrowAnyException();
  }

  private static Object made(String type, Object... parts) {
    Constructor<?> constructor = COMPILATION.load("corpus." + type).getConstructors()[0];
    try {
      return constructor.newInstance(parts);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object layer(Matrix w, Vector b, int c) {
    return made("Given$Layer", w, b, new double[c]);
  }

  @Test
  void tangentsOfArrays() {
    double[] x = {1, 2};
    double[][] y = {{1, 2}, {3}};
    accepts("arraysJvp", x, y, x, y);
    refuses("tx has length 3, but x has length 2", "arraysJvp", x, y, new double[3], y);
    refuses("ty has length 1, but y has length 2", "arraysJvp", x, y, x, new double[1][2]);
    refuses("ty[1] has length 2, but y[1] has length 1", "arraysJvp", x, y, x, new double[2][2]);
  }

  @Test
  void tangentsOfLists() {
    List<Matrix> m = List.of(m23);
    List<Vector> v = List.of(v2, v3);
    accepts("listsJvp", m, v, m, v);
    refuses("tm[0] is 3 × 2, but m[0] is 2 × 3", "listsJvp", m, v, List.of(m32), v);
    refuses("tm has length 2, but m has length 1", "listsJvp", m, v, List.of(m23, m23), v);
    refuses("tm has length 0, but m has length 1", "listsJvp", m, v, List.of(), v);
    refuses("tv[1] has length 2, but v[1] has length 3", "listsJvp", m, v, m, List.of(v2, v2));
  }

  @Test
  void tangentsOfRecords() {
    Object one = layer(m23, v2, 2);
    List<Object> many = List.of(one);
    for (String mode : List.of("recordsJvp", "recordsHvp")) {
      accepts(mode, one, many, one, many);
      refuses("tone.w is 3 × 2, but one.w is 2 × 3", mode, one, many, layer(m32, v2, 2), many);
      refuses(
          "tone.b has length 3, but one.b has length 2", mode, one, many, layer(m23, v3, 2), many);
      refuses(
          "tone.c has length 1, but one.c has length 2", mode, one, many, layer(m23, v2, 1), many);
      refuses("tmany has length 0, but many has length 1", mode, one, many, one, List.of());
      refuses(
          "tmany[0].w is 3 × 2, but many[0].w is 2 × 3",
          mode,
          one,
          many,
          one,
          List.of(layer(m32, v2, 2)));
      refuses(
          "tmany[0].c has length 3, but many[0].c has length 2",
          mode,
          one,
          many,
          one,
          List.of(layer(m23, v2, 3)));
    }
  }

  @Test
  void tangentsOfRecordsInRecords() {
    Object good = layer(m23, v2, 2);
    Object bad = layer(m23, v3, 2);
    Object net = made("Given$Net", good, List.of(good));
    accepts("nestedJvp", net, net);
    refuses(
        "tnet.first.b has length 3, but net.first.b has length 2",
        "nestedJvp",
        net,
        made("Given$Net", bad, List.of(good)));
    refuses(
        "tnet.rest[0].b has length 3, but net.rest[0].b has length 2",
        "nestedJvp",
        net,
        made("Given$Net", good, List.of(bad)));
  }

  @Test
  void tangentsOfFields() {
    Object self = made("Given");
    Matrix m22 = Matrix.identity(2);
    accepts("fieldJvp", self, v2, m22, v2);
    refuses("tmetric is 2 × 3, but metric is 2 × 2", "fieldJvp", self, v2, m23, v2);
  }

  @Test
  void seeds() {
    double[] x = {1, 2};
    double[][] y = {{1}};
    accepts("arraysVjp", x, y, x);
    refuses("seed has length 1, but the result has length 2", "arraysVjp", x, y, new double[1]);
    refuses("seed is 3 × 2, but the result is 2 × 3", "doubledVjp", m23, m32);
    accepts("recordVjp", m23, layer(m23, v2, 1));
    refuses("seed.w is 3 × 2, but the result.w is 2 × 3", "recordVjp", m23, layer(m32, v2, 1));
    refuses(
        "seed.b has length 3, but the result.b has length 2", "recordVjp", m23, layer(m23, v3, 1));
    refuses(
        "seed.c has length 2, but the result.c has length 1", "recordVjp", m23, layer(m23, v2, 2));
  }

  @Test
  void seedsOfMany() {
    Vector v4 = Vector.ones(4);
    accepts("listVjp", v2, List.of(v2, v4));
    refuses("seed has length 1, but the result has length 2", "listVjp", v2, List.of(v2));
    refuses("seed[1] has length 2, but the result[1] has length 4", "listVjp", v2, List.of(v2, v2));
    accepts("matricesVjp", m23, new Matrix[] {m23, m32});
    refuses(
        "seed[1] is 2 × 3, but the result[1] is 3 × 2",
        "matricesVjp",
        m23,
        new Matrix[] {m23, m23});
    Object layers = Array.newInstance(COMPILATION.load("corpus.Given$Layer"), 1);
    Array.set(layers, 0, layer(m32, v3, 1));
    refuses("seed[0].w is 3 × 2, but the result[0].w is 2 × 3", "layersVjp", m23, layers);
  }

  @Test
  void seedsOfWhatIsWritten() {
    Vector out = Vector.zeros(2);
    double[] more = {0, 0};
    accepts("writtenVjp", v2, out, more, v2, more.clone());
    refuses(
        "seedOut has length 3, but out has length 2",
        "writtenVjp",
        v2,
        out,
        more,
        v3,
        more.clone());
    refuses(
        "seedMore has length 1, but more has length 2",
        "writtenVjp",
        v2,
        out,
        more,
        v2,
        new double[1]);
  }
}
