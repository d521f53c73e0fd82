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

  @Test
  void areGivenBackByChecks() {
    becomes(
        "int m, int n",
        """
        name = "solve"
        int k = call STATIC_METHOD "cotangent.tensor.Shapes" "square"(name, m, n) @1
        a = mul(k, n) @2
        yield a
        """,
        """
        name = "solve"
        int k = call STATIC_METHOD "cotangent.tensor.Shapes" "square"(name, m, n) @1
        a = mul(m, m) @2
        yield a
        """);
  }

  @Test
  void ofASquareNeedNoCheck() {
    becomes(
        "int n",
        """
        name = "solve"
        int k = call STATIC_METHOD "cotangent.tensor.Shapes" "square"(name, n, n) @1
        yield k
        """,
        "yield n\n");
  }

  @Test
  void countElementsOnce() {
    becomes(
        "int m, int n",
        """
        three = 3
        four = 4
        int a = call STATIC_METHOD "cotangent.tensor.Shapes" "elements"(m, n) @1
        int b = call STATIC_METHOD "cotangent.tensor.Shapes" "elements"(m, n) @2
        int c = call STATIC_METHOD "cotangent.tensor.Shapes" "elements"(three, four) @3
        yield a, b, c
        """,
        """
        int a = call STATIC_METHOD "cotangent.tensor.Shapes" "elements"(m, n) @1
        %1 = 12
        yield a, a, %1
        """);
  }
}
