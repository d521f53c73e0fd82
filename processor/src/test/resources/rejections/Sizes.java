package rejections;

import cotangent.Between;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

class Sizes {
  static double syntax(
      @Shape("") double[] a, // error: [CT080] the shape "" cannot be read: a dimension is empty @ ""
      @Shape("m,") double[][] b, // error: [CT080] @ "m,"
      @Shape("m / 2") double[] c, // error: [CT080] the shape "m / 2" cannot be read: "/" has no meaning here
      @Shape("(m)") double[] d, // error: [CT080]
      @Shape("2 m") double[] e, // error: [CT080] the shape "2 m" cannot be read: "m" stands where
      @Shape("int") double[] f, // error: [CT080] the shape "int" cannot be read: "int" is a word of Java
      @Shape("3 - 4") double[] g, // error: [CT080] the shape "3 - 4" cannot be read: no array has the length -1
      @Shape("m") double[] m) {
    return 0;
  }

  static double dimensions(
      @Shape("n") double[][] a, // error: [CT081] the shape "n" has 1 dimensions, but the type double[][] has 2
      @Shape("n, n") int[] b, // error: [CT081]
      @Shape("n") Matrix c, // error: [CT081] the shape "n" has 1 dimensions, but the type cotangent.tensor.Matrix has 2
      @Shape("n, k") Matrix[] d, // error: [CT081]
      @Shape("n, k") Vector[] e,
      @Shape("n") Vector f,
      @Shape("n, n, n") float[][][] g,
      @Shape("n") boolean[] h) {
    return 0;
  }

  static double noArrays(
      @Shape("n") double a, // error: [CT082] a value of type double has no shape @ "n"
      @Shape("n") String b, // error: [CT082]
      @Shape("n") int c, // error: [CT082]
      @Shape("n") Layer d, // error: [CT082]
      @Shape("n") double[] e) {
    return 0;
  }

  static double unbound(
      @Shape("2 * n") double[] a, // error: [CT083] nothing says what n is in the shape "2 * n"
      @Shape("k, k + 1") double[][] b,
      int rows,
      @Shape("rows - 1") double[] c) {
    return 0;
  }

  @Shape("n") // error: [CT083]
  static double[] onlyTheResult(@Shape("m") double[] x) {
    return x;
  }

  @Shape("2 * m")
  static double[] result(@Shape("m") double[] x) {
    return x;
  }

  @Shape("m") // error: [CT082]
  static double number(@Shape("m") double[] x) {
    return x[0];
  }

  static double names(
      double n,
      long k,
      String text,
      @Shape("n") double[] a, // error: [CT084] the name n in the shape "n" belongs to a double
      @Shape("k + 1") double[] b, // error: [CT084]
      @Shape("text") double[] c) { // error: [CT084]
    return 0;
  }

  record Layer(@Shape("m, n") double[][] w, @Shape("m") double[] b, @Shape("k + 1") double[] c) {} // error: [CT083]

  @Shape("states")
  double[] start;

  @Shape("2 * states")
  double[] doubled;

  @Shape("2 * missing") // error: [CT083]
  double[] wrong;

  double ofTheObject(@Shape("states + 1") double[] x) {
    return x[0];
  }

  static double ofNoObject(@Shape("states + 1") double[] x) { // error: [CT083]
    return x[0];
  }

  @Differentiable
  static double ranges(
      @Between({1, 0}) double a, // error: [CT085] {1.0, 0.0} is no range
      @Between({1, 1}) double b, // error: [CT085]
      @Between(1) double c, // error: [CT085]
      @Between({0, 1, 2}) double d, // error: [CT085]
      @Between({0, Double.POSITIVE_INFINITY}) double e, // error: [CT085]
      @Between({0, 1}) double f) {
    return a + b + c + d + e + f;
  }
}
