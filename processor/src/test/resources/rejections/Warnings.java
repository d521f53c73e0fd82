package rejections;

import cotangent.Differentiable;

class Warnings {
  @Differentiable // warning: [CT018] the result of unused does not depend on y @ @Differentiable
  static double unused(double x, double y) {
    return x;
  }

  @Differentiable // warning: [CT018] the result of rounded does not depend on x
  static double rounded(double x) {
    return Math.floor(x) + (int) x;
  }

  @Differentiable
  @SuppressWarnings("cotangent")
  static double silenced(double x, double y) {
    return x;
  }

  @SuppressWarnings({"unchecked", "cotangent"})
  static class Silenced {
    @Differentiable
    static double silenced(double x, double y) {
      return x;
    }
  }

  record Named(java.util.Map<String, cotangent.tensor.Vector> all, double scale) {}

  @Differentiable // warning: [CT106] points is held constant: there is no derivative by a java.util.Map<java.lang.String,cotangent.tensor.Vector>, although there are tensors
  static double inMaps(java.util.Map<String, cotangent.tensor.Vector> points, double x) {
    return points.get("a").sum() * x;
  }

  @Differentiable // warning: [CT106] named.all is held constant
  static double inRecords(Named named) {
    return named.all().get("a").sum() * named.scale();
  }

  sealed interface Layer permits Dense, Ends {}

  record Dense(cotangent.tensor.Matrix w) implements Layer {}

  record Ends() implements Layer {}

  @Differentiable // warning: [CT106] layers is held constant: there is no derivative by a java.util.List<rejections.Warnings.Layer>, although there are tensors
  static double oneOfSeveral(java.util.List<Layer> layers, double x) {
    return layers.get(0) instanceof Dense dense ? dense.w().sum() * x : x;
  }

  @Differentiable(wrt = "x")
  static double chosen(java.util.Map<String, cotangent.tensor.Vector> points, double x) {
    return points.get("a").sum() * x;
  }

  @Differentiable
  static double constants(java.util.List<double[]> rows, java.util.Map<String, Double> all, java.util.Comparator<Named> by, double x) {
    return rows.get(0)[0] * all.get("a") * x;
  }

  record Positive(double number, int count) {
    Positive {
      if (count < 0 || !(number > 0)) {
        throw new IllegalArgumentException("not positive");
      }
    }
  }

  record Pair(Positive first, double second) {}

  @Differentiable
  static double checked(Pair pair) { // warning: [CT104] the derivative by a rejections.Warnings.Positive is one as well
    return pair.first().number() * pair.second();
  }

  @Differentiable(wrt = "x")
  static double constant(Pair pair, double x) {
    return pair.first().number() * x;
  }
}
