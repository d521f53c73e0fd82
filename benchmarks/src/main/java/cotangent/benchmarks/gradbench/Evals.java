package cotangent.benchmarks.gradbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists the evals that the tool can answer. */
final class Evals {
  private Evals() {}

  static Map<String, Eval> all() {
    Map<String, Eval> evals = new LinkedHashMap<>();
    for (Eval eval :
        List.of(
            HelloEval.eval(),
            LlsqEval.eval(),
            LseEval.eval(),
            DetEval.eval(),
            KMeansEval.eval(),
            OdeEval.eval(),
            GmmEval.eval(),
            LstmEval.eval(),
            BaEval.eval(),
            HtEval.eval(),
            ParticleEval.eval(),
            SaddleEval.eval())) {
      evals.put(eval.name(), eval);
    }
    return evals;
  }
}
