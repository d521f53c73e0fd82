package cotangent.processor.optimise.flow;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Branches on one condition that follow each other. */
class MergedBranchesTest {

  @Test
  void computesAnArmOnceAcrossWhatDoesNotConcernIt() {
    becomes(
        "double x, boolean c, double[] a, int i",
        """
        double r = if c {
          s = exp(x) @1
          yield s
        } else {
          yield x
        } @1
        a[i] = r @2
        two = 2.0
        double t = if c {
          u = exp(x) @3
          v = mul(u, two) @3
          yield v
        } else {
          yield x
        } @3
        yield t
        """,
        """
        two = 2.0
        double r, double t = if c {
          s = exp(x) @1
          v = mul(s, two) @3
          yield s, v
        } else {
          yield x, x
        } @1
        a[i] = r @2
        yield t
        """);
  }

  @Test
  void mergesNeighboursOnOneCondition() {
    becomes(
        "double x, double z, boolean c",
        """
        double r = if c {
          a = exp(x) @1
          yield a
        } else {
          yield x
        } @1
        y = mul(r, r) @2
        two = 2.0
        double s = if c {
          b = mul(two, r)
          yield b
        } else {
          yield two
        }
        yield y, s
        """,
        """
        two = 2.0
        double r, double s = if c {
          a = exp(x) @1
          b = mul(two, a)
          yield a, b
        } else {
          yield x, two
        } @1
        y = mul(r, r) @2
        yield y, s
        """);
  }

  @Test
  void mergesNothingOverAnEffectThatMayInterfere() {
    stays(
        "double[] a, int i, double x, boolean c",
        """
        if c {
          a[i] = x @1
        } else {
        } @1
        r = a[i] @2
        double s = if c {
          y = exp(r) @3
          yield y
        } else {
          yield r
        } @3
        yield s
        """);
  }

  @Test
  void joinsTheFirstThatHasAllItNeeds() {
    becomes(
        "double x, double z, boolean c, double[] a, int i, int j",
        """
        double r = if c {
          s = exp(x) @1
          yield s
        } else {
          yield x
        } @1
        a[i] = r @2
        y = a[j] @2
        double t = if c {
          u = mul(y, z) @3
          yield u
        } else {
          yield z
        } @3
        a[i] = t @4
        double v = if c {
          w = exp(x) @5
          yield w
        } else {
          yield z
        } @5
        yield v
        """,
        """
        double r, double v = if c {
          s = exp(x) @1
          yield s, s
        } else {
          yield x, z
        } @1
        a[i] = r @2
        y = a[j] @2
        double t = if c {
          u = mul(y, z) @3
          yield u
        } else {
          yield z
        } @3
        a[i] = t @4
        yield v
        """);
  }
}
