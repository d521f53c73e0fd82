package cotangent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs classes that were compiled by each version that was ever published, with their companions,
 * on the api of today: whoever has them need not compile again. {@code .ci/publish} makes the jars.
 */
class PublishedCompanionsTest {
  private static final Path JARS = Path.of("src/test/resources/published");

  @TestFactory
  List<DynamicTest> runOnTheApiOfToday() throws IOException, ReflectiveOperationException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> jars = Files.list(JARS)) {
      for (Path jar : jars.sorted().toList()) {
        ClassLoader loader =
            new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
        for (Method method : loader.loadClass("published.Uses").getDeclaredMethods()) {
          if (Modifier.isPublic(method.getModifiers())) {
            String name = jar.getFileName() + " " + method.getName();
            tests.add(DynamicTest.dynamicTest(name, () -> run(method)));
          }
        }
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(4);
    return tests;
  }

  private static void run(Method method) throws Throwable {
    try {
      method.invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
