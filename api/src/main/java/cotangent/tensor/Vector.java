package cotangent.tensor;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Holds numbers in a row: {@code x}, {@code b} and {@code c} in {@code xᵀAx + b·x + c}.
 *
 * <pre>{@code
 * Vector x = Vector.of(1, 2, 3);
 * double y = x.dot(A.times(x)) + b.dot(x) + c;
 * }</pre>
 *
 * <p>Two vectors are equal if their elements are, bit for bit.
 *
 * <p><b>Cost.</b> An array of doubles and one object.
 */
public final class Vector extends Tensor<Vector> implements Serializable {
  private static final long serialVersionUID = 1;

  Vector(double[] values) {
    super(values);
  }

  /**
   * Creates a vector of given numbers.
   *
   * @param elements the numbers, which are copied
   * @return a vector that holds them
   */
  public static Vector of(double... elements) {
    return new Vector(elements.clone());
  }

  /**
   * Creates a vector of zeros.
   *
   * @param size how many elements
   * @return a new vector
   */
  public static Vector zeros(int size) {
    return new Vector(new double[Shapes.size("elements", size)]);
  }

  /**
   * Creates a vector of ones.
   *
   * @param size how many elements
   * @return a new vector
   */
  public static Vector ones(int size) {
    Vector ones = zeros(size);
    Arrays.fill(ones.values, 1);
    return ones;
  }

  /**
   * Creates a unit vector: one element is 1, the others are 0.
   *
   * @param size how many elements
   * @param index which one is 1, counted from zero
   * @return a new vector
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public static Vector unit(int size, int index) {
    Vector unit = zeros(size);
    unit.set(index, 1);
    return unit;
  }

  /**
   * Makes a vector of an array without copying it: what is written into one is seen in the other.
   *
   * @param elements the array to share
   * @return a vector that holds the array itself
   * @throws NullPointerException if there is no array
   */
  public static Vector wrap(double[] elements) {
    int unused = elements.length; // null fails here, not where the vector is read
    return new Vector(elements);
  }

  /**
   * Counts the elements.
   *
   * @return how many there are
   */
  public int size() {
    return values.length;
  }

  /**
   * Reads an element.
   *
   * @param index which one, counted from zero
   * @return its value
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public double get(int index) {
    return values[index];
  }

  /**
   * Changes an element.
   *
   * @param index which one, counted from zero
   * @param value what it becomes
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public void set(int index, double value) {
    values[index] = value;
  }

  /**
   * Picks an element, as a function of the whole vector.
   *
   * @param index which one, counted from zero
   * @return its value, as {@link #get} does
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public double pick(int index) {
    return get(index);
  }

  /**
   * Copies the elements to an array.
   *
   * @return a new array
   */
  public double[] toArray() {
    return values.clone();
  }

  /**
   * Multiplies element by element and adds up.
   *
   * @param other a vector of the same size
   * @return the scalar product
   * @throws IllegalArgumentException if the sizes differ; the message has both
   */
  public double dot(Vector other) {
    double[] b = sameShape("dot", other);
    return Kernels.dot(values, b);
  }

  /**
   * Multiplies each element of this vector by each of another.
   *
   * @param other a vector of any size
   * @return the matrix {@code xyᵀ}, a row for each element of this vector
   */
  public Matrix outer(Vector other) {
    return new Matrix(size(), other.size(), Kernels.outer(values, other.values));
  }

  /**
   * Computes the square of the distance of two points.
   *
   * @param other a vector of the same size
   * @return the sum of the squares of the differences
   * @throws IllegalArgumentException if the sizes differ; the message has both
   */
  public double squaredDistance(Vector other) {
    Shapes.same("squaredDistance", size(), other.size());
    double[] d = minus(other).values;
    return Kernels.dot(d, d);
  }

  /**
   * Computes the logarithm of the sum of the powers of e: a smooth maximum.
   *
   * <p><b>Special cases.</b> Never overflows; minus infinity where there are no elements.
   *
   * @return log Σ e<sup>x</sup>
   */
  public double logSumExp() {
    return Rows.logSumExp(values, 0, values.length);
  }

  /**
   * Turns scores into probabilities: the powers of e, divided by their sum.
   *
   * <p><b>Special cases.</b> Never overflows; empty where there are no elements.
   *
   * @return numbers from 0 to 1 that sum to 1
   */
  public Vector softmax() {
    double[] softmax = new double[values.length];
    Rows.softmax(values, 0, values.length, softmax);
    return new Vector(softmax);
  }

  /**
   * Computes the logarithms of {@link #softmax}, without loss of digits where it is near zero.
   *
   * @return the elements less {@link #logSumExp}
   */
  public Vector logSoftmax() {
    double[] logSoftmax = new double[values.length];
    Rows.logSoftmax(values, 0, values.length, logSoftmax);
    return new Vector(logSoftmax);
  }

  /**
   * Copies a part.
   *
   * @param from the first element of the part
   * @param to the element after its last
   * @return a vector of {@code to - from} elements
   * @throws IllegalArgumentException if this is not a part of the vector
   */
  public Vector slice(int from, int to) {
    Shapes.part("elements", from, to, values.length);
    double[] slice = new double[to - from];
    System.arraycopy(values, from, slice, 0, slice.length);
    return new Vector(slice);
  }

  /**
   * Appends other vectors to this one.
   *
   * @param others vectors of any sizes
   * @return the elements of this vector, then those of the others
   */
  public Vector concat(Vector... others) {
    int size = values.length;
    for (Vector other : others) {
      size = Math.addExact(size, other.values.length);
    }
    double[] joined = Arrays.copyOf(values, size);
    int at = values.length;
    for (Vector other : others) {
      System.arraycopy(other.values, 0, joined, at, other.values.length);
      at += other.values.length;
    }
    return new Vector(joined);
  }

  /** Appends one vector: what the compiler reads for each one that is given. */
  Vector append(Vector other) {
    double[] joined = new double[values.length + other.values.length];
    System.arraycopy(values, 0, joined, 0, values.length);
    System.arraycopy(other.values, 0, joined, values.length, other.values.length);
    return new Vector(joined);
  }

  @Override
  Vector like(double[] newValues) {
    return new Vector(newValues);
  }

  @Override
  double[] sameShape(String operation, Vector other) {
    Shapes.same(operation, values.length, other.values.length);
    return other.values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector vector && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /**
   * Writes the elements as a person would: {@code [1, 2.5, -3]}. Where there are very many, the
   * middle is left out.
   */
  @Override
  public String toString() {
    return Text.of(this);
  }
}
