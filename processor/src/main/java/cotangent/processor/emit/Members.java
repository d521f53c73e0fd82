package cotangent.processor.emit;

import cotangent.processor.graph.Type;
import java.util.LinkedHashSet;
import java.util.Set;

/** The private helpers that the methods of a companion turn out to need. */
final class Members {
  static final String ZEROS_LIKE = "zerosLike";

  private final Set<Type> zerosLike = new LinkedHashSet<>();

  /** Asks for the method that makes zeros in the shape of an array of rows. */
  void needsZerosLike(Type type) {
    if (zerosLike.add(type) && type.rank() > 2) {
      needsZerosLike(type.element());
    }
  }

  /** Gives the types for which that method was asked for. */
  Set<Type> zerosLike() {
    return zerosLike;
  }
}
