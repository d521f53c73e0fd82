package java.lang;

import java.util.function.Consumer;

/** The methods with a body, retold. */
interface Iterable<T> {
  default void forEach(Consumer<? super T> action) {
    for (T each : this) {
      action.accept(each);
    }
  }
}
