package java.util.function;

/** The methods with a body, retold. */
interface LongConsumer {
  default LongConsumer andThen(LongConsumer after) {
    return x -> {
      accept(x);
      after.accept(x);
    };
  }
}
