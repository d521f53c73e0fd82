package cotangent.processor.cost;

import cotangent.processor.graph.Graph;
import cotangent.processor.report.Position;
import java.util.Map;
import java.util.Set;

/**
 * What a run of a graph takes at most, in terms of the sizes of its inputs.
 *
 * @param operations on real numbers, a function of {@code Math} counted as one
 * @param calls of code that isn't looked into
 * @param kept bytes that the forward half keeps for the backward half
 * @param isWhole whether that is all: the depth of a recursion is in no size
 * @param keptAt of {@code kept}, what is kept of each place of the source
 * @param again the places whose numbers are computed in both halves
 */
public record Cost(
    Amount operations,
    Amount calls,
    Amount kept,
    boolean isWhole,
    Map<Position, Amount> keptAt,
    Set<Position> again) {

  /** A sum of more terms than this says less than it takes to read. */
  private static final int LONGEST = 6;

  public static Cost of(Graph graph) {
    return new Counting(graph).cost();
  }

  /** Says what this takes, beside what the value alone does; empty where no size says it. */
  public String sentence(Cost value) {
    if (!isWhole || operations.length() > LONGEST || value.operations.length() > LONGEST) {
      return "";
    }
    String text = "Takes " + counted(operations, "operation") + of(calls);
    text += ", the value alone " + code(value.operations);
    return (kept.isNothing() || kept.length() > LONGEST
            ? text
            : text + "; keeps " + code(kept) + " bytes")
        + ".";
  }

  private static String of(Amount calls) {
    return calls.isNothing() ? "" : " and " + counted(calls, "call");
  }

  private static String counted(Amount amount, String what) {
    return code(amount) + " " + what + (amount.equals(Amount.of(1)) ? "" : "s");
  }

  private static String code(Amount amount) {
    return amount.toString().contains(" ") || !amount.toString().matches("\\d+")
        ? "{@code " + amount + "}"
        : amount.toString();
  }
}
