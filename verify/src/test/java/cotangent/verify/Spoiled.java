package cotangent.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles sources of these tests anew in memory, after a change in their text. */
public final class Spoiled extends ClassLoader {
  private static final String ELSEWHERE =
      "package cotangent.verify; class Elsewhere { static final double[] BUFFER = new double[99]; }";

  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  private Spoiled() {
    super(Spoiled.class.getClassLoader());
  }

  /** Loads {@link Bowl} with a companion in which one text stands for another. */
  static Class<?> bowl(String text, String instead) throws IOException, ClassNotFoundException {
    String companion = source("BowlGrad");
    if (!companion.contains(text)) {
      throw new IllegalArgumentException("nothing to spoil: " + text);
    }
    String spoiled = companion.replace(text, instead);
    if (instead.contains("KEPT")) {
      spoiled =
          spoiled.replace(
              "private BowlGrad()",
              "static final Workspace KEPT = new Workspace();\n  private BowlGrad()");
    }
    return compiled("Bowl", source("Bowl"), "BowlGrad", spoiled, "Elsewhere", ELSEWHERE);
  }

  private static String source(String name) throws IOException {
    return Files.readString(Path.of("src/test/java/cotangent/verify/" + name + ".java"));
  }

  /** Loads the first of some classes of this package. */
  public static Class<?> compiled(String... namesAndSources)
      throws IOException, ClassNotFoundException {
    Spoiled loader = new Spoiled();
    List<JavaFileObject> units = new ArrayList<>();
    for (int i = 0; i < namesAndSources.length; i += 2) {
      String text = namesAndSources[i + 1];
      URI uri = URI.create("mem:///cotangent/verify/" + namesAndSources[i] + ".java");
      units.add(
          new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return text;
            }
          });
    }
    loader.compile(units);
    return loader.loadClass("cotangent.verify." + namesAndSources[0]);
  }

  private void compile(List<JavaFileObject> units) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (JavaFileManager files =
        new ForwardingJavaFileManager<JavaFileManager>(
            compiler.getStandardFileManager(said, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            classes.put(name, bytes);
            return new SimpleJavaFileObject(URI.create("mem:///" + name), kind) {
              @Override
              public OutputStream openOutputStream() {
                return bytes;
              }
            };
          }
        }) {
      List<String> options =
          List.of("-g", "-proc:none", "-cp", System.getProperty("java.class.path"));
      if (!compiler.getTask(null, files, said, options, null, units).call()) {
        throw new IllegalArgumentException(
            said.getDiagnostics().stream().map(Diagnostic::toString).toList().toString());
      }
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    ByteArrayOutputStream bytes = classes.get(name);
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    return loaded != null ? loaded : defineClass(name, bytes.toByteArray(), 0, bytes.size());
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    ByteArrayOutputStream bytes =
        name.endsWith(".class")
            ? classes.get(name.substring(0, name.length() - 6).replace('/', '.'))
            : null;
    return bytes == null
        ? super.getResourceAsStream(name)
        : new ByteArrayInputStream(bytes.toByteArray());
  }
}
