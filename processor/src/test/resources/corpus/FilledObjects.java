package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Arrays of objects that are filled or seen as lists, and objects that have to be there. */
class FilledObjects {

  interface Sh { double area(double s); }
  enum Unit implements Sh { U { public double area(double s) { return s; } }, V { public double area(double s) { return s * s; } } }
  static final class Sq implements Sh { final double k; Sq(double k) { this.k = k; } public double area(double s) { return k * s; } }
  static final Sh ONE = new Sq(1);
  @Differentiable static double withConstantOfEnum(double x) { Sh[] a = new Sh[3]; Arrays.fill(a, Unit.U); a[1] = new Sq(x); double s = 0; for (Sh e : a) s += e.area(x); return s; }
  @Differentiable static double withObject(double x) { Sh[] a = new Sh[3]; Arrays.fill(a, new Sq(x)); double s = 0; for (Sh e : a) s += e.area(x); return s; }
  @Differentiable static double withConstant(double x) { Sh[] a = new Sh[3]; Arrays.fill(a, ONE); a[2] = new Sq(x); double s = 0; for (Sh e : a) s += e.area(x); return s; }
  record P(double a, double b) { static final P ZERO = new P(0, 0); }
  @Differentiable static double withRecords(double x) { P[] a = new P[3]; Arrays.fill(a, P.ZERO); a[2] = new P(x, x); double s = 0; for (P e : a) s += e.a * x + e.b; return s; }
  @Differentiable static double inPart(double x) { P[] a = new P[3]; Arrays.fill(a, 1, 3, new P(x, 2)); a[0] = new P(x, x); double s = 0; for (P e : a) s += e.a * x + e.b; return s; }

  record Row(double a, double b) {}
  @Differentiable static double listed(double x, double y) { Row[] rows = {new Row(x, y), new Row(y, x * y)}; double s = 0; Iterator<Row> it = Arrays.asList(rows).iterator(); while (it.hasNext()) { Row r = it.next(); s += r.a() * r.b(); } return s; }
  @Differentiable static double listedCopy(double x, double y) { Row[] rows = {new Row(x, y), new Row(y, x * y)}; double s = 0; for (Iterator<Row> it = List.of(rows).iterator(); it.hasNext();) { Row r = it.next(); s += r.a() * r.b(); } return s; }
  @Differentiable static double given(double[] x) { Row[] rows = new Row[x.length]; for (int i = 0; i < x.length; i++) rows[i] = new Row(x[i], x[i] * x[0]); double s = 0; Iterator<Row> it = Arrays.asList(rows).iterator(); while (it.hasNext()) { Row r = it.next(); s += r.a() * r.b(); } return s; }
  @Differentiable static double arrays(double[][] rows) { double s = 0; Iterator<double[]> it = Arrays.asList(rows).iterator(); while (it.hasNext()) { double[] r = it.next(); s += r[0] * r[r.length - 1]; } return s; }
  @Differentiable static double loops(double[] x) { Row[] rows = new Row[x.length]; for (int i = 0; i < x.length; i++) rows[i] = new Row(x[i], x[i] * x[0]); double s = 0; for (Row r : Arrays.asList(rows)) s += r.a() * r.b(); for (Row r : List.of(rows)) s += r.a() * r.b(); return s; }
  @Differentiable static double neighbours(double[] x) { Row[] rows = new Row[x.length]; for (int i = 0; i < x.length; i++) rows[i] = new Row(x[i], x[i] * x[0]); double s = 0; Iterator<Row> it = List.of(rows).iterator(); Row last = it.next(); while (it.hasNext()) { Row r = it.next(); s += r.a() * last.b(); last = r; } return s; }
  static final class Box { double v; Box(double v) { this.v = v; } double get() { return v; } }
  record Rec(double a, double b) {}
  @Differentiable static double required(double x) { Box b = Objects.requireNonNull(new Box(x), "b"); b.v *= x; return b.get(); }
  @Differentiable @Inputs("x = 0.5; n = 3") @Inputs(value = "x = 0.5; n = 1", fails = NullPointerException.class) static double requiredBox(double x, int n) { Box b = n > 2 ? new Box(x) : null; Box c = Objects.requireNonNull(b, "no box"); c.v *= x; return c.get(); }
  @Differentiable @Inputs("x = 0.5; n = 3") @Inputs(value = "x = 0.5; n = 1", fails = NullPointerException.class) static double requiredRecord(double x, int n) { Rec b = n > 2 ? new Rec(x, x * x) : null; return Objects.requireNonNull(b, "no record").b(); }
  @Differentiable @Inputs("x = 0.5; n = 3") @Inputs(value = "x = 0.5; n = 1", fails = NullPointerException.class) static double requiredArray(double x, int n) { double[] b = n > 2 ? new double[] {x} : null; return Objects.requireNonNull(b, "no record")[0] * x; }
  @Differentiable @Inputs("x = 0.5; n = 3") @Inputs(value = "x = 0.5; n = 1", fails = NullPointerException.class) static double requiredByFunction(double x, int n) { Box b = n > 2 ? new Box(x) : null; return Objects.requireNonNull(b, () -> "no box " + n).get(); }
  @Differentiable @Inputs("x = 0.5; n = 3") @Inputs(value = "x = 0.5; n = 1", fails = NullPointerException.class) static double orElse(double x, int n) { Box b = n > 2 ? new Box(x) : null; return Objects.requireNonNull(b).get() * Objects.requireNonNullElse(b, new Box(3)).get(); }
}
