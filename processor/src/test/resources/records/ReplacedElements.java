package records;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;

/** Elements of arrays from outside that are replaced, of records that may be null in the method. */
public class ReplacedElements {
  public record Pt(double x, double y) {}

  public record Seg(Pt a, Pt b) {}

  @Differentiable({GRADIENT, JVP, HVP}) static double givenBesideNull(Pt[] e) { if (e.length == 0) return 0; Pt prev = null; double s = 1; for (Pt q : e) { if (prev != null) s += prev.y(); prev = q; } e[0] = new Pt(s, 2); return e[0].x(); }

  @Differentiable({GRADIENT, JVP, HVP}) static double replacedBesideNull(double x, Pt[] e) { if (e.length < 2) return x; Pt p = null; if (x > 0) p = new Pt(x, x); e[0] = new Pt(x, 2); return p == null ? e[0].x() : p.y() * e[1].y(); }

  @Differentiable({GRADIENT, JVP, HVP}) static double bestComesFirst(Pt[] e) { if (e.length == 0) return 0; Pt best = null; int k = 0; for (int i = 0; i < e.length; i++) if (best == null || e[i].x() > best.x()) { best = e[i]; k = i; } e[k] = e[0]; e[0] = best; double s = 0; for (Pt q : e) s = s * 0.5 + q.x() * q.y(); return s; }

  @Differentiable({GRADIENT, JVP, HVP}) static double replacedNest(double x, Seg[] e) { if (e.length < 2) return x; Pt p = null; for (Seg q : e) if (p == null || q.a().x() > p.x()) p = q.a(); e[1] = new Seg(new Pt(x, p.y()), e[0].a()); return e[1].a().x() * e[1].b().y() * e[1].a().y(); }

  @Differentiable({VJP, JVP}) static void smoothed(Pt[] e) { Pt prev = null; for (int i = 0; i < e.length; i++) { Pt q = e[i]; e[i] = prev == null ? q : new Pt(0.5 * (q.x() + prev.x()), q.y() * prev.y()); prev = q; } }
}
