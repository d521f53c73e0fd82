package cotangent.processor.host;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/** Finds javac's own environment behind those that build tools and editors put in front of it. */
public final class Wrappers {
  private static final String INTELLIJ = "org.jetbrains.jps.javac.APIWrappers";

  private Wrappers() {}

  public static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
    ProcessingEnvironment inner = intellij(environment);
    if (inner == null) {
      inner = delegate(environment);
    }
    return inner == null || inner == environment ? environment : unwrap(inner);
  }

  private static @Nullable ProcessingEnvironment intellij(ProcessingEnvironment environment) {
    try {
      Class<?> wrappers = environment.getClass().getClassLoader().loadClass(INTELLIJ);
      Method unwrap = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class);
      return (ProcessingEnvironment) unwrap.invoke(null, ProcessingEnvironment.class, environment);
    } catch (ReflectiveOperationException | RuntimeException notWrapped) {
      return null;
    }
  }

  /** Gradle's incremental environment keeps the real one in a field. */
  private static @Nullable ProcessingEnvironment delegate(ProcessingEnvironment environment) {
    for (Class<?> c = environment.getClass(); c != null; c = c.getSuperclass()) {
      try {
        Field field = c.getDeclaredField("delegate");
        field.setAccessible(true);
        return field.get(environment) instanceof ProcessingEnvironment inner ? inner : null;
      } catch (ReflectiveOperationException | RuntimeException noSuchField) {
        // look into the superclass
      }
    }
    return null;
  }
}
