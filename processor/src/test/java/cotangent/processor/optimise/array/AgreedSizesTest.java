package cotangent.processor.optimise.array;

import static cotangent.processor.optimise.Optimising.becomes;

import org.junit.jupiter.api.Test;

/** Sizes that a check has found to be the same. */
class AgreedSizesTest {

  @Test
  void areOneBehindTheCheckAndInItsRegionOnly() {
    becomes(
        "int m, int n, boolean c",
        """
        name = "plus"
        int r = if c {
          call STATIC_METHOD "cotangent.tensor.Shapes" "same"(name, m, n) @1
          a = add(m, n) @2
          yield a
        } else {
          b = add(n, n) @3
          yield b
        }
        yield r
        """,
        """
        name = "plus"
        int r = if c {
          call STATIC_METHOD "cotangent.tensor.Shapes" "same"(name, m, n) @1
          a = add(m, m) @2
          yield a
        } else {
          b = add(n, n) @3
          yield b
        }
        yield r
        """);
  }

  @Test
  void ofAMatrixAndItsTransposeAreOne() {
    becomes(
        "int m, int n",
        """
        name = "plus"
        call STATIC_METHOD "cotangent.tensor.Shapes" "same"(name, m, n, n, m) @1
        a = mul(m, n) @2
        yield a
        """,
        """
        name = "plus"
        call STATIC_METHOD "cotangent.tensor.Shapes" "same"(name, m, n, n, m) @1
        a = mul(m, m) @2
        yield a
        """);
  }

  @Test
  void ofOneTensorNeedNoCheck() {
    becomes(
        "int n",
        """
        name = "plus"
        call STATIC_METHOD "cotangent.tensor.Shapes" "same"(name, n, n) @1
        yield n
        """,
        "yield n\n");
  }
}
