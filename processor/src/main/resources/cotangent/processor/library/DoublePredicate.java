package java.util.function;

/** The methods with a body, retold. */
interface DoublePredicate {
  default DoublePredicate and(DoublePredicate other) {
    return x -> test(x) && other.test(x);
  }

  default DoublePredicate negate() {
    return x -> !test(x);
  }

  default DoublePredicate or(DoublePredicate other) {
    return x -> test(x) || other.test(x);
  }
}
