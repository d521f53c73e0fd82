package java.util.function;

/** The methods with a body, retold. */
interface IntPredicate {
  default IntPredicate and(IntPredicate other) {
    return x -> test(x) && other.test(x);
  }

  default IntPredicate negate() {
    return x -> !test(x);
  }

  default IntPredicate or(IntPredicate other) {
    return x -> test(x) || other.test(x);
  }
}
