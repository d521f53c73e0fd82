package cotangent.processor.optimise.array;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Writes of what an array holds anyway. */
class StoredZerosTest {

  @Test
  void dropsZerosInANewArray() {
    becomes(
        "double x, int i",
        """
        n = 3
        a = new double[n]
        zero = 0.0
        first = 0
        second = 1
        a[first] = x @1
        a[second] = zero @2
        r = a[i] @3
        yield r
        """,
        """
        n = 3
        a = new double[n]
        first = 0
        a[first] = x @1
        r = a[i] @3
        yield r
        """);
  }

  @Test
  void keepsZerosThatMayReplaceSomething() {
    stays(
        "double x, int i, int j",
        """
        n = 3
        a = new double[n]
        a[j] = x @1
        zero = 0.0
        second = 1
        a[second] = zero
        r = a[i] @3
        yield r
        """);
  }

  @Test
  void keepsZerosOutsideOfTheArray() {
    stays(
        "double x, int i",
        """
        n = 1
        a = new double[n]
        zero = 0.0
        third = 2
        a[third] = zero @2
        r = a[i] @3
        yield r
        """);
  }

  @Test
  void dropsZerosOfItsOwnWhateverTheLength() {
    becomes(
        "double x, int n, int i",
        """
        a = new double[n]
        zero = 0.0
        second = 1
        a[second] = zero
        first = 0
        a[first] = x @1
        r = a[i] @3
        yield r
        """,
        """
        a = new double[n]
        first = 0
        a[first] = x @1
        r = a[i] @3
        yield r
        """);
  }
}
