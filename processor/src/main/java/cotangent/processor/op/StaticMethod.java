package cotangent.processor.op;

import cotangent.processor.graph.Type;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A static method of Java's library, or of that of tensors, in all its overloads on primitive
 * types. What it takes, returns and computes is read off Java itself, so that a row of the table
 * can't contradict it.
 */
final class StaticMethod implements Op.Evaluator {
  private final Class<?> owner;
  private final String name;
  private final Map<List<Type>, Method> overloads = new LinkedHashMap<>();
  private final Map<List<Class<?>>, MethodHandle> handles = new ConcurrentHashMap<>();

  /** The one there is, once it was called. */
  private volatile @Nullable MethodHandle only;

  StaticMethod(Class<?> owner, String name) {
    this.owner = owner;
    this.name = name;
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(name) && isScalar(method)) {
        overloads.put(Arrays.stream(method.getParameterTypes()).map(this::scalar).toList(), method);
      }
    }
    if (overloads.isEmpty()) {
      throw new IllegalArgumentException("no method " + this);
    }
  }

  private static boolean isScalar(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && Modifier.isPublic(method.getModifiers())
        && method.getReturnType().isPrimitive()
        && Arrays.stream(method.getParameterTypes()).allMatch(Class::isPrimitive);
  }

  private Type scalar(Class<?> primitive) {
    return Type.Scalar.valueOf(primitive.getName().toUpperCase(Locale.ROOT));
  }

  Type type(List<Type> operands) {
    return scalar(overload(operands).getReturnType());
  }

  private Method overload(List<Type> operands) {
    Method method = overloads.get(operands);
    if (method == null) {
      throw new IllegalArgumentException(this + " doesn't take " + operands);
    }
    return method;
  }

  @Override
  public Object of(List<Object> operands) {
    Object[] given = operands.toArray();
    try {
      return handle(given).invokeExact(given);
    } catch (Throwable thrown) {
      throw passed(thrown);
    }
  }

  private MethodHandle handle(Object[] operands) {
    MethodHandle known = only;
    if (known == null) {
      List<Class<?>> classes = Arrays.stream(operands).<Class<?>>map(Object::getClass).toList();
      known = handles.computeIfAbsent(classes, this::handle);
      only = overloads.size() == 1 ? known : null;
    }
    return known;
  }

  private MethodHandle handle(List<Class<?>> boxes) {
    List<Type> types =
        boxes.stream()
            .map(box -> MethodType.methodType(box).unwrap().returnType())
            .map(this::scalar)
            .toList();
    return handle(overload(types))
        .asSpreader(Object[].class, boxes.size())
        .asType(MethodType.methodType(Object.class, Object[].class));
  }

  @Override
  public @Nullable DoubleBinaryOperator onDoubles() {
    Method one = overloads.get(List.of(Type.DOUBLE));
    Method two = overloads.get(List.of(Type.DOUBLE, Type.DOUBLE));
    Method method = one == null ? two : one;
    if (method == null || method.getReturnType() != double.class) {
      return null;
    }
    MethodHandle handle = handle(method);
    return one == null ? (a, b) -> call(handle, a, b) : (a, b) -> call(handle, a);
  }

  private double call(MethodHandle handle, double a) {
    try {
      return (double) handle.invokeExact(a);
    } catch (Throwable thrown) {
      throw passed(thrown);
    }
  }

  private double call(MethodHandle handle, double a, double b) {
    try {
      return (double) handle.invokeExact(a, b);
    } catch (Throwable thrown) {
      throw passed(thrown);
    }
  }

  private RuntimeException passed(Throwable thrown) {
    if (thrown instanceof RuntimeException unchecked) {
      return unchecked;
    } else if (thrown instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(this + " throws a checked exception", thrown);
  }

  private static MethodHandle handle(Method method) {
    try {
      return MethodHandles.publicLookup().unreflect(method);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns how a call is written. */
  Op.Syntax.Static syntax() {
    boolean widens =
        overloads.keySet().stream().flatMap(List::stream).allMatch(Type.DOUBLE::equals);
    return new Op.Syntax.Static(owner.getPackageName(), owner.getSimpleName(), name, widens);
  }

  @Override
  public String toString() {
    return owner.getSimpleName() + "." + name;
  }
}
