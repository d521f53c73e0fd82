package cotangent.verify.check;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The little linear algebra that comparing needs. */
final class Numbers {
  private Numbers() {}

  static double[] moved(double[] point, double[] direction, double t) {
    return IntStream.range(0, point.length).mapToDouble(i -> point[i] + t * direction[i]).toArray();
  }

  static double[] unit(int length, int index) {
    double[] unit = new double[length];
    unit[index] = 1;
    return unit;
  }

  static double[] scaled(double[] a, double factor) {
    return Arrays.stream(a).map(each -> each * factor).toArray();
  }

  static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] == 0 ? 0 : a[i] * b[i]).sum();
  }

  /** How large the terms of a dot product are, so how much rounding may be in it. */
  static double size(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] * b[i])).sum();
  }

  /** How large numbers are, of those that aren't infinite. */
  static double norm(double[] a) {
    return Arrays.stream(a).map(Math::abs).filter(Double::isFinite).max().orElse(0);
  }

  /** The part of an array that is a row of a matrix. */
  static double[] row(double[] matrix, int row, int columns) {
    return Arrays.copyOfRange(matrix, row * columns, (row + 1) * columns);
  }
}
