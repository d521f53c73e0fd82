package cotangent.examples;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Holds the functions of {@link Lecture} as they are written on the board: with tensors. */
public final class TensorLecture {
  private TensorLecture() {}

  /** Computes A·v. */
  @Differentiable
  static Vector linearMap(@Shape("m, n") Matrix a, @Shape("n") Vector v) {
    return a.times(v);
  }

  /** Computes U·V. */
  @Differentiable
  static Matrix product(@Shape("m, n") Matrix u, @Shape("n, k") Matrix v) {
    return u.times(v);
  }

  /** Computes u·v. */
  @Differentiable
  static double dot(@Shape("n") Vector u, @Shape("n") Vector v) {
    return u.dot(v);
  }

  /** Computes Σxᵢ. */
  @Differentiable
  static double sum(Vector x) {
    return x.sum();
  }

  /** Computes xᵀAx. */
  @Differentiable
  static double quadraticForm(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    return x.dot(a.times(x));
  }

  /** Computes xᵀAx + b·x + c. */
  @Differentiable
  static double quadratic(
      @Shape("n, n") Matrix a, @Shape("n") Vector b, double c, @Shape("n") Vector x) {
    return x.dot(a.times(x)) + b.dot(x) + c;
  }

  /** Computes y = 1/z with z = x², element by element. */
  @Differentiable
  static Vector chain(Vector x) {
    Vector z = x.square();
    return Vector.ones(z.size()).dividedBy(z);
  }

  /** Computes y = x/z with z = x²: x reaches y in two ways. */
  @Differentiable
  static Vector fanOut(Vector x) {
    Vector z = x.square();
    return x.dividedBy(z);
  }

  /** Computes x³ − log x, element by element. */
  @Differentiable
  static Vector cubicMinusLog(Vector x) {
    return x.pow(3).minus(x.log());
  }

  /** Computes the hinge losses max(0, 1 − y·w·x) of many samples, the rows of x. */
  @Differentiable(wrt = "w")
  static Vector hinge(@Shape("n") Vector w, @Shape("m, n") Matrix x, @Shape("m") Vector y) {
    return y.hadamard(x.times(w)).negated().plus(1).relu();
  }

  /** Computes ½w·w + C·Σmax(0, 1 − yᵢ·w·xᵢ), what a support vector machine minimises. */
  @Differentiable(wrt = "w")
  static double svm(@Shape("n") Vector w, @Shape("m, n") Matrix x, @Shape("m") Vector y, double c) {
    return w.dot(w) / 2 + c * hinge(w, x, y).sum();
  }

  /** Computes ½‖y − target‖² for y = W·h + b and h = tanh(V·x + c). */
  @Differentiable(wrt = {"v", "c", "w", "b"})
  static double network(
      @Shape("h, n") Matrix v,
      @Shape("h") Vector c,
      @Shape("m, h") Matrix w,
      @Shape("m") Vector b,
      @Shape("n") Vector x,
      @Shape("m") Vector target) {
    Vector h = v.times(x).plus(c).tanh();
    Vector y = w.times(h).plus(b);
    return y.squaredDistance(target) / 2;
  }

  /** Computes ½(v·h − target)² for the last h of a sequence: h = tanh(U·h + W·xₜ), from 0 on. */
  @Differentiable(wrt = {"u", "w", "v"})
  static double sequence(
      @Shape("h, h") Matrix u,
      @Shape("h, n") Matrix w,
      @Shape("h") Vector v,
      @Shape("t, n") Vector[] x,
      double target) {
    Vector h = Vector.zeros(v.size());
    for (Vector xt : x) {
      h = u.times(h).plus(w.times(xt)).tanh();
    }
    double error = v.dot(h) - target;
    return error * error / 2;
  }

  /** Computes the root of a tree over a row of words, each node tanh(L·left + R·right). */
  @Differentiable
  static Vector tree(
      @Shape("n, n") Matrix l, @Shape("n, n") Matrix r, @Shape("t, n") Vector[] words) {
    return node(l, r, words, 0, words.length);
  }

  private static Vector node(Matrix l, Matrix r, Vector[] words, int from, int to) {
    if (to - from == 1) {
      return words[from];
    }
    int middle = (from + to) / 2;
    Vector left = node(l, r, words, from, middle);
    Vector right = node(l, r, words, middle, to);
    return l.times(left).plus(r.times(right)).tanh();
  }
}
