package cotangent.verify.check;

import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something by which a method is differentiated: an argument, or a field of the object on which it
 * is called.
 *
 * @param position of the argument, the object counting as the first one
 * @param field null for the argument itself
 */
public record Input(String name, int position, @Nullable Field field) {

  /** What it is in a list of arguments. */
  @Nullable Object in(@Nullable Object[] arguments) {
    Object argument = arguments[position];
    try {
      return field == null ? argument : field.get(argument);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts another value in its place. */
  void put(@Nullable Object value, @Nullable Object[] arguments) {
    Object object = arguments[position];
    if (field == null) {
      arguments[position] = value;
    } else if (object instanceof Record) {
      RecordParts parts = RecordParts.of(object.getClass());
      @Nullable Object[] values = parts.values(object);
      List<String> names = parts.names();
      values[names.indexOf(field.getName())] = value;
      arguments[position] = parts.construct(values);
    } else {
      try {
        field.set(object, value);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
