package rejections;

import cotangent.Differentiable;
import java.util.List;
import java.util.Map;

class WrongJava {
  @Differentiable
  static double unknownVariable(double x) {
    return y; // error: cannot find symbol
  }

  @Differentiable
  static double unknownType(double x) {
    Missing y = null; // error: cannot find symbol
    return x;
  }

  @Differentiable
  static double unknownMethod(double x) {
    return g(x); // error: cannot find symbol
  }

  @Differentiable
  static double wrongArguments(double x) {
    return Math.sin(x, x); // error: method sin in class
  }

  @Differentiable
  static double wrongTypes(double x) {
    int i = x; // error: possible lossy conversion
    return i;
  }

  @Differentiable
  static double wrongArms(double x, String s) {
    return Math.sin(x > 0 ? s : s); // error: bad type in conditional expression
  }

  @Differentiable
  static double ofNothing(double x, void y) { // error: 'void' type not allowed here
    return x;
  }

  @Differentiable
  static double unknownTarget(double x) {
    y = x; // error: cannot find symbol
    return x;
  }

  @Differentiable
  static double primitiveArgument(double x) {
    List<int> list = null; // error: unexpected type
    return x;
  }

  @Differentiable
  static double tooFewArguments(double x) {
    Map<String> map = null; // error: wrong number of type arguments
    return x;
  }

  static void nothing() {}

  @Differentiable
  static double nothingIsNoObject(double x) {
    Object o = nothing(); // error: incompatible types: void cannot be converted
    take(nothing()); // error: 'void' type not allowed here
    String text = "a" + nothing(); // error: 'void' type not allowed here
    return x > 0 ? nothing() : x; // error: bad type in conditional expression
  }

  static void take(Object o) {}

  double field;

  double method() {
    return 1;
  }

  @Differentiable
  static double ofNoObject(double x) {
    return WrongJava.field + WrongJava.method() * x; // error: non-static variable field // error: non-static method method()
  }

  @Differentiable
  static double ofNoObjectEither(double x) {
    return x * super.hashCode(); // error: non-static variable super
  }

  @Differentiable
  static double unrelated(double x, String s, Integer i) {
    Byte b = i; // error: java.lang.Integer cannot be converted to java.lang.Byte
    double[] a = new int[3]; // error: int[] cannot be converted to double[]
    double d = (Integer) s; // error: java.lang.String cannot be converted to java.lang.Integer
    double e = x > 0 ? 1 : s; // error: bad type in conditional expression
    return s == i ? x : 0; // error: incomparable types
  }

  record Point(double x) {}

  record Other(double x) {}

  @Differentiable
  static double unrelatedRecords(Point p, Other q, String s) {
    Point r = (Point) s; // error: java.lang.String cannot be converted to rejections.WrongJava.Point
    String t = (String) p; // error: rejections.WrongJava.Point cannot be converted to java.lang.String
    return p == q ? p.x : q.x; // error: incomparable types
  }

  @Differentiable
  static double finalIsFinal(double[] x, Point p) {
    x.length = 3; // error: cannot assign a value to final variable length
    p.x = 2; // error: cannot assign a value to final variable x
    return x[0] * p.x;
  }

  @Differentiable
  static double thrown(double x, Point p) {
    if (x > 1) {
      throw x; // error: double cannot be converted to java.lang.Throwable
    }
    if (x > 2) {
      throw new Object(); // error: java.lang.Object cannot be converted to java.lang.Throwable
    }
    throw p; // error: rejections.WrongJava.Point cannot be converted to java.lang.Throwable
  }

  @Differentiable
  static double elements(double[] x) {
    double sum = 0;
    for (int each : x) { // error: possible lossy conversion from double to int
      sum += each;
    }
    return sum;
  }

  @Differentiable
  static double twice(double x) {
    double x = 2; // error: variable x is already defined
    return x;
  }

  @Differentiable
  static double leaves(double x, int i) {
    return switch (i) {
      case 1 -> x;
      default -> {
        return x; // error: attempt to return out of a switch expression
      }
    };
  }

  @Differentiable
  static double truths(double x, boolean b) {
    b++; // error: bad operand type boolean
    return x;
  }

  @Differentiable
  static double hiddenFromHere(double x) {
    Math math = new Math(); // error: Math() has private access
    return x * Integer.value; // error: value has private access
  }

  @Differentiable
  static double nowhere(double x) {
    for (; ; ) {
      break out; // error: undefined label: out
    }
  }

  static double user() {
    return WrongJavaGrad.fGrad(3).value();
  }

  @Differentiable
  static double f(double x) {
    return x;
  }

  @Differentiable
  static double switchOnTruth(double x) {
    switch (x > 1) { // error: are a preview feature and are disabled by default
      case 0: // error: incompatible types: int cannot be converted to boolean
        return x;
      default:
        return 2 * x;
    }
  }

  interface Curve {
    double at(double x);
  }

  interface Slope {
    double at(double x);
  }

  interface Two {
    double at(double x);

    double slopeAt(double x);
  }

  @Differentiable
  static double madeForAnother(double x, int n) {
    Curve[] all = {
      z -> z,
      new Slope() { // error: cannot be converted to rejections.WrongJava.Curve
        @Override
        public double at(double z) {
          return z;
        }
      }
    };
    return all[n].at(x);
  }

  @Differentiable
  static double functionForTwo(double x) {
    Two two = z -> z; // error: incompatible types: rejections.WrongJava.Two is not a functional interface
    return two.at(x);
  }
}
