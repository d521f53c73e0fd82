package cotangent.processor.derive.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops with checkpoints have the derivatives of those without, to the last bit. */
class CheckpointsTest {
  private static final List<Integer> NUMBERS = List.of(0, 1, 2, 3, 4, 7, 10);

  private static Graph gradient(String text, int checkpoint) {
    String marked = checkpoint < 0 ? "" : " checkpoint " + checkpoint;
    Graph graph = GraphTextParser.parse(text.replace(" CHECKPOINT", marked), Operations::byName);
    GraphCheck.check(graph);
    List<Value> wrt =
        graph.parameters().stream().filter(value -> value.type().isDifferentiable()).toList();
    return GraphCheck.check(Reverse.of(graph, wrt, Reverse.Seeds.ONE));
  }

  private static void check(String text, Object... arguments) {
    Graph everyRound = gradient(text, -1);
    for (int checkpoint : List.of(0, 1, 3, 100)) {
      Graph withCheckpoints = gradient(text, checkpoint);
      for (int n : NUMBERS) {
        List<Object> plain = arguments(n, arguments);
        List<Object> kept = arguments(n, arguments);
        List<Object> expected = Evaluator.run(everyRound, plain);
        List<Object> actual = Evaluator.run(withCheckpoints, kept);
        assertThat(actual)
            .as("@Checkpoint(%d), %d rounds", checkpoint, n)
            .usingRecursiveComparison()
            .isEqualTo(expected);
        assertThat(kept).usingRecursiveComparison().isEqualTo(plain);
      }
    }
    String cut = GraphText.print(gradient(text, 3));
    assertThat(cut).contains("RoundsBackward");
  }

  private static List<Object> arguments(int n, Object... others) {
    List<Object> all = new ArrayList<>(List.of(n));
    for (Object other : others) {
      all.add(other instanceof double[] array ? array.clone() : other);
    }
    return all;
  }

  private static double[] numbers(int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = 0.3 + 0.1 * i;
    }
    return numbers;
  }

  @Test
  void numbersThatAreCarried() {
    check(
        """
        graph f(int n, double x, double a) {
          from = 0
          y = loop i from from to n step 1 CHECKPOINT (double y2 = x) {
            s = sin(y2)
            p = mul(s, a)
            r = add(p, y2)
            yield r
          }
          yield y
        }
        """,
        0.7,
        1.3);
  }

  /** Sums of cotangents are rounded as without checkpoints, at any point. */
  @Test
  void numbersThatAllRoundsUse() {
    for (int k = 1; k < 40; k++) {
      check(
          """
          graph f(int n, double x) {
            from = 0
            start = 1.0
            y = loop i from from to n step 1 CHECKPOINT (double c = start) {
              p = mul(c, x)
              h = double(i)
              q = add(p, h)
              s = sin(q)
              r = add(s, x)
              yield r
            }
            yield y
          }
          """,
          Math.sin(k));
    }
  }

  @Test
  void roundsThatOnlySumUp() {
    for (int k = 1; k < 40; k++) {
      check(
          """
          graph f(int n, double x) {
            from = 0
            start = 1.0
            y = loop i from from to n step 1 CHECKPOINT (double c = start) {
              h = double(i)
              p = mul(h, x)
              s = exp(p)
              r = add(s, c)
              yield r
            }
            z = mul(y, y)
            yield z
          }
          """,
          Math.sin(k));
    }
  }

  @Test
  void indicesThatCountDownInSteps() {
    check(
        """
        graph f(int n, double x, double[] a) {
          to = -1
          y = loop i from n to to step -2 CHECKPOINT (double y2 = x) {
            e = a[i]
            s = sin(y2)
            p = mul(s, e)
            yield p
          }
          yield y
        }
        """,
        0.7,
        numbers(11));
  }

  @Test
  void pathsThatAreWrittenAlongTheWay() {
    check(
        """
        graph f(int n, double[] path) {
          from = 0
          loop i from from to n step 1 CHECKPOINT () {
            e = path[i]
            s = sin(e)
            one = 1
            next = add(i, one)
            o = path[next]
            q = mul(o, s)
            path[next] = q
          }
          r = path[n]
          p = mul(r, r)
          yield p
        }
        """,
        numbers(11));
  }

  @Test
  void statesInArraysThatAreOverwritten() {
    check(
        """
        graph f(int n, double[] state, double dt) {
          from = 0
          one = 1
          loop i from from to n step 1 CHECKPOINT () {
            p = state[from]
            v = state[one]
            sp = sin(p)
            m = mul(dt, sp)
            v2 = sub(v, m)
            state[one] = v2
            d = mul(dt, v2)
            p2 = add(p, d)
            state[from] = p2
          }
          a = state[from]
          b = state[one]
          z = mul(a, b)
          state[from] = z
          yield z
        }
        """,
        numbers(2),
        0.1);
  }

  @Test
  void arraysThatChangePlaces() {
    check(
        """
        graph f(int n, double[] x) {
          from = 0
          three = 3
          c = clone x
          d = new double[three]
          double[] u, double[] w = loop i from from to n step 1 CHECKPOINT (double[] c2 = c, double[] d2 = d) {
            loop j from from to three step 1 () {
              e = c2[j]
              s = sin(e)
              xe = x[j]
              q = mul(s, xe)
              d2[j] = q
            }
            yield d2, c2
          }
          two = 2
          r = u[from]
          t = w[two]
          y = mul(r, t)
          yield y
        }
        """,
        numbers(3));
  }

  @Test
  void arraysThatAreMadeInEachRound() {
    check(
        """
        graph f(int n, double[] x) {
          from = 0
          three = 3
          double[] u = loop i from from to n step 1 CHECKPOINT (double[] c = x) {
            d = new double[three]
            loop j from from to three step 1 () {
              e = c[j]
              s = sin(e)
              xe = x[j]
              q = mul(s, xe)
              d[j] = q
            }
            yield d
          }
          two = 2
          r = u[from]
          t = u[two]
          y = mul(r, t)
          yield y
        }
        """,
        numbers(3));
  }

  @Test
  void loopsInsideOfLoops() {
    check(
        """
        graph f(int n, double x) {
          from = 0
          y = loop i from from to n step 1 CHECKPOINT (double y2 = x) {
            z = loop j from from to n step 1 CHECKPOINT (double z2 = y2) {
              s = sin(z2)
              p = mul(s, x)
              yield p
            }
            yield z
          }
          yield y
        }
        """,
        0.7);
  }
}
