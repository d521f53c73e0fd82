package cotangent.processor.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of operations on tensors. What they compute is in the library's source, which the
 * compiler reads; here are their shapes.
 */
public final class TensorOperations {
  private static final String BOTH =
      """
      plus(same) | s; s -> s | | t, t
      plus(double) | s; -> s | | t, t.sum()
      minus(same) | s; s -> s | | t, t.negated()
      minus(double) | s; -> s | | t, -t.sum()
      times(double) | s; -> s | | t.times(b), t.hadamard(a).sum()
      hadamard(same) | s; s -> s | | t.hadamard(b), t.hadamard(a)
      dividedBy(same) | s; s -> s | | t.dividedBy(b), t.hadamard(y).dividedBy(b).negated()
      dividedBy(double) | s; -> s | | t.dividedBy(b), -t.hadamard(y).sum() / b
      negated() | s -> s | | t.negated()
      square() | s -> s | | t.hadamard(a).times(2)
      sqrt() | s -> s | | t.dividedBy(y).dividedBy(2)
      exp() | s -> s | | t.hadamard(y)
      log() | s -> s | | t.dividedBy(a)
      sin() | s -> s | | t.hadamard(a.cos())
      cos() | s -> s | | t.hadamard(a.sin()).negated()
      tanh() | s -> s | | t.minus(t.hadamard(y.square()))
      sigmoid() | s -> s | | t.hadamard(y.minus(y.square()))
      relu() | s -> s | | t where a is positive, half of it at 0
      softplus() | s -> s | | t.hadamard(a.sigmoid())
      abs() | s -> s | | t.hadamard(a.map(Math::signum))
      pow(double) | s; -> s | | t.hadamard(a.pow(b - 1)).times(b), t.hadamard(y).hadamard(a.log()).sum()
      max(same) | s; s -> s | | t where a is the greater, t where b is; half of it to each at a tie
      min(same) | s; s -> s | | t where a is the lesser, t where b is; half of it to each at a tie
      map(DoubleUnaryOperator) | s; -> s | | that of the function, element by element
      copy() | s -> s | | t
      sum() | s -> | | a.map(x -> t)
      mean() | s -> | 0 < size | a.map(x -> t / count)
      max() | s -> | 0 < size | t to the greatest elements, in equal parts
      min() | s -> | 0 < size | t to the least elements, in equal parts
      norm() | s -> | | a.times(t / y), 0 at 0
      squaredNorm() | s -> | | a.times(2 * t)
      """;
  private static final String VECTOR =
      """
      static of(double...) | -> k | | t.get(0), t.get(1), and so on
      static zeros(int) | n -> n | 0 <= n | -
      static ones(int) | n -> n | 0 <= n | -
      static unit(int, int) | n; i -> n | 0 <= i, i < n | -
      static wrap(double[]) | n -> n | | t.toArray()
      size() | n -> | | -
      get(int) | n; i -> | 0 <= i, i < n | Vector.unit(a.size(), b).times(t)
      set(int, double) | n; i; -> | 0 <= i, i < n | what is overwritten has no part, t.get(b) to the number
      toArray() | n -> n | | Vector.wrap(t)
      dot(Vector) | n; n -> | | b.times(t), a.times(t)
      outer(Vector) | n; k -> n, k | | t.times(b), t.transpose().times(a)
      squaredDistance(Vector) | n; n -> | | a.minus(b).times(2 * t), b.minus(a).times(2 * t)
      logSumExp() | n -> | | a.softmax().times(t)
      softmax() | n -> n | | y.hadamard(t.minus(t.dot(y)))
      logSoftmax() | n -> n | | t.minus(y.exp().times(t.sum()))
      slice(int, int) | n; from; to -> to - from | 0 <= from, from <= to, to <= n | t from there on, 0 elsewhere
      concat(Vector...) | n; k -> n + k | | t.slice(0, n), t.slice(n, n + k)
      pick(int) | n; i -> | 0 <= i, i < n | Vector.unit(a.size(), b).times(t)
      """;
  private static final String MATRIX =
      """
      static of(double[][]) | m, n -> m, n | | t.toArray()
      static zeros(int, int) | m; n -> m, n | 0 <= m, 0 <= n | -
      static identity(int) | n -> n, n | 0 <= n | -
      static diagonal(Vector) | n -> n, n | | t.diagonal()
      static ofRows(Vector...) | n; n -> 2, n | | t.row(0), t.row(1), and so on
      static wrap(int, int, double[]) | m; n; m * n -> m, n | | -, -, t.values()
      rows() | m, n -> | | -
      columns() | m, n -> | | -
      get(int, int) | m, n; i; j -> | 0 <= i, i < m, 0 <= j, j < n | t at that place, 0 elsewhere
      set(int, int, double) | m, n; i; j; -> | 0 <= i, i < m, 0 <= j, j < n | what is overwritten has no part, t.get(b, c) to the number
      row(int) | m, n; i -> n | 0 <= i, i < m | Vector.unit(a.rows(), b).outer(t)
      column(int) | m, n; j -> m | 0 <= j, j < n | t.outer(Vector.unit(a.columns(), b))
      toArray() | m, n -> m, n | | Matrix.of(t)
      times(Vector) | m, n; n -> m | | t.outer(b), a.transpose().times(t)
      times(Matrix) | m, n; n, k -> m, k | | t.times(b.transpose()), a.transpose().times(t)
      transpose() | m, n -> n, m | | t.transpose()
      plusEachRow(Vector) | m, n; n -> m, n | | t, t.columnSums()
      timesEachRow(Vector) | m, n; n -> m, n | | t.timesEachRow(b), t.hadamard(a).columnSums()
      rowSums() | m, n -> m | | t.outer(Vector.ones(a.columns()))
      columnSums() | m, n -> n | | Vector.ones(a.rows()).outer(t)
      rowSoftmax() | m, n -> m, n | | that of softmax, row by row
      rowLogSoftmax() | m, n -> m, n | | that of logSoftmax, row by row
      rowLogSumExp() | m, n -> m | | Matrix.diagonal(t).times(a.rowSoftmax())
      pick(int[]) | m, n; m -> m | 0 <= index, index < n | t.get(i) at place b[i] of row i, 0 elsewhere
      rows(int[]) | m, n; k -> k, n | 0 <= index, index < m | t.row(i) added to row b[i]
      slice(int, int) | m, n; from; to -> to - from, n | 0 <= from, from <= to, to <= m | t from there on, 0 elsewhere
      beside(Matrix) | m, n; m, k -> m, n + k | | the first n columns of t, the others
      above(Matrix) | m, n; k, n -> m + k, n | | t.slice(0, m), t.slice(m, m + k)
      diagonal() | m, n -> | | t on the diagonal, 0 elsewhere
      trace() | n, n -> | | Matrix.identity(a.rows()).times(t)
      solve(Vector) | n, n; n -> n | | a.transpose().solve(t).outer(y).negated(), a.transpose().solve(t)
      solve(Matrix) | n, n; n, k -> n, k | | a.transpose().solve(t).times(y.transpose()).negated(), a.transpose().solve(t)
      inverse() | n, n -> n, n | | y.transpose().times(t).times(y.transpose()).negated()
      determinant() | n, n -> | | the cofactors times t: a.inverse().transpose().times(y * t) where that exists
      logDeterminant() | n, n -> | | a.inverse().transpose().times(t)
      cholesky() | n, n -> n, n | | on the lower triangle, which alone is read
      """;

  private static final Map<String, TensorOperation> ROWS = new LinkedHashMap<>();

  static {
    all("Vector", BOTH.replaceAll("\\bs\\b", "n").replace("size", "n"));
    all("Vector", VECTOR);
    all("Matrix", BOTH.replaceAll("\\bs\\b", "m, n").replace("size", "m * n"));
    all("Matrix", MATRIX);
  }

  private TensorOperations() {}

  /** Returns all rows, those of vectors first. */
  public static List<TensorOperation> all() {
    return List.copyOf(ROWS.values());
  }

  /**
   * Finds an operation.
   *
   * @param owner {@code Vector} or {@code Matrix}
   * @param parameters the types of its parameters, as source names them
   */
  public static Optional<TensorOperation> of(String owner, String name, List<String> parameters) {
    return Optional.ofNullable(ROWS.get(key(owner, name, parameters)));
  }

  private static String key(String owner, String name, List<String> parameters) {
    return owner + "." + name + "(" + String.join(", ", parameters) + ")";
  }

  private static void all(String owner, String rows) {
    rows.lines().map(line -> row(owner, line)).forEach(TensorOperations::add);
  }

  private static void add(TensorOperation row) {
    ROWS.put(key(row.owner(), row.name(), row.parameters()), row);
  }

  private static TensorOperation row(String owner, String line) {
    String[] parts = line.split("\\|", -1);
    boolean isStatic = parts[0].startsWith("static ");
    String method = parts[0].replace("static ", "").replace("same", owner).strip();
    int open = method.indexOf('(');
    String parameters = method.substring(open + 1, method.length() - 1);
    String[] shapes = parts[1].split("->", -1);
    return new TensorOperation(
        owner,
        method.substring(0, open),
        split(parameters, ", "),
        isStatic,
        Arrays.stream(shapes[0].split(";", -1)).map(String::strip).toList(),
        shapes[1].strip(),
        split(parts[2].strip(), ", "),
        parts[3].strip());
  }

  private static List<String> split(String list, String by) {
    return list.isEmpty() ? List.of() : new ArrayList<>(Stream.of(list.split(by)).toList());
  }
}
