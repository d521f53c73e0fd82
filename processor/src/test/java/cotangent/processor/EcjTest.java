package cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles with the compiler of Eclipse. What is generated must be what javac generates, byte for
 * byte. Only JDKs from 18 on let Cotangent find the source there, so most of this runs on them
 * only; on 17 it must say so, and that is tested there.
 */
class EcjTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  @TempDir private Path folder;

  /**
   * What a compilation led to: what was said, and the sources that were written, by their names.
   */
  private record Outcome(boolean fine, List<String> said, Map<String, String> sources) {}

  private static Outcome compiled(JavaCompiler compiler, Path out, List<Path> files)
      throws IOException {
    Files.createDirectories(out);
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "--release",
            "17",
            "-parameters",
            "-nowarn",
            "-d",
            out.toString(),
            "-s",
            out.toString(),
            "-classpath",
            System.getProperty("java.class.path") + File.pathSeparator + out);
    boolean fine;
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, Locale.ROOT, null)) {
      var task =
          compiler.getTask(
              Writer.nullWriter(),
              manager,
              said,
              options,
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(List.of(new DifferentiableProcessor()));
      fine = task.call();
    }
    List<String> errors =
        said.getDiagnostics().stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .map(each -> each.getLineNumber() + ": " + each.getMessage(Locale.ROOT))
            .toList();
    return new Outcome(fine, errors, sources(out));
  }

  private static Map<String, String> sources(Path out) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (Path file : javaFiles(out)) {
      sources.put(out.relativize(file).toString(), Files.readString(file));
    }
    return sources;
  }

  private static List<Path> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private Outcome byEclipse(List<Path> files) throws IOException {
    return compiled(new EclipseCompiler(), folder.resolve("eclipse"), files);
  }

  private Outcome byJavac(List<Path> files) throws IOException {
    return compiled(ToolProvider.getSystemJavaCompiler(), folder.resolve("javac"), files);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), text);
  }

  @TestFactory
  @EnabledForJreRange(min = JRE.JAVA_18)
  Stream<DynamicTest> generatesForTheCorpusWhatJavacGenerates() throws IOException {
    List<Path> files = javaFiles(CORPUS);
    Outcome eclipse = byEclipse(files);
    Outcome javac = byJavac(files);
    assertThat(eclipse.said).isEmpty();
    assertThat(eclipse.fine).isTrue();
    assertThat(eclipse.sources.keySet()).isEqualTo(javac.sources.keySet()).isNotEmpty();
    return javac.sources.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertThat(eclipse.sources.get(entry.getKey()))
                            .isEqualTo(entry.getValue())));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_18)
  void saysLineAndColumnInWords() throws IOException {
    Path refused =
        file(
            "Refused",
            """
            class Refused {
              @cotangent.Differentiable(wrt = {"x", "z"})
              static double unknown(double x) {
                return x;
              }

              @cotangent.Differentiable
              static double leaks(double x) {
                double y = x * x;
                return Double.parseDouble("" + y) * new java.math.BigDecimal(y).doubleValue();
              }
            }
            """);
    assertThat(byEclipse(List.of(refused)).said)
        .anyMatch(
            each ->
                each.startsWith("3: [CT010]") && each.endsWith("(Refused.java, line 2, column 41)"))
        .anyMatch(
            each -> each.startsWith("8: [CT") && each.contains("(Refused.java, line 10, column "));
  }

  /** javac would be asked what it found there; this compiler can't be. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_18)
  void leavesNoMethodOutInSilence() throws IOException {
    Path wrong =
        file(
            "Wrong",
            """
            class Wrong {
              @cotangent.Differentiable
              static double f(double x) {
                return unknown(x);
              }
            }
            """);
    assertThat(byEclipse(List.of(wrong)).said)
        .anyMatch(each -> each.startsWith("3: [CT030]") && each.contains("(Wrong.java, line 4"));
  }

  private Path user(String method) throws IOException {
    return file(
        "User",
        """
        class User {
          %s
        }
        """
            .formatted(method));
  }

  /** As one that builds step by step deletes what it has written of a class that has changed. */
  private Outcome again(Path changed) throws IOException {
    for (Path file : javaFiles(folder.resolve("eclipse"))) {
      Files.delete(file);
      Files.delete(Path.of(file.toString().replace(".java", ".class")));
    }
    return byEclipse(List.of(changed));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_18)
  void compilesAChangedClassAgainstTheClassFilesOfOthers() throws IOException {
    String body = "@cotangent.Differentiable static double f(double x, int n) { return %s; }";
    Path helper = file("Helper", "class Helper { static int twice(int n) { return 2 * n; } }");
    Path user = user(body.formatted("Helper.twice(n) * x * x"));
    Outcome first = byEclipse(List.of(helper, user));
    assertThat(first.said).isEmpty();

    Path changed = user(body.formatted("Helper.twice(n) * Math.sin(x)"));
    Outcome second = again(changed);
    assertThat(second.said).isEmpty();
    byJavac(List.of(helper));
    assertThat(second.sources)
        .isNotEqualTo(first.sources)
        .isEqualTo(byJavac(List.of(changed)).sources);

    Outcome third = again(user("static double f(double x) { return x; }"));
    assertThat(third.said).isEmpty();
    assertThat(third.sources).isEmpty();
  }

  @Test
  @EnabledOnJre(JRE.JAVA_17)
  void saysOnceWhatToDoWhereTheSourceCannotBeFound() throws IOException {
    Path file =
        file(
            "Two",
            """
            class Two {
              @cotangent.Differentiable
              static double f(double x) {
                return x;
              }

              @cotangent.Differentiable
              static double g(double x) {
                return x;
              }
            }
            """);
    assertThat(byEclipse(List.of(file)).said)
        .singleElement()
        .asString()
        .matches("[38]: \\[CT002\\] (?s).*")
        .contains("on Java 17")
        .contains("JDK of 18 or later");
  }
}
