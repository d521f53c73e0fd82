package rejections;

import cotangent.Differentiable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** All that is wrong is said in one run, also in helpers, of which is told who needs them. */
class Helpers {
  abstract static class Shape {
    abstract double area(double x);
  }

  static native double fast(double x);

  @Differentiable
  static double everything(double x, List<Double> list, Shape shape, List<double[]> rows) {
    int code = new double[0].hashCode(); // error: [CT040] the method hashCode of an array
    list.add(x); // error: [CT052] a differentiable value flows into java.util.List.add, which cannot be looked into. Instead: keep the numbers in an array
    double y = fast(x) + shape.area(x); // error: [CT052] a differentiable value flows into rejections.Helpers.fast, which is native. Instead: write a rule @ fast(x) // error: [CT052] a differentiable value flows into rejections.Helpers.Shape.area, which is abstract. Instead: implement it in a class of this compilation @ shape.area(x)
    double[] row = rows.get(0);
    row[0] = x; // error: [CT056] a differentiable value is written
    return x * y * row[0];
  }

  static double outer(double x) {
    int code = new double[0].hashCode(); // error: write a loop. Needed by Helpers.needs.
    return inner(x);
  }

  static double inner(double x) {
    return fast(x); // error: or wrap the value in Cotangent.stop. Needed by Helpers.needs, through Helpers.outer.
  }

  @Differentiable
  static double needs(double x, Shape shape) {
    return outer(x) * shape.area(x); // error: [CT052] a differentiable value flows into rejections.Helpers.Shape.area
  }

  @Differentiable
  static double inLoop(double x, Shape shape) {
    for (int i = 0; i < 3; i++) {
      x = shape.area(x); // error: [CT052] a differentiable value flows into rejections.Helpers.Shape.area
      x += fast(x); // error: [CT052] a differentiable value flows into rejections.Helpers.fast
    }
    return x;
  }

  @Differentiable
  static double prints(double x) {
    System.out.println(x);
    System.out.printf("%f", x);
    StringBuilder text = new StringBuilder();
    text.append(x); // error: [CT052] a differentiable value flows into java.lang.StringBuilder.append, of which no derivative comes back
    x *= text.indexOf(".");
    return x * Double.toString(x).length(); // error: [CT052] a differentiable value flows into java.lang.Double.toString, of which
  }

  @Differentiable
  static double boxes(double x) {
    Double boxed = x;
    return boxed * boxed.hashCode(); // error: [CT052] a differentiable value flows into java.lang.Double.hashCode, boxed here
  }

  @Differentiable
  static double data(double[] returns, double w) {
    return w * Arrays.hashCode(returns) * Objects.hash(w); // error: [CT057] a number is made here of the bits @ Arrays.hashCode(returns) // error: [CT057] a number is made here of the bits @ Objects.hash(w)
  }
}
