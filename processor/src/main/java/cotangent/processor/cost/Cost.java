package cotangent.processor.cost;

import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run of a graph takes at most, in terms of the sizes of its inputs.
 *
 * @param operations on real numbers, a function of {@code Math} counted as one
 * @param calls of code that isn't looked into
 * @param kept bytes that the forward half keeps for the backward half
 * @param isWhole whether that is all: a recursion takes as much in each of its calls
 * @param isCounted whether all steps were counted; there may be too many
 * @param keptAt of {@code kept}, what is kept of each place of the source
 * @param again the places whose numbers are computed in both halves
 */
public record Cost(
    Amount operations,
    Amount calls,
    Amount kept,
    boolean isWhole,
    boolean isCounted,
    Map<Position, Amount> keptAt,
    Set<Position> again) {

  /** How often a loop is assumed to run where no size says so. */
  static final String ROUNDS = "rounds";

  /** How long an array is assumed to be where no size says so. */
  static final String ELEMENTS = "elements";

  /** What stands for every size where there are many. */
  private static final String SIZE = "size";

  /** A sum of more terms than this isn't worth reading. */
  private static final int LONGEST = 6;

  /** Says what this costs, beside what the value alone costs. */
  public String sentence(Cost value) {
    if (!isCounted || !value.isCounted) {
      return "What it takes was not counted: it has too many steps.";
    }
    Amount mine = readable(operations);
    Amount its = readable(value.operations);
    Amount bytes = readable(kept);
    String text = "Takes " + counted(mine, "operation") + of(readable(calls));
    text += isWhole ? "" : " for each call of its recursion";
    text += ", the value alone " + code(its);
    text += bytes.isNothing() ? "" : "; keeps " + code(bytes) + " bytes";
    return text
        + (isWhole || bytes.isNothing() ? "" : " for each")
        + meaning(mine, its, bytes)
        + ".";
  }

  /** Says what the names stand for that aren't names of inputs. */
  private static String meaning(Amount... amounts) {
    Set<String> names =
        Arrays.stream(amounts)
            .flatMap(amount -> amount.names().stream())
            .collect(Collectors.toSet());
    List<String> meanings = new ArrayList<>();
    if (names.contains(SIZE)) {
      meanings.add("{@code " + SIZE + "} is the largest of its sizes");
    }
    if (names.contains(ROUNDS)) {
      meanings.add("{@code " + ROUNDS + "} the most turns of a loop");
    }
    if (names.contains(ELEMENTS)) {
      meanings.add("{@code " + ELEMENTS + "} the most elements of an array that is kept");
    }
    return meanings.isEmpty() ? "" : ", where " + String.join(" and ", meanings);
  }

  /** Returns a long sum as the largest terms of one in terms of the largest size. */
  private static Amount readable(Amount amount) {
    return amount.length() > LONGEST
        ? amount.inTermsOf(SIZE, Set.of(ROUNDS, ELEMENTS)).leading()
        : amount;
  }

  private static String of(Amount calls) {
    return calls.isNothing() ? "" : " and " + counted(calls, "call");
  }

  private static String counted(Amount amount, String what) {
    return code(amount) + " " + what + (amount.equals(Amount.of(1)) ? "" : "s");
  }

  private static String code(Amount amount) {
    if (amount.names().contains(SIZE)) {
      return "about {@code " + amount.inPowers() + "}";
    }
    return amount.names().isEmpty() ? amount.toString() : "{@code " + amount + "}";
  }
}
