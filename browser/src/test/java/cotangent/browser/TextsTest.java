package cotangent.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds how pages write real numbers to how Java does. Up to JDK 18, Java writes more digits of
 * some numbers than it takes to tell them from others; what is shorter then must be the same
 * number.
 */
class TextsTest {
  private static final int DRAWN = 4000;
  private static Scripts scripts;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    scripts = new Scripts(TextsTest.class.getClassLoader());
    browser = new Browser();
    browser.open(scripts.address());
  }

  @AfterAll
  static void close() {
    browser.close();
    scripts.close();
  }

  private static <T> List<T> drawn(Supplier<T> bits, List<T> edges) {
    List<T> all = new ArrayList<>(edges);
    for (int i = 0; i < DRAWN; i++) {
      all.add(bits.get());
    }
    return all;
  }

  /** Compares; of all numbers most are written alike by all versions. */
  private static <T> void compare(String type, List<T> numbers, Function<String, T> read) {
    List<String> java = numbers.stream().map(Object::toString).toList();
    List<?> page = (List<?>) browser.run("return textsOf(...arguments)", type, java);
    List<String> wrong = new ArrayList<>();
    int shorter = 0;
    for (int i = 0; i < java.size(); i++) {
      String text = page.get(i).toString();
      boolean isShorter = text.length() <= java.get(i).length() && Runtime.version().feature() < 19;
      if (!text.equals(java.get(i))) {
        shorter++;
        if (!isShorter || !read.apply(text).equals(numbers.get(i))) {
          wrong.add(java.get(i) + ": " + text);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(shorter).isLessThan(numbers.size() / 4);
  }

  @Test
  void doublesAreWrittenAsJavaDoes() {
    Random random = new Random(7);
    List<Double> edges =
        Arrays.asList(
            0.0,
            -0.0,
            1.0,
            1e7,
            9999999.0,
            0.001,
            9.99e-4,
            1e23,
            2e-323,
            0.1,
            1.0 / 3,
            123456789.0,
            Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Double.MAX_VALUE,
            Double.NaN,
            -1.0 / 0,
            1.0 / 0);

    compare(
        "double", drawn(() -> Double.longBitsToDouble(random.nextLong()), edges), Double::valueOf);
    compare("double", drawn(random::nextGaussian, edges), Double::valueOf);
  }

  @Test
  void floatsAreWrittenAsJavaDoes() {
    Random random = new Random(8);
    List<Float> edges =
        Arrays.asList(0f, -0f, 1f, 0.1f, 1e10f, 3e-5f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN);

    compare("float", drawn(() -> Float.intBitsToFloat(random.nextInt()), edges), Float::valueOf);
  }
}
