package rejections;

import cotangent.Differentiable;

/** The object around an inner class is out of reach where the name of its field is unsure. */
class InnerClasses {
  double k = 2;

  double scaled(double x) {
    return k * x;
  }

  class Inner {
    double own = 4;
    double this$0 = 1;

    @Differentiable
    double field(double x) {
      return k * x; // error: [CT040] the object around an inner class cannot be differentiated. Instead: make the class static @ k
    }

    @Differentiable
    double named(double x) {
      return InnerClasses.this.k * x; // error: [CT040] the object around an inner class @ InnerClasses.this
    }

    @Differentiable
    double method(double x) {
      return scaled(x); // error: [CT040] the object around an inner class @ scaled(x)
    }

    @Differentiable
    double itself(double x) {
      return own * Inner.this.own * x;
    }
  }

  /** Where classes are static, compilers don't agree on the name. */
  static class Nested {
    double q = 2;

    class Inner {
      @Differentiable
      double field(double x) {
        return q * x; // error: [CT040] the object around an inner class @ q
      }
    }
  }

  class Part {
    double own = 2;

    double at(double x) {
      return k * x; // error: [CT040] the object around an inner superclass cannot be differentiated. Instead: make the class static @ k
    }
  }

  class Other {
    class Below extends Part {}
  }

  @Differentiable
  static double below(double x) {
    return new InnerClasses().new Other().new Below().at(x);
  }

  static class Made extends Part {
    Made(InnerClasses around) {
      around.super(); // error: [CT040] a constructor of an inner superclass cannot be differentiated @ around.super()
    }
  }

  @Differentiable
  static double made(double x) {
    return new Made(new InnerClasses()).own * x;
  }
}
