package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shapes that don't fit, where nothing is declared: the method and its gradient throw the same
 * exception, which names both. Those that can be seen when they are compiled are rejections.
 */
class MisfitsTest {
  private static final Matrix A = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
  private static final Matrix B = Matrix.zeros(4, 5).plus(1);
  private static final Vector U = Vector.of(1, 2);
  private static final Vector V = Vector.ones(7);

  private static final Compilation COMPILATION =
      Compilation.of(Map.of("tensors.Misfits", source()), Compilation.processors().toList());

  private static String source() {
    try (InputStream in = MisfitsTest.class.getResourceAsStream("/tensors/Misfits.java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void compileWithoutAWord() {
    assertThat(COMPILATION.diagnostics()).isEmpty();
  }

  @Test
  void areAllInTheTable() throws NoSuchMethodException {
    CsvSource table =
        MisfitsTest.class
            .getDeclaredMethod("throwTheSame", String.class, String.class)
            .getAnnotation(CsvSource.class);
    assertThat(Arrays.stream(table.value()).map(row -> row.split(" \\| ")[0].strip()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(COMPILATION.load("tensors.Misfits").getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "above | above of 2 × 3 needs 3 columns, not 4 × 5",
        "beside | beside of 2 × 3 needs 2 rows, not 4 × 5",
        "chainOfLayers | times of 4 × 5 needs 5, not 2 elements",
        "cholesky | cholesky needs a square matrix, not 2 × 3",
        "concatenated | dot needs two of one shape, not 7 elements and 6 elements",
        "determinant | determinant needs a square matrix, not 4 × 5",
        "diagonal | plus needs two of one shape, not 2 × 2 and 2 × 3",
        "distance | squaredDistance needs two of one shape, not 2 elements and 7 elements",
        "dividedBy | dividedBy needs two of one shape, not 2 × 3 and 4 × 5",
        "dot | dot needs two of one shape, not 2 elements and 7 elements",
        "hadamardMatrix | hadamard needs two of one shape, not 2 × 3 and 4 × 5",
        "hadamardVector | hadamard needs two of one shape, not 2 elements and 7 elements",
        "inverse | inverse needs a square matrix, not 2 × 3",
        "layer | plus needs two of one shape, not 2 elements and 7 elements",
        "logDeterminant | logDeterminant needs a square matrix, not 4 × 5",
        "maximum | max needs two of one shape, not 2 elements and 7 elements",
        "minimum | min needs two of one shape, not 2 × 3 and 4 × 5",
        "minusMatrix | minus needs two of one shape, not 2 × 3 and 4 × 5",
        "minusVector | minus needs two of one shape, not 2 elements and 7 elements",
        "ofRows | row 1 has 7 elements, row 0 has 2",
        "outer | times of 2 × 7 needs 7, not 2 elements",
        "pickRows | pick of 4 × 5 needs 4, not 3 elements",
        "plusEachRow | plusEachRow of 2 × 3 needs 3, not 2 elements",
        "plusMatrix | plus needs two of one shape, not 2 × 3 and 4 × 5",
        "plusTransposed | plus needs two of one shape, not 2 × 3 and 3 × 2",
        "plusVector | plus needs two of one shape, not 2 elements and 7 elements",
        "slice | slice from 3 to 8 of 7 elements",
        "sliceOfRows | slice from 3 to 5 of 4 rows",
        "solveMatrix | solve of 2 × 2 needs 2 rows, not 4 × 5",
        "solveOblong | solve needs a square matrix, not 2 × 3",
        "solveVector | solve of 2 × 2 needs 2, not 7 elements",
        "states | dot needs two of one shape, not 10 elements and 7 elements",
        "sumsOfRows | plus needs two of one shape, not 4 elements and 5 elements",
        "timesEachRow | timesEachRow of 2 × 3 needs 3, not 7 elements",
        "timesMatrix | times of 2 × 3 needs 3 rows, not 4 × 5",
        "timesTransposed | times of 2 × 3 needs 3 rows, not 5 × 4",
        "timesVector | times of 2 × 3 needs 3, not 7 elements",
        "trace | trace needs a square matrix, not 2 × 3",
        "transposedTimes | times of 3 × 2 needs 2, not 7 elements"
      })
  void throwTheSame(String name, String message) {
    assertThatThrownBy(() -> call("tensors.Misfits", name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> call("tensors.MisfitsGrad", name + "Grad"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static void call(String type, String name) throws Throwable {
    Method method =
        COMPILATION
            .load(type)
            .getDeclaredMethod(name, Matrix.class, Matrix.class, Vector.class, Vector.class);
    method.setAccessible(true);
    try {
      method.invoke(null, A, B, U, V);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
