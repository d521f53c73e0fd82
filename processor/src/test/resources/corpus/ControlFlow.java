package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Branches, loops, jumps and switches. */
class ControlFlow {
  private static final int LIMIT = 6;

  @Differentiable
  static double ifElse(double x, double y) {
    double t;
    if (x > y) {
      t = x * x;
    } else {
      t = y * x;
    }
    return t + x;
  }

  @Differentiable
  static double ifWithoutElse(double x) {
    double t = x;
    if (x > 0) t = t * t;
    if (x > 10) t = 0;
    return t;
  }

  @Differentiable
  static double elseIf(double x, int n) {
    double t = 1;
    if (n == 1) {
      t = x;
    } else if (n == 2) {
      t = x * x;
    } else if (n == 3) {
      t = Math.sin(x);
    } else {
      t -= x;
    }
    return t * t;
  }

  @Differentiable
  static double nestedIf(double x, double y) {
    double t = x;
    if (x > 0) {
      if (y > 0) {
        t *= y;
        x = t + 1;
      } else if (x > 0.5) {
        y = x * t;
      }
      t += x;
    } else {
      x = y;
    }
    return t * x + y;
  }

  @Differentiable
  static double earlyReturn(double x) {
    if (x > 0.5) {
      return x * x;
    }
    if (x < -0.5) {
      x = -x;
      return Math.log(x);
    }
    return Math.cos(x);
  }

  @Differentiable
  static double earlyReturnAfterWork(double x, double y) {
    double t = x * y;
    if (t > 0) {
      t = t * t + x;
      if (y > 1) return t;
      t += y;
    } else {
      return t - 1;
    }
    return t * 3;
  }

  @Differentiable
  static double bothReturn(double x) {
    if (x > 0) {
      return x * 2;
    } else {
      return x * x;
    }
  }

  @Differentiable
  static double forLoop(double x, int n) {
    double p = 1;
    for (int i = 0; i < n; i++) {
      p *= x;
    }
    return p;
  }

  @Differentiable
  static double forLoopUsingIndex(double x, int n) {
    double sum = 0;
    for (int i = 1; i <= n; i++) {
      sum += Math.sin(i * x) / i;
    }
    return sum;
  }

  @Differentiable
  static double loopDown(double x) {
    double t = x;
    for (int i = LIMIT - 1; i >= 0; i--) {
      t = t * x * 0.5 + i;
    }
    return t;
  }

  @Differentiable
  static double loopByThrees(double x) {
    double t = 0;
    for (int i = 0; i < 11; i += 3) {
      t += x * i * t + x;
    }
    for (int i = 11; i > 2; i -= 4) {
      t += x / i;
    }
    return t;
  }

  @Differentiable
  static double loopNeverEntered(double x, int n) {
    double t = x;
    for (int i = n; i < 0; i++) {
      t *= 2 * t;
    }
    return t;
  }

  @Differentiable
  static double nestedLoops(double x, int n) {
    double t = x;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        t = Math.sin(t) + x * j;
      }
      t *= 1.1;
    }
    return t;
  }

  @Differentiable
  static double threeLevels(double x, double y) {
    double a = x;
    double b = y;
    for (int i = 0; i < 3; i++) {
      double c = a * b;
      for (int j = 0; j < 3; j++) {
        double d = c;
        for (int k = 0; k < 3; k++) {
          d = Math.sin(d * b) + a;
          a = a * 0.9 + 0.1 * d;
        }
        c = Math.sin(d * c);
        b = Math.cos(b) + c * 0.1;
      }
      a += c;
    }
    return a * b;
  }

  @Differentiable
  static double fourLevels(double x) {
    double t = x;
    for (int i = 0; i < 2; i++) {
      double u = t;
      for (int j = 0; j < 3; j++) {
        double v = u * t;
        for (int k = i; k < 3; k++) {
          double w = v;
          for (int l = 0; l < k; l++) {
            w = w * u * 0.3 + v * 0.5;
            v = Math.sin(w) + l * u;
          }
          u = u * 0.5 + w;
        }
        t = Math.cos(t + v);
      }
    }
    return t;
  }

  @Differentiable
  static double loopOverConditional(double x, int n) {
    double t = x;
    for (int i = 0; i < n + 3; i++) {
      if (i % 2 == 0) {
        t = t * t - 0.5;
      } else if (t > 0) {
        t = Math.sqrt(t);
      }
    }
    return t;
  }

  @Differentiable
  static double conditionalOverLoop(double x, int n) {
    double t = x;
    if (x > 0) {
      for (int i = 0; i < n; i++) {
        t *= x + 1;
      }
    } else {
      for (int i = 0; i < n; i++) {
        t = 0.5 * t + Math.exp(t);
      }
    }
    return t;
  }

  @Differentiable
  static double whileOnActive(double x) {
    double t = Math.abs(x) + 0.1;
    while (t < 3) {
      t = t * 1.5 + 0.1 * t * t;
    }
    return t;
  }

  @Differentiable
  static double whileOnInt(double x, int n) {
    double t = x;
    while (n > 0) {
      t = t * x + n;
      n = n - 1;
    }
    return t;
  }

  @Differentiable
  static double doWhile(double x) {
    double t = x;
    int i = 0;
    do {
      t = t * 0.7 + x * x;
      i++;
    } while (t < 2 && i < 8);
    return t * i;
  }

  @Differentiable
  static double doWhileOnce(double x) {
    double t = x;
    do {
      t *= x;
    } while (false);
    return t;
  }

  @Differentiable
  static double newton(double a) {
    a = a * a + 0.5;
    double x = a;
    while (Math.abs(x * x - a) > 1e-13 * a) {
      x = 0.5 * (x + a / x);
    }
    return x;
  }

  @Differentiable
  static double activeInit(double x) {
    double sum = 0;
    for (double t = x * x; t < 4; t += 1) {
      sum += t * t;
    }
    return sum;
  }

  @Differentiable
  static double activeInitConditionUpdate(double x, double y) {
    double sum = x;
    double t;
    for (t = x * y; t < 2 + x; t = t + 0.5 + y * y) {
      sum = sum * t + 1;
    }
    return sum * t;
  }

  @Differentiable
  static double severalInits(double x) {
    double s = 0;
    for (double a = x, b = 2 * x; a < b + 3; a += 1, b *= 0.9) {
      s += a * b;
    }
    return s;
  }

  @Differentiable
  static double updateOfTwo(double x, int n) {
    double s = 0;
    int j = 5;
    for (int i = 0; i < n; i++, j--) {
      s += x * i * j;
      s *= x;
    }
    return s * j;
  }

  @Differentiable
  static double emptyClauses(double x) {
    int i = 0;
    double t = x;
    for (; ; ) {
      t = t * x + 1;
      if (++i > 3) break;
    }
    return t;
  }

  @Differentiable
  static double emptyBody(double x) {
    double t = x * x + 0.5;
    for (; t < 5; t *= 2) {}
    for (; t < 20; t += x * x + 1)
      ;
    return t;
  }

  @Differentiable
  static double assignmentInCondition(double x) {
    double t = x;
    double u;
    while ((u = t * t + 0.2) < 2) {
      t = u + 0.3;
    }
    return u * t;
  }

  @Differentiable
  static double indexChangedInBody(double x) {
    double t = x;
    for (int i = 0; i < 10; i++) {
      if (t > 1) {
        i += 2;
      }
      t = t + x * x * i * 0.1 + 0.2;
    }
    return t;
  }

  @Differentiable
  static double boundChangedInBody(double x, int n) {
    double t = x;
    for (int i = 0; i < n; i++) {
      t = t * x + 1;
      if (i == 0) n += 2;
    }
    return t * n;
  }

  @Differentiable
  static double indexUsedAfter(double x, int n) {
    int i;
    double t = x;
    for (i = 0; i < n; i++) {
      t *= x;
    }
    return t * i;
  }

  @Differentiable
  @Inputs("n = 2147483647")
  static double boundAtMaximum(double x, int n) {
    double t = x;
    for (int i = n - 3; i <= n; i++) {
      t = t * x + 0.5;
      if (i == Integer.MAX_VALUE) break;
    }
    return t;
  }

  @Differentiable
  static double longIndex(double x) {
    double t = x;
    for (long i = 0; i < 5L; i++) {
      t += x * i * t * 0.1;
    }
    for (byte b = 0; b < 3; b++) {
      t *= x + b;
    }
    return t;
  }

  @Differentiable
  static double charIndex(double x) {
    double t = 0;
    for (char c = 'a'; c <= 'e'; c++) {
      t = t * x + c / 100.0;
    }
    return t;
  }

  @Differentiable
  static double breakOnActive(double x) {
    double t = x;
    for (int i = 0; i < 20; i++) {
      t = t * 1.2 + 0.3;
      if (t > 2) break;
      t += x * x;
    }
    return t;
  }

  @Differentiable
  static double breakFirst(double x, int n) {
    double t = x;
    for (int i = 0; i < 10; i++) {
      if (i == n) break;
      t = t * x + 1;
    }
    return t;
  }

  @Differentiable
  static double continueSome(double x) {
    double t = x;
    for (int i = 0; i < 8; i++) {
      if (i % 3 == 1) continue;
      t = Math.sin(t) * 2 + x;
      if (t > 1) continue;
      t *= 1.3;
    }
    return t;
  }

  @Differentiable
  static double continueInWhile(double x) {
    int i = 0;
    double t = x;
    while (i < 7) {
      i++;
      if (i == 3 || t > 2) continue;
      t = t + x * i * 0.2;
    }
    return t * t;
  }

  @Differentiable
  static double continueInDo(double x) {
    int i = 0;
    double t = x;
    do {
      if (i % 2 == 0) continue;
      t = t * x + 0.7;
    } while (++i < 6);
    return t;
  }

  @Differentiable
  static double breakAndContinue(double x) {
    double t = x;
    for (int i = 0; ; i++) {
      if (i == 1) continue;
      if (i > 5 || t > 3) break;
      t = t * 1.5 + x * x;
    }
    return t;
  }

  @Differentiable
  static double labelledBreak(double x) {
    double t = x;
    outer:
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        t = t + 0.2 * x * x + 0.1;
        if (t > 1.5) break outer;
        if (j > i) break;
      }
      t *= 1.1;
    }
    return t * t;
  }

  @Differentiable
  static double labelledContinue(double x) {
    double t = x;
    outer:
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        if (j > i) continue outer;
        t = Math.sin(t + i * x) + 0.1 * j;
        if (t < -0.5) continue;
        t *= 1.2;
      }
      t = t * x;
    }
    return t;
  }

  @Differentiable
  static double labelledBlock(double x) {
    double t = x;
    block:
    {
      t = t * t;
      if (x > 0) break block;
      t = Math.exp(t);
    }
    return t * x;
  }

  @Differentiable
  static double labelledThreeDeep(double x) {
    double t = x;
    a:
    for (int i = 0; i < 3; i++) {
      b:
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          t = t * 0.9 + 0.1 * x + 0.05 * k;
          if (t > 0.8 && k == 1) continue b;
          if (t < -0.8) continue a;
          if (t > 1.2) break a;
        }
        t += x * 0.1;
      }
      t *= 1.05;
    }
    return t * x;
  }

  @Differentiable
  static double returnFromLoop(double x) {
    double t = x;
    for (int i = 0; i < 10; i++) {
      t = t * 1.3 + 0.4;
      if (t > 2) {
        return t * x;
      }
    }
    return t;
  }

  @Differentiable
  static double returnFromNestedLoops(double x, double y) {
    double t = x;
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        t = t + 0.1 * y * y + 0.1;
        if (t > 2 + i) {
          return t * j + x;
        }
      }
      t -= 0.3 * x;
      if (t < -3) return t * y;
    }
    return t * x * y;
  }

  @Differentiable
  static double returnFromWhileTrue(double x) {
    double t = x * x;
    while (true) {
      if (t > 3) return t + x;
      t = t * 2 + 0.5;
    }
  }

  @Differentiable
  static double returnFromEveryExit(double x, int n) {
    double t = x;
    for (int i = 0; ; i++) {
      if (i > n) return t;
      t = t * x + 1;
      if (t > 3) return t * 2;
      if (t < 0) {
        t = -t;
        continue;
      }
      t *= 0.5;
    }
  }

  @Differentiable
  static double switchOld(double x, int n) {
    double t = 0;
    switch (n) {
      case 1:
        t = x;
        break;
      case 2:
      case 3:
        t = x * x;
        break;
      default:
        t = Math.exp(x);
    }
    return t * 2;
  }

  @Differentiable
  @SuppressWarnings("fallthrough")
  static double switchFallsThrough(double x, int n) {
    double t = 1;
    switch (n) {
      case 1:
        t += x;
      case 2:
        t *= x;
      default:
        t -= x;
        break;
      case 4:
        t = t / (2 + x);
    }
    return t;
  }

  @Differentiable
  static double switchDefaultInMiddle(double x, int n) {
    switch (n) {
      case 1:
        return x;
      default:
        return x * x;
      case 3:
        x = x * 3;
    }
    return x * 7;
  }

  @Differentiable
  static double switchArrows(double x, int n) {
    double t = x;
    switch (n) {
      case 1 -> t = x * 3;
      case 2, 3 -> {
        double u = t * t;
        t = u + x;
      }
      default -> {
        return x;
      }
    }
    return t * t;
  }

  @Differentiable
  static double switchExpression(double x, int n) {
    double t =
        switch (n) {
          case 1 -> x;
          case 2 -> {
            double u = x * x;
            yield u + 1;
          }
          default -> Math.sin(x);
        };
    return t * x;
  }

  @Differentiable
  static double switchExpressionOld(double x, int n) {
    return x
        * switch (n) {
          case 1:
            yield x;
          case 2:
          case 3:
            if (x > 0) yield 2;
            yield x * 3;
          default:
            double u = x + 1;
            yield u * u;
        };
  }

  @Differentiable
  static double switchInLoop(double x) {
    double t = x;
    for (int i = 0; i < 6; i++) {
      switch (i % 4) {
        case 0:
          t += x;
          break;
        case 1:
          continue;
        case 2:
          t *= x;
          if (t > 1) break;
          t += 1;
          break;
        default:
          t = Math.sin(t);
      }
      t *= 1.1;
    }
    return t;
  }

  @Differentiable
  static double switchOnChar(double x, char c) {
    return switch (c) {
      case 'a', 'b' -> x * x;
      case 'c' -> x;
      default -> 3 * x;
    };
  }

  @Differentiable
  static double switchWithoutMatch(double x, int n) {
    switch (n) {
      case 100:
        x = 0;
        break;
      case 200:
        x = 1;
    }
    return x * x;
  }

  @Differentiable
  static double flagKeptAcrossIterations(double x) {
    boolean up = true;
    double t = x;
    for (int i = 0; i < 8; i++) {
      if (up) {
        t = t * 1.4 + 0.2;
        if (t > 2) up = false;
      } else {
        t = t * 0.5 - x * x;
        if (t < 0) up = true;
      }
    }
    return t;
  }

  @Differentiable
  static double intStateOverwritten(double x) {
    int k = 1;
    double t = x;
    for (int i = 0; i < 6; i++) {
      t = t * x + k;
      k = (k * 3 + i) % 7;
      if (k > 3) {
        t -= k * x;
        k -= 2;
      }
    }
    return t * (k + 1);
  }

  @Differentiable
  static double whileOverWhile(double x) {
    double t = x * x + 0.1;
    int outer = 0;
    while (outer < 3) {
      double u = t;
      while (u < 2) {
        u = u * 1.6 + 0.1;
      }
      t = t * 0.5 + u * 0.3;
      outer++;
    }
    return t;
  }

  @Differentiable
  static double loopWithTwoResults(double x, int n) {
    double even = 0;
    double odd = 0;
    for (int i = 0; i < n + 2; i++) {
      double t = odd;
      odd = even * x + 1;
      even = t * x - 1;
    }
    return even * odd;
  }

  @Differentiable
  static double fibonacci(double x, double y) {
    for (int i = 0; i < 7; i++) {
      double t = x + y;
      x = y;
      y = t;
    }
    return x * y;
  }

  @Differentiable
  static double horner(double x) {
    final int degree = 6;
    double sum = 0;
    for (int i = degree; i >= 0; i--) sum = sum * x + 1.0 / (i + 1);
    return sum;
  }

  @Differentiable
  static double loopInvariantWork(double x, double y, int n) {
    double t = 0;
    for (int i = 0; i < n; i++) {
      t += Math.exp(x * y) * i + Math.sin(y);
    }
    return t;
  }

  @Differentiable
  static double constantLoop(double x) {
    double weight = 0;
    for (int i = 0; i < 5; i++) {
      weight += Math.sqrt(i);
    }
    return weight * x;
  }

  @Differentiable
  static double lastValueOnly(double x, int n) {
    double t = 0;
    for (int i = 0; i <= n; i++) {
      t = x * i;
    }
    return t;
  }

  @Differentiable
  static double untilConvergence(double x) {
    x = Math.abs(x) + 0.2;
    double t = 1;
    double before;
    int steps = 0;
    do {
      before = t;
      t = Math.cos(t * x * 0.3);
      steps++;
    } while (Math.abs(t - before) > 1e-14 && steps < 200);
    return t;
  }

  @Differentiable
  static double bisection(double x) {
    double target = x * x + 0.5;
    double low = 0;
    double high = 3 * target;
    for (int i = 0; i < 3; i++) {
      double middle = 0.5 * (low + high);
      if (middle * middle > target) high = middle;
      else low = middle;
    }
    return low * high;
  }

  @Differentiable
  @Inputs("n = 0")
  @Inputs("n = 1")
  @Inputs("n = 3")
  static double endlessElsewhere(double x, int n) {
    double t = x * x;
    if (n > 5) {
      while (true) {
        t += x;
      }
    }
    int two = 2;
    if (two > 1) {
      if (n > 6) {
        do {
          two = 100 / two - 1;
        } while (true);
      }
      t *= x;
    }
    while (n > 4) t += 1;
    switch (n) {
      case 7:
        for (; ; ) n++;
      case 1:
        t *= 3;
        break;
      case 8:
        while (true) {}
      default:
        t += 2 * x;
    }
    return t;
  }

  /** A sum that is changed by calls: what a loop carries is known only once its body is read. */
  static final class Total {
    double sum;

    void add(double x) {
      sum += 1 + x * x;
    }
  }

  @Differentiable
  static double headBesideAnObject(double x) {
    Total total = new Total();
    double a = x;
    while (true) {
      if (total.sum > 1) {
        a *= 0.5;
      }
      final double limit = 3 + 0.1 * a;
      final double m = limit * a;
      if (total.sum >= limit || m > 50) {
        return total.sum * m;
      }
      total.add(a);
      a = a * 1.1 + m * 0.01;
    }
  }

  @Differentiable
  static double headOnce(double x) {
    double s = x;
    while (true) {
      double t = x * x;
      if (t > 2) {
        break;
      }
      s += t * s;
      break;
    }
    return s * x;
  }

  @Differentiable
  static double headOnceWithCounter(double x, int n) {
    Total total = new Total();
    for (int i = n; ; i++) {
      double t = x * x;
      if (t > i) {
        return t + total.sum;
      }
      total.add(t);
      if (i > 0) {
        return total.sum * x;
      }
      return total.sum + t;
    }
  }
}
