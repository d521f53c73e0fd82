package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.tensor.Matrix;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
      import java.util.ArrayDeque;
      import java.util.Deque;
      import java.util.HashMap;
      import java.util.List;
      import java.util.Map;
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

        @Differentiable({GRADIENT, JVP})
        static double chosen(List<Layer> all, double x) {
          Layer l = x > 100 ? all.get(0) : all.get(1);
          return l.w().rows() * x + l.w().trace();
        }

        @Differentiable({GRADIENT, JVP})
        static double last(List<Layer> all, double x) {
          Layer last = all.get(0);
          double s = 0;
          for (Layer l : all) {
            s += last.w().trace() * x;
            last = l;
          }
          return s + last.w().trace();
        }

        private static Layer second(List<Layer> all, int i) {
          return i == 1 ? all.get(i) : second(all, i - 1);
        }

        @Differentiable({GRADIENT, JVP})
        static double recursive(List<Layer> all, double x) {
          return second(all, 4).w().trace() * x;
        }

        @Differentiable({GRADIENT, JVP})
        static double mapped(List<Layer> all, double x) {
          Map<String, Layer> layers = new HashMap<>();
          layers.put("second", all.get(1));
          return layers.get("second").w().trace() * x;
        }

        @Differentiable({GRADIENT, JVP})
        static double handedOn(List<Layer> all, double x) {
          Matrix w = all.get(0).w();
          Layer swapped = new Layer(all.get(0).unused(), w);
          double other = all.size() > 5 ? all.get(1).w().sum() : 0;
          return swapped.unused() == null ? x : 2 * x + other;
        }

        @Differentiable({GRADIENT, JVP})
        static double queued(List<Layer> all, double x) {
          Deque<Layer> layers = new ArrayDeque<>(all);
          return layers.pollLast().w().trace() * x;
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

  @ParameterizedTest
  @ValueSource(strings = {"chosen", "last", "recursive", "mapped", "queued"})
  void throwsWhereverTheRecordWent(String name) throws Throwable {
    throwsInEachMode(name, List.of(layer(Matrix.identity(2)), layer(null)));
  }

  @Test
  void throwsNothingWhereItIsOnlyHandedOn() throws Throwable {
    List<?> all = List.of(layer(null));
    assertThat(call("MissingGrad", "handedOn", all, 3.0)).isEqualTo(3.0);
    assertThat(call("MissingGrad", "handedOnGrad", all, 3.0)).asString().contains("dx=1.0");
  }

  private static Object layer(@Nullable Matrix w) throws ReflectiveOperationException {
    return COMPILATION.load("corpus.Missing$Layer").getConstructors()[0].newInstance(w, null);
  }

  @Test
  void inRecordsOnlyWhatIsUsed() throws Throwable {
    throwsInEachMode("layers", List.of(layer(null)));
    Object half = layer(Matrix.identity(2));
    assertThat(call("MissingGrad", "layers", List.of(half), 3.0)).isEqualTo(9.0);
    assertThat(call("MissingGrad", "layersGrad", List.of(half), 3.0))
        .asString()
        .contains("value=9.0");
  }
}
