package cotangent.benchmarks.gradbench;

import com.fasterxml.jackson.annotation.JsonProperty;
import cotangent.benchmarks.objectives.Determinant;
import cotangent.benchmarks.objectives.DeterminantGrad;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/** Binds {@code det}: its matrix comes, and its gradient goes, as one flat array. */
final class DetEval {
  private DetEval() {}

  record Input(@JsonProperty("A") double[] a, int ell) {
    double[][] rows() {
      double[][] rows = new double[ell][];
      for (int i = 0; i < ell; i++) {
        rows[i] = Arrays.copyOfRange(a, i * ell, (i + 1) * ell);
      }
      return rows;
    }
  }

  static Eval eval() {
    return Eval.named("det")
        .prepared("primal", Input.class, onRows(Determinant::determinant))
        .prepared(
            "gradient", Input.class, onRows(a -> flat(DeterminantGrad.determinantGrad(a).da())));
  }

  private static Function<Input, Supplier<Object>> onRows(Function<double[][], Object> body) {
    return in -> {
      double[][] rows = in.rows();
      return () -> body.apply(rows);
    };
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
