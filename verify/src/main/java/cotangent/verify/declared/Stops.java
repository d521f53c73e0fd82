package cotangent.verify.declared;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private static final ClassValue<Stops> KNOWN =
      new ClassValue<>() {
        @Override
        protected Stops computeValue(Class<?> type) {
          return new Stops(type.getClassLoader());
        }
      };

  private final @Nullable ClassLoader loader;

  /** From where no number is held constant: methods of a class call the same helpers. */
  private final Set<Declared.Callee> free = ConcurrentHashMap.newKeySet();

  private Stops(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  /** Whether {@code Cotangent.stop} is called on a way from a method. */
  static boolean reaches(Method method) {
    Class<?> type = method.getDeclaringClass();
    String descriptor = Type.getMethodDescriptor(method);
    return KNOWN
        .get(type)
        .reaches(new Declared.Callee(type.getName(), method.getName(), descriptor));
  }

  private boolean reaches(Declared.Callee from) {
    Deque<Declared.Callee> open = new ArrayDeque<>(List.of(from));
    Set<Declared.Callee> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Declared.Callee next = open.remove();
      if (next.owner().equals(OWNER) && next.name().equals("stop")) {
        return true;
      } else if (!free.contains(next) && seen.add(next)) {
        Declared declared = declared(type(next.owner()), next);
        if (declared != null) {
          open.addAll(declared.body().calls());
        }
      }
    }
    free.addAll(seen);
    return false;
  }

  private @Nullable Class<?> type(String name) {
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
