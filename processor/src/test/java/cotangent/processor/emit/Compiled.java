package cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Generated source, compiled in memory with all warnings as errors, ready to be called. */
final class Compiled extends ClassLoader {
  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
  private final String name;

  /** Compiles a class and others that it mentions. */
  Compiled(String name, String source, String... others) {
    super(Compiled.class.getClassLoader());
    this.name = name;
    List<JavaFileObject> units = new ArrayList<>();
    units.add(file(name, source));
    for (int i = 0; i < others.length; i += 2) {
      units.add(file(others[i], others[i + 1]));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    JavaFileManager files =
        new ForwardingJavaFileManager<JavaFileManager>(
            compiler.getStandardFileManager(messages, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            classes.put(className, bytes);
            return new SimpleJavaFileObject(URI.create("mem:///" + className), kind) {
              @Override
              public OutputStream openOutputStream() throws IOException {
                return bytes;
              }
            };
          }

          @Override
          public boolean hasLocation(Location location) {
            return location != StandardLocation.ANNOTATION_PROCESSOR_PATH
                && super.hasLocation(location);
          }
        };
    boolean compiled =
        compiler
            .getTask(
                null,
                files,
                messages,
                List.of("-Xlint:all", "-Werror", "-proc:none", "-Xlint:-path"),
                null,
                units)
            .call();
    assertThat(compiled).as("%s%n%s", messages.getDiagnostics(), source).isTrue();
  }

  /** Calls a static method. */
  Object call(String method, Object... arguments) {
    try {
      Method found =
          Arrays.stream(loadClass(name).getDeclaredMethods())
              .filter(m -> m.getName().equals(method))
              .findFirst()
              .orElseThrow();
      found.setAccessible(true);
      return found.invoke(null, arguments);
    } catch (InvocationTargetException thrown) {
      throw (RuntimeException) thrown.getCause();
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Returns the component of a record. */
  static Object component(Object record, String component) {
    try {
      Method accessor = record.getClass().getDeclaredMethod(component);
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Returns the number of bytes of bytecode of each method of the class. */
  Map<String, Integer> methodSizes() {
    return MethodSizes.of(classes.get(name).toByteArray());
  }

  @Override
  protected Class<?> findClass(String className) throws ClassNotFoundException {
    ByteArrayOutputStream bytes = classes.get(className);
    if (bytes == null) {
      throw new ClassNotFoundException(className);
    }
    return defineClass(className, bytes.toByteArray(), 0, bytes.size());
  }

  private static JavaFileObject file(String className, String source) {
    return new SimpleJavaFileObject(
        URI.create("mem:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
