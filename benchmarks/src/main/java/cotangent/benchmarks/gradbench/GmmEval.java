package cotangent.benchmarks.gradbench;

import cotangent.benchmarks.objectives.GaussianMixture;
import cotangent.benchmarks.objectives.GaussianMixtureGrad;

/** Binds {@code gmm}. */
final class GmmEval {
  private GmmEval() {}

  record Input(
      double[] alpha,
      double[][] mu,
      double[][] q,
      double[][] l,
      double[][] x,
      double gamma,
      int m) {}

  record Output(double[] alpha, double[][] mu, double[][] q, double[][] l) {}

  static Eval eval() {
    return Eval.named("gmm")
        .with(
            "objective",
            Input.class,
            in -> GaussianMixture.logPosterior(in.alpha, in.mu, in.q, in.l, in.x, in.gamma, in.m))
        .with("jacobian", Input.class, GmmEval::gradient);
  }

  private static Output gradient(Input in) {
    GaussianMixtureGrad.LogPosteriorGradient gradient =
        GaussianMixtureGrad.logPosteriorGrad(in.alpha, in.mu, in.q, in.l, in.x, in.gamma, in.m);
    return new Output(gradient.dalpha(), gradient.dmu(), gradient.dq(), gradient.dl());
  }
}
