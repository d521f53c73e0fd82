package rejections;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Indices that loops count and arrays hold, and tensors in maps whose keys are known. */
class CountedShapes {
  @Differentiable
  static double onePastTheEnd(@Shape("n") Vector x) {
    double sum = 0;
    for (int i = 0; i <= x.size(); i++) {
      sum += x.get(i); // error: [CT088] x has n elements: get needs i < n, not n
    }
    return sum;
  }

  @Differentiable
  static double nextOfTheLast(Matrix x) {
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      sum += x.row(i).dot(x.row(i + 1)); // error: [CT088] x is x.rows() × x.columns(): row needs i < x.rows(), not x.rows()
    }
    return sum;
  }

  @Differentiable
  static double beforeTheFirst(@Shape("m, n") Matrix x) {
    double sum = 0;
    for (int i = 0; i < x.columns(); i++) {
      for (int j = 0; j < x.rows(); j++) {
        sum += x.get(j - 1, i); // error: [CT088] x is m × n: get needs i >= 0, not -1
      }
    }
    return sum;
  }

  @Differentiable
  static double countedRight(@Shape("m, n") Matrix x, boolean looks) {
    double sum = 0;
    for (int i = 0; i < x.rows() - 1; i++) {
      sum += x.row(i).dot(x.row(i + 1)) + x.get(x.rows() - 1 - i, 0);
    }
    for (int i = 0; i <= x.rows(); i++) {
      if (i < x.rows()) {
        sum += x.get(i, 0);
      }
    }
    for (int i = 0; i <= x.rows(); i++) {
      if (looks && i == x.rows()) {
        throw new IllegalStateException("looked");
      }
      sum += x.get(i, 0);
    }
    return sum;
  }

  @Differentiable
  static double picked(@Shape("2, 3") Matrix x) {
    return x.pick(new int[] {0, 3}).sum(); // error: [CT088] x is 2 × 3: pick needs index < 3, not 3
  }

  @Differentiable
  static double gathered(@Shape("2, 3") Matrix x) {
    int[] words = {0, 1, 0, -1};
    return x.rows(words).sum(); // error: [CT088] x is 2 × 3: rows needs index >= 0, not -1
  }

  @Differentiable
  static double gatheredRight(@Shape("2, 3") Matrix x, int[] given) {
    int[] words = {0, 1, 0, 1};
    int[] changed = {5, 5};
    changed[0] = 1;
    changed[1] = 0;
    return x.rows(words).sum() + x.pick(changed).sum() + x.rows(given).sum();
  }

  @Differentiable
  static double swapped(@Shape("m, n") Matrix x) {
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        sum += x.get(j, i); // error: [CT088] x is m × n: get needs j < n, not m - 1; with what else is read, m has to be n
      }
    }
    return sum;
  }

  @Differentiable
  static double outerPastTheEnd(@Shape("m, n") Matrix x) {
    double sum = 0;
    for (int i = 0; i <= x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        sum += x.get(i, j); // error: [CT088] x is m × n: get needs i < m, not m
      }
    }
    return sum;
  }

  @Differentiable
  static double twiceAsFar(@Shape("n") Vector x) {
    return x.get(2 * x.size() - 1); // error: [CT088] x has n elements: get needs i < n, not 2 * n - 1
  }

  @Differentiable
  static double swappedRight(@Shape("m, n") Matrix x) {
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        if (j < x.rows() && i < x.columns()) {
          sum += x.get(j, i);
        }
      }
    }
    if (x.rows() < x.columns()) {
      for (int i = 0; i < x.rows(); i++) {
        sum += x.get(i, i);
      }
    } else {
      for (int i = 0; i < x.columns(); i++) {
        sum += x.get(i, i);
      }
    }
    for (int i = 0; i <= x.rows(); i++) {
      for (int j = i; j < x.rows(); j++) {
        sum += x.get(i, 0) * x.get(j, 0);
      }
    }
    if (x.rows() == x.columns()) {
      for (int i = 0; i < x.rows(); i++) {
        for (int j = 0; j < x.columns(); j++) {
          sum += x.get(j, i);
        }
      }
    }
    return sum;
  }

  @Differentiable
  static double swappedWhereItWasTested(@Shape("m, n") Matrix x) {
    if (x.rows() < x.columns()) {
      throw new IllegalArgumentException("flat");
    }
    if (x.rows() > x.columns()) {
      throw new IllegalArgumentException("tall");
    }
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        sum += x.get(j, i) * x.get(i, j);
      }
    }
    return sum;
  }

  @Differentiable
  static double withoutRounds(@Shape("m, n") Matrix x) {
    Vector none = Vector.zeros(0);
    Matrix noRows = x.slice(0, 0);
    double sum = x.sum();
    for (int i = 0; i < none.size(); i++) {
      sum += none.get(i) * none.get(0);
    }
    for (int i = noRows.rows() - 1; i >= 0; i--) {
      for (int j = 0; j < noRows.columns(); j++) {
        sum += noRows.get(i, j);
      }
    }
    return sum;
  }

  @Differentiable
  static double inMap(@Shape("3") Vector x, @Shape("4") Vector y) {
    Map<String, Vector> all = new HashMap<>();
    all.put("x", y);
    all.put("y", y);
    all.put("x", x);
    return all.get("x").dot(all.get("y")); // error: [CT086] all.get("x") has 3 elements, all.get("y") has 4 elements: dot needs 3
  }

  @Differentiable
  static double inFixedMap(@Shape("3") Vector x, @Shape("4") Vector y) {
    Map<String, Vector> all = Map.of("x", x, "y", y);
    return all.get("x").plus(all.get("y")).sum(); // error: [CT086] all.get("x") has 3 elements, all.get("y") has 4 elements: plus needs 3
  }

  @Differentiable
  static double inMapRight(@Shape("3") Vector x, @Shape("4") Vector y, String key, boolean swaps) {
    Map<String, Vector> all = new LinkedHashMap<>();
    all.put("x", x);
    all.put("y", y);
    if (swaps) {
      all.put("x", y);
    }
    Map<String, Vector> others = new HashMap<>();
    others.put("x", x);
    others.put(key, y);
    return all.get("x").dot(all.get("y")) + others.get("x").dot(y);
  }
}
