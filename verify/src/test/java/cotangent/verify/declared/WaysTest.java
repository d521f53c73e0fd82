package cotangent.verify.declared;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.Cotangent;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests who is found to hold numbers constant, or to round them. */
class WaysTest {
  static double plain(double x) {
    return Math.sin(x) + (x > 3 ? plain(x - 1) : 0);
  }

  static double held(double x) {
    return x * Cotangent.stop(x);
  }

  static double byHelper(double x) {
    return plain(x) + held(x);
  }

  static double byFunction(double x) {
    DoubleUnaryOperator f = y -> byHelper(y);
    return f.applyAsDouble(x);
  }

  @Test
  void followsCalls() {
    assertThat(Ways.stops(method("plain"))).isFalse();
    assertThat(Ways.stops(method("held"))).isTrue();
    assertThat(Ways.stops(method("byHelper"))).isTrue();
    assertThat(Ways.stops(method("byFunction"))).isTrue();
  }

  static double rounded(double x) {
    return Math.rint(x) * byCast(x);
  }

  static double byCast(double x) {
    return plain((int) x);
  }

  @Test
  void findsRounding() {
    assertThat(Ways.rounds(method("byFunction"))).isFalse();
    assertThat(Ways.rounds(method("rounded"))).isTrue();
    assertThat(Ways.rounds(method("byCast"))).isTrue();
  }

  private static Method method(String name) {
    return Arrays.stream(WaysTest.class.getDeclaredMethods())
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
