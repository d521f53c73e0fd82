package java.util.function;

/** The methods with a body, retold. */
interface LongPredicate {
  default LongPredicate and(LongPredicate other) {
    return x -> test(x) && other.test(x);
  }

  default LongPredicate negate() {
    return x -> !test(x);
  }

  default LongPredicate or(LongPredicate other) {
    return x -> test(x) || other.test(x);
  }
}
