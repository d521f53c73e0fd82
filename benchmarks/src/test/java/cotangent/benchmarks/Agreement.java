package cotangent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges outputs by the rule for golden files, which is relative: each entry of an array against
 * itself, down to a hundred-millionth of the array's largest entry.
 */
public final class Agreement {
  private static final double TOLERANCE = 1e-9;
  private static final double FLOOR = 1e-8;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Agreement() {}

  /** Asserts that {@code actual}, as JSON, is what was expected. */
  public static void assertAgrees(Object actual, JsonNode expected) {
    assertAgrees(JSON.<JsonNode>valueToTree(actual), expected);
  }

  /** Asserts that {@code actual} has the shape that was expected, and its numbers agree. */
  public static void assertAgrees(JsonNode actual, JsonNode expected) {
    if (expected.isObject()) {
      assertThat(actual.fieldNames())
          .toIterable()
          .containsExactlyInAnyOrderElementsOf(expected::fieldNames);
      expected.fieldNames().forEachRemaining(m -> assertAgrees(actual.get(m), expected.get(m)));
    } else {
      assertThat(shape(actual)).isEqualTo(shape(expected));
      List<JsonNode> actualNumbers = new ArrayList<>();
      List<JsonNode> expectedNumbers = new ArrayList<>();
      flatten(actual, actualNumbers);
      flatten(expected, expectedNumbers);
      double largest =
          expectedNumbers.stream().mapToDouble(e -> Math.abs(e.doubleValue())).max().orElse(0);
      for (int i = 0; i < expectedNumbers.size(); i++) {
        assertNumbersAgree(actualNumbers.get(i), expectedNumbers.get(i), largest, i);
      }
    }
  }

  private static void assertNumbersAgree(
      JsonNode actual, JsonNode expected, double largest, int place) {
    if (actual.isIntegralNumber() && expected.isIntegralNumber()) {
      assertThat(actual.longValue()).as("number %d", place).isEqualTo(expected.longValue());
      return;
    }
    double a = actual.doubleValue();
    double b = expected.doubleValue();
    if (a != b) {
      double scale = Math.max(Math.max(Math.abs(a), Math.abs(b)), FLOOR * largest);
      assertThat(Math.abs(a - b) / scale)
          .as("number %d: %s against %s", place, a, b)
          .isLessThanOrEqualTo(TOLERANCE);
    }
  }

  private static String shape(JsonNode node) {
    if (!node.isArray()) {
      return node.isNumber() ? "number" : node.getNodeType().toString();
    }
    List<String> elements = new ArrayList<>();
    node.forEach(element -> elements.add(shape(element)));
    return elements.toString();
  }

  private static void flatten(JsonNode node, List<JsonNode> numbers) {
    if (node.isArray()) {
      node.forEach(element -> flatten(element, numbers));
    } else {
      numbers.add(node);
    }
  }
}
