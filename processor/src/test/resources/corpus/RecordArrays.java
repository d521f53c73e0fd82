package corpus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;
/** Arrays of records, made in the method or given to it, with derivatives of the same type. */
class RecordArrays {
  record Body(double x, double v, double mass, int id) {
    Body moved(double dt, double f) { return new Body(x + dt * v, v + dt * f / mass, mass, id); }
  }
  static double energy(Body[] bodies) {
    double e = 0;
    for (Body b : bodies) { e += b.mass() * b.v() * b.v() / 2 + b.id(); }
    return e;
  }
  @Differentiable({GRADIENT, JVP, HVP})
  static double simulate(Body[] bodies, double dt, int steps) {
    int n = bodies.length;
    Body[] now = bodies;
    for (int s = 0; s < steps; s++) {
      Body[] next = new Body[n];
      for (int i = 0; i < n; i++) {
        double f = 0;
        for (int j = 0; j < n; j++) { if (i != j) { double d = now[j].x() - now[i].x(); f += d / (1 + d * d); } }
        next[i] = now[i].moved(dt, f);
      }
      now = next;
    }
    return energy(now);
  }
  @Differentiable({GRADIENT, VJP, JVP, HVP})
  static double present(Body[] bodies, double x) {
    double s = 0;
    for (Body b : bodies) { if (b != null) s += b.x() * b.v() * x; }
    return s;
  }
  @Differentiable({VJP, JVP})
  static Body[] moved(Body[] bodies, double dt) {
    Body[] next = new Body[bodies.length];
    for (int i = 0; i < bodies.length; i++) { next[i] = bodies[i].moved(dt, Math.sin(bodies[i].x())); }
    return next;
  }
  @Differentiable({VJP, JVP})
  static void inPlace(Body[] bodies, double dt) {
    for (int i = 0; i < bodies.length; i++) { bodies[i] = bodies[i].moved(dt, Math.sin(bodies[i].x())); }
  }
  record Vec(double x, double y) {}
  record Joint(Vec at, double[] w) {}
  record World(Joint[] joints, double g) {}
  @Differentiable
  static double world(World world, double s) {
    double sum = 0;
    for (Joint j : world.joints()) { for (double w : j.w()) { sum += w * j.at().x() * world.g() + s * j.at().y(); } }
    return sum;
  }
  @Differentiable
  static double grid(Vec[][] g) {
    double sum = 0;
    for (int i = 0; i < g.length; i++) for (int j = 0; j < g[i].length; j++) { Vec v = g[i][j]; sum += v.x() * v.y() * g[0][0].x(); g[i][j] = new Vec(v.y(), sum); }
    return sum * g[0][0].y();
  }
  @Differentiable
  static double shuffled(Vec[] p, int n) {
    Vec[] q = new Vec[p.length];
    q[0] = p[p.length - 1];
    for (int i = 1; i < q.length; i++) q[i] = p[i - 1];
    Vec[] r = n > 0 ? q : p;
    return r[0].x() * q[q.length - 1].y() + (r == p ? 1 : p[0].x());
  }

  record Offer(double key, double weight) {}

  /** A record that may be null, of an array that was given. */
  @Differentiable({GRADIENT, JVP, HVP})
  static double best(Offer[] all) {
    Offer best = null;
    for (Offer each : all) {
      if (best == null || each.key() > best.key()) { best = each; }
    }
    return best == null ? 0 : best.weight() * best.key();
  }

  /** The order of an array that was given, by the library's sort. */
  @Differentiable({GRADIENT, JVP, HVP})
  static double ranked(Offer[] all) {
    java.util.Arrays.sort(all, java.util.Comparator.comparingDouble(Offer::key).reversed());
    double sum = 0;
    for (int i = 0; i < all.length; i++) { sum += (i + 1) * all[i].weight() * all[i].key(); }
    return sum;
  }

  /** What a list from outside throws, if it is one as most are. */
  @Differentiable({GRADIENT, JVP, HVP})
  static double perhapsThere(java.util.List<Offer> all, int k) {
    try {
      return all.get(k).key() * all.get(0).weight();
    } catch (ArrayIndexOutOfBoundsException e) {
      return all.get(0).key() * 5;
    } catch (IndexOutOfBoundsException e) {
      return all.get(0).weight() * 7;
    }
  }

  /** What was stored is there, also where the method ends in an exception. */
  @Differentiable({GRADIENT, JVP, HVP})
  static double storedBefore(Offer[] all, double x, int k) {
    all[0] = new Offer(x, 2 * x);
    if (k > 3) {
      throw new IllegalStateException("too many");
    }
    all[k] = new Offer(all[0].weight() * x, x);
    return all[0].key() * all[k].weight();
  }

  /** Nothing is stored where there is no array. */
  @Differentiable({GRADIENT, JVP, HVP})
  static double storedPerhaps(Offer[] all, double x) {
    if (all == null) {
      return x * x;
    }
    all[0] = new Offer(x, 2 * x);
    return all[0].weight() * all[all.length - 1].key();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double valued(java.util.List<Offer> all) {
    double sum = 0;
    int i = 1;
    for (Offer each : all) sum += each.key() * each.key() * each.weight() * i++;
    return sum;
  }

  /** Companions take lists that are made here. */
  @Differentiable
  static double ofAList(double x) {
    return RecordArraysGrad.valued(java.util.List.of(new Offer(x, 1), new Offer(2, x))) * x;
  }

  @Differentiable
  static double ofAListThatGrows(double x, int n) {
    java.util.List<Offer> all = new java.util.ArrayList<>();
    for (int i = 0; i < n; i++) all.add(new Offer(x * i, x));
    return RecordArraysGrad.valued(all) + x;
  }

  @Differentiable
  static double ofAPart(double x) {
    java.util.List<Offer> all = java.util.List.of(new Offer(x, 1), new Offer(2, x), new Offer(x, x));
    return RecordArraysGrad.valued(all.subList(1, 3)) * RecordArraysGrad.valued(x > 0 ? all : java.util.Arrays.asList(all.get(2)));
  }

  /** Derivatives by a list are one. */
  @Differentiable
  static double byAList(java.util.List<Offer> all, double x) {
    java.util.List<Offer> made = all.stream().map(each -> new Offer(each.weight(), x * each.key())).toList();
    return RecordArraysGrad.valuedGrad(all).dall().get(0).weight() * x + RecordArraysGrad.valuedGrad(made).dall().get(0).key();
  }
}
