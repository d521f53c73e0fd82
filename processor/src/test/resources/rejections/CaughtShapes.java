package rejections;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Sizes behind clauses that catch other exceptions, and in loops of a few rounds. */
class CaughtShapes {
  record Layer(@Shape("m, n") Matrix w, @Shape("m") Vector b) {}

  private static double form(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    return a.times(x).dot(x);
  }

  @Differentiable
  static double solved(@Shape("m, n") Matrix a, @Shape("m") Vector x) {
    try {
      return a.transpose().times(a).solve(x).norm(); // error: [CT086] a.transpose().times(a) is n × n, x has m elements: solve needs n
    } catch (ArithmeticException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  @Differentiable
  static double called(@Shape("m, n") Matrix a, @Shape("n") Vector x) {
    try {
      return form(a, x); // error: [CT087] a is m × n, but @Shape("n, n") is m × m
    } catch (ArithmeticException e) {
      return 0;
    }
  }

  @Differentiable
  static double made(@Shape("m, n") Matrix a, @Shape("n") Vector x) {
    try {
      return new Layer(a, x).b().sum(); // error: [CT087] b has n elements, but @Shape("m") is m, as w is m × n
    } catch (ArithmeticException e) {
      return 0;
    }
  }

  @Differentiable
  static double leftByTry(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    Vector y;
    try {
      y = a.solve(x);
    } catch (ArithmeticException e) {
      y = x.times(2);
    }
    return y.dot(x.concat(x)); // error: [CT086] y has n elements, x.concat(x) has 2 * n elements: dot needs n
  }

  @Differentiable
  static double threeRounds(@Shape("n") Vector x) {
    Vector h = x;
    for (int i = 0; i < 3; i++) {
      h = h.concat(x);
    }
    return h.dot(x.concat(x, x)); // error: [CT086] h has 4 * n elements, x.concat(x, x) has 3 * n elements: dot needs 4 * n
  }

  @Differentiable
  static double secondRound(@Shape("n") Vector x) {
    Vector h = x;
    for (int i = 0; i < 3; i++) {
      h = h.plus(x).concat(x); // error: [CT086] h has 2 * n elements, x has n elements: plus needs 2 * n
    }
    return h.sum();
  }

  @Differentiable
  static double chosen(@Shape("m, n") Matrix a, @Shape("n") Vector x, int k) {
    return (switch (k) {
          case 0 -> a.times(x);
          default -> x;
        })
        .dot(x.concat(x)); // error: [CT086] what is chosen has m elements, x.concat(x) has 2 * n elements: dot needs m
  }
}
