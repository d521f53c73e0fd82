package cotangent.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Innermost loops, which are methods where there are many of them. */
class LoopMethodsTest {

  private static final String[] EIGHT = {
    "mul(t, x)", "add(t, x)", "sub(t, x)", "neg(t)", "mul(t, t)", "div(t, x)", "sin(t)", "cos(t)"
  };

  /** A method with a loop for each operation. */
  private static String source(String... operations) {
    return written(loops(operations) + "  yield x\n}\n");
  }

  private static String loops(String... operations) {
    StringBuilder text = new StringBuilder();
    for (int k = 2; k < operations.length + 2; k++) {
      String loop =
          """
            loop INDEX from from to n step 1 () {
              t = a[INDEX]
              u = OPERATION
              b[INDEX] = u
            }
          """;
      text.append(
          loop.replace("OPERATION", operations[k - 2])
              .replace("INDEX", "i#" + k)
              .replaceAll("\\b[tu]\\b", "$0#" + k));
    }
    return text.toString();
  }

  private static String written(String body) {
    String text = "graph f(double[] a, double[] b, double x, int n) {\n  from = 0\n" + body;
    Graph graph = GraphCheck.check(GraphTextParser.parse(text, Operations::byName));
    List<Port> inputs = new ArrayList<>();
    graph.parameters().forEach(value -> inputs.add(new Port.Leaf(value.name(), value.type())));
    Method method =
        new Method(
            "f",
            Optional.empty(),
            graph,
            inputs,
            List.of(new Port.Leaf("", graph.results().get(0).type())),
            "",
            "");
    return CompanionWriter.write(
            new Companion("p", "CGrad", true, "C", name -> false, List.of(method)))
        .source();
  }

  private static int count(String source, String what) {
    return source.split(what, -1).length - 1;
  }

  @Test
  void manyBecomeMethods() {
    String source = source(EIGHT);
    assertThat(count(source, "private static void fB")).isEqualTo(8);
    assertThat(count(source, "for \\(")).isEqualTo(8);
  }

  @Test
  void thoseThatComputeTheSameShareOne() {
    String source =
        source(
            "mul(t, x)",
            "neg(t)",
            "mul(t, x)",
            "neg(t)",
            "mul(t, x)",
            "mul(x, t)",
            "neg(t)",
            "neg(t)");
    assertThat(count(source, "private static void fB")).isEqualTo(3);
    assertThat(count(source, "    fB\\w*\\(")).isEqualTo(8);
  }

  @Test
  void oneThatFillsTwoArraysIsNamedAfterNeither() {
    String two =
        """
          loop i#1 from from to n step 1 () {
            t#1 = a[i#1]
            b[i#1] = t#1
            a[i#1] = x
          }
        """;
    assertThat(written(two + loops(EIGHT) + "  yield x\n}\n")).contains("static void fLoop(");
  }

  @Test
  void fewStayWhereTheyAre() {
    assertThat(source("mul(t, x)", "neg(t)")).doesNotContain("fB");
  }

  @Test
  void theRoundsOfALoopAroundManyAreAMethod() {
    String source =
        written(
            "  loop k#1 from from to n step 1 () {\n"
                + loops(EIGHT)
                + "    y = double(k#1)\n    b[k#1] = y\n  }\n  yield x\n}\n");
    assertThat(source)
        .contains("for (int k = 0; k < n; k++) {\n      fRound(n, b, a, x, k);\n    }")
        .contains("private static void fRound(int n, double[] b, double[] a, double x, int k) {");
    assertThat(count(source, "    fB\\w*\\(")).isEqualTo(8);
  }

  @Test
  void roundsThatHandSomethingOnStay() {
    String source =
        written(
            "  z = loop k#1 from from to n step 1 (double s = x) {\n"
                + loops(EIGHT)
                + "    y = b[k#1]\n    r = add(s, y)\n    yield r\n  }\n  yield z\n}\n");
    assertThat(source).doesNotContain("fRound").contains("fB8(");
  }

  @Test
  void onlyTheInnermostRoundsThatAreLargeAreAMethod() {
    String source =
        written(
            "  loop j#1 from from to n step 1 () {\n  loop k#1 from from to n step 1 () {\n"
                + loops(EIGHT)
                + "  }\n  }\n  yield x\n}\n");
    assertThat(count(source, "private static void fRound")).isEqualTo(1);
    assertThat(count(source, "for \\(")).isEqualTo(10);
  }
}
