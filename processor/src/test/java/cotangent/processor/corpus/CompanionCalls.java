package cotangent.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;

/** Calls the methods that are generated for a class, and that class, by name. */
final class CompanionCalls {
  private final String type;
  private final Compilation compilation;

  /**
   * @param type the name of the class
   */
  CompanionCalls(String type, String source) {
    this.type = type;
    this.compilation = Compilation.of(Map.of(type, source), Compilation.processors().toList());
  }

  /** Calls a method of the companion. */
  Object call(String name, Object... arguments) throws Throwable {
    return call(type + "Grad", name, arguments);
  }

  /** Calls a method of the class itself. */
  Object original(String name, Object... arguments) throws Throwable {
    return call(type, name, arguments);
  }

  private Object call(String owner, String name, Object... arguments) throws Throwable {
    assertThat(compilation.diagnostics()).isEmpty();
    Method method =
        Arrays.stream(compilation.load(owner).getDeclaredMethods())
            .filter(m -> m.getName().equals(name) && takes(m, arguments))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + name + Arrays.toString(arguments)));
    method.setAccessible(true);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static boolean takes(Executable method, Object... arguments) {
    Class<?>[] types = method.getParameterTypes();
    boolean takes = types.length == arguments.length;
    for (int i = 0; takes && i < types.length; i++) {
      takes = arguments[i] == null || types[i].isPrimitive() || types[i].isInstance(arguments[i]);
    }
    return takes;
  }

  /** Makes an object of a class that is nested in the class. */
  Object make(String name, Object... arguments) throws ReflectiveOperationException {
    return make(compilation.load(type + "$" + name), arguments);
  }

  /** Makes an object of the class itself. */
  Object self(Object... arguments) throws ReflectiveOperationException {
    return make(compilation.load(type), arguments);
  }

  private static Object make(Class<?> owner, Object... arguments)
      throws ReflectiveOperationException {
    var constructor =
        Arrays.stream(owner.getDeclaredConstructors())
            .filter(each -> takes(each, arguments))
            .findFirst()
            .orElseThrow();
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
  }

  void refuses(String message, String name, Object... arguments) {
    assertThatThrownBy(() -> call(name, arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  void accepts(String name, Object... arguments) {
    assertThatCode(() -> call(name, arguments)).doesNotThrowAnyException();
  }
}
