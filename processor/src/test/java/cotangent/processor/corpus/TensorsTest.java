package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.tensor.Matrix;
import cotangent.verify.Finding;
import cotangent.verify.Gradients;
import cotangent.verify.Report;
import cotangent.verify.Status;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Vectors and matrices: each operation in each mode, and as programs use them. */
class TensorsTest {
  private static final Compilation COMPILATION =
      Compilation.of(
          Stream.of(
                  "Operations",
                  "Absent",
                  "Arms",
                  "Programs",
                  "Reshaped",
                  "Chosen",
                  "Constants",
                  "Containers",
                  "Filled",
                  "Fitting",
                  "Lacking",
                  "Layers",
                  "ListsOfLists",
                  "Many",
                  "Nested",
                  "Saturated",
                  "UnsetFields",
                  "Uses",
                  "Wild",
                  "Written")
              .collect(Collectors.toMap(name -> "tensors." + name, TensorsTest::source)),
          Compilation.processors().toList());

  private static String source(String name) {
    try (InputStream in = TensorsTest.class.getResourceAsStream("/tensors/" + name + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void compile() {
    assertThat(COMPILATION.diagnostics()).isEmpty();
  }

  /** What is derived is the same on every JDK, which may only differ in how methods are read. */
  @Tag("once")
  @TestFactory
  Stream<DynamicTest> areRightInEveryMode() {
    return Stream.of(
            "Operations",
            "Absent",
            "Arms",
            "Programs",
            "Reshaped",
            "Chosen",
            "Constants",
            "Containers",
            "Filled",
            "Fitting",
            "Lacking",
            "Layers",
            "ListsOfLists",
            "Many",
            "Nested",
            "Nested$Model",
            "UnsetFields",
            "Wild",
            "Written")
        .map(name -> "tensors." + name)
        .map(name -> DynamicTest.dynamicTest(name, () -> verify(COMPILATION.load(name))));
  }

  private static void verify(Class<?> type) {
    boolean isLarge = type.getSimpleName().equals("Nested"); // lists of lists of matrices
    Report report = Gradients.of(type).points(isLarge ? 1 : 3).report();
    assertThat(report.findings().stream().map(Finding::status))
        .as(report.table())
        .isNotEmpty()
        .containsOnly(Status.RIGHT);
  }

  @Test
  void roundingOfASoftmaxIsNoDifference() {
    double[][] x = {
      {4.315196714655414, 3.394646520892305, 5.721172755255305},
      {1.6915084536945464, 1.895180787972184, 4.132206351235162}
    };
    double[][] q = {
      {1.8337910842948455, 5.657389332177111, 4.0300004156341505},
      {2.1239271264297708, 4.185032559470129, 5.29934805507099},
      {1.704146688927299, 4.220551907290519, 4.845849573370195}
    };
    Gradients.of(COMPILATION.load("tensors.Programs"))
        .method("saturated")
        .at(Matrix.of(x), Matrix.of(q))
        .verify();
  }

  @Tag("once")
  @Test
  void whatCancelsOutIsNoDifference() {
    Gradients.of(COMPILATION.load("tensors.Saturated")).points(40).verify();
  }

  @TestFactory
  Stream<DynamicTest> uses() {
    return Stream.of("tensors.Uses", "tensors.Lacking")
        .flatMap(name -> Arrays.stream(COMPILATION.load(name).getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0)
        .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(method)));
  }

  private static void run(Method method) throws Throwable {
    try {
      method.invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
