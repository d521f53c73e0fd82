package rejections;

import cotangent.Differentiable;

class LocalClasses {
  Object inField =
      new Object() {
        @Differentiable // error: [CT025] a method of a class without a name of its own @ @Differentiable
        double f(double x) {
          return x;
        }
      };

  Runnable inLambda =
      () -> {
        record Pair(double a, double b) {
          @Differentiable // error: [CT025] a method of a class without a name of its own
          static double f(double x) {
            return x;
          }
        }
      };

  void inMethod() {
    class Local {
      @cotangent.Differentiable // error: [CT025] a method of a class without a name of its own
      double f(double x) {
        return x;
      }

      @Deprecated
      class Inner {
        @Differentiable // error: [CT025] a method of a class without a name of its own
        double f(double x) {
          return x;
        }
      }
    }
  }

  enum Shape {
    ROUND {
      @Differentiable // error: [CT025] a method of a class without a name of its own
      double area(double r) {
        return Math.PI * r * r;
      }
    };

    @Differentiable
    static double square(double r) {
      return r * r;
    }
  }

  record Measured(@Differentiable double length) {} // error: [CT013] length() is written by the compiler

  Object used = LocalClasses_ShapeGrad.square(2);
}
