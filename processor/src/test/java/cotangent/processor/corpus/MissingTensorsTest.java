package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.tensor.Matrix;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tensor in an array or list that is null is no empty one: what uses it throws, as in Java. */
class MissingTensorsTest {
  private static final String SOURCE =
      """
      package corpus;

      import static cotangent.Derivative.*;

      import cotangent.Differentiable;
      import cotangent.tensor.Matrix;
      import cotangent.tensor.Vector;
      import java.util.List;
      import java.util.Objects;

      public class Missing {
        public record Layer(Matrix w, Matrix unused) {}

        @Differentiable({GRADIENT, JVP})
        static double rows(List<Matrix> all, double x) {
          double s = x;
          for (Matrix m : all) {
            s += m.rows() * x + (m.rows() > 0 ? m.sum() : 0);
          }
          return s;
        }

        @Differentiable({GRADIENT, JVP})
        static double trace(List<Matrix> all, double x) {
          double s = x;
          for (int i = 0; i < all.size(); i++) {
            s += all.get(i).trace();
          }
          return s;
        }

        @Differentiable({GRADIENT, JVP})
        static double determinant(List<Matrix> all, double x) {
          double s = x;
          for (Matrix m : all) {
            s += m.determinant();
          }
          return s;
        }

        @Differentiable({GRADIENT, JVP})
        static double required(List<Matrix> all, double x) {
          Matrix first = Objects.requireNonNull(all.get(0), "no matrix");
          return first.columns() * x + first.sum();
        }

        @Differentiable({GRADIENT, JVP})
        static double solved(List<Matrix> all, double x) {
          return all.get(0).solve(Vector.of(x, 1)).sum();
        }

        @Differentiable({GRADIENT, JVP})
        static double multiplied(List<Matrix> all, double x) {
          return Matrix.zeros(0, 0).times(all.get(0)).sum() * x;
        }

        @Differentiable({GRADIENT, JVP})
        static double layers(List<Layer> all, double x) {
          double s = x;
          for (Layer l : all) {
            s += l.w().trace() * x;
          }
          return s;
        }
      }
      """;

  private static final Compilation COMPILATION =
      Compilation.of(Map.of("corpus.Missing", SOURCE), Compilation.processors().toList());

  private static Object call(String type, String name, Object... arguments) throws Throwable {
    assertThat(COMPILATION.diagnostics()).isEmpty();
    Method method =
        Arrays.stream(COMPILATION.load("corpus." + type).getDeclaredMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void throwsInEachMode(String name, List<?> all) {
    throwsNull("Missing", name, all, 2.0);
    throwsNull("MissingGrad", name, all, 2.0);
    throwsNull("MissingGrad", name + "Grad", all, 2.0);
    throwsNull("MissingGrad", name + "Jvp", all, 2.0, all, 2.0);
  }

  private static void throwsNull(String type, String name, Object... arguments) {
    assertThatThrownBy(() -> call(type, name, arguments)).isInstanceOf(NullPointerException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows", "trace", "determinant", "required", "solved", "multiplied"})
  void throwsInEachMode(String name) {
    throwsInEachMode(name, Arrays.asList((Matrix) null));
  }

  @Test
  void inRecordsOnlyWhatIsUsed() throws Throwable {
    Class<?> layer = COMPILATION.load("corpus.Missing$Layer");
    Object none = layer.getConstructors()[0].newInstance(null, null);
    throwsInEachMode("layers", List.of(none));
    Object half = layer.getConstructors()[0].newInstance(Matrix.identity(2), null);
    assertThat(call("MissingGrad", "layers", List.of(half), 3.0)).isEqualTo(9.0);
    assertThat(call("MissingGrad", "layersGrad", List.of(half), 3.0))
        .asString()
        .contains("value=9.0");
  }
}
