package cotangent.processor.prove;

import cotangent.Thrown;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Evaluator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls whose exceptions are results, and what methods ask of these: whether there was one, and of
 * which class. Where code isn't looked into, that is made up like all that it answers.
 */
final class Outcomes {
  /** Stands for what isn't known. */
  static final Object UNKNOWN = new Object();

  private Outcomes() {}

  /** Calls a member, and returns what it throws if its exceptions are results. */
  static @Nullable Object of(Callee.Member member, List<@Nullable Object> operands) {
    if (member.attempted() == null) {
      return Evaluator.member(member, operands);
    }
    try {
      return Evaluator.member(member.attempted(null), operands);
    } catch (RuntimeException exception) {
      return new Thrown(exception);
    }
  }

  /** Returns what a member tells of an outcome; {@link #UNKNOWN} where that was made up. */
  static @Nullable Object told(Callee.Member member, List<@Nullable Object> operands) {
    Object first = operands.isEmpty() ? null : operands.get(0);
    return switch (member.kind()) {
      case STATIC_FIELD -> member.name().equals("class") ? named(member.owner()) : UNKNOWN;
      case CAST -> first instanceof DrawnValues.Token ? UNKNOWN : first;
      case METHOD -> asked(member, first, operands);
      default -> UNKNOWN;
    };
  }

  private static Object named(String type) {
    boolean isKnown = type.equals(Thrown.class.getName()) || type.startsWith("java.lang.");
    try {
      return isKnown ? Class.forName(type) : UNKNOWN;
    } catch (ClassNotFoundException e) {
      return UNKNOWN;
    }
  }

  private static @Nullable Object asked(
      Callee.Member member, @Nullable Object first, List<@Nullable Object> operands) {
    if (first instanceof Thrown thrown) {
      return thrown.exception();
    } else if (first instanceof Class<?> type && member.name().equals("isInstance")) {
      Object object = operands.get(1);
      return object instanceof DrawnValues.Token ? UNKNOWN : type.isInstance(object);
    }
    boolean isBox = first instanceof Number || first instanceof Boolean;
    return isBox && member.name().endsWith("Value") ? Evaluator.member(member, operands) : UNKNOWN;
  }
}
