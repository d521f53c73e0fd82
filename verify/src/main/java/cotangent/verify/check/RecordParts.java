package cotangent.verify.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a record is taken apart and put together: looking that up each time takes too long. */
public final class RecordParts {
  private static final ClassValue<RecordParts> KNOWN =
      new ClassValue<>() {
        @Override
        protected RecordParts computeValue(Class<?> type) {
          return new RecordParts(type);
        }
      };

  private final RecordComponent[] components;
  private final Method[] accessors;
  private final boolean[] differentiable;
  private final Constructor<?> canonical;

  private RecordParts(Class<?> type) {
    components = type.getRecordComponents();
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
    differentiable = new boolean[components.length];
    for (int i = 0; i < components.length; i++) {
      differentiable[i] = Leaves.differentiable(components[i].getGenericType());
    }
    try {
      canonical =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    canonical.setAccessible(true);
  }

  /** Finds it for a record class. */
  public static RecordParts of(Class<?> type) {
    return KNOWN.get(type);
  }

  /** The names of the components. */
  public List<String> names() {
    return Arrays.stream(components).map(RecordComponent::getName).toList();
  }

  String name(int component) {
    return components[component].getName();
  }

  boolean isDifferentiable(int component) {
    return differentiable[component];
  }

  /** Whether the value of a component says whether there are numbers in it. */
  boolean isOpen(int component) {
    return components[component].getType() != components[component].getGenericType();
  }

  /** The components of a record. */
  public @Nullable Object[] values(Object record) {
    @Nullable Object[] values = new @Nullable Object[accessors.length];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = accessors[i].invoke(record);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return values;
  }

  /**
   * Makes a record of components.
   *
   * @throws Unmade if the constructor refuses them
   */
  public Object construct(@Nullable Object... values) {
    try {
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new Unmade(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
