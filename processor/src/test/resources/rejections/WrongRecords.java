package rejections;

import cotangent.Differentiable;

/** Records that hold what there is not: about that javac complains, and nobody else. */
class WrongRecords {
  record Holder(double[] a, Missing b) {} // error: cannot find symbol

  @Differentiable
  static Holder[] holders(double[] x, boolean has) {
    return new Holder[] {new Holder(x, null), new Holder(has ? x : null, null)};
  }
}
