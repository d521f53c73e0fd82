package cotangent.verify.declared;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Finds out whether a method, or what it calls, holds numbers constant on purpose: its derivatives
 * then are not what differences of it say.
 */
final class Stops {
  private static final String OWNER = "cotangent.Cotangent";

  /** Where these hold a number constant, the derivative is what it is without. */
  private static final String TENSORS = "cotangent.tensor.";

  private Stops() {}

  /** Whether {@code Cotangent.stop} is called on a way from a method. */
  static boolean reaches(Method method) {
    ClassLoader loader = method.getDeclaringClass().getClassLoader();
    Deque<Declared.Callee> open = new ArrayDeque<>();
    Set<Declared.Callee> seen = new HashSet<>();
    open.add(
        new Declared.Callee(
            method.getDeclaringClass().getName(),
            method.getName(),
            Type.getMethodDescriptor(method)));
    while (!open.isEmpty()) {
      Declared.Callee next = open.remove();
      if (next.owner().equals(OWNER) && next.name().equals("stop")) {
        return true;
      } else if (seen.add(next)) {
        Declared declared = declared(type(next.owner(), loader), next);
        if (declared != null) {
          open.addAll(declared.calls());
        }
      }
    }
    return false;
  }

  private static @Nullable Class<?> type(String name, @Nullable ClassLoader loader) {
    try {
      return name.startsWith("java.") || name.startsWith(TENSORS)
          ? null
          : Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError unknown) {
      return null;
    }
  }

  /** Looks for it in a class and those above. */
  private static @Nullable Declared declared(@Nullable Class<?> type, Declared.Callee called) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      Declared found = ClassFile.of(each).member(called.name(), called.descriptor()).orElse(null);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
