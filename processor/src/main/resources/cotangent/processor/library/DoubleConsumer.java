package java.util.function;

/** The methods with a body, retold. */
interface DoubleConsumer {
  default DoubleConsumer andThen(DoubleConsumer after) {
    return x -> {
      accept(x);
      after.accept(x);
    };
  }
}
