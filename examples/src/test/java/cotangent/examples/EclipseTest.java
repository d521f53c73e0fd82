package cotangent.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.DifferentiableProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the examples with the compiler of Eclipse: what is generated is what the build generated
 * with javac, byte for byte.
 */
class EclipseTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path GENERATED = Path.of("target/generated-sources/annotations");

  @TempDir private Path folder;

  @Test
  @EnabledForJreRange(min = JRE.JAVA_18)
  void generatesWhatTheBuildGenerates() throws IOException {
    assertThat(compile()).isEmpty();
    assertThat(texts(folder)).isNotEmpty().isEqualTo(texts(GENERATED));
  }

  /** Compiles and gives what is wrong. */
  private String compile() throws IOException {
    String out = folder.toString();
    List<String> options =
        List.of("--release", "17", "-parameters", "-nowarn", "-d", out, "-s", out);
    StringWriter said = new StringWriter();
    EclipseCompiler compiler = new EclipseCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, libraries());
      var files = manager.getJavaFileObjectsFromPaths(javaFiles(SOURCES));
      var task = compiler.getTask(said, manager, null, options, null, files);
      task.setProcessors(List.of(new DifferentiableProcessor()));
      return task.call() ? "" : said.toString();
    }
  }

  /** All but the companions' own classes: where they are, they are not written once more. */
  private static List<Path> libraries() {
    Path own = Path.of("target/classes").toAbsolutePath();
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(each -> !each.equals(own))
        .toList();
  }

  private static Map<String, String> texts(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : javaFiles(root)) {
      texts.put(root.relativize(file).toString(), Files.readString(file));
    }
    return texts;
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
