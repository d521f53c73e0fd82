package cotangent.processor.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cotangent.processor.derive.reverse.Reverse;
import cotangent.processor.graph.Evaluator;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.GraphTextParser;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reverse mode on graphs, without javac: values are kept, and gradients equal differences. */
class ReverseTest {
  private static final int LENGTH = 4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        // straight
        """
        graph f(double x, double y) {
          p = mul(x, y)
          s = sin(p)
          e = exp(s)
          q = mul(e, x)
          yield q
        }
        """,
        // sum of squares: fused
        """
        graph f(double[] a, double x) {
          zero = 0.0
          from = 0
          to = length(a)
          s = loop i from from to to step 1 (double s2 = zero) {
            t = a[i]
            u = mul(t, x)
            q = mul(u, u)
            r = add(s2, q)
            yield r
          }
          h = 0.5
          g = mul(h, s)
          yield g
        }
        """,
        // a product: the running value is kept
        """
        graph f(double[] a, double x) {
          one = 1.0
          from = 0
          to = length(a)
          s = loop i from from to to step 1 (double s2 = one) {
            t = a[i]
            u = mul(t, x)
            e = exp(u)
            r = mul(s2, e)
            yield r
          }
          g = mul(s, s)
          yield g
        }
        """,
        // in-place prefix sums of squares, from 1
        """
        graph f(double[] a) {
          from = 1
          one = 1
          to = length(a)
          loop i from from to to step 1 () {
            j = sub(i, one)
            p = a[j]
            t = a[i]
            q = mul(p, t)
            a[i] = q
          }
          last = sub(to, one)
          r = a[last]
          yield r
        }
        """,
        // nested loops, values overwritten
        """
        graph f(double[] a, double x) {
          zero = 0
          three = 3
          to = length(a)
          w = clone a
          loop k from zero to three step 1 () {
            loop i from zero to to step 1 () {
              t = w[i]
              s = sin(t)
              u = mul(s, x)
              v = mul(u, t)
              w[i] = v
            }
          }
          z = 0.0
          s3 = loop i2 from zero to to step 1 (double s4 = z) {
            t2 = w[i2]
            s5 = add(s4, t2)
            yield s5
          }
          yield s3
        }
        """,
        // a branch inside a loop, with a maximum that is carried
        """
        graph f(double[] a, double x) {
          zero = 0
          to = length(a)
          first = a[zero]
          m = loop i from zero to to step 1 (double m2 = first) {
            t = a[i]
            c = gt(t, m2)
            double m3 = if c {
              q = mul(t, x)
              yield q
            } else {
              yield m2
            }
            yield m3
          }
          yield m
        }
        """,
        // a general loop with growing tapes
        """
        graph f(double x, double y) {
          one = 1
          zero = 0
          hundred = 40
          double s, int n = while (double s2 = x, int k = zero) {
            c = lt(k, hundred)
            yield c, s2, k
          } do {
            t = sin(s2)
            u = mul(t, y)
            v = add(u, s2)
            k2 = add(k, one)
            yield v, k2
          }
          r = mul(s, s)
          yield r
        }
        """,
        // rows swapped
        """
        graph f(double[] a, double x) {
          zero = 0
          one = 1
          two = 2
          m = new double[two][]
          b = clone a
          m[zero] = a
          m[one] = b
          r0 = m[zero]
          r1 = m[one]
          t = r0[zero]
          q = mul(t, x)
          r1[one] = q
          m[zero] = r1
          m[one] = r0
          p0 = m[zero]
          v = p0[one]
          p1 = m[one]
          w = p1[one]
          vw = mul(v, w)
          z = mul(vw, t)
          yield z
        }
        """,
        // overlapping copy and fill
        """
        graph f(double[] a, double x) {
          zero = 0
          one = 1
          three = 3
          b = clone a
          copy b[zero] to b[one] length three
          fill b[zero, one] with x
          p = b[zero]
          q = b[one]
          r = b[three]
          pq = mul(p, q)
          pqr = mul(pq, r)
          yield pqr
        }
        """,
        // a running power, computed again in the backward loop
        """
        graph f(double[] x, double[] t) {
          zero = 0
          z = 0.0
          one = 1.0
          n = length(t)
          m = length(x)
          s = loop i from zero to n step 1 (double s2 = z) {
            ti = t[i]
            fit, last = loop j from zero to m step 1 (double f2 = z, double p = one) {
              xj = x[j]
              q = mul(xj, p)
              f3 = add(f2, q)
              p2 = mul(p, p)
              half = 0.5
              p3 = mul(p2, half)
              yield f3, p3
            }
            r = sub(ti, fit)
            rr = mul(r, r)
            s3 = add(s2, rr)
            yield s3
          }
          yield s
        }
        """,
        // scratch array in a loop
        """
        graph f(double[] a, double[] b) {
          zero = 0
          z = 0.0
          n = length(a)
          t = new double[n]
          s = loop i from zero to n step 1 (double s2 = z) {
            ai = a[i]
            loop j from zero to n step 1 () {
              bj = b[j]
              d = mul(ai, bj)
              e = exp(d)
              t[j] = e
            }
            q = loop j2 from zero to n step 1 (double q2 = z) {
              tj = t[j2]
              q3 = add(q2, tj)
              yield q3
            }
            lq = log(q)
            s3 = add(s2, lq)
            yield s3
          }
          yield s
        }
        """,
        // recursion: power by repeated multiplication with a changed array
        """
        graph f(double[] a, double x) {
          three = 3
          double r = call power(a, x, three)
          yield r
        }
        function power(double[] a, double x, int n) {
          zero = 0
          one = 1
          base = le(n, zero)
          double r = if base {
            v = a[zero]
            yield v
          } else {
            old = a[n]
            m = sub(n, one)
            sx = sin(old)
            a[n] = sx
            double y = call power(a, x, m)
            s = sin(y)
            t = mul(s, x)
            w = a[n]
            u = mul(t, w)
            a[n] = old
            k = mul(u, old)
            yield k
          }
          yield r
        }
        """
      })
  void gradientEqualsDifferences(String text) {
    Graph graph = GraphTextParser.parse(text, Operations::byName);
    GraphCheck.check(graph);
    List<Value> wrt = graph.parameters().stream().filter(v -> v.type().isDifferentiable()).toList();
    Graph derived = Reverse.of(graph, wrt, Reverse.Seeds.ONE);
    GraphCheck.check(derived);
    for (int seed = 0; seed < 3; seed++) {
      List<Object> arguments = arguments(graph, new Random(seed));
      List<Object> expected = Evaluator.run(graph, copy(arguments));
      List<Object> actual = Evaluator.run(derived, copy(arguments));
      assertThat(actual.get(0)).isEqualTo(expected.get(0));
      for (int p = 0; p < arguments.size(); p++) {
        assertSlope(graph, arguments, p, actual.get(1 + p), GraphText.print(derived));
      }
    }
  }

  private static void assertSlope(
      Graph graph, List<Object> arguments, int p, Object derivative, String text) {
    if (arguments.get(p) instanceof double[] array) {
      for (int i = 0; i < array.length; i++) {
        assertThat(((double[]) derivative)[i])
            .as("d %s[%d] in %s", graph.parameters().get(p), i, text)
            .isCloseTo(difference(graph, arguments, p, i), within(1e-7));
      }
    } else {
      assertThat((double) derivative)
          .as("d %s in %s", graph.parameters().get(p), text)
          .isCloseTo(difference(graph, arguments, p, 0), within(1e-7));
    }
  }

  private static double difference(Graph graph, List<Object> arguments, int p, int i) {
    double h = 1e-3;
    double coarse = (at(graph, arguments, p, i, h) - at(graph, arguments, p, i, -h)) / (2 * h);
    double fine = (at(graph, arguments, p, i, h / 2) - at(graph, arguments, p, i, -h / 2)) / h;
    double finer =
        (at(graph, arguments, p, i, h / 4) - at(graph, arguments, p, i, -h / 4)) / (h / 2);
    double first = (4 * fine - coarse) / 3;
    double second = (4 * finer - fine) / 3;
    return (16 * second - first) / 15;
  }

  private static double at(Graph graph, List<Object> arguments, int p, int i, double h) {
    List<Object> moved = copy(arguments);
    if (moved.get(p) instanceof double[] array) {
      array[i] += h;
    } else {
      moved.set(p, (double) moved.get(p) + h);
    }
    return (double) Evaluator.run(graph, moved).get(0);
  }

  private static List<Object> arguments(Graph graph, Random random) {
    List<Object> arguments = new ArrayList<>();
    for (Value parameter : graph.parameters()) {
      arguments.add(
          parameter.type().isArray()
              ? random.doubles(LENGTH, 0.3, 1.2).toArray()
              : (Object) random.doubles(0.3, 1.2).findFirst().getAsDouble());
    }
    return arguments;
  }

  private static List<Object> copy(List<Object> arguments) {
    return new ArrayList<>(
        arguments.stream()
            .map(argument -> argument instanceof double[] array ? array.clone() : argument)
            .toList());
  }
}
