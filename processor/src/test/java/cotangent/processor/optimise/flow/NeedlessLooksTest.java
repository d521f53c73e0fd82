package cotangent.processor.optimise.flow;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Lengths that are asked for only to find null. */
class NeedlessLooksTest {

  @Test
  void goWhereTheArrayIsAccessedNext() {
    becomes(
        "double[] a, int i",
        """
        n = length(a) @1
        one = 1
        j = add(i, one)
        x = a[j] @2
        yield x
        """,
        """
        one = 1
        j = add(i, one)
        x = a[j] @2
        yield x
        """);
  }

  @Test
  void goWhereTheArrayWasAccessed() {
    becomes(
        "double[] a, double[] b, int i",
        """
        x = a[i] @1
        y = b[i] @2
        n = length(a) @3
        z = add(x, y)
        yield z
        """,
        """
        x = a[i] @1
        y = b[i] @2
        z = add(x, y)
        yield z
        """);
  }

  @Test
  void stayWhereSomethingElseMayBeThrownBefore() {
    stays(
        "double[] a, double[] b, int i",
        """
        n = length(a) @1
        y = b[i] @2
        x = a[i] @3
        z = add(x, y)
        yield z
        """);
  }

  @Test
  void areTestsForNullAsWell() {
    becomes(
        "double[] a, int i",
        """
        none = (double[]) null
        gone = eq(a, none) @1
        if gone {
          java.lang.NullPointerException thrown = call NEW "java.lang.NullPointerException" ""() @1
          throw thrown @1
        } else {
        } @1
        x = a[i] @2
        yield x
        """,
        """
        x = a[i] @2
        yield x
        """);
  }
}
