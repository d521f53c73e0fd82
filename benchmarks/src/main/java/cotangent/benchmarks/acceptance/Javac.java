package cotangent.benchmarks.acceptance;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What one run of javac said.
 *
 * @param diagnostics all but notes
 * @param seconds the processor time that it took
 * @param crash how javac itself failed, if it did
 */
record Javac(List<Message> diagnostics, double seconds, String crash) {

  /** A diagnostic: the file is empty where there is none. */
  record Message(boolean isError, String file, long line, String text) {}

  /** Compiles all sources of a folder. */
  static Javac run(Path sources, Path output, List<String> options) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(List.of("-encoding", "UTF-8", "-parameters"));
    all.addAll(List.of("-Xmaxerrs", "100000", "-Xmaxwarns", "100000"));
    all.addAll(List.of("-d", Files.createDirectories(output).toString()));
    all.addAll(options);
    List<Message> messages = new ArrayList<>();
    StringWriter crash = new StringWriter();
    double start = processorTime();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units =
          files.getJavaFileObjectsFromPaths(Checkout.files(sources, ".java"));
      javac.getTask(crash, files, each -> add(each, messages), all, null, units).call();
    } catch (RuntimeException e) {
      crash.append(String.valueOf(e.getCause() == null ? e : e.getCause()));
    }
    return new Javac(messages, processorTime() - start, crash.toString().strip());
  }

  private static void add(Diagnostic<? extends JavaFileObject> diagnostic, List<Message> messages) {
    Diagnostic.Kind kind = diagnostic.getKind();
    if (kind != Diagnostic.Kind.NOTE) {
      @Nullable JavaFileObject file = diagnostic.getSource();
      messages.add(
          new Message(
              kind == Diagnostic.Kind.ERROR,
              file == null ? "" : file.toUri().getPath(),
              diagnostic.getLineNumber(),
              diagnostic.getMessage(null)));
    }
  }

  private static double processorTime() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
