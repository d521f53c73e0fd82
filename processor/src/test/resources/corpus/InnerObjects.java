package corpus;

import cotangent.Differentiable;

/** Objects of inner classes that come from outside: they reach the ones around them. */
class InnerObjects {
  private final double rate;
  final double factor = 3;
  private final double[] weights = {1, -2, 0.5};
  double count = 2;

  InnerObjects(double rate) {
    this.rate = rate;
  }

  double scaled(double x) {
    return rate * x + plus(x) * count;
  }

  private double plus(double x) {
    return x * x * factor;
  }

  class Entry {
    private final double own;

    Entry(double own) {
      this.own = own;
    }

    @Differentiable
    double field(double x) {
      return rate * x * x * own;
    }

    @Differentiable
    double sum(double x) {
      double sum = x;
      for (double weight : weights) {
        sum = sum * x + weight * InnerObjects.this.rate;
      }
      return sum;
    }

    @Differentiable
    double method(double x) {
      return scaled(x) * own + plus(own * x);
    }

    @Differentiable
    double constant(double x) {
      return factor * x * x;
    }

    private double twice(double x) {
      return x > 5 ? scaled(x) : twice(x * x + 1) * rate;
    }

    @Differentiable
    double recurring(double x) {
      return twice(x) + InnerObjects.this.scaled(x);
    }

    /** One that reaches two others around it. */
    class Part {
      @Differentiable
      double deep(double x) {
        return own * scaled(x) + rate * x * Entry.this.own;
      }

      @Differentiable
      double another(double x) {
        return new Part().deep(x) + new Entry(x).field(x);
      }
    }
  }

  /** One that has its own field of a name that is around it as well. */
  class Bonus extends Entry {
    final double rate = 0.25;

    Bonus() {
      super(2);
    }

    @Differentiable
    double bonus(double x) {
      return method(x) * rate + field(x) * count;
    }
  }

  static final InnerObjects OUTER = new InnerObjects(0.5);
  static final Entry ENTRY = OUTER.new Entry(3);
  static final Entry.Part PART = ENTRY.new Part();
  static final Bonus BONUS = new InnerObjects(1.5).new Bonus();

  @Differentiable
  static double ofEntry(double x) {
    return ENTRY.method(x) + ENTRY.sum(x) * PART.deep(x);
  }

  @Differentiable
  static double ofBonus(double x) {
    return BONUS.bonus(x) * x;
  }

  @Differentiable
  static double caught(double x) {
    double result = x;
    try {
      result *= PART.deep(x);
      if (x > 0) {
        throw new IllegalStateException();
      }
    } catch (IllegalStateException e) {
      result *= ENTRY.field(x);
    }
    return result;
  }
}
