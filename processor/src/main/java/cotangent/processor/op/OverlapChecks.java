package cotangent.processor.op;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * What stages know of {@code cotangent.Overlaps}, by which a method refuses arrays that are in two
 * places: it looks at which arrays there are, and not at their numbers.
 */
public final class OverlapChecks {
  public static final String OWNER = "cotangent.Overlaps";

  private OverlapChecks() {}

  /** An array and what it is called: {@code []} stands for any element. */
  public record Named(String name, Value array) {}

  /** Whether a step is such a check. */
  public static boolean isCheck(Step step) {
    return step instanceof Step.Call call && isCheck(call.callee());
  }

  /** Whether code is what checks. */
  public static boolean isCheck(Callee callee) {
    return callee instanceof Callee.Member member && member.owner().equals(OWNER);
  }

  /**
   * Writes a check.
   *
   * @param method the method that writes to arrays
   * @param all the arrays of which no two may be one, or these and what else they must not be
   */
  public static void write(GraphBuilder b, String method, List<Named> all) {
    Callee refuse = new Callee.Member(Callee.Member.Kind.STATIC_METHOD, OWNER, "refuse", true);
    List<Value> operands = new ArrayList<>(List.of(b.constant(method)));
    for (Named each : all) {
      operands.add(b.constant(each.name()));
      operands.add(each.array());
    }
    b.call(refuse, List.of(), operands);
  }
}
