package corpus;

import cotangent.Differentiable;

/** Objects of classes that the generated code cannot name, called as what they extend. */
class PrivateClasses {
  abstract static class Vec {
    abstract double get(int i);

    abstract int length();

    double at(int i) {
      return get(i);
    }

    double powers(double p) {
      double sum = 0;
      for (int i = 0; i < length(); i++) {
        sum += Math.pow(at(i), p);
      }
      return sum;
    }
  }

  static final class Plain extends Vec {
    private final double[] x = {0.5, 2, 1.5};

    @Override
    double get(int i) {
      return x[i];
    }

    @Override
    double at(int i) {
      return x[i];
    }

    @Override
    int length() {
      return x.length;
    }
  }

  static final class Banded {
    private final double[] band = {1, 2, 3};

    private final class Row extends Vec {
      private final int row;

      Row(int row) {
        this.row = row;
      }

      @Override
      double get(int i) {
        return element(row, i);
      }

      @Override
      double at(int i) {
        return element(row, i);
      }

      @Override
      int length() {
        return band.length;
      }
    }

    double element(int i, int j) {
      return i == j ? band[i] : 0.5;
    }

    Vec row(int i) {
      return new Row(i);
    }
  }

  private static final Vec ROW = new Banded().row(1);
  private static final Vec PLAIN = new Plain();

  @Differentiable
  static double powers(double p, boolean isRow) {
    Vec vec = isRow ? ROW : PLAIN;
    return vec.powers(p) * ROW.powers(p + 1);
  }
}
