package cotangent.processor.corpus;

import cotangent.Differentiable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles Java sources in memory and loads the classes. Where there are processors, all lint
 * warnings are errors.
 *
 * @param diagnostics what javac said, empty when all is well
 * @param generated the sources that processors wrote, by class name
 * @param classes loads what was compiled; empty after an error
 */
record Compilation(String diagnostics, Map<String, String> generated, ClassLoader classes) {
  private static final StandardJavaFileManager DISK =
      ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);

  static {
    try {
      DISK.setLocationFromPaths(
          StandardLocation.CLASS_PATH, List.of(home(Differentiable.class), home(Inputs.class)));
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Compiles sources.
   *
   * @param sources texts by the name of their main class
   */
  static Compilation of(Map<String, String> sources, List<? extends Processor> processors) {
    Memory memory = new Memory();
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    List<String> options =
        processors.isEmpty()
            ? List.of("-parameters", "-proc:none")
            : List.of("-parameters", "-Xlint:all", "-Werror");
    var units = new ArrayList<JavaFileObject>();
    sources.forEach((name, text) -> units.add(new Source(name, text)));
    var task =
        ToolProvider.getSystemJavaCompiler().getTask(null, memory, collector, options, null, units);
    task.setProcessors(processors);
    boolean fine = task.call();
    String diagnostics =
        collector.getDiagnostics().stream()
            .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
            .map(Compilation::show)
            .collect(Collectors.joining("\n"));
    Map<String, String> generated = new TreeMap<>();
    memory.sources.forEach((name, source) -> generated.put(name, source.text()));
    return new Compilation(fine ? "" : diagnostics + "\n", generated, memory.loader(fine));
  }

  private static String show(Diagnostic<? extends JavaFileObject> diagnostic) {
    String file = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName() + ":";
    String text = file + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(null);
    return text + "\n    " + line(diagnostic);
  }

  private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      return diagnostic.getSource() == null || diagnostic.getLineNumber() < 1
          ? ""
          : diagnostic
              .getSource()
              .getCharContent(true)
              .toString()
              .lines()
              .skip(diagnostic.getLineNumber() - 1)
              .findFirst()
              .orElse("")
              .strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The class with a binary name. */
  Class<?> load(String name) {
    try {
      return classes.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no class " + name + "\n" + diagnostics, e);
    }
  }

  private static class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(uri(name, Kind.SOURCE), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static class Output extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String name, Kind kind) {
      super(uri(name, kind), kind);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return text();
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static URI uri(String name, JavaFileObject.Kind kind) {
    return URI.create("memory:///" + name.replace('.', '/') + kind.extension);
  }

  private static class Memory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Output> outputs = new LinkedHashMap<>();
    private final Map<String, Output> sources = new LinkedHashMap<>();

    Memory() {
      super(DISK);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      Output output = new Output(name, kind);
      (kind == JavaFileObject.Kind.SOURCE ? sources : outputs).put(name, output);
      return output;
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String folder, String name, FileObject sibling) {
      return new Output(folder + "." + name.replace('.', '_'), JavaFileObject.Kind.OTHER);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
      return a.toUri().equals(b.toUri());
    }

    @Override
    public void close() {
      // the files on disk serve the next compilation
    }

    ClassLoader loader(boolean fine) {
      Map<String, byte[]> code = new LinkedHashMap<>();
      if (fine) {
        outputs.forEach((name, output) -> code.put(name, output.bytes.toByteArray()));
      }
      ClassLoader loader =
          new ClassLoader(Compilation.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
              byte[] bytes = code.get(name);
              if (bytes == null) {
                throw new ClassNotFoundException(name);
              }
              return defineClass(name, bytes, 0, bytes.length);
            }

            @Override
            public InputStream getResourceAsStream(String file) {
              byte[] bytes = code.get(file.replace('/', '.').replaceFirst("\\.class$", ""));
              return bytes == null
                  ? super.getResourceAsStream(file)
                  : new ByteArrayInputStream(bytes);
            }
          };
      loader.setDefaultAssertionStatus(true);
      return loader;
    }
  }

  /** The processors of this project, as javac would find them. */
  static Stream<Processor> processors() {
    return ServiceLoader.load(Processor.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(processor -> processor.getClass().getName().startsWith("cotangent."));
  }
}
