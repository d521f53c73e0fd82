package cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.grack.nanojson.JsonWriter;
import com.palantir.javapoet.JavaFile;
import cotangent.Differentiable;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the compiler of Eclipse as its command line does, with Cotangent on the processor path, and
 * step by step as an editor does: one class at a time, against the class files of the others.
 */
@EnabledForJreRange(min = JRE.JAVA_18)
class EcjBatchTest {
  private static final String BATCH = "org.eclipse.jdt.internal.compiler.batch.Main";

  private static final String HELPER =
      """
      class Helper {
        static int twice(int n) {
          return 2 * n;
        }
      }
      """;

  private static final String LOSSES =
      """
      public class Losses {
        @cotangent.Differentiable
        public static double loss(double x, int n) {
          return Helper.twice(n) * x * x;
        }
      }
      """;

  private static final String USER =
      """
      public class User {
        public static double slope(double x) {
          return LossesGrad.lossGrad(x, 3).dx();
        }
      }
      """;

  @TempDir private Path folder;
  private Path sources;
  private Path classes;

  @BeforeEach
  void writeSources() throws IOException {
    sources = Files.createDirectory(folder.resolve("sources"));
    classes = Files.createDirectory(folder.resolve("classes"));
    write("Helper", HELPER);
    write("Losses", LOSSES);
    write("User", USER);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(sources.resolve(name + ".java"), text);
  }

  private static String path(Class<?>... ofEach) {
    return Stream.of(ofEach)
        .map(each -> each.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The class path comes first: this compiler forgets a processor path that stands before it. */
  private List<String> arguments(List<String> options, String... names) {
    String processors =
        path(DifferentiableProcessor.class, Differentiable.class, JavaFile.class, JsonWriter.class);
    String classPath = path(Differentiable.class) + File.pathSeparator + classes;
    List<String> arguments = new ArrayList<>(List.of("--release", "17", "-cp", classPath));
    arguments.addAll(List.of("-processorpath", processors));
    arguments.addAll(List.of("-d", "" + classes, "-s", "" + classes));
    arguments.addAll(options);
    Stream.of(names).forEach(name -> arguments.add(sources.resolve(name + ".java").toString()));
    return arguments;
  }

  /** Compiles and gives what the compiler said. */
  private String compile(List<String> options, String... names) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    String[] arguments = arguments(options, names).toArray(String[]::new);
    boolean fine = BatchCompiler.compile(arguments, writer, writer, null);
    assertThat(fine).as(said.toString()).isEqualTo(!said.toString().contains("ERROR in"));
    return said.toString();
  }

  private double slope(double x) throws Exception {
    URL[] path = {classes.toUri().toURL()};
    try (var loader = new URLClassLoader(path, getClass().getClassLoader())) {
      return (double) loader.loadClass("User").getMethod("slope", double.class).invoke(null, x);
    }
  }

  /** In a process of its own, where nothing but the processor path has the processor. */
  @Test
  void runsFromTheProcessorPath() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(List.of("" + java, "-cp", path(BatchCompiler.class), BATCH));
    command.addAll(arguments(List.of(), "Helper", "Losses", "User"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(slope(1.5)).isCloseTo(18, within(1e-12));
  }

  @Test
  void aClassThatChangedIsCompiledAlone() throws Exception {
    compile(List.of(), "Helper", "Losses", "User");
    write("Losses", LOSSES.replace("x * x", "x * x * x"));
    assertThat(compile(List.of(), "Losses"))
        .contains("[CT020] there is already a class LossesGrad");
    forget("LossesGrad");
    assertThat(compile(List.of(), "Losses")).isEmpty();
    assertThat(slope(2)).isCloseTo(72, within(1e-12));
  }

  /** Removes what was made of a class, as an editor does before it compiles the class again. */
  private void forget(String companion) throws IOException {
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file :
          files.filter(each -> each.getFileName().toString().startsWith(companion)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void aCallerThatChangedIsCompiledAgainstTheCompanionsClassFile() throws Exception {
    compile(List.of(), "Helper", "Losses", "User");
    write("User", USER.replace("(x, 3)", "(x, 1)"));
    assertThat(compile(List.of(), "User")).isEmpty();
    assertThat(slope(2)).isCloseTo(8, within(1e-12));
  }

  @Test
  void aHelperOnTheSourcePathIsDifferentiatedAlong() throws Exception {
    write("Helper", HELPER.replace("int", "double"));
    assertThat(compile(List.of("-sourcepath", sources.toString()), "Losses", "User")).isEmpty();
    assertThat(slope(1.5)).isCloseTo(18, within(1e-12));
  }

  /** The annotation is gone, and so must be what it stood for: the caller is an error. */
  @Test
  void withoutTheAnnotationThereIsNoCompanion() throws Exception {
    compile(List.of(), "Helper", "Losses", "User");
    write("Losses", LOSSES.replace("@cotangent.Differentiable", ""));
    forget("LossesGrad");
    assertThat(compile(List.of(), "Losses", "User")).contains("LossesGrad cannot be resolved");
    assertThat(classes.resolve("LossesGrad.class")).doesNotExist();
  }

  @Test
  void aMistakeIsPointedAtInItsFile() throws IOException {
    write("Losses", LOSSES.replace("* x * x;", "* Double.parseDouble(\"\" + x);"));
    assertThat(compile(List.of(), "Helper", "Losses"))
        .containsPattern("ERROR in .*Losses\\.java \\(at line 3\\)")
        .contains("(Losses.java, line 4, column 49)");
  }
}
