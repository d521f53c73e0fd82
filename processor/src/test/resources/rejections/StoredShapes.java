package rejections;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
import java.util.List;

/** Sizes in arrays and lists that a method fills, in what loops carry, and in recursion. */
class StoredShapes {
  @Differentiable
  static double carried(@Shape("m, n") Matrix a) {
    Matrix h = a;
    for (int i = 0; i < 2; i++) {
      h = h.plus(a).transpose(); // error: [CT086] h is n × m, a is m × n: plus needs n × m
    }
    return h.sum();
  }

  @Differentiable
  static double carriedAsLongAs(@Shape("m, n") Matrix a, int k) {
    Matrix h = a;
    while (k-- > 0) {
      h = h.plus(a).transpose(); // error: [CT086] h is n × m, a is m × n: plus needs n × m
    }
    return h.sum();
  }

  @Differentiable
  static double array(@Shape("m, n") Matrix a) {
    Vector[] parts = {a.row(0), a.column(0)};
    return parts[0].dot(parts[1]); // error: [CT086] parts[0] has n elements, parts[1] has m elements: dot needs n
  }

  @Differentiable
  static double list(@Shape("n") Vector x) {
    List<Vector> parts = new ArrayList<>();
    parts.add(x);
    parts.add(x.concat(x));
    return parts.get(0).dot(parts.get(1)); // error: [CT086] parts.get(0) has n elements, parts.get(1) has 2 * n elements: dot needs n
  }

  @Differentiable
  static double summed(@Shape("m, n") Matrix a) {
    Vector sum = Vector.zeros(a.columns());
    for (Vector part : List.of(a.row(0), a.column(0))) {
      sum = sum.plus(part); // error: [CT086] sum has n elements, part has m elements: plus needs n
    }
    return sum.sum();
  }

  @Differentiable
  static double third(@Shape("n") Vector x) {
    Vector sum = Vector.zeros(x.size());
    for (Vector part : new Vector[] {x, x.exp(), x.concat(x)}) {
      sum = sum.plus(part); // error: [CT086] sum has n elements, part has 2 * n elements: plus needs n
    }
    return sum.sum();
  }

  @Differentiable
  static double inStep(@Shape("m, n") Matrix a, @Shape("m") Vector u, @Shape("n") Vector v) {
    Matrix[] matrices = {a, a.transpose()};
    Vector[] vectors = {u, v};
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      sum += matrices[i].times(vectors[i]).sum(); // error: [CT086] matrices[i] is m × n, vectors[i] has m elements: times needs n
    }
    return sum;
  }

  @Differentiable
  static double layers(
      @Shape("h, n") Matrix first, @Shape("h, k") Matrix second, @Shape("n") Vector x) {
    Vector h = x;
    for (Matrix w : List.of(first, second)) {
      h = w.times(h).tanh(); // error: [CT086] w is h × k, h has h elements: times needs k
    }
    return h.sum();
  }

  record Part(Vector a, Vector b) {}

  @Differentiable
  static double records(@Shape("n") Vector x) {
    List<Part> parts = List.of(new Part(x, x), new Part(x, x.concat(x)));
    return parts.get(1).a().dot(parts.get(1).b()); // error: [CT086] parts.get(1).a() has n elements, parts.get(1).b() has 2 * n elements
  }

  static Vector power(Matrix w, Vector x, int k) {
    return k == 0
        ? x
        : w.times(power(w, x, k - 1)); // error: [CT086] w is m × n, power(w, x, k - 1) has m elements: times needs n
  }

  @Differentiable
  static double recursive(@Shape("m, n") Matrix w, @Shape("n") Vector x) {
    return power(w, x, 3).sum();
  }

  @Differentiable
  static double diagonal(@Shape("n, n") Matrix a, @Shape("n") Vector x) {
    return a.diagonal().dot(x.concat(x)); // error: [CT086] a.diagonal() has n elements, x.concat(x) has 2 * n elements: dot needs n
  }

  @Differentiable
  static double saidOnce(@Shape("m, n") Matrix a, @Shape("m, n") Matrix b) {
    return a.times(b).trace(); // error: [CT086] a is m × n, b is m × n: times needs n rows
  }

  @Differentiable
  static double fromElementToElement(@Shape("m, n") Matrix a, @Shape("n") Vector x) {
    Vector[] h = new Vector[3];
    h[0] = x;
    for (int i = 1; i < 3; i++) {
      h[i] = a.times(h[i - 1]); // error: [CT086] a is m × n, h[i - 1] has m elements: times needs n
    }
    return h[2].sum();
  }

  @Differentiable
  static double fromElementToElementRight(
      @Shape("m, n") Matrix a, @Shape("n") Vector x, boolean swaps) {
    Vector[] h = new Vector[3];
    h[0] = x;
    for (int i = 1; i < 3; i++) {
      h[i] = a.transpose().times(a.times(h[i - 1]));
    }
    Vector[] turned = new Vector[4];
    turned[0] = x;
    for (int i = 1; i < 4; i++) {
      turned[i] = i % 2 == 1 ? a.times(turned[i - 1]) : a.transpose().times(turned[i - 1]);
    }
    Vector[] changed = {x, x};
    for (int i = 0; i < 2; i++) {
      if (swaps) {
        changed[i] = a.times(x);
      }
    }
    return h[2].dot(x) + turned[3].dot(turned[1]) + turned[2].dot(x) + changed[0].dot(changed[1]);
  }
}
