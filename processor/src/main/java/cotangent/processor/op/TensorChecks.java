package cotangent.processor.op;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of sizes that have passed the checks of {@code cotangent.tensor.Shapes}. */
public final class TensorChecks {
  private static final String OWNER = "cotangent.tensor.Shapes";

  private TensorChecks() {}

  /** Two sizes that are the same behind a check. */
  public record Agreed(Value one, Value other) {}

  /** Whether a step only looks at sizes, and throws an exception where they don't fit. */
  public static boolean isCheck(Step step) {
    return !name(step).isEmpty();
  }

  /** Returns the sizes that are the same behind a step; none for any other step. */
  public static List<Agreed> agreed(Step step) {
    List<Value> operands = step.operands();
    return switch (name(step)) {
      case "same" -> {
        List<Agreed> all = new ArrayList<>();
        int half = operands.size() / 2;
        for (int i = 1; i <= half; i++) {
          all.add(new Agreed(operands.get(i), operands.get(half + i)));
        }
        yield all;
      }
      case "square" -> List.of(new Agreed(operands.get(1), operands.get(2)));
      case "needs", "needsRows" -> List.of(new Agreed(operands.get(3), operands.get(4)));
      case "needsColumns" -> List.of(new Agreed(operands.get(3), operands.get(5)));
      default -> List.of();
    };
  }

  /** Returns the size of a square matrix, which a step gives back; null for any other step. */
  public static @Nullable Value givenBack(Step step) {
    return name(step).equals("square") ? step.operands().get(1) : null;
  }

  /** Whether a step counts the elements of a matrix. */
  public static boolean isCount(Step step) {
    return name(step).equals("elements");
  }

  private static String name(Step step) {
    return step instanceof Step.Call call
            && call.callee() instanceof Callee.Member member
            && member.owner().equals(OWNER)
            && member.attempted() == null // else sizes may differ behind it
        ? member.name()
        : "";
  }
}
