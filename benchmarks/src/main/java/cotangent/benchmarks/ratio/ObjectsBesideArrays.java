package cotangent.benchmarks.ratio;

import cotangent.Workspace;
import cotangent.benchmarks.Inputs;
import cotangent.benchmarks.objectives.Bodies;
import cotangent.benchmarks.objectives.BodiesGrad;
import cotangent.benchmarks.objectives.SpectrumGrad;
import java.util.List;

/** Lists rows of gradients of programs with objects beside those of the same programs on arrays. */
final class ObjectsBesideArrays {
  private static final String TO_ARRAYS = "objects to arrays, ";

  private ObjectsBesideArrays() {}

  static List<Workload> all() {
    return List.of(bodies(10, 20), bodies(40, 5), spectrum(256), spectrum(4096));
  }

  private static Workload bodies(int n, int steps) {
    double[][] in = new Inputs(13).uniform(7, n);
    double dt = 0.01;
    Bodies.Body[] bodies = new Bodies.Body[n];
    for (int i = 0; i < n; i++) {
      bodies[i] =
          new Bodies.Body(in[0][i], in[1][i], in[2][i], in[3][i], in[4][i], in[5][i], in[6][i]);
    }
    Workspace workspace = new Workspace();
    return Workload.of(
            TO_ARRAYS + "bodies " + n,
            () ->
                BodiesGrad.ofArraysGrad(
                        workspace, in[0], in[1], in[2], in[3], in[4], in[5], in[6], steps, dt)
                    .value())
        .gradient(() -> BodiesGrad.ofObjectsGrad(workspace, bodies, steps, dt).value());
  }

  private static Workload spectrum(int n) {
    Inputs in = new Inputs(14);
    double[] signal = in.normal(n);
    double[] weights = in.uniform(n);
    Workspace workspace = new Workspace();
    return Workload.of(
            TO_ARRAYS + "fft " + n,
            () -> SpectrumGrad.ofArraysGrad(workspace, signal, weights).value())
        .gradient(() -> SpectrumGrad.ofObjectsGrad(workspace, signal, weights).value());
  }
}
