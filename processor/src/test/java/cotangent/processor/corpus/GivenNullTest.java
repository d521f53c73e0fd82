package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.verify.Gradients;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Records that are null at the boundary of a method: no derivative, and not read unless Java does.
 */
class GivenNullTest {
  private static final List<String> DRAWN = new ArrayList<>();

  static {
    DRAWN.addAll(
        List.of(
            "records.GivenNull",
            "records.AskedForNull",
            "records.NullElements",
            "records.GenericRecords"));
    if (Runtime.version().feature() >= 21) {
      DRAWN.add("records.PatternsOfNull");
    }
    DRAWN.add("records.ReplacedElements");
  }

  private static final Compilation COMPILATION =
      Compilation.of(
          DRAWN.stream().collect(Collectors.toMap(name -> name, GivenNullTest::source)),
          Compilation.processors().toList());

  private static String source(String name) {
    String file = "/" + name.replace('.', '/') + ".java";
    try (InputStream in = GivenNullTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void compile() {
    assertThat(COMPILATION.diagnostics()).isEmpty();
  }

  @Test
  void areRightWhereTheyAreThere() {
    for (String name : DRAWN) {
      Gradients.of(COMPILATION.load(name)).verify();
    }
  }

  @TestFactory
  Stream<DynamicTest> isAValueLikeOthers() {
    return DRAWN.stream()
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
