package cotangent.processor.derive.offer;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.op.Operations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which arrays a workspace lends, and how. */
class WorkspacesTest {
  private static final Pattern LENT =
      Pattern.compile(
          "(\\w+(?:#\\d+)?) = call \\w+ \"cotangent.(?:Workspace|ArraySeries|Uncleared)\" \"(\\w+)\"");

  /** Returns the arrays that the overload with a workspace borrows, and what it asks for. */
  private static Map<String, String> lent(String text) {
    Graph graph = GraphCheck.check(GraphTextParser.parse(text, Operations::byName));
    List<Port> inputs =
        graph.parameters().stream()
            .<Port>map(value -> new Port.Leaf(value.name(), value.type()))
            .toList();
    Method method = new Method("f", Optional.empty(), graph, inputs, List.of(), "FGradient", "");
    List<Method> overloads = Workspaces.overloads(List.of(method));
    Map<String, String> lent = new TreeMap<>();
    for (Method overload : overloads) {
      GraphCheck.check(overload.graph());
      LENT.matcher(GraphText.print(overload.graph()))
          .results()
          .filter(found -> !found.group(2).matches("series|child"))
          .forEach(found -> lent.put(found.group(1), found.group(2)));
    }
    return lent;
  }

  /** Arrays of a body that hands them to a function that does something with them. */
  private static Map<String, String> lentToFunction(String made, String body) {
    return lent(
        """
        graph f(double x, int n, double[][] held) {
          a = %s
          double r, double[] b = call g(x, n, a, held)
          s = b[n]
          yield r, s
        }
        function g(double x, int n, double[] a, double[][] held) {
          i = 0
        %s
        }
        """
            .formatted(made, body.indent(2)));
  }

  @Test
  void anArrayThatAFunctionOnlyUses() {
    String body = "a[i] = x @1\nr = a[i]\nb = new double[n] @1\nyield r, b";
    assertThat(lentToFunction("new double[n] @1", body)).containsEntry("a", "zeros");
    assertThat(lentToFunction("blank double[n]", body)).containsEntry("a", "doubles");
  }

  @Test
  void anArrayThatAFunctionGivesBackIsStillForgotten() {
    assertThat(lentToFunction("new double[n] @1", "a[i] = x @1\nr = a[i]\nyield r, a"))
        .containsEntry("a", "zeros");
  }

  @Test
  void anArrayWhoseLengthAFunctionAsksIsExact() {
    String body = "m = length(a)\nr = double(m)\nb = held[i]\nyield r, b";
    assertThat(lentToFunction("blank double[n]", body)).containsEntry("a", "exact");
  }

  @Test
  void noArrayThatAFunctionStores() {
    String body = "held[i] = a @1\nr = a[i]\nb = held[i]\nyield r, b";
    assertThat(lentToFunction("new double[n] @1", body)).doesNotContainKey("a");
  }

  @Test
  void noArrayThatAFunctionShowsToOtherCode() {
    String body = "double r = call STATIC_METHOD \"p.A\" \"keep\"(a) @2\nb = held[i]\nyield r, b";
    assertThat(lentToFunction("new double[n] @1", body)).doesNotContainKey("a");
  }

  @Test
  void noArrayThatAFunctionReturnsFromTheMethod() {
    assertThat(
            lent(
                """
                graph f(double x, int n) {
                  a = new double[n] @1
                  double[] b = call g(a)
                  yield b
                }
                function g(double[] a) {
                  yield a
                }
                """))
        .isEmpty();
  }

  /** One array is needed in each call of a function that calls itself. */
  @Test
  void anArrayThatAFunctionHandsToItself() {
    assertThat(
            lent(
                """
                graph f(double x, int n) {
                  a = new int[n] @1
                  double r = call g(x, n, a)
                  yield r
                }
                function g(double x, int n, int[] a) {
                  i = 0
                  own = new int[n] @2
                  own[i] = n @2
                  m = own[i]
                  isDone = lt(n, m)
                  double r = if isDone {
                    yield x
                  } else {
                    double s = call g(x, m, own)
                    yield s
                  }
                  yield r
                }
                """))
        .isEqualTo(Map.of("a", "intZeros"));
  }

  @Test
  void noArrayThatARoundOfALoopPutsWhereOthersFindIt() {
    assertThat(
            lent(
                """
                graph f(double x, int n) {
                  zero = 0
                  held = new double[n][] @1
                  loop i from zero to n step 1 () {
                    a = new double[n] @1
                    a[zero] = x @1
                    call g(held, i, a)
                  }
                  b = held[zero]
                  r = b[zero]
                  yield r
                }
                function g(double[][] held, int i, double[] a) {
                  held[i] = a @1
                }
                """))
        .isEqualTo(Map.of("held", "nextNulls"));
  }

  /** Rows of one stand where the other one stands, but none is exchanged. */
  @Test
  void arraysOfWhichOneIsChosen() {
    assertThat(
            lent(
                """
                graph f(double x, int n, boolean first) {
                  zero = 0
                  whole = new double[n][n] @1
                  parts = new double[n][n][n] @1
                  double[][] one = if first {
                    yield whole
                  } else {
                    part = parts[zero]
                    yield part
                  }
                  row = one[zero]
                  row[zero] = x @1
                  r = row[zero]
                  yield r
                }
                """))
        .isEqualTo(Map.of("whole", "zeros", "parts", "zeros"));
  }

  @Test
  void noArraysOfWhichRowsAreExchanged() {
    assertThat(
            lent(
                """
                graph f(double x, int n, boolean first) {
                  zero = 0
                  whole = new double[n][n] @1
                  parts = new double[n][n][n] @1
                  parts[zero] = whole @1
                  row = whole[zero]
                  row[zero] = x @1
                  part = parts[n]
                  other = part[zero]
                  r = other[zero]
                  yield r
                }
                """))
        .isEqualTo(Map.of("whole", "zeros"));
  }

  @Test
  void arraysOfSeveralDimensionsThatNeedNotBeCleared() {
    String text =
        """
        graph f(double x, int n) {
          zero = 0
          a = %s double[n][n][n]
          rows = a[zero]
          row = rows[zero]
          row[zero] = x @1
          r = row[zero]
          yield r
        }
        """;
    assertThat(lent(text.formatted("new"))).isEqualTo(Map.of("a", "zeros"));
    assertThat(lent(text.formatted("blank"))).isEqualTo(Map.of("a", "array"));
  }

  @Test
  void copies() {
    assertThat(
            lent(
                """
                graph f(double[] x, int[] order, int n) {
                  y = clone x @1
                  z = new double[n] @1
                  t = z[n]
                  y[n] = t @1
                  own = clone order @2
                  i = own[n]
                  r = y[i]
                  out = clone x @3
                  yield r, out
                }
                """))
        .isEqualTo(Map.of("y", "exact", "z", "zeros", "own", "intZeros"));
  }

  @Test
  void noCopyThatTheNextRoundOfALoopReads() {
    assertThat(
            lent(
                """
                graph f(double[] x, int n) {
                  zero = 0
                  double[] last = loop i from zero to n step 1 (double[] y = x) {
                    z = clone y @1
                    t = y[i]
                    z[zero] = t @1
                    yield z
                  }
                  r = last[zero]
                  yield r
                }
                """))
        .isEmpty();
  }

  /** What a round makes is there until the next one makes it again. */
  @Test
  void whatOnlyTheLastRoundOfALoopIsAskedFor() {
    String text =
        """
        graph f(double x, int n) {
          zero = 0
          none = (double[]) null
          double[] last, double[] before = loop i from zero to n step 1 (double[] y = none, double[] z = none) {
            z#2 = new double[n] @1
            z#2[i] = x @1
            yield z#2, %s
          }
          r = last[zero]
          yield r
        }
        """;
    assertThat(lent(text.formatted("none"))).isEqualTo(Map.of("z#2", "zeros"));
    assertThat(lent(text.formatted("y"))).isEmpty();
  }

  @Test
  void arraysOfLaterRoundsWhereOnlyThatOfTheFirstIsReturned() {
    String text =
        """
        graph f(double[] x, int n) {
          zero = 0
          first = new double[n]
          kept = new double[n][] @1
          double[] last = loop i from zero to n step 1 (double[] d = first) {
            e = new double[n]
            kept[i] = e
            one = 1.0
            d[zero] = one
            yield e
          }
          yield %s
        }
        """;
    assertThat(lent(text.formatted("first")))
        .containsEntry("e", "nextZeros")
        .doesNotContainKey("first");
    assertThat(lent(text.formatted("last"))).doesNotContainKeys("e", "first");
    assertThat(lent(text.formatted("kept"))).doesNotContainKey("e");
  }

  @Test
  void rowsThatEachRoundPutsIntoAPlaceOfItsOwn() {
    String text =
        """
        graph f(double[][] x, int n) {
          zero = 0
          rows = new double[n][] @1
          loop i from zero to n step 1 () {
            given = x[i]
            row = clone given @2
            shadow = new double[n]
            rows[%s] = row @2
            rows[i] = shadow @2
          }
          first = rows[zero]
          r = first[zero]
          yield r
        }
        """;
    assertThat(lent(text.formatted("i")))
        .isEqualTo(Map.of("rows", "nextNulls", "row", "next", "shadow", "nextZeros"));
    assertThat(lent(text.formatted("zero").replace("  rows[i] = shadow @2\n", "")))
        .isEqualTo(Map.of("rows", "nextNulls", "shadow", "zeros"));
  }

  @Test
  void tapesOfTapesThatGrow() {
    assertThat(
            lent(
                """
                graph f(double x, int n, boolean more) {
                  zero = 0
                  one = 1
                  tape = blank int[n][]
                  int[][] held = while (int[][] open = tape) {
                    yield more, open
                  } do {
                    longer = blank int[n][]
                    copy open[zero] to longer[zero] length one
                    counts = blank int[n]
                    int[] all = if more {
                      counts2 = blank int[n]
                      copy counts[zero] to counts2[zero] length one
                      yield counts2
                    } else {
                      yield counts
                    }
                    longer[zero] = all
                    yield longer
                  }
                  last = held[zero]
                  k = last[zero]
                  r = double(k)
                  yield r
                }
                """))
        .isEqualTo(
            Map.of(
                "tape", "nextIntRows",
                "longer", "nextIntRows",
                "counts", "nextInts",
                "counts2", "nextInts"));
  }
}
