package rejections;

import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Tensors and tables in constants, whose sizes their declarations tell. */
class ConstantShapes {
  private static final int[] TABLE = {0, 1, 5};
  private static final double[] ROOM = new double[4];
  private static final Matrix MIX = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
  private static final Vector BIAS = Vector.of(1, 2);
  private static final Vector ONE = Vector.of(1);
  private static final Matrix UNIT = Matrix.identity(3);
  private static final Matrix NONE = Matrix.zeros(2, 4);
  private static Vector replaced = Vector.of(1, 2);

  @Differentiable
  static double matrix(@Shape("4") Vector x) {
    return MIX.times(x).sum(); // error: [CT086] MIX is 2 × 3, x has 4 elements: times needs 3
  }

  @Differentiable
  static double vector(@Shape("3") Vector x) {
    return MIX.times(x).plus(BIAS).sum()
        + MIX.times(x).plus(ONE).sum(); // error: [CT086] MIX.times(x) has 2 elements, ONE has 1 element: plus needs 2
  }

  @Differentiable
  static double made(@Shape("2") Vector x) {
    return NONE.transpose().times(x).sum()
        + UNIT.times(x).sum(); // error: [CT086] UNIT is 3 × 3, x has 2 elements: times needs 3
  }

  @Differentiable
  static double table(@Shape("2, 6") Matrix a) {
    return a.pick(TABLE).sum(); // error: [CT086] a is 2 × 6, TABLE has length 3: pick needs 2
  }

  @Differentiable
  static double array(@Shape("3") Vector x) {
    return Vector.of(ROOM).plus(x).sum(); // error: [CT086] Vector.of(ROOM) has 4 elements, x has 3 elements: plus needs 4
  }

  @Differentiable
  static double named(@Shape("n, n") Matrix a) {
    return a.times(BIAS).sum() + a.plus(UNIT).sum(); // error: [CT086] a is 2 × 2 (n × n), UNIT is 3 × 3: plus needs 2 × 2
  }

  @Differentiable
  static double mayChange(@Shape("3") Vector x) {
    return replaced.plus(x).sum();
  }

  private static final int COUNT = 3;
  private static final Vector[] DIRECTIONS = {Vector.of(1, 0, 2), Vector.zeros(COUNT)};
  private static final Matrix[] TURNS = new Matrix[] {Matrix.identity(3), Matrix.zeros(3, 3)};
  private static final Vector[] MIXED = {Vector.of(1, 2), Vector.of(1, 2, 3)};
  private static final Vector[] EXCHANGED = {Vector.of(1, 2), Vector.of(1, 2)};
  private static final double[][] WEIGHTS = {{1, 2, 3}, {4, 5, 6}};
  private static final double[][] ROWS = {{1, 2, 3}, {4, 5, 6}};

  static void exchange(Vector vector, double[] row) {
    EXCHANGED[0] = vector;
    ROWS[1] = row;
  }

  @Differentiable
  static double ofVectors(@Shape("4") Vector x) {
    double sum = DIRECTIONS[1].dot(x); // error: [CT086] DIRECTIONS[1] has 3 elements, x has 4 elements: dot needs 3
    for (Vector direction : DIRECTIONS) {
      sum += direction.plus(x).norm(); // error: [CT086] direction has 3 elements, x has 4 elements: plus needs 3
    }
    return sum;
  }

  @Differentiable
  static double ofMatrices(@Shape("4") Vector x) {
    double sum = 0;
    for (int i = 0; i < TURNS.length; i++) {
      sum += TURNS[i].times(x).norm(); // error: [CT086] TURNS[i] is 3 × 3, x has 4 elements: times needs 3
    }
    return sum;
  }

  @Differentiable
  static double ofRows(@Shape("4") Vector x) {
    return Matrix.of(WEIGHTS).times(x).sum() // error: [CT086] Matrix.of(WEIGHTS) is 2 × 3, x has 4 elements: times needs 3
        + Vector.of(WEIGHTS[0]).dot(x); // error: [CT086] Vector.of(WEIGHTS[0]) has 3 elements, x has 4 elements: dot needs 3
  }

  @Differentiable
  static double mayHaveOtherElements(@Shape("4") Vector x) {
    return MIXED[1].plus(x).sum() + EXCHANGED[1].plus(x).sum() + Matrix.of(ROWS).times(x).sum();
  }

  @Differentiable
  static double putsInto(@Shape("2") Vector x) {
    MIXED[0] = x; // error: [CT043] the type cotangent.tensor.Vector[] holds real numbers
    return MIXED[0].sum();
  }
}
