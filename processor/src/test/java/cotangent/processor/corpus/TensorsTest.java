package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Vectors and matrices: each operation in each mode, and as programs use them. */
class TensorsTest {
  private static final Compilation COMPILATION =
      Compilation.of(
          Map.of(
              "tensors.Operations", source("Operations"),
              "tensors.Programs", source("Programs"),
              "tensors.Fitting", source("Fitting"),
              "tensors.Layers", source("Layers"),
              "tensors.Many", source("Many"),
              "tensors.Nested", source("Nested"),
              "tensors.Uses", source("Uses"),
              "tensors.Written", source("Written")),
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

  @TestFactory
  Stream<DynamicTest> areRightInEveryMode() {
    return Stream.of(
            "Operations",
            "Programs",
            "Fitting",
            "Layers",
            "Many",
            "Nested",
            "Nested$Model",
            "Written")
        .map(name -> "tensors." + name)
        .map(name -> DynamicTest.dynamicTest(name, () -> verify(COMPILATION.load(name))));
  }

  private static void verify(Class<?> type) {
    Report report = Gradients.of(type).points(3).report();
    assertThat(report.findings().stream().map(Finding::status))
        .as(report.table())
        .isNotEmpty()
        .containsOnly(Status.RIGHT);
  }

  @TestFactory
  Stream<DynamicTest> uses() {
    return Arrays.stream(COMPILATION.load("tensors.Uses").getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
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
