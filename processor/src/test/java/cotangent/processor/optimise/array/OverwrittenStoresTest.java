package cotangent.processor.optimise.array;

import static cotangent.processor.optimise.Optimising.becomes;
import static cotangent.processor.optimise.Optimising.stays;

import org.junit.jupiter.api.Test;

/** Writes that are overwritten at once. */
class OverwrittenStoresTest {

  @Test
  void dropsStoresThatAreOverwritten() {
    becomes(
        "double[] a, double x, double z, int i",
        """
        r = a[i] @1
        zero = 0.0
        a[i] = zero
        y = mul(x, z)
        s = a[i]
        t = add(s, y)
        a[i] = t
        yield r
        """,
        """
        r = a[i] @1
        y = mul(x, z)
        a[i] = y
        yield r
        """);
  }

  @Test
  void keepsStoresThatAreReadInBetween() {
    stays(
        "double[] a, double[] b, double x, int i, int j",
        "a[i] = x\nr = b[j]\na[i] = r\nyield r\n");
  }

  @Test
  void keepsStoresThatThrowFirst() {
    stays(
        "double[] b, double x, int n, int i, int j",
        """
        a = new double[n]
        a[i] = x @1
        r = b[j] @2
        a[i] = r @3
        yield a
        """);
  }
}
