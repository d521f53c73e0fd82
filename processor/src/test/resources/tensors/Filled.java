package tensors;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayList;
import java.util.List;

/** Arrays and lists that a method fills, of which elements are not all of one size. */
class Filled {
  private static double len(@Shape("n") Vector a, @Shape("n") Vector b) {
    return a.sum() * b.sum();
  }

  @Differentiable
  static double two(@Shape("n") Vector a, @Shape("k") Vector b) {
    Vector[] all = new Vector[2];
    for (int i = 0; i < 2; i++) {
      all[i] = i == 0 ? a : b;
    }
    return all[1].dot(b) + all[0].dot(a) + len(all[0], a) + len(all[1], b);
  }

  @Differentiable
  static double inRounds(@Shape("n") Vector a, @Shape("k") Vector b, int rounds) {
    Vector[] all = new Vector[2 + Math.floorMod(rounds, 3)];
    for (int i = 0; i < all.length; i++) {
      all[i] = i == 0 ? a : b;
    }
    return all[1].dot(b) + all[0].dot(a) + len(all[0], a) + len(all[1], b);
  }

  @Differentiable
  static double replaced(@Shape("n") Vector a, @Shape("k") Vector b, int rounds) {
    List<Vector> all = new ArrayList<>();
    for (int i = 0; i < 2 + Math.floorMod(rounds, 3); i++) {
      all.add(a);
    }
    all.set(0, b);
    return all.get(0).dot(b) + all.get(1).dot(a) + len(all.get(0), b);
  }

  @Differentiable
  static double slices(@Shape("n + 4") Vector a, Vector b, int n, int rounds) {
    int[] from = new int[2 + Math.floorMod(rounds, 3)];
    for (int i = 0; i < from.length - 1; i++) {
      from[i + 1] = from[i] + 1;
    }
    double sum = 0;
    for (int i = 0; i < from.length - 1; i++) {
      Vector part = a.slice(from[i], from[i + 1]);
      sum += part.dot(b.slice(0, 1)) + len(part, b.slice(0, 1));
    }
    return sum;
  }

  @Differentiable
  static double aliases(@Shape("n") Vector a, @Shape("k") Vector b, boolean isFirst) {
    Vector[] one = {a, a};
    Vector[] other = {a, a};
    Vector[] chosen = isFirst ? one : other;
    chosen[0] = b;
    return (isFirst ? one : other)[0].dot(b) + one[1].dot(a);
  }

  @Differentiable
  static double zeros(@Shape("n + 2") Vector a, int n, int more) {
    int[] sizes = new int[2 + Math.floorMod(more, 3)];
    sizes[0] = 2;
    Vector two = Vector.of(1, 2);
    return a.slice(0, sizes[0]).dot(two) + a.slice(0, sizes[1]).sum() + len(a.slice(0, sizes[0]), two);
  }

  @Differentiable
  static double copied(@Shape("n") Vector a, @Shape("k") Vector b, @Shape("2, k") Vector[] c) {
    Vector[] all = {a, a, a};
    System.arraycopy(c, 0, all, 0, 1);
    Vector[] copy = all.clone();
    copy[1] = b;
    return all[0].dot(b) + all[1].dot(a) + copy[1].dot(b);
  }

  @Differentiable
  static double growing(@Shape("n") Vector a, @Shape("n") Vector b, int rounds) {
    List<Vector> all = new ArrayList<>();
    Vector v = a;
    for (int i = 0; i < 2 + Math.floorMod(rounds, 3); i++) {
      all.add(v);
      v = v.concat(a);
    }
    double sum = 0;
    for (Vector each : all) {
      sum += each.sum();
    }
    return sum * all.get(0).dot(b) + all.get(1).dot(b.concat(b));
  }

  @Differentiable
  static double matrices(@Shape("m, n") Matrix a, @Shape("n") Vector b, int rounds) {
    List<Matrix> all = new ArrayList<>();
    for (int i = 0; i < Math.floorMod(rounds, 4); i++) {
      all.add(a.times(i));
    }
    double sum = 0;
    for (Matrix each : all) {
      sum += each.times(b).sum();
    }
    return sum;
  }

  @Differentiable
  static double nested(@Shape("n") Vector a, @Shape("k") Vector b) {
    Vector[][] all = new Vector[2][2];
    all[0][0] = a;
    all[0][1] = b;
    all[1] = new Vector[] {b, a};
    return all[0][0].dot(a) + all[0][1].dot(b) + all[1][0].dot(b) + all[1][1].dot(a);
  }

  @Differentiable
  static double besides(@Shape("m, n") Matrix a, @Shape("r * n") Vector x, int r) {
    Matrix row = null;
    for (int i = 0; i < r; i++) {
      row = row == null ? a : row.beside(a);
    }
    return row == null ? x.sum() : row.times(x).norm();
  }
}
