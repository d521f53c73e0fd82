package cotangent.verify.check;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares values bit for bit, and shows them. */
public final class Same {
  private static final int DEEP = 12;
  private static final int LONG = 400;

  /** What is being compared with what: objects that hold each other are equal where the rest is. */
  private final Map<Object, Object> asked = new IdentityHashMap<>();

  private Same() {}

  /** Whether two values are equal bit for bit (all NaNs are one), in type, shape and content. */
  public static boolean same(@Nullable Object a, @Nullable Object b) {
    return new Same().same(a, b, 0);
  }

  private boolean same(@Nullable Object a, @Nullable Object b, int depth) {
    if (a == b) {
      return true;
    } else if (a == null || b == null || depth > DEEP) {
      return false;
    } else if (a instanceof List<?> one && b instanceof List<?> other) {
      return sameElements(one, other, depth);
    } else if (a.getClass() != b.getClass()) {
      return false;
    } else if (a.getClass().isArray()) {
      int length = Array.getLength(a);
      boolean same = Array.getLength(b) == length;
      for (int i = 0; same && i < length; i++) {
        same = same(Array.get(a, i), Array.get(b, i), depth + 1);
      }
      return same;
    } else if (a instanceof Record) {
      RecordParts parts = RecordParts.of(a.getClass());
      return same(parts.values(a), parts.values(b), depth + 1);
    } else if (a instanceof Vector one && b instanceof Vector other) {
      return Arrays.equals(one.toArray(), other.toArray());
    } else if (a instanceof Matrix one && b instanceof Matrix other) {
      return Arrays.deepEquals(one.toArray(), other.toArray());
    }
    return asked.get(a) == b
        || a.equals(b)
        || Copies.isTransparent(a.getClass()) && sameFields(a, b, depth);
  }

  private boolean sameElements(List<?> one, List<?> other, int depth) {
    Iterator<?> others = other.iterator();
    boolean same = one.size() == other.size();
    for (Object element : one) {
      same = same && same(element, others.next(), depth + 1);
    }
    return same;
  }

  private boolean sameFields(Object a, Object b, int depth) {
    asked.put(a, b);
    try {
      for (Field field : Copies.fields(a.getClass())) {
        if (!same(field.get(a), field.get(b), depth + 1)) {
          return false;
        }
      }
      return true;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Prints a value for a message. */
  public static String show(@Nullable Object value) {
    String text = text(value);
    return text.length() > LONG ? text.substring(0, LONG) + "..." : text;
  }

  private static String text(@Nullable Object value) {
    if (value != null && value.getClass().isArray()) {
      StringBuilder text = new StringBuilder("{");
      for (int i = 0; i < Array.getLength(value) && text.length() <= LONG; i++) {
        text.append(i == 0 ? "" : ", ").append(text(Array.get(value, i)));
      }
      return text.append('}').toString();
    } else if (value instanceof Record) {
      RecordParts parts = RecordParts.of(value.getClass());
      StringBuilder text = new StringBuilder(value.getClass().getSimpleName()).append('(');
      @Nullable Object[] values = parts.values(value);
      for (int i = 0; i < values.length; i++) {
        text.append(i == 0 ? "" : ", ").append(parts.name(i)).append('=').append(text(values[i]));
      }
      return text.append(')').toString();
    }
    try {
      return Objects.toString(String.valueOf(value));
    } catch (RuntimeException | StackOverflowError broken) {
      return "an object of " + Objects.requireNonNull(value).getClass().getName();
    }
  }
}
