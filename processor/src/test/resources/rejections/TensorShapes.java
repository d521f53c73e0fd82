package rejections;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

class TensorShapes {
  record Layer(@Shape("m, n") Matrix w, @Shape("m") Vector b) {}

  @Differentiable
  static double sums(@Shape("n, n") Matrix a, @Shape("n, n + 1") Matrix b) {
    return b.times(a).sum(); // error: [CT086] b is n × (n + 1), a is n × n: times needs n + 1 rows
  }

  @Differentiable
  static double timesVector(@Shape("m, n") Matrix w, @Shape("m") Vector h) {
    return w.times(h).sum(); // error: [CT086] w is m × n, h has m elements: times needs n @ w.times(h)
  }

  @Differentiable
  static double timesMatrix(@Shape("m, n") Matrix a, @Shape("m, k") Matrix b) {
    return a.times(b).sum(); // error: [CT086] a is m × n, b is m × k: times needs n rows
  }

  @Differentiable
  static double plus(@Shape("m") Vector a, @Shape("n") Vector b) {
    return a.plus(b).sum(); // error: [CT086] a has m elements, b has n elements: plus needs m
  }

  @Differentiable
  static double minus(@Shape("m, n") Matrix a, @Shape("n, m") Matrix b) {
    return a.minus(b).sum(); // error: [CT086] a is m × n, b is n × m: minus needs m × n
  }

  @Differentiable
  static double hadamard(@Shape("3") Vector a, @Shape("4") Vector b) {
    return a.hadamard(b).sum(); // error: [CT086] a has 3 elements, b has 4 elements: hadamard needs 3
  }

  @Differentiable
  static double dividedBy(@Shape("n") Vector a, @Shape("n + 1") Vector b) {
    return a.dividedBy(b).sum(); // error: [CT086] a has n elements, b has n + 1 elements: dividedBy needs n
  }

  @Differentiable
  static double maximum(@Shape("n") Vector a, @Shape("2 * n") Vector b) {
    return a.max(b).sum(); // error: [CT086] a has n elements, b has 2 * n elements: max needs n
  }

  @Differentiable
  static double dot(@Shape("m") Vector a, @Shape("n") Vector b) {
    return a.dot(b); // error: [CT086] a has m elements, b has n elements: dot needs m
  }

  @Differentiable
  static double distance(@Shape("m") Vector a, @Shape("n") Vector b) {
    return a.squaredDistance(b); // error: [CT086] a has m elements, b has n elements: squaredDistance needs m
  }

  @Differentiable
  static double plusEachRow(@Shape("m, n") Matrix a, @Shape("m") Vector b) {
    return a.plusEachRow(b).sum(); // error: [CT086] a is m × n, b has m elements: plusEachRow needs n
  }

  @Differentiable
  static double timesEachRow(@Shape("2, 3") Matrix a) {
    Vector v = Vector.of(1, 2);
    return a.timesEachRow(v).sum(); // error: [CT086] a is 2 × 3, v has 2 elements: timesEachRow needs 3
  }

  @Differentiable
  static double beside(@Shape("m, n") Matrix a, @Shape("n, m") Matrix b) {
    return a.beside(b).sum(); // error: [CT086] a is m × n, b is n × m: beside needs m rows
  }

  @Differentiable
  static double above(@Shape("m, n") Matrix a, @Shape("n, m") Matrix b) {
    return a.above(b).sum(); // error: [CT086] a is m × n, b is n × m: above needs n columns
  }

  @Differentiable
  static double solve(@Shape("n, n") Matrix a, @Shape("m") Vector b) {
    return a.solve(b).sum(); // error: [CT086] a is n × n, b has m elements: solve needs n
  }

  @Differentiable
  static double solveMany(@Shape("n, n") Matrix a, @Shape("m, n") Matrix b) {
    return a.solve(b).sum(); // error: [CT086] a is n × n, b is m × n: solve needs n rows
  }

  @Differentiable
  static double inverse(@Shape("m, n") Matrix a) {
    return a.inverse().sum(); // error: [CT086] a is m × n: inverse needs a square matrix
  }

  @Differentiable
  static double determinant(@Shape("3, 4") Matrix a) {
    return a.determinant(); // error: [CT086] a is 3 × 4: determinant needs a square matrix
  }

  @Differentiable
  static double logDeterminant(@Shape("m, n") Matrix a) {
    return a.times(a.transpose()).logDeterminant()
        + a.logDeterminant(); // error: [CT086] a is m × n: logDeterminant needs a square matrix
  }

  @Differentiable
  static double cholesky(@Shape("m, n") Matrix a) {
    return a.cholesky().sum(); // error: [CT086] a is m × n: cholesky needs a square matrix
  }

  @Differentiable
  static double trace(@Shape("m, n") Matrix a, @Shape("m, n") Matrix b) {
    return a.times(b.transpose()).trace()
        + a.transpose().beside(b.transpose()).trace(); // error: [CT086] the result of beside is n × (2 * m): trace needs a square matrix
  }

  @Differentiable
  static double transposed(@Shape("m, n") Matrix w, @Shape("n") Vector x) {
    Vector h = w.times(x);
    return w.times(h).sum(); // error: [CT086] w is m × n, h has m elements: times needs n
  }

  @Differentiable
  static double picked(@Shape("m, n") Matrix a, @Shape("n") int[] which) {
    return a.pick(which).sum(); // error: [CT086] a is m × n, which has length n: pick needs m
  }

  @Differentiable
  static double gathered(@Shape("m, n") Matrix a, @Shape("k") int[] which, @Shape("n") Vector v) {
    return a.rows(which).transpose().times(v).sum(); // error: [CT086] a.rows(which).transpose() is n × k, v has n elements: times needs k
  }

  @Differentiable
  static double slice(@Shape("3") Vector v) {
    return v.slice(1, 4).sum(); // error: [CT088] v has 3 elements: slice needs to <= 3, not 4
  }

  @Differentiable
  static double sliced(@Shape("n") Vector v, @Shape("n - 1") Vector w) {
    int n = v.size();
    return v.slice(1, n).dot(w)
        + v.slice(2, n).dot(w); // error: [CT086] v.slice(2, n) has n - 2 elements, w has n - 1 elements: dot needs n - 2
  }

  @Differentiable
  static double concatenated(@Shape("m") Vector a, @Shape("n") Vector b) {
    Vector both = a.concat(b, a);
    return both.dot(a); // error: [CT086] both has 2 * m + n elements, a has m elements: dot needs 2 * m + n
  }

  @Differentiable
  static double outer(@Shape("m") Vector a, @Shape("n") Vector b) {
    return a.outer(b).times(a).sum(); // error: [CT086] a.outer(b) is m × n, a has m elements: times needs n
  }

  @Differentiable
  static double sums(@Shape("m, n") Matrix a) {
    return a.rowSums().dot(a.columnSums()); // error: [CT086] a.rowSums() has m elements, a.columnSums() has n elements: dot needs m
  }

  @Differentiable
  static double rows(@Shape("m") Vector a, @Shape("n") Vector b) {
    return Matrix.ofRows(a, b).sum(); // error: [CT086] a has m elements, b has n elements: ofRows needs m
  }

  @Differentiable
  static double wrapped(@Shape("m, n") double[][] rows, @Shape("m") double[] x) {
    return Matrix.of(rows).times(Vector.wrap(x)).sum(); // error: [CT086] Matrix.of(rows) is m × n, Vector.wrap(x) has m elements: times needs n
  }

  @Differentiable
  static double flat(@Shape("m * n") double[] all, @Shape("m") Vector x, @Shape("n") Vector y) {
    Matrix a = Matrix.wrap(x.size(), y.size(), all);
    return a.times(x).sum() // error: [CT086] a is m × n, x has m elements: times needs n
        + Matrix.wrap(x.size(), x.size(), all).sum(); // error: [CT086] x.size() is m, all has length m * n: wrap needs m * m
  }

  @Differentiable
  static double index(@Shape("n") Vector v, int i) {
    return v.get(i)
        + v.get(v.size()) // error: [CT088] v has n elements: get needs i < n, not n
        + v.pick(-1) // error: [CT088] v has n elements: pick needs i >= 0, not -1
        + Vector.unit(3, 3).sum(); // error: [CT088] unit needs i < n, not 3 < 3
  }

  @Differentiable
  static double elementOutside(@Shape("3, 2") Matrix a) {
    return a.get(0, 0) + a.get(1, 2); // error: [CT088] a is 3 × 2: get needs j < 2, not 2
  }

  @Differentiable
  static double setOutside(@Shape("3, 2") Matrix a, double x) {
    Matrix b = a.copy();
    b.set(3, 0, x); // error: [CT088] b is 3 × 2: set needs i < 3, not 3
    return b.sum();
  }

  @Differentiable
  static double rowOutside(@Shape("m, n") Matrix a) {
    return a.row(a.rows()).sum(); // error: [CT088] a is m × n: row needs i < m, not m
  }

  @Differentiable
  static double columnOutside(@Shape("3, 2") Matrix a) {
    return a.column(2).sum(); // error: [CT088] a is 3 × 2: column needs j < 2, not 2
  }

  @Differentiable
  static double empty(double x) {
    return x * Vector.zeros(0).mean(); // error: [CT088] Vector.zeros(0) has 0 elements: mean needs at least one element
  }

  @Differentiable
  static double ofNumbers(Vector x, int m, @Shape("m") Vector y) {
    Matrix a = Matrix.zeros(m, 3);
    return a.times(x).dot(y)
        + x.dot(Vector.of(1, 2)); // error: [CT086] x has 3 elements, Vector.of(1, 2) has 2 elements: dot needs 3
  }

  @Differentiable
  static double twoSizes(Vector x, @Shape("m, n") Matrix w) {
    double first = w.times(x).sum();
    return first + w.transpose().times(x).sum(); // error: [CT086] w.transpose() is n × m, x has n elements: times needs m
  }

  @Differentiable
  static double foundOut(@Shape("m, n") Matrix w, @Shape("3") Vector x) {
    Vector h = w.times(Vector.of(1, 2, 3, 4)).plus(x);
    return w.times(h).sum(); // error: [CT086] w is 3 × 4 (m × n), h has 3 elements
  }

  @Differentiable
  static double made(@Shape("m, n") Matrix w, @Shape("n") Vector b, @Shape("n") Vector x) {
    Layer layer = new Layer(w, b); // error: [CT087] b has n elements, but @Shape("m") is m, as w is m × n @ new Layer(w, b)
    return layer.w().times(x).sum();
  }

  @Differentiable
  static double component(Layer layer) {
    return layer.w().times(layer.b()).sum(); // error: [CT086] layer.w() is m × n, layer.b() has m elements: times needs n
  }

  @Differentiable
  static double twoObjects(Layer one, Layer two, @Shape("k") Vector x) {
    Vector h = one.w().times(x).plus(one.b());
    return two.w().times(h).sum()
        + two.w().times(x).sum(); // error: [CT086] two.w() is m × n, x has k elements: times needs n
  }

  static Vector layer(@Shape("p, q") Matrix w, @Shape("q") Vector x) {
    return w.times(x);
  }

  @Differentiable
  static double helper(@Shape("m, n") Matrix w, @Shape("m") Vector x) {
    return layer(w, x).sum(); // error: [CT087] x has m elements, but @Shape("q") is n, as w is m × n @ layer(w, x)
  }

  static Vector dense(Matrix w, Vector x) {
    return w.times(x).tanh(); // error: [CT086] w is m × n, x has m elements: times needs n
  }

  @Differentiable
  static double inHelper(@Shape("m, n") Matrix w, @Shape("m") Vector x) {
    return dense(w, x).sum();
  }

  @Differentiable
  @Shape("m")
  static Vector result(@Shape("m, n") Matrix w, @Shape("n") Vector x) {
    return w.transpose().times(w.times(x)); // error: [CT087] the result has n elements, but @Shape("m") is m, as w is m × n
  }

  @Differentiable
  static double arms(@Shape("m") Vector a, @Shape("n") Vector b, boolean first) {
    Vector h = first ? a : b;
    return h.dot(a); // error: [CT086] h has n elements, a has m elements: dot needs n
  }

  @Differentiable
  static double assigned(@Shape("m, n") Matrix w, @Shape("n") Vector x, double t) {
    Vector h;
    if (t > 0) {
      h = w.times(x);
    } else {
      h = x;
    }
    return w.times(h).sum(); // error: [CT086] w is m × n, h has m elements: times needs n
  }

  @Differentiable
  static double rounds(@Shape("m, n") Matrix w, @Shape("n") Vector x, int k) {
    Vector h = x;
    for (int i = 0; i < k; i++) {
      h = w.times(h).tanh(); // error: [CT086] w is m × n, h has m elements: times needs n
    }
    return h.sum();
  }

  @Differentiable
  static double growing(@Shape("n") Vector x, int k) {
    Vector h = x;
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += h.dot(x); // error: [CT086] h has 2 * n elements, x has n elements: dot needs 2 * n
      h = h.concat(x);
    }
    return sum;
  }

  @Differentiable
  static double chosen(@Shape("m") Vector a, @Shape("n") Vector b, int kind) {
    return switch (kind) {
      case 0 -> a.dot(a);
      case 1 -> b.dot(b);
      default -> a.dot(b); // error: [CT086] a has m elements, b has n elements: dot needs m
    };
  }

  @Differentiable
  static double nested(@Shape("m, n") Matrix a, @Shape("n, k") Matrix b, @Shape("m") Vector x) {
    return a.times(b).transpose().times(x).sum()
        + a.times(b).times(x).sum(); // error: [CT086] a.times(b) is m × k, x has m elements: times needs k
  }

  @Differentiable
  static double unknown(Matrix a, Vector x, int k) {
    return switch (k) {
      case 0 -> a.plus(a.transpose()).get(0, -1); // error: [CT088] a.plus(a.transpose()) is a.rows() × a.rows(): get needs j >= 0
      case 1 -> x.get(-1); // error: [CT088] x: get needs i >= 0, not -1
      default -> x.sum();
    };
  }

  @Differentiable
  static double inOneArm(Matrix a, boolean square) {
    if (square) {
      return a.times(a).plus(Matrix.zeros(2, 3)).sum(); // error: [CT086] a.times(a) is 2 × 2, Matrix.zeros(2, 3) is 2 × 3: plus needs 2 × 2
    }
    return a.plus(Matrix.zeros(2, 3)).sum();
  }

  @Differentiable
  static double before(Matrix a, boolean first) {
    Matrix b = a.times(a);
    if (first) {
      return b.sum();
    }
    return a.plus(Matrix.zeros(2, 3)).sum(); // error: [CT086] a is 2 × 2, Matrix.zeros(2, 3) is 2 × 3: plus needs 2 × 2
  }

  @Differentiable
  static double inBothArms(Matrix a, boolean first) {
    double sum = first ? a.trace() : a.determinant();
    sum += first ? a.times(a).sum() : a.inverse().sum();
    return sum + a.plus(Matrix.zeros(2, 3)).sum(); // error: [CT086] a is 2 × 2, Matrix.zeros(2, 3) is 2 × 3: plus needs 2 × 2
  }

  @Differentiable
  static double stopped(@Shape("n") Vector x, @Shape("m") Vector y) {
    return cotangent.Cotangent.stop(x).dot(x)
        + cotangent.Cotangent.stop(x).dot(y); // error: [CT086] cotangent.Cotangent.stop(x) has n elements, y has m elements: dot needs n
  }

  @Differentiable
  static double quadratic(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    return a.times(x).dot(x) + a.transpose().times(x).sin().sum();
  }

  @Differentiable
  static double gradients(@Shape("n, n") Matrix a, @Shape("n") Vector x, @Shape("m") Vector y) {
    return TensorShapesGrad.quadraticGrad(a, x).dx().dot(x)
        + TensorShapesGrad.quadraticGrad(a, x).dx().dot(y) // error: [CT086] the result of dx has n elements, y has m elements: dot needs n
        + TensorShapesGrad.quadraticGrad(a, x).da().times(y).sum(); // error: [CT086] the result of da is n × n, y has m elements: times needs n
  }

  @Differentiable
  static double batch(
      @Shape("k, n") Matrix x, @Shape("n, h") Matrix w, @Shape("h") Vector c, @Shape("k, h") Matrix y) {
    Matrix hidden = w.transpose().times(x.transpose()).tanh();
    return hidden.plusEachRow(c) // error: [CT086] hidden is h × k, c has h elements: plusEachRow needs k; hidden comes from times, where w.transpose() is h × n and x.transpose() is n × k
        .minus(y)
        .sum();
  }

  @Differentiable
  static double threeArms(@Shape("m, n") Matrix a, int mode) {
    Matrix b =
        switch (mode) {
          case 0 -> a;
          case 1 -> a.times(2);
          default -> a.transpose();
        };
    return b.plus(a).sum(); // error: [CT086] b is n × m, a is m × n: plus needs n × m
  }

  @Differentiable
  static double threeInOne(@Shape("m, n") Matrix a, int mode) {
    Matrix b = mode == 0 ? a : mode == 1 ? a.times(2) : a.transpose();
    return b.plus(a).sum(); // error: [CT086] b is n × m, a is m × n: plus needs n × m
  }

  @Differentiable
  static double threeIfs(@Shape("m, n") Matrix a, int mode) {
    Matrix b;
    if (mode == 0) {
      b = a;
    } else if (mode == 1) {
      b = a.times(2);
    } else {
      b = a.transpose();
    }
    return b.plus(a).sum(); // error: [CT086] b is n × m, a is m × n: plus needs n × m
  }

  @Differentiable
  static double crossed(@Shape("n") Vector x, @Shape("m") Vector y, boolean b) {
    Vector p = b ? x : y;
    Vector q = b ? y : x;
    return p.dot(q); // error: [CT086] p has n elements, q has m elements: dot needs n
  }

  @Differentiable
  static double wrapped(@Shape("5") Vector x) {
    return Matrix.wrap(2, 3, x.toArray()).sum(); // error: [CT086] x.toArray() has length 5: wrap needs 6 (2 * 3)
  }

  @Differentiable
  static double madeInPlace(@Shape("2, 3") Matrix a) {
    return a.plus(Matrix.of(new double[][] {{1, 2}, {3, 4}})).sum(); // error: [CT086] a is 2 × 3, the result of Matrix.of is 2 × 2: plus needs 2 × 3
  }

  @Differentiable
  static double odd(@Shape("n") Vector x) {
    return x.concat(x).minus(Vector.of(1, 2, 3)).sum(); // error: [CT086] x.concat(x) has 2 * n elements, Vector.of(1, 2, 3) has 3 elements: minus needs 2 * n
  }
}
