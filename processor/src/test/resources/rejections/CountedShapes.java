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

  @Differentiable
  static double convolution(@Shape("5, 5") Matrix image, @Shape("3, 3") Matrix kernel) {
    Matrix filtered = Matrix.zeros(4, 3);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 3; j++) {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            sum += image.get(i + a, j + b) * kernel.get(a, b); // error: [CT088] image is 5 × 5: get needs i < 5, not 5
          }
        }
        filtered.set(i, j, sum);
      }
    }
    return filtered.sum();
  }

  @Differentiable
  static double convolutionOfAnySize(@Shape("m, n") Matrix image, @Shape("3, 3") Matrix kernel) {
    Matrix filtered = Matrix.zeros(image.rows() - 2, image.columns() - 1);
    for (int i = 0; i < filtered.rows(); i++) {
      for (int j = 0; j < filtered.columns(); j++) {
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            double product = image.get(i + a, j + b) * kernel.get(a, b); // error: [CT088] image is m × n: get needs j < n, not n
            filtered.set(i, j, filtered.get(i, j) + product);
          }
        }
      }
    }
    return filtered.sum();
  }

  @Differentiable
  static double window(@Shape("n") Vector x, @Shape("3") Vector weights) {
    double sum = 0;
    for (int i = 0; i < x.size() - 1; i++) {
      for (int a = 0; a < weights.size(); a++) {
        sum += x.get(i + a) * weights.get(a); // error: [CT088] x has n elements: get needs i < n, not n
      }
    }
    return sum;
  }

  @Differentiable
  static double windowBefore(@Shape("n") Vector x, @Shape("3") Vector weights) {
    double sum = 0;
    for (int i = 1; i < x.size(); i++) {
      for (int a = 0; a < 3; a++) {
        sum += x.get(i - a) * weights.get(a); // error: [CT088] x has n elements: get needs i >= 0, not -1
      }
    }
    return sum;
  }

  @Differentiable
  static double flat(@Shape("6") Vector x) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 4; j++) {
        sum += x.get(3 * i + j); // error: [CT088] x has 6 elements: get needs i < 6, not 6
      }
    }
    return sum;
  }

  @Differentiable
  static double pieces(@Shape("n") Vector x) {
    double sum = 0;
    for (int i = 0; i < x.size() - 1; i++) {
      for (int length = 1; length < 4; length++) {
        sum += x.slice(i, i + length).norm(); // error: [CT088] x has n elements: slice needs to <= n, not n + 1
      }
    }
    return sum;
  }

  @Differentiable
  static double convolutionRight(@Shape("m, n") Matrix image, @Shape("3, 3") Matrix kernel, boolean wide) {
    double sum = 0;
    for (int i = 0; i < image.rows() - 2; i++) {
      for (int j = 0; j < image.columns() - 2; j++) {
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            sum += image.get(i + a, j + b) * kernel.get(a, b);
          }
        }
      }
    }
    for (int i = 0; i < image.rows(); i++) {
      for (int a = 0; a < 3; a++) {
        if (i + a < image.rows()) {
          sum += image.get(i + a, 0);
        }
        int clamped = Math.min(i + a, image.rows() - 1);
        sum += image.get(clamped, 0) + image.get((i + a) % image.rows(), 0);
      }
    }
    for (int i = 0; i < image.rows(); i++) {
      for (int a = 0; a < image.rows() - i; a++) {
        sum += image.get(i + a, 0);
      }
    }
    for (int i = 0; i < image.rows(); i++) {
      if (i + 2 >= image.rows()) {
        break;
      }
      for (int a = 0; a < 3; a++) {
        sum += image.get(i + a, 0);
      }
    }
    for (int i = 0; i < image.rows(); i++) {
      for (int a = 0; a < 3; a++) {
        if (i + a == image.rows()) {
          continue;
        }
        if (i + a > image.rows()) {
          break;
        }
        sum += image.get(i + a, 0);
      }
    }
    return sum;
  }

  /** A kernel of one number fits. */
  @Differentiable
  static double kernelOfAnySize(@Shape("m, n") Matrix image, @Shape("k, k") Matrix kernel) {
    double sum = 0;
    for (int i = 0; i < image.rows(); i++) {
      for (int a = 0; a < kernel.rows(); a++) {
        sum += image.get(i + a, 0) * kernel.get(a, 0);
      }
    }
    return sum;
  }

  @Differentiable
  static double throughHelper(@Shape("4, 4") Matrix image) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int a = 0; a < 3; a++) {
        sum += pixel(image, i + a) + pixel(image, i);
      }
    }
    return sum;
  }

  private static double pixel(Matrix image, int i) {
    return image.get(i, 0); // error: [CT088] image is 4 × 4: get needs i < 4, not 4
  }

  @Differentiable
  static double throughHelperRight(@Shape("4, 4") Matrix image) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      for (int a = 0; a < 3; a++) {
        sum += padded(image, i + a) + padded(image, i);
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int a = 0; a < 3; a++) {
        sum += guarded(image, i + a) + guarded(image, i);
      }
    }
    return sum;
  }

  private static double padded(Matrix image, int i) {
    if (i >= image.rows()) {
      return 0;
    }
    return image.get(i, 0);
  }

  private static double guarded(Matrix image, int i) {
    if (i >= image.rows()) {
      throw new IllegalArgumentException();
    }
    return image.get(i, 0);
  }

  @Differentiable
  static double noSuchColumn(Matrix x) {
    return x.column(-1).sum(); // error: [CT088] x is x.rows() × x.columns(): column needs j >= 0, not -1
  }

  @Differentiable
  static double noSuchElement(@Shape("2, 3") Matrix x) {
    return x.get(2, -1); // error: [CT088] x is 2 × 3: get needs i < 2, not 2
  }

  @Differentiable
  static double fewerThanNone(Vector x) {
    return x.plus(Vector.zeros(-1)).sum(); // error: [CT088] zeros needs n >= 0, not -1
  }

  @Differentiable
  static double fewerThanNoOnes(Vector x) {
    Vector ones = Vector.ones(-2); // error: [CT088] ones needs n >= 0, not -2
    return x.dot(ones) + ones.get(0);
  }

  @Differentiable
  static double fewerRowsThanNone(Matrix x) {
    return x.plus(Matrix.zeros(2, -3)).sum(); // error: [CT088] zeros needs n >= 0, not -3
  }

  @Differentiable
  static double smallerThanNothing(@Shape("n, n") Matrix x) {
    return x.times(Matrix.identity(-1)).sum(); // error: [CT088] identity needs n >= 0, not -1
  }

  @Differentiable
  static double backwards(@Shape("4") Vector x, Vector y) {
    return x.slice(3, 1).dot(y); // error: [CT088] x has 4 elements: slice needs from <= to, not 3 <= 1
  }

  @Differentiable
  static double noneAtAll(@Shape("n") Vector x) {
    return x.concat(Vector.zeros(x.size() - x.size())).sum() + Matrix.zeros(0, 2).sum();
  }

  @Differentiable
  static double downFromTheEnd(@Shape("n") Vector x) {
    double sum = 0;
    for (int i = x.size(); i >= 0; i--) {
      sum += x.get(i); // error: [CT088] x has n elements: get needs i < n, not n
    }
    return sum;
  }

  @Differentiable
  static double downFromFour(@Shape("4") Vector x) {
    double sum = 0;
    for (int i = 4; i > 0; i--) {
      sum += x.get(i); // error: [CT088] x has 4 elements: get needs i < 4, not 4
    }
    return sum;
  }

  @Differentiable
  static double beforeTheFirst(@Shape("n") Vector x) {
    double sum = 0;
    for (int i = x.size() - 1; i >= 0; i--) {
      sum += x.get(i) * x.get(i - 1); // error: [CT088] x has n elements: get needs i >= 0, not -1
    }
    return sum;
  }

  @Differentiable
  static double whilePastTheEnd(@Shape("n") Vector x) {
    double sum = 0;
    int i = 0;
    while (i <= x.size()) {
      sum += x.get(i); // error: [CT088] x has n elements: get needs i < n, not n
      i++;
    }
    return sum;
  }

  @Differentiable
  static double downRight(@Shape("n") Vector x, @Shape("4") Vector y, @Shape("m, n") Matrix a) {
    double sum = 0;
    for (int i = x.size() - 1; i >= 0; i--) {
      sum += x.get(i) * x.get(x.size() - 1 - i);
    }
    for (int i = x.size() - 1; i > 0; i--) {
      sum += x.get(i) * x.get(i - 1);
    }
    for (int i = 3; i >= 0; i--) {
      sum += y.get(i);
    }
    for (int i = x.size(); i >= 0; i--) {
      if (i < x.size()) {
        sum += x.get(i);
      }
    }
    for (int i = a.rows() - 1; i >= 0; i--) {
      for (int j = a.columns() - 1; j >= 0; j--) {
        sum += a.get(i, j) * x.get(j);
      }
    }
    int k = 0;
    while (k < x.size()) {
      sum += x.get(k);
      k++;
    }
    int last = 1;
    while (last <= x.size()) {
      sum += x.get(last - 1);
      last++;
    }
    int none = 7;
    while (none < 4) {
      sum += y.get(none);
      none++;
    }
    int found = 0;
    while (found <= x.size()) {
      if (found == x.size()) {
        break;
      }
      sum += x.get(found);
      found++;
    }
    return sum;
  }
}
