package rejections;

import cotangent.Differentiable;
import java.util.function.DoubleUnaryOperator;

class Syntax {
  static final int ROUNDS = Integer.parseInt("3");

  @Differentiable
  static double several(double x) {
    try {
      x += Math.addExact(ROUNDS, 1); // error: [CT040] arithmetic that ends in an exception
    } catch (ArithmeticException e) {
      x = 0;
    }
    {
      class Local {} // error: [CT040] a class of this method that can't be told from others
      record Pair(double a, double b) {} // error: [CT040] a class of this method that can't be told from others
    }
    {
      class Local {} // error: [CT040] a class of this method that can't be told from others
      record Pair(double a, double b) {} // error: [CT040] a class of this method that can't be told from others
    }
    DoubleUnaryOperator f = y -> y;
    DoubleUnaryOperator g = Math::sin;
    Object o = new Object() {};
    boolean b = o instanceof String;
    return x;
  }

  @Differentiable
  static double inHelper(double x) {
    return helper(x) + 1;
  }

  static double helper(double x) {
    double y = x * 2;
    Runnable inside =
        new Runnable() {
          @Override
          public void run() {
            class Local {} // error: [CT040] a class of this method that can't be told from others
          }
        };
    inside.run();
    return y;
  }

  static class Twice {
    double at(double x) {
      return 2 * x;
    }
  }

  @Differentiable
  static double beforeItIsDeclared(double x) {
    double y = new Twice().at(x);
    class Twice { // error: [CT040] a class of this method that can't be told from others
      double at(double z) {
        return z * x;
      }
    }
    return y * new Twice().at(x);
  }

  @Differentiable
  static double behindItsBlock(double x) {
    double y;
    {
      class Twice { // error: [CT040] a class of this method that can't be told from others
        double at(double z) {
          return z * x;
        }
      }
      y = new Twice().at(x);
    }
    return y * new Twice().at(x);
  }

  @Differentiable
  static double fine(double x) {
    return x * x;
  }

  SyntaxGrad.FineGradient gradient;

  enum Stateful {
    READ {
      double k = 2;

      double at(double x) {
        return k * x; // error: [CT040] a field that one constant of an enum has alone cannot be differentiated. Instead: make it a constant, or declare it in the enum @ k
      }
    };

    abstract double at(double x);
  }

  enum Counting {
    COUNT {
      int n;

      double at(double x) {
        n++; // error: [CT040] a field that one constant of an enum has alone @ n
        return x;
      }
    };

    abstract double at(double x);
  }

  @Differentiable
  static double ofStateful(double x) {
    return Stateful.READ.at(x);
  }

  @Differentiable
  static double ofCounting(double x) {
    return Counting.COUNT.at(x);
  }

  static double run(double x, DoubleUnaryOperator f) {
    return f == null ? x : f.applyAsDouble(x);
  }

  @Differentiable
  static double chosenTwice(double x, int n) {
    return run(x, n > 2 ? null : n > 0 ? t -> t * t : Math::exp); // error: [CT040] a choice among functions whose type follows from the call
  }

  @Differentiable
  static double narrowerArray(double x, int n) {
    Object[] words = new String[] {"a"};
    if (n > 2) {
      words[0] = new double[] {x}; // error: [CT040] an element that its array doesn't take
    }
    return x;
  }
}
