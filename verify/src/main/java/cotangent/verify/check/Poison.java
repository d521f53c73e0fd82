package cotangent.verify.check;

import cotangent.Workspace;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Spoils what a workspace holds, so that a method which relies on what was left there shows. */
public final class Poison {
  /** Where a workspace, or one of its tapes, remembers arrays that may be the user's. */
  private static final String REFERENCES = "references";

  /** The same, where these are in rows that are the workspace's own. */
  private static final String PLANES_OF_REFERENCES = "planesOfReferences";

  private Poison() {}

  /** Does it where the module system allows. */
  public static void spoil(Workspace workspace) {
    try {
      spoilFields(workspace);
    } catch (InaccessibleObjectException | IllegalAccessException closed) {
      // Then it is called once more with what was left, as it was.
    }
  }

  private static void spoilFields(Object holder) throws IllegalAccessException {
    for (Field field : holder.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
        continue;
      }
      field.setAccessible(true);
      Object value = field.get(holder);
      if (field.getName().startsWith(REFERENCES)) {
        forget((Object[]) Objects.requireNonNull(value));
      } else if (field.getName().equals(PLANES_OF_REFERENCES)) {
        for (@Nullable Object[] planes : (Object[][]) Objects.requireNonNull(value)) {
          forget(planes);
        }
      } else {
        spoil(value);
      }
    }
  }

  private static void forget(@Nullable Object[] references) {
    if (references instanceof Object[][] slots) {
      for (@Nullable Object[] slot : slots) {
        Arrays.fill(slot, null);
      }
    } else {
      Arrays.fill(references, null);
    }
  }

  private static void spoil(@Nullable Object value) throws IllegalAccessException {
    if (value == null) {
      return;
    } else if (value.getClass().isArray()) {
      spoilArray(value);
    } else if (value.getClass().getPackage() == Workspace.class.getPackage()) {
      spoilFields(value);
    }
  }

  private static void spoilArray(Object array) throws IllegalAccessException {
    for (int i = 0; i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      if (element instanceof Double) {
        Array.set(array, i, Double.NaN);
      } else if (element instanceof Float) {
        Array.set(array, i, Float.NaN);
      } else if (element instanceof Integer) {
        Array.set(array, i, Integer.MIN_VALUE);
      } else if (element instanceof Long) {
        Array.set(array, i, Long.MIN_VALUE);
      } else if (element instanceof Boolean) {
        Array.set(array, i, true);
      } else {
        spoil(element);
      }
    }
  }
}
