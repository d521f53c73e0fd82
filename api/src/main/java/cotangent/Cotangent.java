package cotangent;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Holds the few functions that matter to differentiation and not to evaluation. */
public final class Cotangent {
  private Cotangent() {}

  /**
   * Returns its argument, as a constant: no derivative flows through the result.
   *
   * @param x any number
   * @return {@code x}
   */
  public static double stop(double x) {
    return x;
  }

  /**
   * Returns its argument, as a constant: no derivative flows through the result.
   *
   * @param x any number
   * @return {@code x}
   */
  public static float stop(float x) {
    return x;
  }

  /**
   * Returns its argument, which is constant in any case. It is here so that a whole number is not
   * rounded to {@code float} on its way.
   *
   * @param x any whole number
   * @return {@code x}
   */
  public static long stop(long x) {
    return x;
  }

  /**
   * Returns a copy of an array, as a constant. It is a copy so that the array can be changed later
   * without changing what was stopped.
   *
   * @param x any array
   * @return a new array with the same numbers
   */
  public static double[] stop(double[] x) {
    return x.clone();
  }

  /**
   * Returns a copy of an array, as a constant. It is a copy so that the array can be changed later
   * without changing what was stopped.
   *
   * @param x any array
   * @return a new array with the same numbers
   */
  public static float[] stop(float[] x) {
    return x.clone();
  }

  /**
   * Returns a copy of an array with all its rows, as a constant. It is a copy so that the array can
   * be changed later without changing what was stopped.
   *
   * @param x any array without null rows; rows may differ in length
   * @return a new array of new rows with the same numbers
   */
  public static double[][] stop(double[][] x) {
    double[][] copy = x.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = x[i].clone();
    }
    return copy;
  }

  /**
   * Returns a copy of an array with all its rows, as a constant. It is a copy so that the array can
   * be changed later without changing what was stopped.
   *
   * @param x any array without null rows; rows may differ in length
   * @return a new array of new rows with the same numbers
   */
  public static float[][] stop(float[][] x) {
    float[][] copy = x.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = x[i].clone();
    }
    return copy;
  }

  /**
   * Returns a copy of a vector, as a constant.
   *
   * @param x any vector
   * @return a new vector with the same numbers
   */
  public static Vector stop(Vector x) {
    return x.copy();
  }

  /**
   * Returns a copy of a matrix, as a constant.
   *
   * @param x any matrix
   * @return a new matrix with the same numbers
   */
  public static Matrix stop(Matrix x) {
    return x.copy();
  }
}
