package cotangent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way of being wrong is seen, and explained by the method, the number and its place. */
@Tag("once")
class SpoiledTest {
  @Test
  void whatIsRightPasses() throws Exception {
    Gradients.of(Spoiled.bowl("sum", "total")).points(10).verify();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the value, exceptions, arguments
        "return sum;                   | return sum * (1 + 1e-15);        | bowl     | gives the value",
        "IllegalStateException(\"too   | IllegalArgumentException(\"too   | bowl     | ends in java.lang.IllegalArgumentException",
        "steep: \" + a                 | steep: \"                        | bowl     | ends in java.lang.IllegalStateException: too steep: ,",
        "double da = 0;                | double da = 0; x[0] = 1;         | bowlGrad | leaves the arguments as",
        // wrong derivatives
        "dx[i] += 2 * a * x[i] * y[i]  | dx[i] += 2 * a * x[i]            | bowlGrad | dx[0] is",
        "dx[i] += 2 * a * x[i] * y[i]  | dx[i] -= 2 * a * x[i] * y[i]     | bowlGrad | the sign is wrong",
        "dx[i] += 2 * a * x[i] * y[i]  | dx[i] += 4 * a * x[i] * y[i]     | bowlGrad | it is counted 2 times",
        "a * squares[i] + 3 * y[i] * y[i] | a * squares[i]                | bowlGrad | dy[0] is",
        "da += squares[i] * y[i];      | da += 0;                         | bowlGrad | da is 0.0",
        "dx[i] += 2 * a                | dx[x.length - 1 - i] += 2 * a    | bowlGrad | it is what dx[",
        "new BowlGradient(value, dx, dy, da) | new BowlGradient(value, dy, dx, da) | bowlGrad | it is what dy[",
        "da += squares[i] * y[i];      | da += squares[i] * y[i] * (a > 1.5 ? 1 : Double.NaN); | bowlGrad | da is NaN",
        // only at the edges of what is drawn
        "dx[i] += 2 * a * x[i] * y[i]  | dx[i] += (x.length == 1 ? 3 : 2) * a * x[i] * y[i] | bowlGrad | dx[0] is",
        "double da = 0;                | double da = x.length == 0 ? 1 : 0; | bowlGrad | da is 1.0, but differences say 0.0",
        "double da = 0;                | double da = x.length > 0 && x[0] < 0 && y[0] < 0 ? 1 : 0; | bowlGrad | da is",
        // modes
        "dx[i] *= seed;                | dx[i] *= 1;                      | bowlVjp  | dx[0] is",
        "seed * g.da()                 | g.da()                           | bowlVjp  | da is",
        "g.dy()[i] * ty[i]             | g.dy()[i] * tx[i]                | bowlJvp  | tangent is",
        "double tangent = g.da() * ta  | double tangent = 0               | bowlJvp  | tangent is",
        "hx[i] = 2 * (                 | hx[i] = (                        | bowlHvp  | hx[0] is",
        "2 * a * x[i] * tx[i] + 6      | a * x[i] * tx[i] + 6             | bowlHessian | symmetry",
        "gradient[n - 1] = g.da();     | gradient[n - 1] = 1;             | bowlHessian | but bowlGrad says",
        "hessian[n - 1][j] = column.ha(); | hessian[n - 1][j] = 0;        | bowlHessian | hessian[",
        "g.dx(), g.dy(), g.da(), hx, hy, ha | hx, hy, g.da(), g.dx(), g.dy(), ha | bowlHvp | dx[0] is",
        // only where sizes don't agree
        "if (!Sizes.fit(y, x.length))  | if (false)                       | bowlGrad | ends in java.lang.ArrayIndexOutOfBounds",
        // what is kept from call to call
        "workspace.zeros(0             | workspace.doubles(0              | bowlGrad | with a workspace that was used before",
        "double[] squares = workspace.zeros(0, x.length) | double[] squares = KEPT.zeros(0, x.length) | bowl | whose field KEPT",
        "dx[i] += 2 * a                | dx[i] = 2 * a                    | bowlGrad | bowlGradAddTo: dx[0] is",
        "return new BowlGradient(value, dx | dx = dx.clone(); return new BowlGradient(value, dx | bowlGrad | is not the array that was given",
        "new BowlGradient(value, dx, dy, da) | null                      | bowlGrad | gives null",
        "new BowlGradient(value, dx, dy, da) | new BowlGradient(value, null, dy, da) | bowlGrad | has another shape than x: null",
        "public static BowlJvp bowlJvp( | public static BowlJvp bowlJvq(  | bowlJvp  | is not there",
        "new double[x.length], new double[y.length]); | new double[x.length + 1], new double[y.length]); | bowlGrad | has another shape than x",
      })
  void isSeen(String text, String instead, String generated, String message) throws Exception {
    Class<?> type = Spoiled.bowl(text, instead);
    Report report = Gradients.of(type).report();
    List<Finding> wrong =
        report.findings().stream().filter(each -> each.status() == Status.WRONG).toList();
    assertThat(wrong).as(report.table()).isNotEmpty();
    assertThat(wrong)
        .as(report.table())
        .anySatisfy(
            each -> {
              assertThat(each.generated()).isEqualTo(generated);
              assertThat(each.message()).contains(message);
              assertThat(each.point()).contains("x = {", "a = ", "(seed 1)");
            });
    assertThatThrownBy(() -> Gradients.of(type).verify())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message)
        .hasMessageContaining("wrong");
  }

  @Test
  void whatIsWrongOnlyWhereOneArgumentIsLargeIsSeenAtManyPoints() throws Exception {
    Class<?> type =
        Spoiled.bowl("seed * g.da()", "(y[0] > 3 && x[0] < 1.5 ? 0 : 1) * seed * g.da()");
    assertThat(Gradients.of(type).points(40).report().table()).contains("bowlVjp: da is");
  }

  @Test
  void aRaceIsSeen() throws IOException, ClassNotFoundException {
    Class<?> type =
        Spoiled.bowl(
            "double[] squares = workspace.zeros(0, x.length);",
            "double[] squares = Elsewhere.BUFFER; java.util.Arrays.fill(squares, 0);"
                + " java.util.concurrent.locks.LockSupport.parkNanos(100_000);");
    assertThat(Gradients.of(type).report().table())
        .contains("gives something else while another thread calls it as well");
  }

  @Test
  void aRaceOfMomentsIsSeenWhereTheCompanionGoesWhereItsMethodDoesNot() throws Exception {
    Class<?> type =
        Spoiled.bowl(
            "double[] squares = workspace.zeros(0, x.length);",
            "double[] squares = Elsewhere.BUFFER; java.util.Arrays.fill(squares, 0);");
    assertThat(Gradients.of(type).report().table())
        .contains("gives something else while another thread calls it as well");
  }

  @Test
  void whatNeverReturnsIsSeen() throws IOException, ClassNotFoundException {
    Class<?> type =
        Spoiled.bowl(
            "dx[i] *= seed;",
            "while (a > 0) java.util.concurrent.locks.LockSupport.parkNanos(9_999_999); dx[i] *= seed;");
    assertThat(Gradients.of(type).points(2).report().table())
        .contains("bowlVjp: has not returned after 10 s, as the original does");
  }

  @Test
  void aBufferThatIsNotClearedIsSeen() throws IOException, ClassNotFoundException {
    Class<?> type =
        Spoiled.bowl(
            "double[] squares = workspace.zeros(0, x.length);",
            "double[] squares = Elsewhere.BUFFER;");
    assertThat(Gradients.of(type).report().table())
        .contains("gives something else when it is called twice");
  }
}
