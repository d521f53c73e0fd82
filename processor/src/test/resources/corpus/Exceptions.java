package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** {@code try}: what is thrown half-way and caught, and what is done at the end in any case. */
class Exceptions {
  static double root(double x) {
    if (x < 0) {
      throw new IllegalArgumentException("negative: " + x);
    }
    return Math.sqrt(x);
  }

  @Differentiable
  @Inputs("x = 2")
  @Inputs("x = -2")
  static double caughtFromHelper(double x) {
    try {
      return root(x) * 3;
    } catch (IllegalArgumentException e) {
      return x * x;
    }
  }

  @Differentiable
  @Inputs("x = {1, -2, 3, -4}")
  static double halfWay(double[] x) {
    double sum = 0;
    for (double each : x) {
      double before = each * each;
      try {
        before *= 2;
        sum += root(each) * before;
        before *= each;
      } catch (IllegalArgumentException e) {
        sum -= before * each;
      }
      sum *= before;
    }
    return sum;
  }

  @Differentiable
  @Inputs("x = {1, 2, 3}; n = 2")
  @Inputs("x = {1, 2, 3}; n = 5")
  static double beyondTheEnd(double[] x, int n) {
    double product = 1;
    int i = 0;
    try {
      while (i < n) {
        product *= x[i];
        i++;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      product += x[i - 1];
    }
    return product * i;
  }

  @Differentiable
  @Inputs("x = {1, 2, 3}; k = 0")
  @Inputs("x = {1, 2, 3}; k = 1")
  @Inputs("x = {1, 2, 3}; k = 3")
  static double divided(double[] x, int k) {
    double sum = 1;
    try {
      for (int i = 0; i < x.length; i++) {
        sum *= x[12 / k % x.length] + x[i];
        x[i] *= sum;
        if (12 % k == 0 && i == 1 && k == 3) {
          throw new IllegalStateException();
        }
      }
      return sum;
    } catch (ArithmeticException e) {
      return x[0] * sum;
    } catch (IllegalStateException | NullPointerException e) {
      return x[1] * x[1] * sum;
    }
  }

  @Differentiable
  @Inputs("v = {1, 2}; w = {3, 4}")
  @Inputs("v = {1, 2}; w = null")
  static double absent(double[] v, double[] w) {
    double sum = v[0];
    try {
      sum *= v[1];
      sum += w[0] * v[0];
      sum *= w[1];
    } catch (NullPointerException e) {
      sum *= sum;
    }
    return sum;
  }

  @Differentiable
  @Inputs("x = 1.5; k = 0")
  @Inputs("x = 1.5; k = 1")
  @Inputs("x = 1.5; k = 2")
  @Inputs("x = 1.5; k = 3")
  static double nested(double x, int k) {
    double y = x;
    try {
      y *= x;
      try {
        if (k == 1) {
          throw new IllegalStateException("inner");
        } else if (k == 2) {
          throw new IllegalArgumentException("outer");
        }
        y += x;
      } catch (IllegalStateException e) {
        y *= 5;
      } finally {
        y += 1;
      }
      if (k == 3) {
        throw new UnsupportedOperationException();
      }
      y *= y;
    } catch (IllegalArgumentException e) {
      y = y * 7 * x;
    } catch (RuntimeException e) {
      y = -y;
    }
    return y;
  }

  @Differentiable
  @Inputs("x = {1, 2, 3, 4, 5, 6}")
  static double jumpsThroughFinally(double[] x) {
    double sum = 0;
    int done = 0;
    outer:
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < x.length; i++) {
        try {
          if (i == 1) {
            continue;
          } else if (i == 3 && round == 0) {
            break;
          } else if (i == 2 && round == 1) {
            continue outer;
          } else if (i == 4 && round == 2) {
            return sum * x[5];
          }
          sum += x[i] * x[i];
        } finally {
          done++;
          sum *= 1 + 0.01 * done * x[0];
        }
      }
      sum += 1;
    }
    return sum;
  }

  @Differentiable
  @SuppressWarnings("finally")
  static double finallyReturns(double x) {
    try {
      return x * x;
    } finally {
      return x * x * x;
    }
  }

  @Differentiable
  static double valueIsKept(double x) {
    double y = x;
    try {
      return y * x;
    } finally {
      y = 100;
    }
  }

  @Differentiable
  @SuppressWarnings("finally")
  @Inputs("x = 2; n = 3")
  @Inputs("x = 2; n = 8")
  static double finallyBreaks(double x, int n) {
    double y = 1;
    for (int i = 0; i < n; i++) {
      try {
        y *= x;
        if (i == 5) {
          throw new IllegalStateException();
        }
      } finally {
        y += x;
        if (i > 4) {
          break;
        }
      }
    }
    return y;
  }

  static class Stopped extends Exception {
    private static final long serialVersionUID = 1;

    Stopped(String message) {
      super(message);
    }
  }

  static double step(double x, int i) throws Stopped {
    if (i > 3) {
      throw new Stopped("at " + i);
    }
    return x * (i + 1);
  }

  @Differentiable
  static double checked(double x) {
    double y = 0;
    int i = 0;
    try {
      for (; ; i++) {
        y += step(x, i) * step(x, i);
      }
    } catch (Stopped stopped) {
      y *= stopped.getMessage().length() + i;
    }
    return y;
  }

  @Differentiable
  @Inputs("x = -1.5")
  @Inputs("x = 1.5")
  static double thrownOn(double x) {
    try {
      return root(x);
    } catch (RuntimeException e) {
      if (x < -100) {
        throw e;
      }
      return x * 3;
    }
  }

  /** Newton's method, which begins again where it fails. */
  @Differentiable
  @Inputs("x = 2")
  @Inputs("x = 50")
  static double again(double x) {
    double guess = x;
    for (int attempt = 0; ; attempt++) {
      try {
        double y = guess;
        for (int i = 0; i < 8; i++) {
          if (y > 20) {
            throw new ArithmeticException("diverges");
          }
          y = (y + x / y) / 2;
        }
        return y;
      } catch (ArithmeticException e) {
        guess /= 3;
        if (attempt > 5) {
          throw new IllegalStateException("no root", e);
        }
      }
    }
  }

  static final Object LOCK = new Object();

  @Differentiable
  @Inputs("x = {1, 2, 3}")
  static double locked(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      synchronized (LOCK) {
        if (i == 2) {
          return sum * x[i];
        }
        sum += Math.exp(x[i]);
        x[i] = sum;
      }
      sum *= sum;
    }
    return sum;
  }

  static synchronized double together(double x, double y) {
    return x * y + y;
  }

  @Differentiable
  static synchronized double lockedMethods(double x) {
    return together(x, x * x) * together(x, 3);
  }

  @Differentiable
  @Inputs("x = 1.5; text = \"12\"")
  @Inputs("x = 1.5; text = \"twelve\"")
  static double fromOutside(double x, String text) {
    double y = x;
    try {
      y *= x;
      y *= Integer.parseInt(text);
      y += text.length() + x;
    } catch (NumberFormatException e) {
      y += x * x * e.getMessage().length();
    }
    return y;
  }

  static int count;

  static int seen() {
    return count;
  }

  static void reset() {
    count = 0;
  }

  static void count(int most) {
    if (++count > most) {
      count = 0;
      throw new IllegalStateException("enough");
    }
  }

  @Differentiable
  @Inputs("x = 1.5; n = 3")
  @Inputs("x = 1.5; n = 0")
  static double counted(double x, int n) {
    reset();
    double y = 1;
    try {
      for (int i = 0; i < 6; i++) {
        count(n);
        y *= x;
      }
    } catch (IllegalStateException e) {
      y += x;
    } finally {
      y *= 2;
    }
    return y * seen();
  }

  static final java.util.concurrent.locks.Lock GUARD =
      new java.util.concurrent.locks.ReentrantLock();

  @Differentiable
  @Inputs("x = {1, 2, 3}")
  static double guarded(double[] x) {
    GUARD.lock();
    try {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += x[i] * x[i];
      }
      return sum;
    } finally {
      GUARD.unlock();
    }
  }

  static class Counter {
    double sum;

    void add(double x) {
      if (x > 3) {
        throw new IllegalArgumentException();
      }
      sum += x * x;
    }
  }

  @Differentiable
  @Inputs("x = {1, 2, 2.5, 4, 5}")
  static double object(double[] x) {
    Counter counter = new Counter();
    try {
      for (double each : x) {
        counter.add(each);
        counter.sum *= each;
      }
    } catch (IllegalArgumentException e) {
      counter.sum *= counter.sum;
    }
    return counter.sum;
  }

  static final StringBuilder LOG = new StringBuilder();

  static class Source implements AutoCloseable {
    final String name;

    Source(String name) {
      this.name = name;
      LOG.append('+').append(name);
    }

    int next() {
      return name.length();
    }

    @Override
    public void close() {
      LOG.append('-').append(name);
      if (name.equals("bad")) {
        throw new IllegalStateException(name);
      }
    }
  }

  static void begin() {
    LOG.setLength(0);
  }

  static int written() {
    return LOG.length();
  }

  @Differentiable
  @Inputs("x = 2; name = \"good\"")
  @Inputs("x = -2; name = \"good\"")
  @Inputs("x = 2; name = \"bad\"")
  @Inputs("x = -2; name = \"bad\"")
  static double resources(double x, String name) {
    begin();
    double y = x;
    try (Source one = new Source("one");
        Source other = new Source(name)) {
      y *= one.next() * x;
      y += root(x) * other.next();
    } catch (IllegalStateException e) {
      y += 3 * x;
    } catch (IllegalArgumentException e) {
      y += 7 * x * x;
    } finally {
      y *= written();
    }
    return y;
  }

  /** Returns out of a loop, in one of two branches, through code that comes last. */
  @Differentiable
  @Inputs("u = 0.5; z = 0.25")
  @Inputs("u = 0.5; z = 1.25")
  static double returnsThroughTheEnd(double u, double z) {
    try {
      for (int j = 0; j < 2; j++) {
        if (z <= u) {
          z = u * 1.5;
        } else if (j % 2 == 0) {
          return u * 3;
        }
      }
      return z;
    } finally {
      u = Math.sin(u);
    }
  }

  /** Leaves two loops at once, through code that comes last. */
  @Differentiable
  @Inputs("u = 0.5; z = 0.25")
  @Inputs("u = 0.5; z = 1.25")
  static double leavesThroughTheEnd(double u, double z) {
    double sum = 0;
    outer:
    for (int i = 0; i < 3; i++) {
      try {
        for (int j = 0; j < 3; j++) {
          if (z > u) {
            if (j == 1) {
              break outer;
            }
          } else if (j == 2) {
            continue outer;
          }
          sum += u * z * (j + 1);
        }
        sum *= 2;
      } finally {
        sum += Math.sin(u);
        z += 0.2;
      }
    }
    return sum;
  }

  private static final Object RETURNING = new Object();

  /** Nothing can follow a lock in which the method returns. */
  @Differentiable
  static double returnsInLock(double x) {
    if (x > 1) {
      return x;
    }
    synchronized (RETURNING) {
      return x * x * x;
    }
  }

  private static double deepInLocks(int n, double x) {
    if (n > 5) {
      return x;
    }
    synchronized (RETURNING) {
      return deepInLocks(n + 1, x * 0.5);
    }
  }

  @Differentiable
  static double recursInLocks(double x) {
    return deepInLocks(1, x) * deepInLocks(2, x);
  }
}
