package cotangent.benchmarks.gradbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cotangent.benchmarks.Golden;
import cotangent.benchmarks.hand.BundleAdjustmentByHand;
import cotangent.benchmarks.objectives.KMeansGrad;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goes where no golden input leads: zeros, ties, mirrors, and starts that are ends. */
class BranchesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Session session = new Session(Evals.all());

  @Test
  void cameraWithoutRotation() throws IOException {
    double[] camera = {0, 0, 0, 0.1, 0.2, -3, 5, 0.3, 0.4, 0.05, 0.02};
    double[] point = {0.5, 0.6, 0.7};
    double[] feature = {1, 2};
    ObjectNode input = JSON.createObjectNode().put("n", 2).put("m", 3).put("p", 10).put("w", 0.9);
    input.set("cam", JSON.valueToTree(camera));
    input.set("x", JSON.valueToTree(point));
    input.set("feat", JSON.valueToTree(feature));
    double[] values = numbers(evaluate("ba", "jacobian", input).get("vals"));
    BundleAdjustmentByHand.Jacobian expected =
        BundleAdjustmentByHand.jacobian(camera, point, 0.9, feature);
    assertThat(Arrays.copyOfRange(values, 0, 11))
        .containsExactly(expected.dcamera()[0], within(1e-13));
    assertThat(Arrays.copyOfRange(values, 15, 26))
        .containsExactly(expected.dcamera()[1], within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void handWithoutRotation(int record) throws IOException {
    ObjectNode input = Golden.read("ht.jsonl").get(record).input().deepCopy();
    ArrayNode theta = (ArrayNode) input.get("theta");
    theta.set(0, 5e-5);
    theta.set(1, 0);
    theta.set(2, -3e-5);
    JsonNode jacobian = evaluate("ht", "jacobian", input);
    int first = record == 0 ? 0 : 2;
    for (int row = 0; row < jacobian.size(); row++) {
      double[] entries = numbers(jacobian.get(row));
      assertThat(Arrays.copyOfRange(entries, first, first + 3))
          .containsExactly(new double[3], within(0.0));
      double[] byTranslation = new double[3];
      byTranslation[row % 3] = -1;
      assertThat(Arrays.copyOfRange(entries, first + 3, first + 6))
          .containsExactly(byTranslation, within(1e-15));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void mirroredHand(int record) throws IOException {
    ObjectNode input = Golden.read("ht.jsonl").get(record).input().deepCopy();
    ((ObjectNode) input.at("/data/model")).put("is_mirrored", true);
    JsonNode jacobian = evaluate("ht", "jacobian", input);
    ArrayNode theta = (ArrayNode) input.get("theta");
    int first = record == 0 ? 0 : 2;
    for (int angle = 0; angle < theta.size(); angle++) {
      double here = theta.get(angle).doubleValue();
      theta.set(angle, here + 1e-5);
      double[] above = numbers(evaluate("ht", "objective", input));
      theta.set(angle, here - 1e-5);
      double[] below = numbers(evaluate("ht", "objective", input));
      theta.set(angle, here);
      for (int row = 0; row < above.length; row++) {
        assertThat(jacobian.get(row).get(first + angle).doubleValue())
            .isCloseTo((above[row] - below[row]) / 2e-5, within(1e-7));
      }
    }
  }

  @Test
  void largestElementTwice() throws IOException {
    double[] gradient =
        numbers(evaluate("lse", "gradient", JSON.readTree("{\"x\":[0.5, 2, 1, 2]}")));
    double sum = Math.exp(-1.5) + Math.exp(-1) + 2;
    assertThat(gradient)
        .containsExactly(
            new double[] {Math.exp(-1.5) / sum, 1 / sum, Math.exp(-1) / sum, 1 / sum},
            within(1e-15));
  }

  @Test
  void nearestCentroidTwice() {
    double[][] points = {{1, 2}, {3, 5}};
    double[][] centroids = {{2, 2}, {2, 2}, {9, 9}};
    KMeansGrad.CostHvp product =
        KMeansGrad.costHvp(points, centroids, new double[][] {{1, 1}, {1, 1}, {1, 1}});
    assertThat(product.dcentroids()).isDeepEqualTo(new double[][] {{0, -6}, {0, 0}, {0, 0}});
    assertThat(product.hcentroids()).isDeepEqualTo(new double[][] {{4, 4}, {0, 0}, {0, 0}});
  }

  @Test
  void emptyClusterHasNoDirection() {
    String answer =
        session.answer(
            "{\"id\":1,\"kind\":\"evaluate\",\"module\":\"kmeans\",\"function\":\"dir\","
                + "\"input\":{\"points\":[[1]],\"centroids\":[[1],[5]]}}");
    assertThat(answer).contains("\"success\":false").contains("NaN");
  }

  @Test
  void factorZeroInTheChain() throws IOException {
    JsonNode input = JSON.readTree("{\"x\":[0.5, 0, 0.7], \"s\":4}");
    assertThat(numbers(evaluate("ode", "gradient", input)))
        .containsExactly(new double[] {0, 0.5 * 0.7 * 8 / 6, 0}, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "fr", "rf", "rr"})
  void saddleStartThatIsTheEnd(String modes) throws IOException {
    JsonNode input = JSON.readTree("{\"start\":[0.3, 0.2]}");
    assertThat(numbers(evaluate("saddle", modes, input))).containsExactly(0.3, 0.2, 0.3, 0.2);
  }

  private JsonNode evaluate(String module, String function, JsonNode input) throws IOException {
    ObjectNode message = JSON.createObjectNode().put("id", 1).put("kind", "evaluate");
    message.put("module", module).put("function", function).set("input", input);
    JsonNode answer = JSON.readTree(session.answer(message.toString()));
    assertThat(answer.get("success").booleanValue()).as("%s", answer.get("error")).isTrue();
    return answer.get("output");
  }

  private static double[] numbers(JsonNode array) {
    return JSON.convertValue(array, double[].class);
  }
}
