package rejections;

import cotangent.Differentiable;
import java.util.List;
import elsewhere.Point;

class Members {
  static double total;
  double own;

  @Differentiable
  static double writesField(double x) {
    total = x; // error: [CT048] the field total is written @ total
    return x;
  }

  @Differentiable
  double writesOwnField(double x) {
    this.own += x; // error: [CT048] the field this.own is written @ this.own
    return x;
  }

  @Differentiable
  static double leaks(double x) {
    double y = Point.norm(x, 1); // error: [CT052] a differentiable value flows into elsewhere.Point.norm @ Point.norm(x, 1)
    return y * x;
  }

  @Differentiable(wrt = "own")
  double leaksItself(double x) {
    Object other = x > 0 ? this : "";
    return own * System.identityHashCode(other); // error: [CT052] a differentiable value flows into java.lang.System.identityHashCode
  }

  @Differentiable(wrt = "own")
  double tellsItsClass(double x) {
    if (x < 0) {
      throw new IllegalArgumentException("" + this);
    }
    return own * x;
  }

  @Differentiable({cotangent.Derivative.GRADIENT, cotangent.Derivative.HESSIAN})
  static double fillsArray(double[] x, java.util.Random random) {
    byte[] bytes = new byte[2];
    random.nextBytes(bytes); // error: [CT060] Jacobians and Hessians run a method several times, and java.util.Random.nextBytes @ random.nextBytes(bytes)
    return x[0] * x[0] * bytes[0];
  }

  @Differentiable
  static double leaksIntoList(double x, List<Double> list) {
    list.add(x); // error: [CT052] a differentiable value flows into java.util.List.add
    return list.get(0);
  }

  @Differentiable
  static double leaksIntoText(double x) {
    String text = "" + x; // error: [CT052] a differentiable value flows into a string @ "" + x
    return x * Double.parseDouble(text);
  }

  abstract static class Shape {
    double area(double scale) {
      return scale * scale;
    }
  }

  @Differentiable
  static double overridable(double x, Shape shape) {
    return shape.area(x); // error: [CT049] the method area(double) is abstract or may be overridden @ shape.area(x)
  }

  @Differentiable
  static double circular(double x) {
    return MembersGrad.circularGrad(x).dx(); // error: [CT053] rejections.MembersGrad.circularGrad is called here by a method
  }

  @Differentiable
  static double methodOfArray(double[] x) {
    return x[0] * x.hashCode(); // error: [CT040] the method hashCode of an array @ x.hashCode()
  }

  @Differentiable
  static double mayThrow(double x) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("x is " + x);
    }
    return x * x;
  }

  @Differentiable
  static double writesIntoAList(double x, List<double[]> rows) {
    rows.get(0)[0] = x * x; // error: [CT056] a differentiable value is written into an array that may have other names @ rows.get(0)[0] = x * x
    return rows.get(0)[0] * x;
  }

  @Differentiable
  static double writesIntoAnElement(double x, List<double[]> rows) {
    for (double[] row : rows) {
      row[0] += x; // error: [CT056] a differentiable value is written into an array that may have other names
    }
    return rows.get(0)[0];
  }

  static class Scratch {
    final double[] memory = new double[3];
  }

  @Differentiable
  static double writesIntoAField(double x, Scratch scratch) {
    scratch.memory[0] = x; // error: [CT056] a differentiable value is written into an array that may have other names
    return scratch.memory[0] * x;
  }

  @Differentiable
  static double writesConstants(double x, List<double[]> rows) {
    rows.get(0)[0] = 3;
    return rows.get(0)[0] * x;
  }
}
