package cotangent.tensor;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;

/**
 * Computes with numbers element by element, whatever their shape: what {@link Vector} and {@link
 * Matrix} have in common. Every operation returns a new tensor and changes none.
 *
 * <p><b>Errors.</b> Where two shapes do not fit, an {@link IllegalArgumentException} names both.
 *
 * @param <T> the kind of tensor itself
 */
public abstract sealed class Tensor<T extends Tensor<T>> implements Serializable
    permits Vector, Matrix {
  private static final long serialVersionUID = 1;

  /** The elements, rows one after the other. */
  final double[] values;

  Tensor(double[] values) {
    this.values = values;
  }

  /** Returns a tensor of this shape that holds the given array itself. */
  abstract T like(double[] newValues);

  /** Throws unless another tensor has this shape, and returns its elements. */
  abstract double[] sameShape(String operation, T other);

  /**
   * Returns the array that holds the elements itself, rows one after the other: what is written
   * into one is seen in the other.
   *
   * @return the array, not a copy
   */
  public double[] values() {
    return values;
  }

  /**
   * Copies the tensor.
   *
   * @return a tensor with the same elements that shares no memory with this one
   */
  public T copy() {
    return like(values.clone());
  }

  /**
   * Adds element by element.
   *
   * @param other a tensor of the same shape
   * @return the sum
   * @throws IllegalArgumentException if the shapes differ; the message has both
   */
  public T plus(T other) {
    double[] a = values;
    double[] b = sameShape("plus", other);
    double[] sums = new double[a.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = a[i] + b[i];
    }
    return like(sums);
  }

  /**
   * Adds a number to each element.
   *
   * @param number the number to add
   * @return the sums
   */
  public T plus(double number) {
    double[] a = values;
    double[] sums = new double[a.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = a[i] + number;
    }
    return like(sums);
  }

  /**
   * Subtracts element by element.
   *
   * @param other a tensor of the same shape
   * @return the difference
   * @throws IllegalArgumentException if the shapes differ; the message has both
   */
  public T minus(T other) {
    double[] a = values;
    double[] b = sameShape("minus", other);
    double[] differences = new double[a.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = a[i] - b[i];
    }
    return like(differences);
  }

  /**
   * Subtracts a number from each element.
   *
   * @param number the number to subtract
   * @return the differences
   */
  public T minus(double number) {
    double[] a = values;
    double[] differences = new double[a.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = a[i] - number;
    }
    return like(differences);
  }

  /**
   * Multiplies each element by a number.
   *
   * @param number the factor
   * @return the products
   */
  public T times(double number) {
    double[] a = values;
    double[] multiples = new double[a.length];
    for (int i = 0; i < multiples.length; i++) {
      multiples[i] = a[i] * number;
    }
    return like(multiples);
  }

  /**
   * Multiplies element by element.
   *
   * @param other a tensor of the same shape
   * @return the product of Hadamard
   * @throws IllegalArgumentException if the shapes differ; the message has both
   */
  public T hadamard(T other) {
    double[] a = values;
    double[] b = sameShape("hadamard", other);
    double[] products = new double[a.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = a[i] * b[i];
    }
    return like(products);
  }

  /**
   * Divides element by element.
   *
   * @param other a tensor of the same shape
   * @return the quotients
   * @throws IllegalArgumentException if the shapes differ; the message has both
   */
  public T dividedBy(T other) {
    double[] a = values;
    double[] b = sameShape("dividedBy", other);
    double[] quotients = new double[a.length];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = a[i] / b[i];
    }
    return like(quotients);
  }

  /**
   * Divides each element by a number.
   *
   * @param number the divisor
   * @return the quotients
   */
  public T dividedBy(double number) {
    double[] a = values;
    double[] quotients = new double[a.length];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = a[i] / number;
    }
    return like(quotients);
  }

  /**
   * Takes the greater of each two elements.
   *
   * @param other a tensor of the same shape
   * @return the greater elements
   * @throws IllegalArgumentException if the shapes differ; the message has both
   */
  public T max(T other) {
    double[] a = values;
    double[] b = sameShape("max", other);
    double[] greater = new double[a.length];
    for (int i = 0; i < greater.length; i++) {
      greater[i] = Math.max(a[i], b[i]);
    }
    return like(greater);
  }

  /**
   * Takes the lesser of each two elements.
   *
   * @param other a tensor of the same shape
   * @return the lesser elements
   * @throws IllegalArgumentException if the shapes differ; the message has both
   */
  public T min(T other) {
    double[] a = values;
    double[] b = sameShape("min", other);
    double[] lesser = new double[a.length];
    for (int i = 0; i < lesser.length; i++) {
      lesser[i] = Math.min(a[i], b[i]);
    }
    return like(lesser);
  }

  /**
   * Changes the sign of each element.
   *
   * @return the elements with their signs turned
   */
  public T negated() {
    double[] a = values;
    double[] negated = new double[a.length];
    for (int i = 0; i < negated.length; i++) {
      negated[i] = -a[i];
    }
    return like(negated);
  }

  /**
   * Squares each element.
   *
   * @return the squares
   */
  public T square() {
    double[] a = values;
    double[] squares = new double[a.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = a[i] * a[i];
    }
    return like(squares);
  }

  /**
   * Takes the square root of each element.
   *
   * <p><b>Special cases.</b> As {@link Math#sqrt}: NaN for a negative element.
   *
   * @return the roots
   */
  public T sqrt() {
    double[] a = values;
    double[] roots = new double[a.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = Math.sqrt(a[i]);
    }
    return like(roots);
  }

  /**
   * Raises e to each element.
   *
   * @return the powers of e
   */
  public T exp() {
    double[] a = values;
    double[] exp = new double[a.length];
    for (int i = 0; i < exp.length; i++) {
      exp[i] = Math.exp(a[i]);
    }
    return like(exp);
  }

  /**
   * Takes the natural logarithm of each element.
   *
   * <p><b>Special cases.</b> As {@link Math#log}: NaN for a negative element, minus infinity for
   * zero.
   *
   * @return the logarithms
   */
  public T log() {
    double[] a = values;
    double[] log = new double[a.length];
    for (int i = 0; i < log.length; i++) {
      log[i] = Math.log(a[i]);
    }
    return like(log);
  }

  /**
   * Takes the sine of each element.
   *
   * <p><b>Units.</b> Elements are in radians.
   *
   * @return the sines
   */
  public T sin() {
    double[] a = values;
    double[] sin = new double[a.length];
    for (int i = 0; i < sin.length; i++) {
      sin[i] = Math.sin(a[i]);
    }
    return like(sin);
  }

  /**
   * Takes the cosine of each element.
   *
   * <p><b>Units.</b> Elements are in radians.
   *
   * @return the cosines
   */
  public T cos() {
    double[] a = values;
    double[] cos = new double[a.length];
    for (int i = 0; i < cos.length; i++) {
      cos[i] = Math.cos(a[i]);
    }
    return like(cos);
  }

  /**
   * Takes the hyperbolic tangent of each element.
   *
   * @return the hyperbolic tangents
   */
  public T tanh() {
    double[] a = values;
    double[] tanh = new double[a.length];
    for (int i = 0; i < tanh.length; i++) {
      tanh[i] = Math.tanh(a[i]);
    }
    return like(tanh);
  }

  /**
   * Maps each element x to 1 / (1 + e<sup>-x</sup>).
   *
   * <p><b>Special cases.</b> Never overflows; tends to 0 without losing digits where x is far below
   * zero.
   *
   * @return numbers from 0 to 1
   */
  public T sigmoid() {
    double[] a = values;
    double[] sigmoid = new double[a.length];
    for (int i = 0; i < sigmoid.length; i++) {
      sigmoid[i] = Elements.sigmoid(a[i]);
    }
    return like(sigmoid);
  }

  /**
   * Replaces negative elements by zero.
   *
   * @return the elements, none below zero
   */
  public T relu() {
    double[] a = values;
    double[] relu = new double[a.length];
    for (int i = 0; i < relu.length; i++) {
      relu[i] = Math.max(a[i], 0);
    }
    return like(relu);
  }

  /**
   * Maps each element x to log(1 + e<sup>x</sup>), a smooth form of {@link #relu}.
   *
   * <p><b>Special cases.</b> Never overflows: x itself where x is large.
   *
   * @return positive numbers
   */
  public T softplus() {
    double[] a = values;
    double[] softplus = new double[a.length];
    for (int i = 0; i < softplus.length; i++) {
      softplus[i] = Elements.softplus(a[i]);
    }
    return like(softplus);
  }

  /**
   * Takes the absolute value of each element.
   *
   * @return the absolute values
   */
  public T abs() {
    double[] a = values;
    double[] abs = new double[a.length];
    for (int i = 0; i < abs.length; i++) {
      abs[i] = Math.abs(a[i]);
    }
    return like(abs);
  }

  /**
   * Raises each element to a power.
   *
   * <p><b>Special cases.</b> As {@link Math#pow}.
   *
   * @param exponent the power, the same for all elements
   * @return the powers
   */
  public T pow(double exponent) {
    double[] a = values;
    double[] pow = new double[a.length];
    for (int i = 0; i < pow.length; i++) {
      pow[i] = Math.pow(a[i], exponent);
    }
    return like(pow);
  }

  /**
   * Applies a function of one's own to each element.
   *
   * @param function from an element to an element
   * @return what the function returned
   */
  public T map(DoubleUnaryOperator function) {
    double[] a = values;
    double[] mapped = new double[a.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = function.applyAsDouble(a[i]);
    }
    return like(mapped);
  }

  /**
   * Adds all elements.
   *
   * @return the sum; 0 where there are none
   */
  public double sum() {
    return Kernels.sum(values);
  }

  /**
   * Averages all elements.
   *
   * @return the mean
   * @throws IllegalArgumentException if there are no elements
   */
  public double mean() {
    return Kernels.sum(values) / Shapes.atLeastOne("mean", values.length);
  }

  /**
   * Finds the greatest element.
   *
   * <p><b>Special cases.</b> NaN if any element is.
   *
   * @return the greatest element
   * @throws IllegalArgumentException if there are no elements
   */
  public double max() {
    Shapes.atLeastOne("max", values.length);
    return Kernels.max(values);
  }

  /**
   * Finds the least element.
   *
   * <p><b>Special cases.</b> NaN if any element is.
   *
   * @return the least element
   * @throws IllegalArgumentException if there are no elements
   */
  public double min() {
    Shapes.atLeastOne("min", values.length);
    return Kernels.min(values);
  }

  /**
   * Computes the square root of the sum of squares: the length of a vector, the Frobenius norm of a
   * matrix.
   *
   * <p><b>Special cases.</b> Neither overflows nor underflows on the way.
   *
   * @return the norm
   */
  public double norm() {
    return Kernels.norm(values);
  }

  /**
   * Adds the squares of all elements.
   *
   * @return the square of the norm
   */
  public double squaredNorm() {
    return Kernels.dot(values, values);
  }
}
