package cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
  private static final Matrix A = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void holdsRows() {
    assertThat(A.rows()).isEqualTo(2);
    assertThat(A.columns()).isEqualTo(3);
    assertThat(A.get(1, 0)).isEqualTo(4);
    assertThat(A.row(1)).isEqualTo(Vector.of(4, 5, 6));
    assertThat(A.column(2)).isEqualTo(Vector.of(3, 6));
    assertThat(A.toArray()).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(Matrix.ofRows(A.row(0), A.row(1))).isEqualTo(A);
    assertThat(A.copy()).isNotSameAs(A).isEqualTo(A);
  }

  @Test
  void neverReadsTheNextRow() {
    assertThatThrownBy(() -> A.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> A.set(0, -1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> A.column(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> A.pick(new int[] {0, 3}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void raggedRowsAreRefused() {
    assertThatThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 1 has 1 elements, row 0 has 2");
  }

  @Test
  void namedMatrices() {
    assertThat(Matrix.identity(2)).isEqualTo(Matrix.of(new double[][] {{1, 0}, {0, 1}}));
    assertThat(Matrix.diagonal(Vector.of(2, 3)).diagonal()).isEqualTo(Vector.of(2, 3));
    assertThat(Matrix.of(new double[0][0]).columns()).isZero();
    assertThatThrownBy(() -> Matrix.zeros(1 << 16, 1 << 16))
        .hasMessage("65536 × 65536 is more than an array holds");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0",
    "0,3,2",
    "2,0,3",
    "1,1,1",
    "3,4,5",
    "4,7,1",
    "1,50,60",
    "13,17,19",
    "31,200,33",
    "32,193,128",
    "5,9,600",
    "33,400,7"
  })
  void aProductHasTheBitsOfTheLoop(int m, int n, int p) {
    Tensors random = new Tensors(m + n + p);
    Matrix a = random.matrix(m, n);
    Matrix b = random.matrix(n, p);

    double[][] product = Tensors.product(a.toArray(), b.toArray(), p);

    Matrix computed = a.times(b);
    assertThat(computed.columns()).isEqualTo(p);
    assertThat(computed.toArray()).isDeepEqualTo(product);
    for (int j = 0; j < p; j++) {
      assertThat(a.times(b.column(j))).isEqualTo(computed.column(j));
    }
  }

  @ParameterizedTest
  @CsvSource({"3,4,5", "31,200,33", "5,9,600"})
  void addsProductsOfTransposesWithoutFormingThem(int m, int n, int p) {
    Tensors random = new Tensors(m + n + p);
    Matrix a = random.matrix(m, n);
    Matrix b = random.matrix(n, p);
    Matrix at = a.transpose();
    Matrix bt = b.transpose();
    Matrix sum = a.times(b);

    Kernels.addProduct(at.values, n, m, true, bt.values, p, n, true, sum.values);

    Matrix expected = a.times(b).plus(a.times(b));
    assertThat(sum.minus(expected).norm()).isLessThan(1e-11);
  }

  @Test
  void productsNeedFittingShapes() {
    assertThatThrownBy(() -> A.times(Vector.of(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("times of 2 × 3 needs 3, not 2 elements");
    assertThatThrownBy(() -> A.times(A)).hasMessage("times of 2 × 3 needs 3 rows, not 2 × 3");
  }

  @Test
  void rowByRow() {
    assertThat(A.plusEachRow(Vector.of(1, 2, 3)).row(1)).isEqualTo(Vector.of(5, 7, 9));
    assertThat(A.timesEachRow(Vector.of(1, 2, 3)).row(1)).isEqualTo(Vector.of(4, 10, 18));
    assertThat(A.rowSums()).isEqualTo(Vector.of(6, 15));
    assertThat(A.columnSums()).isEqualTo(Vector.of(5, 7, 9));
    assertThat(A.rowSoftmax().row(1)).isEqualTo(A.row(1).softmax());
    assertThat(A.rowLogSoftmax().row(1)).isEqualTo(A.row(1).logSoftmax());
    assertThat(A.rowLogSumExp().get(1)).isEqualTo(A.row(1).logSumExp());
    assertThat(A.pick(new int[] {2, 0})).isEqualTo(Vector.of(3, 4));
    assertThat(A.rows(new int[] {1, 0, 1}).column(0)).isEqualTo(Vector.of(4, 1, 4));
    assertThatThrownBy(() -> A.pick(new int[1])).hasMessage("pick of 2 × 3 needs 2, not 1 element");
  }

  @Test
  void parts() {
    assertThat(A.slice(1, 2)).isEqualTo(Matrix.ofRows(A.row(1)));
    assertThat(A.slice(1, 1).columns()).isEqualTo(3);
    assertThat(A.beside(A).row(0)).isEqualTo(Vector.of(1, 2, 3, 1, 2, 3));
    assertThat(A.above(A).column(0)).isEqualTo(Vector.of(1, 4, 1, 4));
    assertThat(A.transpose().row(2)).isEqualTo(Vector.of(3, 6));
    assertThat(A.diagonal()).isEqualTo(Vector.of(1, 5));
    assertThatThrownBy(() -> A.beside(A.transpose()))
        .hasMessage("beside of 2 × 3 needs 2 rows, not 3 × 2");
    assertThatThrownBy(() -> A.slice(0, 3)).hasMessage("slice from 0 to 3 of 2 rows");
    assertThatThrownBy(A::trace).hasMessage("trace needs a square matrix, not 2 × 3");
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "7", "40"})
  void solvesEquations(int n) {
    Tensors random = new Tensors(n);
    Matrix a = random.matrix(n, n);
    Vector b = random.vector(n);
    Matrix several = random.matrix(n, 3);

    assertThat(a.times(a.solve(b)).minus(b).norm()).isLessThan(1e-10);
    assertThat(a.times(a.solve(several)).minus(several).norm()).isLessThan(1e-10);
    assertThat(a.times(a.inverse()).minus(Matrix.identity(n)).norm()).isLessThan(1e-10);
  }

  @Test
  void aSingularMatrixSaysWhere() {
    Matrix singular = Matrix.of(new double[][] {{1, 2}, {2, 4}});

    assertThatThrownBy(() -> singular.solve(Vector.of(1, 1)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("solve needs a regular matrix: there is no pivot in column 1");
    assertThatThrownBy(singular::inverse).hasMessageStartingWith("inverse needs a regular matrix");
    assertThat(singular.determinant()).isZero();
    assertThat(singular.logDeterminant()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThatThrownBy(() -> Matrix.identity(2).solve(Vector.of(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("solve of 2 × 2 needs 2, not 3 elements");
  }

  @Test
  void determinants() {
    Matrix swapped = Matrix.of(new double[][] {{0, 2}, {3, 1}});

    assertThat(swapped.determinant()).isEqualTo(-6);
    assertThat(swapped.logDeterminant()).isNaN();
    assertThat(Matrix.of(new double[][] {{2, 0}, {0, 3}}).logDeterminant())
        .isCloseTo(Math.log(6), offset(1e-15));
    assertThat(Matrix.identity(400).times(1e-3).logDeterminant())
        .isCloseTo(400 * Math.log(1e-3), offset(1e-9));
    assertThat(Matrix.zeros(0, 0).determinant()).isEqualTo(1);
    assertThatThrownBy(A::determinant).hasMessage("determinant needs a square matrix, not 2 × 3");
  }

  @Test
  void theFactorOfCholesky() {
    Matrix a = new Tensors(1).positiveDefinite(20);

    Matrix l = a.cholesky();

    assertThat(l.times(l.transpose()).minus(a).norm()).isLessThan(1e-12 * a.norm());
    assertThat(l.get(0, 1)).isZero();
    assertThat(2 * l.diagonal().log().sum()).isCloseTo(a.logDeterminant(), offset(1e-10));
  }

  @Test
  void choleskyReadsTheLowerTriangleAndSaysWhereItFails() {
    assertThat(Matrix.of(new double[][] {{4, 99}, {2, 5}}).cholesky())
        .isEqualTo(Matrix.of(new double[][] {{2, 0}, {1, 2}}));
    assertThatThrownBy(() -> Matrix.of(new double[][] {{1, 2}, {2, 1}}).cholesky())
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("cholesky needs a positive definite matrix: pivot 1 is -3.0");
  }

  @Test
  void transposedEquationsHaveThePivotsOfTheMatrix() {
    double[] a = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    double[] b = {1, 0, 2, 3, 1, -1};
    assertThat(Kernels.solve("solve", a, 3, false, b, 2)).hasSize(6);
    assertThat(Kernels.solve("solve", a, 3, true, b, 2)).hasSize(6);
    double[] regular = {0, 2, 3, 4, 5, 6, 7, 8, 1};
    double[] transposed = Kernels.transposed(regular, 3, 3);
    assertThat(Kernels.solve("solve", regular, 3, true, b, 2))
        .containsExactly(Kernels.solve("solve", transposed, 3, false, b, 2), offset(1e-14));
  }

  @Test
  void isWrittenAsAPersonWould() {
    assertThat(Matrix.of(new double[][] {{1, -2.5}, {10, 3}}))
        .hasToString("[ 1, -2.5]\n[10,    3]");
    assertThat(Matrix.zeros(100, 100).toString().lines())
        .hasSize(7)
        .contains("[  0,   0,   0, ...,   0,   0,   0]", "[..., ..., ..., ..., ..., ..., ...]");
  }

  @Test
  void isEqualByShapeAndContents() {
    assertThat(Matrix.zeros(2, 3)).isNotEqualTo(Matrix.zeros(3, 2));
    assertThat(Matrix.zeros(0, 3)).isNotEqualTo(Matrix.zeros(0, 2));
    assertThat(A).isEqualTo(A.copy()).hasSameHashCodeAs(A.copy());
  }
}
