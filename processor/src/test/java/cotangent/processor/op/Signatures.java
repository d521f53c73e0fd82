package cotangent.processor.op;

import cotangent.processor.graph.Type;
import java.util.ArrayList;
import java.util.List;

/** Finds out which types of operands a row takes. */
public final class Signatures {
  private static final int MOST_OPERANDS = 3;

  private Signatures() {}

  /** Returns every combination of primitive types that a row takes. */
  public static List<List<Type>> of(Op op) {
    List<List<Type>> found = new ArrayList<>();
    extend(op, List.of(), found);
    return found;
  }

  private static void extend(Op op, List<Type> begun, List<List<Type>> found) {
    for (Type.Scalar next : Type.Scalar.values()) {
      List<Type> types = new ArrayList<>(begun);
      types.add(next);
      if (op.accepts(types)) {
        found.add(types);
      } else if (types.size() < MOST_OPERANDS) {
        extend(op, types, found);
      }
    }
  }

  static boolean accepts(Op op, List<Type> types) {
    return of(op).contains(types);
  }
}
