package rejections;

import cotangent.Differentiable;

/** What belongs to the object around an inner class is out of reach. */
class InnerClasses {
  double k = 2;
  private double[] weights = {1, 2};

  double scaled(double x) {
    return k * x;
  }

  class Inner {
    double own = 4;

    @Differentiable
    double field(double x) {
      return k * x; // error: [CT040] the object around an inner class cannot be differentiated. Instead: make the class static @ k
    }

    @Differentiable
    double hidden(double x) {
      return weights[1] * x; // error: [CT040] the object around an inner class @ weights
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
}
