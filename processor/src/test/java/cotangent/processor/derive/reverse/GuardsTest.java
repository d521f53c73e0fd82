package cotangent.processor.derive.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where zero times infinity is guarded against, and where a test has ruled that out. */
class GuardsTest {

  /** A direction over its length, where that passes a test. */
  private static String direction(String test) {
    return Reversed.of(
        "double x, double y, double w",
        """
        zero = 0.0
        one = 1.0
        xx = mul(x, x)
        yy = mul(y, y)
        square = add(xx, yy)
        length = sqrt(square)
        %s
        double r = if c {
          ex = div(x, length)
          ey = div(y, length)
          wx = mul(ex, w)
          s = mul(wx, ey)
          yield s
        } else {
          yield w
        }
        chosen = max(r, w)
        yield chosen
        """
            .formatted(test));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c = ne(length, zero)",
        "c = gt(length, zero)",
        "c = lt(zero, length)",
        "c = ge(length, one)",
        "d = le(length, zero)\nc = not(d)"
      })
  void noneAreNeededBehindATest(String test) {
    assertThat(backwardArm(direction(test))).doesNotContain("unlessZero");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c = eq(length, zero)",
        "c = ge(length, zero)",
        "c = lt(length, one)",
        "d = gt(length, zero)\nc = not(d)"
      })
  void theyStandWhereZeroPassesTheTest(String test) {
    assertThat(backwardArm(direction(test))).contains("unlessZero");
  }

  @Test
  void noneAreNeededWhereZeroIsRefused() {
    String refused =
        Reversed.of(
            "double x, double w",
            """
            zero = 0.0
            c = le(x, zero)
            if c {
              java.lang.IllegalArgumentException e = call NEW "java.lang.IllegalArgumentException" ""() @1
              throw e @1
            } else {
            } @1
            q = div(w, x)
            r = mul(q, w)
            chosen = max(r, w)
            yield chosen
            """);
    assertThat(refused).doesNotContain("unlessZero");
  }

  @Test
  void ofARootOfSquaresOneIsEnough() {
    String norm =
        Reversed.of(
            "double x, double y",
            """
            xx = mul(x, x)
            yy = mul(y, y)
            square = add(xx, yy)
            length = sqrt(square)
            yield length
            """);
    assertThat(norm.split("unlessZero", -1)).hasSize(2);
    assertThat(norm).contains("unlessZero(length, ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"r = div(x, root)", "t = mul(root, y)\nr = div(x, t)"})
  void noneAreNeededOfWhatIsDividedBy(String division) {
    String text = "xy = mul(x, y)\nroot = sqrt(xy)\n" + division + "\nyield r";
    assertThat(Reversed.of("double x, double y", text))
        .doesNotContain("unlessZero(x, ", "unlessZero(y, ");
  }

  @Test
  void eachFactorUnderARootHasOne() {
    String mean = Reversed.of("double x, double y", "xy = mul(x, y)\nroot = sqrt(xy)\nyield root");
    assertThat(mean).contains("unlessZero(x, ", "unlessZero(y, ");
  }

  @Test
  void noneAreNeededOfRootsThatAreNeverZero() {
    String text =
        "xy = mul(x, y)\none = 1.0\nxx = mul(x, x)\nu = add(xx, one)\nroot = sqrt(u)\nr = mul(root, xy)\nyield r";
    assertThat(Reversed.of("double x, double y", text)).doesNotContain("unlessZero");
  }

  /** Returns the arm in the backward half, which is a branch of its own. */
  private static String backwardArm(String text) {
    String arm = text.substring(text.lastIndexOf("if c {"));
    return arm.substring(0, arm.indexOf("} else {"));
  }
}
