package cotangent.verify.declared;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.Cotangent;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests who is found to hold numbers constant. */
class StopsTest {
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
    assertThat(Stops.reaches(method("plain"))).isFalse();
    assertThat(Stops.reaches(method("held"))).isTrue();
    assertThat(Stops.reaches(method("byHelper"))).isTrue();
    assertThat(Stops.reaches(method("byFunction"))).isTrue();
  }

  private static Method method(String name) {
    return Arrays.stream(StopsTest.class.getDeclaredMethods())
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
