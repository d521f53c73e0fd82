package cotangent.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of {@code -Acotangent.report}. */
class JournalTest {
  @TempDir Path directory;

  @Test
  void tellsWhatIsGenerated() throws Exception {
    JsonObject line =
        report(
                """
                package p;
                class Plain {
                  @cotangent.Differentiable({cotangent.Derivative.GRADIENT, cotangent.Derivative.JVP})
                  static double f(double[] w, double x) { return w[0] * x; }
                }
                """)
            .get(0);
    assertThat(line.getString("class")).isEqualTo("p.Plain");
    assertThat(line.getString("method")).isEqualTo("f");
    assertThat(line.getArray("parameters")).containsExactly("double[]", "double");
    assertThat(line.getString("file")).endsWith("p/Plain.java");
    assertThat(line.getInt("line")).isEqualTo(3);
    assertThat(line.getArray("modes")).containsExactly("GRADIENT", "JVP");
    assertThat(line.getBoolean("accepted")).isTrue();
    assertThat(line.getArray("findings")).isEmpty();
    assertThat(line.getInt("steps")).isPositive();
    assertThat(line.getObject("generated")).containsKeys("f", "fGrad", "fGradAddTo", "fJvp");
    assertThat(line.getString("companion")).isEqualTo("p.PlainGrad");
    assertThat(line.getInt("characters")).isPositive();
    assertThat(line.getInt("code")).isPositive().isLessThan(line.getInt("characters"));
  }

  @Test
  void measuresTheSourceThatIsReachedWithoutCommentsAndBlanks() throws Exception {
    JsonObject line =
        report(
                """
                package p;
                class Measured {
                  /** What it is. */
                  @cotangent.Differentiable
                  static double f(double x) {
                    // twice
                    return g(x) /* one */ + g(1 / x); // and that
                  }
                  static double g(double x) { if (x < 0) throw new Error("// \\" no"); return '"' * x; }
                  static double not(double x) { return x; }
                }
                """)
            .get(0);
    JsonObject reached = line.getObject("reached");
    assertThat(reached.keySet()).containsExactly("p.Measured.f(double)", "p.Measured.g(double)");
    String f = "@cotangent.Differentiablestaticdoublef(doublex){returng(x)+g(1/x);}";
    String g = "staticdoubleg(doublex){if(x<0)thrownewError(\"// \\\" no\");return'\"'*x;}";
    assertThat(reached.getInt("p.Measured.f(double)")).isEqualTo(f.length());
    assertThat(reached.getInt("p.Measured.g(double)")).isEqualTo(g.length());
  }

  @Test
  void tellsEachMethodThatAHelperIsRefusedFor() throws Exception {
    List<JsonObject> lines =
        report(
            """
            package p;
            import cotangent.Differentiable;
            class Helpers {
              static double bits(double x) { return Double.parseDouble(Double.toString(x)); }
              static double between(double x) { return bits(x) + 1; }
              @Differentiable static double f(double x) { return between(x); }
              @Differentiable static double g(double x) { return 2 * bits(x); }
              @Differentiable static double h(double x) { return 2 * x; }
            }
            """);
    assertThat(lines).hasSize(3);
    assertThat(calls(lines.get(0)))
        .containsExactly("p.Helpers.f", "p.Helpers.between", "p.Helpers.bits");
    assertThat(calls(lines.get(1))).containsExactly("p.Helpers.g", "p.Helpers.bits");
    assertThat(lines.get(0).getBoolean("accepted")).isFalse();
    assertThat(lines.get(2).getBoolean("accepted")).isTrue();
  }

  private static JsonArray calls(JsonObject line) {
    JsonObject finding = line.getArray("findings").getObject(0);
    assertThat(finding.getString("severity")).isEqualTo("error");
    assertThat(finding.getString("code")).matches("CT\\d{3}");
    assertThat(finding.getInt("line")).isEqualTo(4);
    return finding.getArray("calls");
  }

  /** What is chosen among classes in five places is written once; it was twice as much. */
  @Test
  void codeGrowsWithTheSourceAndNotWithTheCalls() throws Exception {
    String source =
        Files.readString(Path.of("src/test/resources/corpus/RepeatedChoices.java"))
            .replace("package corpus", "package p");
    int code = 0;
    int reached = 0;
    for (JsonObject line : report(source)) {
      assertThat(line.getBoolean("accepted")).isTrue();
      code = line.getInt("code");
      for (String method : line.getObject("reached").keySet()) {
        reached += line.getObject("reached").getInt(method);
      }
    }
    assertThat(code).isLessThan(12 * reached);
  }

  @Test
  void tellsWhatIsRefusedAtTheAnnotation() throws Exception {
    JsonObject line =
        report(
                """
                package p;
                class Refused {
                  @cotangent.Differentiable(wrt = "y") static double f(double x) { return x; }
                }
                """)
            .get(0);
    assertThat(line.getBoolean("accepted")).isFalse();
    assertThat(line.getArray("findings").getObject(0).getString("code")).isEqualTo("CT010");
  }

  @Test
  void leavesWrongJavaToJavac() throws Exception {
    JsonObject line =
        report(
                """
                package p;
                class Wrong {
                  @cotangent.Differentiable static double f(double x) { return nothing(x); }
                }
                """)
            .get(0);
    assertThat(line.getBoolean("accepted")).isFalse();
    assertThat(line.getArray("findings")).isEmpty();
  }

  private List<JsonObject> report(String source) throws Exception {
    Path file = directory.resolve("some").resolve("report.jsonl");
    String name = source.replaceAll("(?s).*?class (\\w+).*", "$1");
    JavaFileObject unit = JavaFileObjects.forSourceString("p." + name, source);
    Compiler.javac()
        .withOptions("-Acotangent.report=" + file)
        .withProcessors(new DifferentiableProcessor())
        .compile(unit);
    List<JsonObject> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JsonParser.object().from(line));
    }
    return lines;
  }
}
