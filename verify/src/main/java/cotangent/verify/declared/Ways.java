package cotangent.verify.declared;

import cotangent.verify.declared.Declared.Callee;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Finds out what a method does itself or in what it calls, from the instructions. */
final class Ways {
  private static final String OWNER = "cotangent.Cotangent";

  /** Where these hold a number constant, the derivative is what it is without. */
  private static final String TENSORS = "cotangent.tensor.";

  private static final ClassValue<Ways> STOPPING = known(Ways::isStop);

  private static final ClassValue<Ways> ROUNDING = known(Ways::isRounding);

  private final @Nullable ClassLoader loader;
  private final Goal goal;

  /** From where the goal isn't reached: methods of a class call the same helpers. */
  private final Set<Callee> free = ConcurrentHashMap.newKeySet();

  /** What is looked for. */
  private interface Goal {
    /**
     * @param declared what is called, null where it has no class file
     */
    boolean isReached(Callee called, @Nullable Declared declared);
  }

  private Ways(@Nullable ClassLoader loader, Goal goal) {
    this.loader = loader;
    this.goal = goal;
  }

  private static ClassValue<Ways> known(Goal goal) {
    return new ClassValue<>() {
      @Override
      protected Ways computeValue(Class<?> type) {
        return new Ways(type.getClassLoader(), goal);
      }
    };
  }

  /**
   * Whether numbers are held constant on purpose, so that derivatives are not what differences say.
   */
  static boolean stops(Method method) {
    return STOPPING.get(method.getDeclaringClass()).reaches(method);
  }

  /** Whether numbers are rounded to whole ones. */
  static boolean rounds(Method method) {
    return ROUNDING.get(method.getDeclaringClass()).reaches(method);
  }

  /**
   * Whether a companion uses objects in static fields that its method doesn't, or calls what can't
   * be looked into: calls may share what is there.
   */
  static boolean strays(Method method, Class<?> companion) {
    Set<String> known = new HashSet<>();
    Goal noting =
        (called, declared) -> {
          known.add(called.owner());
          if (declared != null) {
            known.addAll(declared.body().statics());
          }
          return false;
        };
    new Ways(method.getDeclaringClass().getClassLoader(), noting).reaches(method);
    for (Class<?> type : method.getParameterTypes()) {
      known.add(type.getName());
    }
    known.add(method.getReturnType().getName());
    Goal leaving =
        (called, declared) ->
            (declared == null ? Set.of(called.owner()) : declared.body().statics())
                .stream().anyMatch(each -> !isOwn(each, companion) && !known.contains(each));
    Ways ways = new Ways(companion.getClassLoader(), leaving);
    return Arrays.stream(companion.getDeclaredMethods())
        .filter(each -> each.getName().startsWith(method.getName()))
        .anyMatch(ways::reaches);
  }

  private static boolean isOwn(String name, Class<?> companion) {
    return name.startsWith(companion.getName())
        || name.startsWith("java.")
        || name.startsWith("cotangent.") && !name.startsWith(companion.getPackageName() + ".")
        || name.startsWith("[");
  }

  private static boolean isStop(Callee called, @Nullable Declared declared) {
    return called.owner().equals(OWNER) && called.name().equals("stop");
  }

  private static boolean isRounding(Callee called, @Nullable Declared declared) {
    return declared != null && declared.body().rounds();
  }

  private boolean reaches(Method method) {
    String descriptor = Type.getMethodDescriptor(method);
    String type = method.getDeclaringClass().getName();
    return reaches(new Callee(type, method.getName(), descriptor));
  }

  private boolean reaches(Callee from) {
    Deque<Callee> open = new ArrayDeque<>(List.of(from));
    Set<Callee> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Callee next = open.remove();
      if (!free.contains(next) && seen.add(next)) {
        Declared declared = declared(type(next.owner()), next);
        if (goal.isReached(next, declared)) {
          return true;
        } else if (declared != null) {
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
  private static @Nullable Declared declared(@Nullable Class<?> type, Callee called) {
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      Declared found = ClassFile.of(each).member(called.name(), called.descriptor()).orElse(null);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
