package rejections;

import cotangent.Differentiable;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.List;
import java.util.function.UnaryOperator;

class TensorLeaks {
  @Differentiable
  static double replaced(List<Vector> all, Vector x) {
    all.set(0, x); // error: [CT092] the list all is differentiated by its elements, which are read by get, size, loops and streams, not by set. Instead: call it on a copy, new ArrayList<>(all) @ all.set(0, x)
    return all.get(0).sum();
  }

  @Differentiable
  static double allReplaced(List<Vector> all, Matrix w) {
    all.replaceAll(w::times); // error: [CT092] the list all is differentiated by its elements, which are read by get, size, loops and streams, not by replaceAll @ all.replaceAll(w::times)
    return all.get(0).sum();
  }

  @Differentiable
  static double given(Vector x, UnaryOperator<Vector> f) {
    return f.apply(x).sum(); // error: [CT052] a differentiable value flows into java.util.function.Function.apply, which is given from outside. Instead: choose a function in the method @ f.apply(x)
  }

  @Differentiable
  static double hashed(Matrix w, Vector x) {
    return w.times(x).hashCode() * x.sum(); // error: [CT057] a number is made here of the bits of a differentiable value
  }

  static final Vector KNOWN = Vector.of(1, 2);

  @Differentiable
  static double intoConstant(Vector x) {
    KNOWN.set(0, x.get(0)); // error: [CT056] a differentiable value is written into an array @ KNOWN.set(0, x.get(0))
    return KNOWN.dot(x);
  }

  @Differentiable
  static double intoConstantToo(Vector x) {
    KNOWN.set(1, x.get(1)); // error: [CT056] a differentiable value is written into an array @ KNOWN.set(1, x.get(1))
    return KNOWN.dot(x);
  }
}
