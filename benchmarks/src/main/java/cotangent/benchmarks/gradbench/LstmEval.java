package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.Lstm;
import cotangent.benchmarks.objectives.LstmGrad;
import java.util.Arrays;
import java.util.stream.Stream;

/** Binds {@code lstm}: its gradient goes as one flat array, row after row. */
final class LstmEval {
  private LstmEval() {}

  record Input(
      double[][] mainParams, double[][] extraParams, double[][] state, double[][] sequence) {}

  static Eval eval() {
    return Eval.named("lstm")
        .with(
            "objective",
            Input.class,
            in -> Lstm.loss(in.mainParams, in.extraParams, in.state, in.sequence))
        .with("jacobian", Input.class, LstmEval::gradient);
  }

  private static double[] gradient(Input in) {
    LstmGrad.LossGradient gradient =
        LstmGrad.lossGrad(in.mainParams, in.extraParams, in.state, in.sequence);
    return Stream.of(gradient.dmainParams(), gradient.dextraParams())
        .flatMap(Arrays::stream)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }
}
