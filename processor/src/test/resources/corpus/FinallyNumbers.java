package corpus;

import cotangent.Differentiable;

/** Numbers in exceptions that pass {@code finally} and resources. */
@SuppressWarnings({"serial", "finally"})
class FinallyNumbers {
  static class TooLarge extends RuntimeException { final double by; final int k; TooLarge(double by, int k) { super("v"); this.by = by; this.k = k; } }
  static class TooSmall extends Exception { final double v; TooSmall(double v) { super("s"); this.v = v * v; } }
  static final class Far extends TooLarge { final double far; Far(double far) { super(far * 2, 7); this.far = far; } }
  static class Res implements AutoCloseable { double s; final double[] log; Res(double s, double[] log) { this.s = s; this.log = log; } double use(double v) { s += v; if (s > 3) throw new TooLarge(s - 3, 1); return s * v; } public void close() { log[0] += s; s = 0; } }
  static double withdraw(double v, int k) throws TooSmall { if (v > 2) throw new TooLarge(v - 2, k); if (v < 0) throw new TooSmall(v); return v * v; }
  @Differentiable static double besideIndices(double x, int n) {
    double[] a = {x, x * x};
    try { try { return withdraw(x, n) + a[n % 3 < 0 ? 0 : n % 3]; } finally { a[0] *= 2; } }
    catch (TooLarge e) { return e.by * a[0] + e.k; } catch (TooSmall e) { return e.v * a[1]; } catch (ArrayIndexOutOfBoundsException e) { return -a[0]; }
  }
  @Differentiable static double ofResources(double x, int n) {
    double[] log = {x};
    try (Res r = new Res(x, log); Res q = new Res(x * x, log)) { return r.use(x) * q.use(x); }
    catch (TooLarge e) { return e.by * log[0] + e.k; }
  }
  @Differentiable static double inLoop(double x, int n) {
    double r = 0;
    for (int i = 0; i < 4; i++) {
      try { try { r += withdraw(x + i - 1, i); } finally { r *= 1.5; } }
      catch (TooLarge e) { r += e.by * e.k; if (i > 2) break; } catch (TooSmall e) { r -= e.v; continue; }
      r += x;
    }
    return r;
  }
  static double far(double x, int n) throws TooSmall { double[] c = {0}; try { c[0] += x; if (x > 4) throw new Far(x * c[0]); return withdraw(x, n); } finally { c[0] = -1; } }
  @Differentiable static double ofSubclass(double x, int n) {
    try { return far(x, n); } catch (Far e) { return e.far * e.by; } catch (TooLarge e) { return e.by + e.k; } catch (TooSmall e) { return e.v; }
  }
  @Differentiable static double toldApart(double x, int n) {
    try { return far(x, n); } catch (TooLarge e) { return e instanceof Far ? x : e.by + e.k; } catch (TooSmall e) { return e.v; }
  }
  @Differentiable static double thrownOn(double x, int n) {
    double s = 0;
    try { try { s += withdraw(x, n); } catch (TooLarge e) { s += e.by; throw e; } finally { s *= 3; } }
    catch (TooLarge e) { return s * e.by; } catch (Exception e) { return s - x; }
    return s;
  }
  static double guarded(double x, int n, double[] out) throws TooSmall { try { out[0] += x; return withdraw(x * n, n); } finally { out[0] *= out[0]; if (n == 3) out[0] += 1; } }
  @Differentiable static double helped(double x, int n) {
    double[] out = {0.5}; double r = 0;
    for (int i = 0; i < 3; i++) try { r += guarded(x + i, n, out); } catch (TooLarge | IllegalStateException e) { r += out[0]; } catch (TooSmall e) { r += e.v * out[0]; break; }
    return r * out[0];
  }
  @Differentiable static double interrupted(double x, int n) {
    double r = 1;
    try { for (int i = 0; i < n; i++) { try { r += withdraw(x * i, i); } finally { if (i == 2) continue; r += x; } } } catch (TooLarge e) { r += e.by; } catch (TooSmall e) { r += e.v; }
    return r;
  }
  @Differentiable static double replaced(double x, int n) {
    try { try { return withdraw(x, n); } finally { if (n == 1) throw new TooLarge(x * 5, 9); } } catch (TooLarge e) { return e.by * e.k; } catch (TooSmall e) { return e.v * x; }
  }
  static double step(double x, int n) { if (n == 0) { if (x > 2) throw new TooLarge(1, 2); return x; } return step(x * 1.2, n - 1); }
  @Differentiable static double recursive(double x, int n) {
    double r = 0;
    try { try { r = step(x, n % 3 < 0 ? 0 : n % 3); } finally { r += x; } } catch (TooLarge e) { return e.k * x + r; }
    return r;
  }
  @Differentiable static double locked(double x, int n) {
    double r = x;
    synchronized (FinallyNumbers.class) { try { try { r = withdraw(x, n); } finally { r += x; } } catch (TooLarge e) { r *= e.by; } catch (TooSmall e) { r -= e.v; } }
    return r;
  }

  static Runnable outside = () -> { throw new TooLarge(0.25, 2); };

  @Differentiable static double ofSeveral(double x, int n) {
    try { try { if (n == 0) outside.run(); return withdraw(x, n); } finally { x *= 2; } }
    catch (TooLarge e) { return e.by * x + e.k; } catch (TooSmall e) { return e.v + x; }
  }

  static final class Counted implements AutoCloseable {
    private final double[] closed;
    private final double by;

    Counted(double[] closed, double by) {
      this.closed = closed;
      this.by = by;
    }

    @Override
    public void close() {
      closed[0] += by;
    }
  }

  /** A resource that is null is not closed. */
  @Differentiable
  static double perhapsClosed(double x, int k) {
    double[] closed = {1};
    double value = 0;
    try (Counted one = k > 1 ? new Counted(closed, x) : null;
        Counted none = null) {
      value += one == null || none != null ? x * x : one.by * 3;
    }
    return value * closed[0];
  }
}
