package cotangent.processor.read;

import com.sun.source.util.Trees;
import cotangent.processor.graph.Primal;
import cotangent.processor.read.frame.GeneratedMethods;
import cotangent.processor.read.frame.GivenRules;
import cotangent.processor.read.names.Program;
import cotangent.processor.report.ClassReport;
import cotangent.processor.shape.SizeFlow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A program compiled in memory by the real javac, with the graphs that were read from it. */
final class ReadProgram {
  private final Map<String, List<Primal>> primals = new LinkedHashMap<>();
  private final List<String> messages = new ArrayList<>();
  private final Map<String, byte[]> classes = new HashMap<>();
  private final List<String> javacErrors = new ArrayList<>();
  private final ClassLoader loader = new Loader();

  private ReadProgram() {}

  /** Compiles one source file of the unnamed package. */
  static ReadProgram of(String name, String source) {
    ReadProgram program = new ReadProgram();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null);
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            program.new Files(standard),
            diagnostics,
            List.of("-Xlint:none"),
            null,
            List.of(new Text(name, source)));
    task.setProcessors(List.of(program.new Collector()));
    task.call();
    for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        program.javacErrors.add(diagnostic.getLineNumber() + ": " + diagnostic.getMessage(null));
      }
    }
    return program;
  }

  /** Returns the graphs of a class, by its binary name. */
  List<Primal> primals(String className) {
    return primals.getOrDefault(className, List.of());
  }

  Set<String> classNames() {
    return primals.keySet();
  }

  /** Returns what the report said: line and message. */
  List<String> messages() {
    return messages;
  }

  List<String> javacErrors() {
    return javacErrors;
  }

  Class<?> load(String className) throws ClassNotFoundException {
    return loader.loadClass(className);
  }

  @SupportedAnnotationTypes("cotangent.Differentiable")
  private final class Collector extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      Set<TypeElement> roots = ElementFilter.typesIn(round.getRootElements());
      roots.forEach(type -> sources.add(type.getQualifiedName().toString()));
      roots.forEach(this::collect);
      return false;
    }

    private final Set<String> sources = new LinkedHashSet<>();

    private void collect(TypeElement type) {
      ClassReport report = new ClassReport();
      Program program =
          new Program(
              Trees.instance(processingEnv),
              processingEnv.getTypeUtils(),
              processingEnv.getElementUtils(),
              Set.copyOf(sources));
      List<Primal> found =
          new Reader(
                  program,
                  report,
                  new NoCompanions(),
                  GivenRules.NONE,
                  graph -> List.of(),
                  primal -> {})
              .read(type).stream().map(ReadProgram::followed).toList();
      if (!found.isEmpty()) {
        primals.put(processingEnv.getElementUtils().getBinaryName(type).toString(), found);
      }
      report.print((severity, message, position) -> messages.add(position.line() + ": " + message));
      ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::collect);
    }
  }

  /** Removes what was noted of sizes, as is done once they have been followed. */
  private static Primal followed(Primal read) {
    return read.with(read.method().with(SizeFlow.without(read.method().graph())));
  }

  /** As if no class had a companion. */
  private static final class NoCompanions implements GeneratedMethods {
    @Override
    public String companionOf(TypeElement type) {
      return "";
    }

    @Override
    public Optional<TypeElement> originOf(String companion) {
      return Optional.empty();
    }

    @Override
    public boolean isCompanion(String qualifiedName) {
      return false;
    }

    @Override
    public List<Generated> named(String companion, String name) {
      return List.of();
    }

    @Override
    public List<Generated> returning(String companion, String recordName) {
      return List.of();
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Files extends ForwardingJavaFileManager<JavaFileManager> {
    Files(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + className + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
              super.close();
              classes.put(className, toByteArray());
            }
          };
        }
      };
    }
  }

  private final class Loader extends ClassLoader {
    Loader() {
      super(ReadProgram.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
