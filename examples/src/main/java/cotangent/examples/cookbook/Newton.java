package cotangent.examples.cookbook;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Minimises a function in a few steps by its Hessian. */
public final class Newton {
  private Newton() {}

  /** Computes the energy of a chain that hangs by springs and is pulled down by its weight. */
  @Differentiable(Derivative.HESSIAN)
  static double energy(double[] height) {
    double energy = 0;
    double before = 0;
    for (double h : height) {
      double stretch = Math.hypot(1, h - before);
      energy += 5 * stretch * stretch + Math.pow(stretch, 4) + h;
      before = h;
    }
    double last = Math.hypot(1, before);
    return energy + 5 * last * last + Math.pow(last, 4);
  }

  /** Goes to where the gradient is zero: each step solves one system of linear equations. */
  static double[] minimise(double[] start, int steps) {
    double[] x = start.clone();
    for (int step = 0; step < steps; step++) {
      var h = NewtonGrad.energyHessian(x);
      Vector direction = Matrix.of(h.hessian()).solve(Vector.of(h.gradient()));
      for (int i = 0; i < x.length; i++) {
        x[i] -= direction.get(i);
      }
    }
    return x;
  }
}
