package cotangent.benchmarks.hand;

import static cotangent.benchmarks.Agreement.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import cotangent.benchmarks.Golden;
import cotangent.benchmarks.objectives.HandModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the yardstick itself to the golden outputs. */
class HandWrittenGoldenTest {
  static Stream<Golden> records() {
    Stream<Golden> all =
        Stream.of("gmm", "lstm", "llsq", "lse", "det", "ode", "kmeans", "ba", "ht")
            .flatMap(eval -> Golden.read(eval + ".jsonl").stream());
    return all.filter(golden -> !golden.description().startsWith("simple"));
  }

  @ParameterizedTest
  @MethodSource("records")
  void agrees(Golden golden) {
    Map<String, Object> derivatives = derivatives(golden);
    assertThat(derivatives).as("functions").containsKey(golden.function());
    assertAgrees(derivatives.get(golden.function()), expected(golden));
  }

  /** Leaves out what is no derivative: the excerpts' indices, and all of the ode but its end. */
  private static JsonNode expected(Golden golden) {
    JsonNode output = golden.output();
    return switch (golden.toString().split(" ")[0]) {
      case "ba.jacobian" -> output.get("vals");
      case "ba.objective" -> output.get("reproj_error").get("elements");
      case "ode.primal" -> output.get(output.size() - 1);
      default -> output;
    };
  }

  private static Map<String, Object> derivatives(Golden g) {
    return switch (g.module()) {
      case "gmm" -> {
        GaussianMixtureByHand.Gradient gradient =
            GaussianMixtureByHand.gradient(
                g.input("alpha", double[].class),
                g.input("mu", double[][].class),
                g.input("q", double[][].class),
                g.input("l", double[][].class),
                g.input("x", double[][].class),
                g.input("gamma", double.class),
                g.input("m", int.class));
        Map<String, Object> jacobian = new HashMap<>();
        jacobian.put("alpha", gradient.dalpha());
        jacobian.put("mu", gradient.dmu());
        jacobian.put("q", gradient.dq());
        jacobian.put("l", gradient.dl());
        yield Map.of("objective", gradient.value(), "jacobian", jacobian);
      }
      case "lstm" -> {
        LstmByHand.Gradient gradient =
            LstmByHand.gradient(
                g.input("main_params", double[][].class),
                g.input("extra_params", double[][].class),
                g.input("state", double[][].class),
                g.input("sequence", double[][].class));
        double[] jacobian = flat(gradient.dmainParams(), gradient.dextraParams());
        yield Map.of("objective", gradient.value(), "jacobian", jacobian);
      }
      case "llsq" -> {
        PolynomialFitByHand.Gradient gradient =
            PolynomialFitByHand.gradient(g.input("x", double[].class), g.input("n", int.class));
        yield Map.of("primal", gradient.value(), "gradient", gradient.dx());
      }
      case "lse" -> {
        LogSumExpByHand.Gradient gradient = LogSumExpByHand.gradient(g.input("x", double[].class));
        yield Map.of("primal", gradient.value(), "gradient", gradient.dx());
      }
      case "det" -> {
        DeterminantByHand.Gradient gradient =
            DeterminantByHand.gradient(
                square(g.input("A", double[].class), g.input("ell", int.class)));
        yield Map.of("primal", gradient.value(), "gradient", flat(gradient.da()));
      }
      case "ode" -> {
        RungeKuttaByHand.Gradient gradient =
            RungeKuttaByHand.last(g.input("x", double[].class), g.input("s", int.class));
        yield Map.of("primal", gradient.value(), "gradient", gradient.dx());
      }
      case "kmeans" -> {
        KMeansByHand.Derivatives derivatives =
            KMeansByHand.derivatives(
                g.input("points", double[][].class), g.input("centroids", double[][].class));
        double[][] direction = derivatives.dcentroids();
        for (int j = 0; j < direction.length; j++) {
          for (int l = 0; l < direction[j].length; l++) {
            direction[j][l] /= derivatives.hcentroids()[j][l];
          }
        }
        yield Map.of("cost", derivatives.value(), "dir", direction);
      }
      case "ba" -> {
        BundleAdjustmentByHand.Jacobian jacobian =
            BundleAdjustmentByHand.jacobian(
                g.input("cam", double[].class),
                g.input("x", double[].class),
                g.input("w", double.class),
                g.input("feat", double[].class));
        List<Double> values = new ArrayList<>();
        for (int row = 0; row < 2; row++) {
          Arrays.stream(jacobian.dcamera()[row]).forEach(values::add);
          Arrays.stream(jacobian.dpoint()[row]).forEach(values::add);
          values.add(jacobian.dweight()[row]);
        }
        values.add(-2 * g.input("w", double.class));
        yield Map.of("objective", jacobian.value(), "jacobian", values);
      }
      case "ht" -> {
        JsonNode model = g.input().at("/data/model");
        HandTrackingByHand.Jacobian jacobian =
            HandTrackingByHand.triangleJacobian(
                g.input("theta", double[].class),
                g.input("us", double[][].class),
                new HandModel(
                    Golden.convert(model.get("parents"), int[].class),
                    Golden.convert(model.get("base_relatives"), double[][][].class),
                    Golden.convert(model.get("inverse_base_absolutes"), double[][][].class),
                    Golden.convert(model.get("base_positions"), double[][].class),
                    Golden.convert(model.get("weights"), double[][].class),
                    Golden.convert(model.get("triangles"), int[][].class),
                    false),
                Golden.convert(g.input().at("/data/correspondences"), int[].class),
                Golden.convert(g.input().at("/data/points"), double[][].class));
        double[][] rows = new double[jacobian.value().length][];
        Arrays.setAll(
            rows,
            i ->
                flat(new double[][] {jacobian.dshift()[i]}, new double[][] {jacobian.dtheta()[i]}));
        yield Map.of("objective", jacobian.value(), "jacobian", rows);
      }
      default -> throw new IllegalArgumentException(g.module());
    };
  }

  private static double[][] square(double[] flat, int n) {
    double[][] rows = new double[n][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(flat, i * n, (i + 1) * n));
    return rows;
  }

  private static double[] flat(double[][]... matrices) {
    return Arrays.stream(matrices)
        .flatMap(Arrays::stream)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
