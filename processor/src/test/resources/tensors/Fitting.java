package tensors;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;

/** Shapes that fit, although it takes a look to see that: none of this may be refused. */
public class Fitting {
  record Layer(@Shape("m, n") Matrix w, @Shape("m") Vector b) {
    Vector of(Vector x) {
      return w.times(x).plus(b).tanh();
    }
  }

  @Differentiable
  static double tested(@Shape("m, n") Matrix a, @Shape("n") Vector x) {
    if (a.rows() != a.columns()) {
      return a.times(x).sum();
    }
    return a.determinant() + a.times(x).dot(x);
  }

  @Differentiable
  static double guarded(@Shape("m") Vector a, @Shape("n") Vector b) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException("differ");
    }
    return a.dot(b);
  }

  @Differentiable
  static double padded(@Shape("m") Vector a, @Shape("n") Vector b) {
    Vector c = a.size() < b.size() ? a.concat(Vector.zeros(b.size() - a.size())) : a.slice(0, b.size());
    return c.dot(b);
  }

  @Differentiable
  static double halves(@Shape("2 * n") Vector a, int n) {
    return a.slice(0, n).dot(a.slice(n, 2 * n));
  }

  @Differentiable
  static double sameCondition(@Shape("m") Vector a, @Shape("n") Vector b, boolean first) {
    Vector h = first ? a : b;
    double sum = h.sum();
    if (first) {
      sum += h.dot(a);
    } else {
      sum += h.dot(b);
    }
    return sum;
  }

  @Differentiable(wrt = {"a", "b"})
  static double sameTest(@Shape("m") Vector a, @Shape("n") Vector b, double t) {
    Vector h = t > 1 ? a : b;
    return t > 1 ? h.dot(a) : h.dot(b);
  }

  @Differentiable
  static double appended(@Shape("n") Vector x, int k) {
    Vector h = x;
    for (int i = 0; i < k; i++) {
      h = h.concat(x);
    }
    return h.squaredNorm();
  }

  @Differentiable
  static double deep(Layer first, Layer second, Vector x) {
    return second.of(first.of(x)).sum();
  }

  @Differentiable
  static double square(@Shape("n, n") Matrix w, @Shape("n") Vector x, int k) {
    Vector h = x;
    for (int i = 0; i < k; i++) {
      h = w.times(h).tanh();
    }
    return h.dot(x);
  }

  static Vector either(boolean which, Vector a, Vector b) {
    if (which) {
      return a;
    }
    return b;
  }

  @Differentiable
  static double early(@Shape("m") Vector a, @Shape("m") Vector b, boolean which) {
    return either(which, a, b).dot(a);
  }

  @Differentiable
  static double found(Matrix a, Vector x, Vector y) {
    return a.times(x).dot(y) + a.transpose().times(y).dot(x);
  }

  @Differentiable
  static double constants(@Shape("k") Vector x) {
    return x.dot(Vector.of(1, 2, 3));
  }

  @Differentiable
  static double parts(@Shape("m") Vector a, @Shape("n") Vector b, @Shape("m + n") Vector both) {
    return a.concat(b).dot(both) + both.slice(0, a.size()).dot(a) + b.dot(both.slice(a.size(), both.size()));
  }

  @Differentiable
  static double lastColumn(@Shape("m, n") Matrix a, @Shape("m") Vector x) {
    double sum = 0;
    for (int j = 0; j < a.columns(); j++) {
      sum += a.column(j).dot(x);
    }
    return sum + a.beside(a).times(a.row(0).concat(a.row(0))).dot(x);
  }

  @Differentiable
  static double never(@Shape("3") Vector a, @Shape("4") Vector b) {
    return a.size() == b.size() ? a.dot(b) : a.sum() * b.sum();
  }

  @Differentiable
  static double squareOrTwoByThree(Matrix a, boolean square) {
    if (square) {
      return a.times(a).sum();
    }
    return a.plus(Matrix.zeros(2, 3)).sum();
  }

  @Differentiable
  static double oneOfFour(Matrix a, Vector x, int k) {
    return k == 0
        ? a.times(a).sum()
        : k == 1 ? a.plusEachRow(x).sum() : k == 2 ? a.transpose().times(x).sum() : a.plus(Matrix.zeros(2, 3)).sum();
  }

  @Differentiable
  static double oneOfCases(Matrix a, int k) {
    return switch (k) {
      case 0 -> a.plus(a.transpose()).trace();
      case 1 -> a.inverse().sum();
      default -> a.plus(Matrix.zeros(2, 3)).sum();
    };
  }

  @Differentiable
  static double onlyInTheLoop(Matrix a, int k) {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += a.times(a).sum();
    }
    return k == 0 ? a.plus(Matrix.zeros(2, 3)).sum() : sum;
  }

  @Differentiable
  static double onlyIfSymmetric(Matrix a, boolean symmetric) {
    Matrix b = symmetric ? a.plus(a.transpose()) : a;
    return b.sum() + (symmetric ? 0 : a.row(0).dot(Vector.of(1, 2, 3)) + a.column(0).dot(Vector.of(1, 2)));
  }

  @Differentiable
  static double twoLayers(
      @Shape("h, n") Matrix first, @Shape("k, h") Matrix second, @Shape("n") Vector x, @Shape("k") Vector y) {
    Vector h = x;
    for (Matrix w : List.of(first, second)) {
      h = w.times(h).tanh();
    }
    return h.dot(y);
  }

  @Differentiable
  static double threeLayers(
      @Shape("h, n") Matrix first,
      @Shape("k, h") Matrix second,
      @Shape("l, k") Matrix third,
      @Shape("n") Vector x,
      @Shape("l") Vector y) {
    Vector h = x;
    for (Matrix w : List.of(first, second, third)) {
      h = w.times(h).tanh();
    }
    return h.dot(y);
  }

  @Differentiable
  static double appendedParts(@Shape("n") Vector x) {
    Vector[] parts = {x, x.concat(x)};
    Vector all = Vector.zeros(0);
    for (int i = 0; i < parts.length; i++) {
      all = all.concat(parts[i]);
    }
    return all.dot(all) + parts[1].dot(parts[1]);
  }

  @Differentiable
  static double exchanged(@Shape("n") Vector x, boolean swap) {
    Vector[] parts = {x, x.concat(x)};
    if (swap) {
      Vector first = parts[0];
      parts[0] = parts[1];
      parts[1] = first;
    }
    return parts[swap ? 1 : 0].dot(x);
  }

  @Differentiable
  static double grownInPlace(@Shape("n") Vector x) {
    Vector[] parts = {x, x};
    for (int i = 0; i < 3; i++) {
      parts[0] = parts[0].concat(x);
    }
    return parts[0].squaredNorm() + parts[1].dot(x);
  }

  @Differentiable
  static double crossed(@Shape("m, n") Matrix a, @Shape("m") Vector u, @Shape("n") Vector v) {
    Matrix[] matrices = {a, a.transpose()};
    Vector[] vectors = {v, u};
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      sum += matrices[i].times(vectors[i]).sum() + matrices[i].times(matrices[1 - i]).trace();
    }
    return sum;
  }

  static Vector grown(Vector x, int k) {
    return k == 0 ? x : grown(x, k - 1).concat(x);
  }

  @Differentiable
  static double recursive(@Shape("n") Vector x, @Shape("4 * n") Vector y) {
    return grown(x, 3).dot(y);
  }

  static Vector halved(Vector x) {
    int half = x.size() / 2;
    return x.size() < 2 ? x : halved(x.slice(0, half)).concat(halved(x.slice(half, x.size())));
  }

  @Differentiable
  static double divided(@Shape("n") Vector x) {
    return halved(x).dot(x);
  }

  @Differentiable
  static double caught(@Shape("m, n") Matrix a, @Shape("m") Vector x) {
    try {
      return a.times(x).sum();
    } catch (IllegalArgumentException e) {
      return a.sum() * x.sum();
    }
  }

  @Differentiable
  static double caughtOutside(@Shape("m, n") Matrix a, @Shape("m") Vector x) {
    try {
      try {
        return a.times(x).sum();
      } catch (ArithmeticException e) {
        return 0;
      }
    } catch (RuntimeException e) {
      return a.sum() * x.sum();
    }
  }

  @Differentiable
  static double caughtIndex(@Shape("n") Vector x, int k) {
    try {
      return x.get(k) + x.slice(0, 2).sum();
    } catch (IndexOutOfBoundsException e) {
      return x.squaredNorm();
    }
  }

  @Differentiable
  static double jitter(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    double l = 1e-6;
    while (true) {
      try {
        Matrix k = a.times(a.transpose()).plus(Matrix.identity(x.size()).times(l));
        return k.cholesky().times(x).squaredNorm();
      } catch (ArithmeticException e) {
        l *= 10;
      }
    }
  }

  @Differentiable
  static double rounds(@Shape("n") Vector x) {
    Vector h = x;
    for (int i = 1; i < 4; i++) {
      h = h.concat(x.times(i));
    }
    return h.dot(x.concat(x, x, x)) + h.slice(0, x.size()).dot(x);
  }

  @Differentiable
  static double stops(@Shape("n") Vector x) {
    Vector h = x;
    for (int i = 0; i < 4; i++) {
      if (i == 0) {
        h = h.plus(x);
      }
      h = h.concat(x);
    }
    return h.slice(0, x.size()).dot(x);
  }

  @Differentiable
  static double chosenTwice(@Shape("n") Vector x, @Shape("m") Vector y, boolean b) {
    Vector p = b ? x : y;
    Vector q = b ? x.times(2) : y;
    return p.dot(q);
  }

  @Differentiable
  static double wideOrTall(@Shape("m, n") Matrix a) {
    boolean wide = a.rows() < a.columns();
    Matrix g = wide ? a.times(a.transpose()) : a.transpose().times(a);
    return g.plus(Matrix.identity(wide ? a.rows() : a.columns())).logDeterminant();
  }

  @Differentiable
  static double lookedAtTwice(@Shape("m, n") Matrix a) {
    Matrix g = a.columns() > a.rows() ? a.times(a.transpose()) : a.transpose().times(a);
    int n = a.rows();
    if (a.columns() <= a.rows()) {
      n = a.columns();
    }
    return g.plus(Matrix.identity(n)).logDeterminant();
  }

  @Differentiable
  static double turned(@Shape("m, n") Matrix a, double t) {
    Matrix b = Math.abs(t) > 1 ? a.transpose() : a;
    Vector v;
    if (Math.abs(t) > 1) {
      v = Vector.ones(a.rows());
    } else {
      v = Vector.ones(a.columns());
    }
    return b.times(v).sum() * t;
  }

  static Vector pick(Vector x, Vector y, boolean b) {
    return b ? x : y;
  }

  @Differentiable
  static double pickedTwice(@Shape("n") Vector x, @Shape("m") Vector y, boolean b) {
    return pick(x, y, b).dot(pick(x, y, b)) + pick(x, y, !b).dot(pick(y, x, b));
  }

  @Differentiable
  static double elementDecides(@Shape("n") Vector x, @Shape("m") Vector y) {
    Vector p = x.get(0) > 0 ? x : y;
    Vector q = x.get(0) > 0 ? x : y;
    return p.dot(q);
  }

  @Differentiable
  static double modes(@Shape("n") Vector x, @Shape("m") Vector y, int mode) {
    Vector p =
        switch (mode) {
          case 0 -> x;
          case 1 -> y;
          default -> x.concat(y);
        };
    Vector q;
    if (mode == 1) {
      q = y;
    } else if (mode == 0) {
      q = x;
    } else {
      q = y.concat(x);
    }
    return p.dot(q);
  }

  /** What decides in one round says nothing of another one. */
  @Differentiable
  static double alternating(@Shape("n") Vector x, @Shape("m") Vector y) {
    Vector last = x;
    double s = 0;
    for (int i = 1; i < 5; i++) {
      Vector now = i % 2 == 0 ? x : y;
      Vector before = i % 2 == 0 ? y : x;
      s += last.dot(before) * i;
      last = now;
    }
    return s;
  }
}
