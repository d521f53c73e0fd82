package corpus;

import cotangent.Differentiable;

/** Patterns behind others in one condition, whose variables are records. */
class PatternChains {
  sealed interface State permits Idle, Running, Done {}

  enum Idle implements State { FIRST, SECOND }

  record Running(double v) implements State {}

  record Done(double v, State before) implements State {}

  static State step(State s, double x) {
    if (s instanceof Idle) return new Running(x);
    if (s instanceof Running r) return new Done(r.v() * x, s);
    return new Running(x);
  }

  @Differentiable
  static double conditional(double[] p) {
    State s = Idle.FIRST;
    double c = 0;
    for (double x : p) {
      s = step(s, x);
      c += s instanceof Done d && d.before() instanceof Running r ? d.v() + r.v() : 0.5;
    }
    return c;
  }

  @Differentiable
  static double branch(double[] p) {
    State s = Idle.SECOND;
    double c = 1;
    for (double x : p) {
      s = step(s, x);
      if (s instanceof Done d && d.v() > 0.2 && d.before() instanceof Running r && r.v() < 3) c *= d.v() + r.v();
      else if (!(s instanceof Running r)) c += x;
      else c -= r.v() * x;
    }
    return c;
  }

  record Pair(Object left, Object right) {}

  record Num(double v) {}

  static double both(Object a, Object b) {
    return a instanceof Num x && b instanceof Num y ? x.v() * y.v() : a instanceof Num x ? x.v() : 1;
  }

  @Differentiable
  static double objects(double x, double y) {
    Object[] all = {new Num(x), "text", new Num(y * x)};
    double sum = 0;
    for (Object a : all) for (Object b : all) sum += both(a, b);
    return sum;
  }

  @Differentiable
  static double whiles(double[] p) {
    State s = new Running(p[0]);
    double c = 0;
    int i = 0;
    while (s instanceof Running r && r.v() < 100 || s instanceof Done d && d.before() instanceof Running) {
      s = step(s, p[i % p.length]);
      c += s instanceof Done d && d.before() instanceof Running r ? d.v() * r.v() : p[0];
      if (++i > 5) break;
    }
    return c;
  }
}
