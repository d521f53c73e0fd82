package cotangent.processor.shape;

import cotangent.processor.graph.Operation;

/** What is known of a condition. */
sealed interface Truth {

  record Known(boolean value) implements Truth {}

  record Not(Truth inner) implements Truth {}

  record Both(Truth one, Truth other) implements Truth {}

  /** A comparison of sizes. */
  record Compared(Operation by, Size one, Size other) implements Truth {}

  /** One or the other, depending on the fork. */
  record OneOf(Fork fork, Truth first, Truth second) implements Truth {}

  /** Only that it stays the same: what computes it. */
  record Unknown(Object key) implements Truth {}
}
