package rejections;

import cotangent.Differentiable;

/** Exceptions whose numbers aren't followed to the clause that uses them. */
@SuppressWarnings("serial")
class ExceptionFields {
  static int made;

  static class Best extends RuntimeException {
    final double value;

    Best(double value) {
      this.value = value;
    }
  }

  static class Counted extends RuntimeException {
    final double value;

    Counted(double value) {
      this.value = value;
      made++;
    }
  }

  static class Changing extends RuntimeException {
    double value;

    Changing(double value) {
      this.value = value;
    }
  }

  static double deep(double x, int n) {
    if (x > 5) {
      throw new Best(x); // error: [CT052] a differentiable value flows into new rejections.ExceptionFields.Best
    }
    return n == 0 ? x : deep(1.5 * x, n - 1);
  }

  @Differentiable
  static double recursive(double x) {
    try {
      return deep(x, 6);
    } catch (Best best) {
      return best.value;
    }
  }

  @Differentiable
  static double counted(double x) {
    try {
      if (x > 0) {
        throw new Counted(x); // error: [CT052] a differentiable value flows into new rejections.ExceptionFields.Counted
      }
      return x;
    } catch (Counted e) {
      return e.value;
    }
  }

  @Differentiable
  static double changing(double x) {
    try {
      if (x > 0) {
        throw new Changing(x); // error: [CT052] a differentiable value flows into new rejections.ExceptionFields.Changing
      }
      return x;
    } catch (Changing e) {
      return e.value;
    }
  }

  @Differentiable
  static double ofTwoClasses(double x) {
    try {
      if (x > 0) {
        throw new Best(x); // error: [CT052] a differentiable value flows into new rejections.ExceptionFields.Best
      } else if (x < -1) {
        throw new Changing(1);
      }
      return x;
    } catch (RuntimeException e) {
      return e instanceof Best best ? best.value : x;
    }
  }

  static class Stuck implements AutoCloseable {
    @Override
    public void close() {
      throw new IllegalStateException();
    }
  }

  @Differentiable
  static double ofSuppressed(double x) {
    try (Stuck resource = new Stuck()) {
      if (x > 0) {
        throw new ArithmeticException();
      }
      return x;
    } catch (ArithmeticException e) {
      return x * e.getSuppressed().length; // error: [CT040] what an exception suppressed @ e.getSuppressed()
    }
  }
}
