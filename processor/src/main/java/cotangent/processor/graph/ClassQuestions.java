package cotangent.processor.graph;

import java.util.List;

/**
 * Knows the calls that ask which class an object is of, or see it as one of its class. That never
 * changes and costs next to nothing: it is asked again where it is needed again, rather than kept.
 */
public final class ClassQuestions {
  private ClassQuestions() {}

  /** Whether a step asks for a class, or sees an object as one of it. */
  public static boolean isOne(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && member.attempted() == null
        && isOne(call, member);
  }

  /** Whether a step only sees an object as one of a class. */
  public static boolean isCast(Step step) {
    return isOne(step)
        && ((Callee.Member) ((Step.Call) step).callee()).kind() == Callee.Member.Kind.CAST;
  }

  private static boolean isOne(Step.Call call, Callee.Member member) {
    return switch (member.kind()) {
      case METHOD ->
          member.owner().equals("java.lang.Object") && member.name().equals("getClass")
              || member.owner().equals("java.lang.Class") && member.name().equals("isInstance");
      case STATIC_FIELD -> member.name().equals("class");
      case CAST -> areReferences(call);
      case FIELD, STATIC_METHOD, COMPONENT, NEW, CONCATENATION -> false;
    };
  }

  private static boolean areReferences(Step.Call call) {
    return call.results().get(0).type() instanceof Type.Reference
        && call.operands().get(0).type() instanceof Type.Reference;
  }

  /** What two calls have in common that ask the same; they needn't stand in one place. */
  public static Object key(Step step) {
    Step.Call call = (Step.Call) step;
    return List.of(call.callee(), call.results().get(0).type(), call.operands());
  }
}
