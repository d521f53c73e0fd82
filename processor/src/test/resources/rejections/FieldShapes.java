package rejections;

import cotangent.Derivative;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;

/** Shapes on the fields of an object that isn't a record, and messages that name an input. */
class FieldShapes {
  static final class Model {
    @Shape("m, n")
    private final Matrix w;

    @Shape("m")
    private final Vector b;

    TensorShapes.Layer layer;

    Model(Matrix w, Vector b) {
      this.w = w;
      this.b = b;
    }

    @Differentiable
    double held(Vector x) {
      return w.times(x).plus(b).sum()
          + w.times(b).sum(); // error: [CT086] w is m × n, b has m elements: times needs n
    }

    @Differentiable(wrt = {"w", "b", "layer"})
    double learnt(@Shape("n") Vector x) {
      return w.times(x).plus(b).sum()
          + w.times(b).sum() // error: [CT086] w is m × n, b has m elements: times needs n
          + layer.w().times(layer.b()).sum(); // error: [CT086] layer.w() is m × n, layer.b() has m elements: times needs n
    }
  }

  @Differentiable({Derivative.VJP, Derivative.JACOBIAN}) // error: [CT012] JACOBIAN does not fit layer of type rejections.TensorShapes.Layer. Instead: ask for JVP or VJP, or by wrt
  static Vector byRecord(TensorShapes.Layer layer, @Shape("k") Vector x) {
    return layer.w().times(x).plus(layer.b());
  }

  @Differentiable
  static double flat(@Shape("6") double[] x) {
    return Matrix.wrap(2, 2, x).sum(); // error: [CT086] x has length 6: wrap needs 4
  }

  @Differentiable // error: [CT016] no parameter of ofNothing(int) is differentiable. Instead: give it a parameter of type double, float, Vector, Matrix, a record with such, an array
  static double ofNothing(int n) {
    return n;
  }
}
