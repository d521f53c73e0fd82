package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Callee.Member;
import java.util.Set;

/** Knows which code does the same when it is called again, though it isn't looked into. */
public final class Repeatable {
  private static final Set<String> CLASSES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Double",
          "java.lang.Enum",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Math",
          "java.lang.Short",
          "java.lang.StrictMath",
          "java.lang.String",
          "java.util.Arrays",
          "java.util.Objects",
          "cotangent.Cotangent",
          "cotangent.Comparisons",
          "cotangent.DeclaredSizes",
          "cotangent.Keys",
          "cotangent.Order",
          "cotangent.Overlaps",
          "cotangent.Sizes",
          "cotangent.SortedKeys",
          "cotangent.Streams",
          "cotangent.Sublists",
          "cotangent.Thrown",
          "cotangent.tensor.Kernels",
          "cotangent.tensor.Shapes");

  private Repeatable() {}

  /** Whether a method or constructor belongs to a class that has only such code. */
  public static boolean is(Member member) {
    return switch (member.kind()) {
      case METHOD, STATIC_METHOD ->
          CLASSES.contains(member.owner()) || member.name().equals("isInstance");
      case NEW ->
          member.onlyKeeps() || CLASSES.contains(member.owner()) || member.owner().endsWith("[]");
      case FIELD, STATIC_FIELD -> false;
      case COMPONENT, CAST, CONCATENATION -> true;
    };
  }
}
