package cotangent.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests which pages are written and what is in them; what they do is tested in a browser. */
class PagesTest {
  @TempDir Path directory;

  @Test
  void eachAcceptedMethodHasAPage() throws IOException {
    compile(
        "package p;",
        "import cotangent.Differentiable;",
        "class Losses {",
        "  @Differentiable static double loss(double x) { return x * x; }",
        "  @Differentiable static double loss(float x) { return x + 1; }",
        "  @Differentiable static double lost(double x) { return Double.parseDouble(\"\" + x); }",
        "}");

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "graph.json",
              "index.html",
              "p.Losses.loss.dot",
              "p.Losses.loss.html",
              "p.Losses.loss.json",
              "p.Losses.loss.svg",
              "p.Losses.loss2.dot",
              "p.Losses.loss2.html",
              "p.Losses.loss2.json",
              "p.Losses.loss2.svg");
    }
    assertThat(Files.readString(directory.resolve("index.html")))
        .contains("<a href=\"p.Losses.loss.html\">p.Losses.loss</a>");
  }

  @Test
  void whatAReviewComparesIsSortedAndDoesNotDependOnLines() throws IOException {
    String late = "  @Differentiable static double late(double x) { return x * Math.sin(x); }";
    String early = "  @Differentiable static double early(double x) { return 2 * x; }";
    compile("import cotangent.Differentiable;", "class A {", late, early, "}");
    String before = Files.readString(directory.resolve("graph.json"));
    compile("import cotangent.Differentiable;", "", "class A {", early, "", late, "}");
    assertThat(Files.readString(directory.resolve("graph.json"))).isEqualTo(before);
    assertThat(before).containsSubsequence("A.early", "A.late");
  }

  @Test
  void thePageHoldsSourceGraphAndGeneratedCode() throws IOException {
    compile(
        "import cotangent.Differentiable;",
        "class A {",
        "  /** The end of a script is no </script> here. */",
        "  @Differentiable static double f(double x) { return Math.sin(x) * 0.1234567; }",
        "}");

    String page = Files.readString(directory.resolve("A.f.html"));

    assertThat(page)
        .contains("no <\\/script> here", "0.1234567", "public static FGradient fGrad(", "dagre")
        .doesNotContain("{{", "no </script>")
        .doesNotContainPattern("(?m)^(import|export) ");
  }

  @Test
  void theDataIsTheGraphWithTheSlopesThatItNeeds() throws IOException, JsonParserException {
    compile(
        "import cotangent.Differentiable;",
        "class A {",
        "  @Differentiable(wrt = \"x\")",
        "  static double f(double x, int n) {",
        "    double y = x;",
        "    for (int i = 0; i < n; i++) {",
        "      y = Math.sin(y);",
        "    }",
        "    return y;",
        "  }",
        "}");

    JsonObject data = JsonParser.object().from(Files.readString(directory.resolve("A.f.json")));

    assertThat(data.getInt("format")).isEqualTo(1);
    assertThat(data.getArray("inputs").getObject(0).getBoolean("isActive")).isTrue();
    assertThat(data.getArray("inputs").getObject(1).getBoolean("isActive")).isFalse();
    assertThat(data.getObject("slopes").keySet()).containsExactly("sin double");
    List<String> steps = kinds(data.getObject("graph"));
    assertThat(steps).contains("loop");
    JsonObject loop = data.getObject("graph").getArray("steps").getObject(steps.indexOf("loop"));
    JsonObject sine = loop.getObject("body").getArray("steps").getObject(0);
    assertThat(sine.getString("op")).isEqualTo("sin");
    assertThat(sine.getInt("line")).isEqualTo(7);
  }

  @Test
  void anOperationOnTensorsIsOneBoxOfThePicture() throws IOException {
    compile(
        "package p;",
        "import cotangent.tensor.*;",
        "class Losses {",
        "  @cotangent.Differentiable",
        "  static double loss(Matrix a, Vector x) { return a.times(x).tanh().sum(); }",
        "}");

    String svg = Files.readString(directory.resolve("p.Losses.loss.svg"));

    assertThat(texts(svg)).containsExactly("a", "x", "times", "tanh", "sum", "result");
  }

  private static List<String> texts(String svg) {
    return Pattern.compile("<text[^>]*>([^<]*)</text>")
        .matcher(svg)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void aPageOfAHundredNodesStaysSmall() throws IOException {
    String product =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> "Math.sin(x + " + i + ")")
            .collect(Collectors.joining(" + "));
    compile(
        "import cotangent.Differentiable;",
        "class A {",
        "  @Differentiable static double f(double x) { return " + product + "; }",
        "}");

    assertThat(Files.size(directory.resolve("A.f.html"))).isLessThan(600_000);
  }

  private void compile(String... lines) {
    String name = String.join("\n", lines).contains("package p;") ? "p/Losses" : "A";
    Compilation compilation =
        javac()
            .withProcessors(new DifferentiableProcessor())
            .withOptions("-Acotangent.pages=" + directory)
            .compile(JavaFileObjects.forSourceLines(name.replace('/', '.'), lines));
    assertThat(compilation).isNotNull();
  }

  private static List<String> kinds(JsonObject graph) {
    return graph.getArray("steps").stream()
        .map(step -> ((JsonObject) step).getString("do"))
        .toList();
  }
}
