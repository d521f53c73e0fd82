package cotangent.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code -Acotangent.verify}. */
class ProvingTest {
  private static final String SOURCE =
      """
      package p;
      import cotangent.*;
      class Losses {
        static boolean wasCalled = false;
        private static int users() { wasCalled = true; throw new IllegalStateException("called"); }
        @Differentiable({Derivative.GRADIENT, Derivative.JVP, Derivative.HESSIAN, Derivative.HVP})
        static double loss(double[] w, double x) {
          double sum = Cotangent.stop(x) * users();
          for (int i = 0; i < w.length; i++) { sum += Math.max(w[i], x) * Math.sin(w[i]); }
          return sum;
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void provesEachModeWithoutRunningTheUsersCode() throws Exception {
    JsonObject verified = verified(SOURCE, "on");
    assertThat(verified.getBoolean("whole")).isTrue();
    assertThat(verified.getString("reason")).isEmpty();
    assertThat(verified.getInt("points")).isPositive();
    assertThat(verified.getDouble("residual")).isLessThan(1e-6);
    assertThat(verified.getArray("checks"))
        .contains(
            "value of loss",
            "transpose of lossGradAddTo",
            "second order of lossHessian",
            "second order of lossHvp",
            "remainder of lossJvp");
  }

  /** What cancels out leaves roundings, which differences do not see. */
  @Test
  void takesRoundingsForWhatTheyAre() throws Exception {
    JsonObject verified =
        verified(
            """
            package p;
            class Norm {
              @cotangent.Differentiable
              static double f(double p) { return Math.pow(Math.pow(Math.abs(of()[0]), p), 1 / p); }
              static double[] of() { return new double[] {Double.parseDouble("0.7")}; }
            }
            """,
            "on");
    assertThat(verified.getBoolean("whole")).isTrue();
  }

  /**
   * Saturated, huge, and swinging faster than any difference sees: the modes differ by rounding
   * alone, and differences converge to something else. None of that is a fault.
   */
  @Test
  void doesNotTakeExtremesForFaults() throws Exception {
    StringBuilder methods = new StringBuilder();
    for (int k = 0; k < 40; k++) {
      methods.append(EXTREMES.replace("KK", String.valueOf(5 * k)));
    }
    assertThat(compile("package p; class Extremes {" + methods + "}", "on")).succeeded();
  }

  private static final String EXTREMES =
      """
      @cotangent.Differentiable static double fKK(double[] x, double y, double z) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
          double t = x[i] * y + Math.sin(z) * KK;
          if (t > 0) { sum += t * t; } else { sum -= Math.exp(t) * y; }
        }
        double a = sum / (1 + y * y);
        double b = Math.log(1 + a * a);
        double c = a * b - z;
        double d = Math.tanh(c) * y;
        double g = Math.sqrt(1 + d * d) * a + b * d;
        return g * (Math.cos(g) * z + c) + KK;
      }
      """;

  /** Libraries split numbers that way; the derivative of that is 1, but for eight digits. */
  @Test
  void takesNumbersThatAreSplit() throws Exception {
    JsonObject verified =
        verified(
            """
            package p;
            class Split {
              @cotangent.Differentiable
              static double f(double x) {
                double a = x * x;
                double t = a * 0x40000000;
                double high = (a + t) - t;
                double low = a - high;
                return high * high + 2 * high * low + Math.sin(low * 3) + x;
              }
            }
            """,
            "on");
    assertThat(verified.getString("reason")).doesNotContain("exception");
  }

  @Test
  void leavesItWhereNobodyWantsIt() throws Exception {
    assertThat(verified(SOURCE, "off")).isEmpty();
  }

  @Test
  void isStrictWhereAsked() {
    String unproved =
        """
        package p;
        class Never {
          @cotangent.Differentiable
          static double f(double x) { if (x * 0 == 0) { throw new IllegalStateException("no"); } return x; }
        }
        """;
    assertThat(compile(unproved, "on")).succeeded();
    assertThat(compile(unproved, "strict"))
        .hadErrorContaining("[CT006] the derivatives of f could not all be verified");
    assertThat(compile(SOURCE, "strict")).succeeded();
  }

  @Test
  void operationsOnTensorsAreVerifiedToo() {
    String tensors =
        """
        import cotangent.Derivative;
        import cotangent.tensor.Matrix;
        import cotangent.tensor.Vector;
        class P {
          @cotangent.Differentiable({Derivative.GRADIENT, Derivative.HVP})
          static double f(Matrix a, Vector x, boolean b) {
            Vector y = b ? a.times(x) : x;
            return y.dot(y);
          }
          @cotangent.Differentiable({Derivative.VJP, Derivative.JACOBIAN})
          static Vector g(Matrix a, Vector x) { return a.times(x).tanh(); }
          @cotangent.Differentiable({Derivative.GRADIENT, Derivative.JVP})
          static double h(Matrix a, Vector x, int k) {
            try {
              return a.times(x).dot(x) + x.get(k);
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
              return x.squaredNorm();
            }
          }
        }
        """;
    assertThat(compile(tensors, "strict")).succeeded();
  }

  @Test
  void warnsOfWhatItDoesNotKnow() {
    assertThat(compile(SOURCE, "always")).hadWarningContaining("cotangent.verify=strict");
  }

  private JsonObject verified(String source, String verify)
      throws IOException, JsonParserException {
    assertThat(compile(source, verify)).succeeded();
    return JsonParser.object().from(Files.readAllLines(file()).get(0)).getObject("verified");
  }

  private Path file() {
    return directory.resolve("report.jsonl");
  }

  private Compilation compile(String source, String verify) {
    String name = source.replaceAll("(?s).*?class (\\w+).*", "$1");
    return Compiler.javac()
        .withOptions("-Acotangent.verify=" + verify, "-Acotangent.report=" + file())
        .withProcessors(new DifferentiableProcessor())
        .compile(JavaFileObjects.forSourceString("p." + name, source));
  }
}
