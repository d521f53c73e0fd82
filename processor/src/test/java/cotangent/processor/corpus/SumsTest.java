package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Sums over many calls, as programs use them. */
class SumsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/sums/LossSum.txt");

  private static final Compilation COMPILATION =
      Compilation.of(
          Map.of("sums.Sample", source("Sample"), "sums.Uses", source("Uses")),
          Compilation.processors().toList());

  private static String source(String name) {
    try (InputStream in = SumsTest.class.getResourceAsStream("/sums/" + name + ".java")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> uses() {
    assertThat(COMPILATION.diagnostics()).isEmpty();
    return Arrays.stream(COMPILATION.load("sums.Uses").getDeclaredMethods())
        .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
        .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(method)));
  }

  private static void run(Method method) throws Throwable {
    method.setAccessible(true);
    try {
      method.invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void readsWell() throws IOException {
    String companion = COMPILATION.generated().get("sums.SampleGrad");
    int start = companion.indexOf("  /** Adds up {@code loss} and its gradient");
    String written = companion.substring(start, companion.indexOf("\n  }\n", start) + 5);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, written);
    }
    assertThat(written).isEqualTo(Files.readString(GOLDEN));
  }
}
