package java.util;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is done with optional values and functions, retold. */
final class Optional<T> {
  void ifPresent(Consumer<? super T> action) {
    if (isPresent()) {
      action.accept(get());
    }
  }

  void ifPresentOrElse(Consumer<? super T> action, Runnable emptyAction) {
    if (isPresent()) {
      action.accept(get());
    } else {
      emptyAction.run();
    }
  }

  <U> Optional<U> map(Function<? super T, ? extends U> mapper) {
    return isPresent() ? Optional.ofNullable(mapper.apply(get())) : Optional.empty();
  }

  <U> Optional<U> flatMap(Function<? super T, ? extends Optional<? extends U>> mapper) {
    return isPresent() ? (Optional<U>) mapper.apply(get()) : Optional.empty();
  }

  T orElseGet(Supplier<? extends T> supplier) {
    return isPresent() ? get() : supplier.get();
  }
}
