package cotangent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What users call, where all is right or nothing can be said. */
class GradientsTest {
  @TestFactory
  Stream<DynamicTest> oneForEachGeneratedMethod() {
    return GradientTests.of(Bowl.class);
  }

  private static Finding gradient(Gradients gradients) {
    List<Finding> findings = gradients.report().findings();
    return findings.get(findings.size() - 1);
  }

  @Test
  void atAKinkWhatLiesBetweenItsSidesIsRight() {
    Gradients distance = Gradients.of(Kinked.class).method("distance");
    assertThat(gradient(distance.at(0.0)).status()).isEqualTo(Status.RIGHT);
    assertThat(gradient(distance.at(0.0)).compared()).isEqualTo(1);
    distance.points(20).verify();
  }

  @Test
  void whatAMethodWritesIntoFieldsOfItsObjectIsItsResult() throws Exception {
    Class<?> squaring =
        Spoiled.compiled(
            "W",
            "package cotangent.verify; class W { final double[] w = {3, 4};"
                + " @cotangent.Differentiable(value = cotangent.Derivative.JVP, wrt = \"w\")"
                + " void square() { w[0] *= w[0]; w[1] *= 2; } }",
            "WGrad",
            "package cotangent.verify; class WGrad { record SquareJvp(double[] tw) {}"
                + " static void square(W self) { self.square(); }"
                + " static SquareJvp squareJvp(W self, double[] tw) {"
                + " double[] t = {2 * self.w[0] * tw[0], 2 * tw[1]}; self.square();"
                + " return new SquareJvp(t); } }");
    Finding finding = gradient(Gradients.of(squaring));
    assertThat(finding.status()).as(finding.message()).isEqualTo(Status.RIGHT);
    assertThat(finding.compared()).isPositive();
  }

  @Test
  void atAJumpNothingCanBeSaid() {
    Finding finding = gradient(Gradients.of(Kinked.class).method("jump").at(0.0));
    assertThat(finding.status()).isEqualTo(Status.NOT_COMPARED);
    assertThat(finding.message()).contains("differences do not tell");
  }

  @Test
  void ofTinyStairsDifferencesSayNoMoreThanTheyCan() {
    Gradients.of(Kinked.class).method("high").points(200).verify();
  }

  @Test
  void onAStairTheDerivativeIsNothing() {
    Gradients.of(Kinked.class).method("rounded").points(50).verify();
  }

  @Test
  void onAStairOfFloatsTheDerivativeIsNothing() {
    Gradients.of(Kinked.class).method("roundedFloat").points(50).verify();
  }

  @Test
  void onAStairFinerThanFloatsTooWhileWhatIsForgottenIsSeen() throws Exception {
    Gradients finely = Gradients.of(Kinked.class).method("roundedFinely");
    assertThat(finely.at(1.7f, 10).report().hasFailures()).isFalse();
    assertThat(finely.at(-1.7f, 9).report().isComplete()).isFalse();
    assertThat(finely.at(1.7f, 3).report().isComplete()).isTrue();
    String method =
        "static float f(float x, float y) {"
            + " return (float) Math.floor(Math.nextUp((double) (x * 1e9f))) / 1e9f * (1 + y); }";
    Class<?> forgetting =
        Spoiled.compiled(
            "F",
            "package cotangent.verify; class F { @cotangent.Differentiable " + method + " }",
            "FGrad",
            "package cotangent.verify; class FGrad { record FGradient(float value, float dx, float dy) {} "
                + method
                + " static FGradient fGrad(float x, float y) { return new FGradient(f(x, y), 0, 0); } }");
    assertThat(gradient(Gradients.of(forgetting)).message()).startsWith("fGrad: dy is 0");
  }

  @Test
  void modesMayDifferAsFarAsRoundingTheTangentMovesThem() {
    Gradients split = Gradients.of(Kinked.class).method("split");
    assertThat(split.at(0.6143436663927806).report().hasFailures()).isFalse();
  }

  @Test
  void whatIsNoNumberWhereNothingMovesIsDrawnAgainAndTold() {
    Gradients root = Gradients.of(Kinked.class).method("rootOfNothing");
    assertThat(gradient(root.at(1.0, 2.0, 1)).status()).isEqualTo(Status.RIGHT);
    root.points(20).verify();
    Report report = root.at(1.0, 2.0, 2).report();
    assertThat(report.hasFailures()).isFalse();
    assertThat(report.isComplete()).isFalse();
    assertThat(report.table())
        .contains("rootOfNothingGrad: dx is not a number", "a root of an exact zero", "n = 2");
  }

  @Test
  void whatIsNeverThroughIsDrawnSmaller() {
    Finding finding = gradient(Gradients.of(Kinked.class).method("looked").points(2));
    assertThat(finding.status()).isEqualTo(Status.RIGHT);
  }

  @Test
  void betweenThePointsOfDifferencesAFunctionMayGoUpAndDown() {
    Finding finding = gradient(Gradients.of(Kinked.class).method("wavy").points(50));
    assertThat(finding.status()).isEqualTo(Status.NOT_COMPARED);
  }

  @Test
  void whatIsTooSmallToBeSquaredMayBeNothing() {
    Gradients.of(Kinked.class).method("vanishing").at(180.0).verify();
    assertThat(gradient(Gradients.of(Kinked.class).method("vanishing").at(8.0)).status())
        .isEqualTo(Status.RIGHT);
  }

  @Test
  void whatDifferencesCannotSeeIsNotCompared() {
    Finding finding = gradient(Gradients.of(Kinked.class).method("almostNothing").points(20));
    assertThat(finding.status()).isEqualTo(Status.NOT_COMPARED);
  }

  @Test
  void whereRoundingMovesDerivativesModesMayDiffer() {
    Finding finding = gradient(Gradients.of(Kinked.class).method("shaken").points(20));
    assertThat(finding.status()).isEqualTo(Status.NOT_COMPARED);
  }

  @Test
  void whatAConstructorRefusesIsDrawnAgain() {
    Gradients area = Gradients.of(Kinked.class).method("area").points(20);
    assertThat(gradient(area).status()).isEqualTo(Status.RIGHT);
  }

  @Test
  void whatCannotBeDrawnIsToldAndNeverPasses() {
    Gradients applied = Gradients.of(Kinked.class).method("applied");
    assertThat(gradient(applied).status()).isEqualTo(Status.NOT_DRAWN);
    assertThat(gradient(applied).message()).contains("DoubleUnaryOperator", "at(...)");
    assertThatThrownBy(applied::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2 generated methods of 1 annotated method: 2 not drawn");
    DoubleUnaryOperator twice = x -> 2 * x;
    applied.at(3.0, twice).verify();
  }

  @Test
  void whatThrowsWhereItIsOnlyLookedAtEndsNoReport() throws Exception {
    Class<?> mute =
        Spoiled.compiled(
            "Mute",
            """
            package cotangent.verify;
            import cotangent.*;
            final class Mute {
              static final class Silent extends RuntimeException {
                @Override public String getMessage() { throw new UnsupportedOperationException("mute"); }
              }
              @Differentiable static double f(double x) {
                if (x < 1e9) { throw new Silent(); }
                return x;
              }
              @Differentiable static double g(double x) { return x; }
            }
            """,
            "MuteGrad",
            """
            package cotangent.verify;
            final class MuteGrad {
              static double g(double x) { return x; }
              record GGradient(double value, double dx) {}
              static GGradient gGrad(double x) { return new GGradient(x, 1); }
            }
            """);
    Report report = Gradients.of(mute).report();
    assertThat(report.findings().stream().map(Finding::status))
        .as(report.table())
        .containsExactly(Status.NOT_COMPARED, Status.NOT_COMPARED, Status.RIGHT, Status.RIGHT);
    assertThat(report.table()).contains("verifying it ended in", "UnsupportedOperation", "mute");
  }

  @Test
  void whatNeverReturnsIsNotDrawn() {
    Finding finding = gradient(Gradients.of(Kinked.class).method("neverReturns"));
    assertThat(finding.status()).isEqualTo(Status.NOT_DRAWN);
    assertThat(finding.message()).contains("the original ends in", "not ");
  }

  @Test
  void theSameSeedDrawsTheSamePoints() {
    Gradients bowl = Gradients.of(Bowl.class).points(2);
    assertThat(bowl.seed(4).report()).isEqualTo(bowl.seed(4).report());
  }

  @Test
  void wrongCallsAreRefused() {
    assertThatThrownBy(() -> Gradients.of(Bowl.class).method("ball").verify())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no method annotated with @Differentiable of the name ball");
    assertThatThrownBy(() -> Gradients.of(Bowl.class).at(1.0).verify())
        .hasMessageContaining("that takes [1.0]");
    assertThatThrownBy(() -> Gradients.of(Bowl.class).points(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fromTheCommandLine(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.html");
    assertThat(run("--html", page.toString(), "--points", "2", "target/test-classes"))
        .startsWith("0\n")
        .contains("Bowl.bowlGrad", "right", "annotated methods: ");
    assertThat(page).content().contains("bowlHessian", "not drawn");
    assertThat(run("--complete", "--points", "2", "target/test-classes")).startsWith("1\n");
    assertThat(run("target/no-such-folder")).startsWith("0\n").contains("0 generated methods");
    assertThat(run()).startsWith("2\n").contains("usage: ");
    assertThat(run("--colour", "red", "x")).startsWith("2\n").contains("no option --colour");
  }

  private static String run(String... arguments) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code = Main.run(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
    return code + "\n" + said.toString(StandardCharsets.UTF_8);
  }
}
