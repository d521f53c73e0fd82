package cotangent.verify.check;

import cotangent.Workspace;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Spoils what a workspace holds, so that a method which relies on what was left there shows. */
final class Poison {
  private Poison() {}

  /** Does it where the module system allows. */
  static void spoil(Workspace workspace) {
    for (Field field : Workspace.class.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && field.getType().isArray()) {
        try {
          field.setAccessible(true);
          spoil(field.get(workspace));
        } catch (InaccessibleObjectException | IllegalAccessException closed) {
          return;
        }
      }
    }
  }

  private static void spoil(@Nullable Object array) {
    for (int i = 0; array != null && i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      if (element instanceof Workspace child) {
        spoil(child);
      } else if (element != null && element.getClass().isArray()) {
        spoil(element);
      } else if (element instanceof Double) {
        Array.set(array, i, Double.NaN);
      } else if (element instanceof Float) {
        Array.set(array, i, Float.NaN);
      } else if (element instanceof Integer) {
        Array.set(array, i, Integer.MIN_VALUE);
      } else if (element instanceof Long) {
        Array.set(array, i, Long.MIN_VALUE);
      } else if (element instanceof Boolean) {
        Array.set(array, i, true);
      }
    }
  }
}
