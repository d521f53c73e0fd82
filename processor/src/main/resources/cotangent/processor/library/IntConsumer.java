package java.util.function;

/** The methods with a body, retold. */
interface IntConsumer {
  default IntConsumer andThen(IntConsumer after) {
    return x -> {
      accept(x);
      after.accept(x);
    };
  }
}
