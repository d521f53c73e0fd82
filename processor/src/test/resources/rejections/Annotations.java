package rejections;

import static cotangent.Derivative.*;

import cotangent.Differentiable;
import java.util.List;

abstract class Annotations {
  @Differentiable(wrt = "y") // error: [CT010] y is not a parameter of unknown(double) @ "y"
  static double unknown(double x) {
    return x;
  }

  @Differentiable(wrt = {"x", "z"}) // error: [CT010] z is not a parameter of oneOfTwoUnknown(double,double). Instead: name one of: x, y. @ "z"
  static double oneOfTwoUnknown(double x, double y) {
    return x;
  }

  @Differentiable(wrt = {"x", "n", "z"}) // error: [CT011] n of type int @ "n" // error: [CT010] z is @ "z"
  static double notDifferentiable(double x, int n) {
    return x;
  }

  @Differentiable(GRADIENT_SUM) // error: [CT012] GRADIENT_SUM does not fit a result of type double[] @ GRADIENT_SUM
  static double[] sumOfArrays(double[] x) {
    return x.clone();
  }

  @Differentiable(GRADIENT) // error: [CT012] GRADIENT does not fit a result of type double[] @ GRADIENT
  static double[] gradientOfArray(double[] x) {
    return x;
  }

  @Differentiable // error: [CT013] hasNoBody(double) is abstract @ @Differentiable
  abstract double hasNoBody(double x);

  @Differentiable // error: [CT013] isNative(double) is native @ @Differentiable
  static native double isNative(double x);

  @Differentiable
  static double ofPrivateType(double x, List<Hidden> y) { // error: [CT014] the generated class cannot name rejections.Annotations.Hidden, which is private @ List<Hidden>
    return x;
  }

  private static class HiddenTrouble extends Exception {}

  private static class HiddenMistake extends RuntimeException {}

  @Differentiable
  static double throwsPrivateType(double x) throws HiddenMistake, HiddenTrouble { // error: [CT014] the generated class cannot name rejections.Annotations.HiddenTrouble, which is private @ HiddenTrouble
    return x;
  }

  @Differentiable
  static double throwsWiderType(double x) throws HiddenTrouble, Exception {
    return x;
  }

  double weight;
  static double shared;
  int count;
  private Secret secret = new Secret(1);

  private record Secret(double x) {}

  @Differentiable(wrt = {"x", "weigth"}) // error: [CT010] weigth is not a parameter of unknownField(double,int) or a field of Annotations. Instead: name one of: x, n, weight, secret. @ "weigth"
  double unknownField(double x, int n) {
    return weight;
  }

  @Differentiable(wrt = "shared") // error: [CT023] the field shared is static @ "shared"
  double ofStaticField(double x) {
    return shared * x;
  }

  @Differentiable(wrt = {"x", "count"}) // error: [CT011] count of type int is not differentiable @ "count"
  double ofInteger(double x, int n) {
    return count * x;
  }

  @Differentiable(wrt = "count") // error: [CT011] count of type int is not differentiable @ "count"
  double theParameterHidesTheField(double x, int count) {
    return count * x;
  }

  @Differentiable(wrt = "weight") // error: [CT010] weight is not a parameter of ofNoObject(double). Instead: name one of: x. @ "weight"
  static double ofNoObject(double x) {
    return x;
  }

  @Differentiable(wrt = "secret")
  double ofPrivateField(double x) { // error: [CT014] the generated class cannot name rejections.Annotations.Secret, which is private
    return x * secret.x();
  }

  private static class Around {
    record Open(double a, double b) {}

    @Differentiable
    static double withinPrivateType(Open open) { // error: [CT014] the generated class cannot name rejections.Annotations.Around, which is private @ Open
      return open.a * open.b;
    }

    enum Choice {
      ONE,
      TWO
    }

    @Differentiable
    static double constantWithinPrivateType(Choice choice, double x) {
      return choice == Choice.ONE ? x * x : x;
    }
  }

  private static class Hidden {}

  private record HiddenPair(double a, double b) {
    @Differentiable
    double ofPrivateRecord(double x) { // error: [CT014] the generated class cannot name rejections.Annotations.HiddenPair, which is private
      return a * x;
    }
  }

  @Differentiable // error: [CT016] no parameter of ofInteger(int) @ @Differentiable
  static double ofInteger(int x) {
    return x;
  }

  @Differentiable // error: [CT017] the result type int @ @Differentiable
  static int toInteger(double x) {
    return (int) x;
  }

  @Differentiable
  static <T extends Number> T generic(double x, T t) { // error: [CT019] a derivative would be of a type that is written with T @ T
    return t;
  }
}

record Pair(double a, double b) {}

class OfRecords {
  @Differentiable({VJP, JACOBIAN}) // error: [CT012] JACOBIAN does not fit a result of type rejections.Pair @ JACOBIAN
  static Pair jacobianOfRecord(double x) {
    return new Pair(x, x);
  }

  @Differentiable({HESSIAN, HVP}) // error: [CT012] HESSIAN does not fit a result of type void // error: [CT012] HVP does not
  static void noNumber(double[] x) {
    x[0] = x[1];
  }

  @Differentiable(JACOBIAN) // error: [CT012] JACOBIAN does not fit 2 results, a and b. Instead: ask for JVP or VJP, or write all results into one array
  static void twoResults(double[] x, double[] a, double[] b) {
    a[0] = x[0] * x[1];
    b[0] = x[0] + x[1];
  }

  @Differentiable // error: [CT017] the result type void
  static void nothing(double x) {}
}
