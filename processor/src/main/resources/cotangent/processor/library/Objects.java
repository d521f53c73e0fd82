package java.util;

import java.util.function.Supplier;

/** What is asked of objects that are made in the method, retold. */
final class Objects {
  static boolean isNull(Object obj) {
    return obj == null;
  }

  static boolean nonNull(Object obj) {
    return obj != null;
  }

  static <T> T requireNonNull(T obj) {
    if (obj == null) {
      throw new NullPointerException();
    }
    return obj;
  }

  static <T> T requireNonNull(T obj, String message) {
    if (obj == null) {
      throw new NullPointerException(message);
    }
    return obj;
  }

  static <T> T requireNonNull(T obj, Supplier<String> messageSupplier) {
    if (obj == null) {
      throw new NullPointerException(messageSupplier == null ? null : messageSupplier.get());
    }
    return obj;
  }

  static <T> T requireNonNullElse(T obj, T defaultObj) {
    return obj != null ? obj : requireNonNull(defaultObj, "defaultObj");
  }

  static <T> T requireNonNullElseGet(T obj, Supplier<? extends T> supplier) {
    return obj != null
        ? obj
        : requireNonNull(requireNonNull(supplier, "supplier").get(), "supplier.get()");
  }
}
