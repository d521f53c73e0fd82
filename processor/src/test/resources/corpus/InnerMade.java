package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;

/** Objects of inner classes, made inside of an object that is named. */
class InnerMade {
  static class House { double rate; final List<Part> parts = new ArrayList<>(); House(double rate) { this.rate = rate; }
    class Part { final double a; Part(double a) { this.a = a; } double value() { return a * rate; } class Bolt { double pull() { return a * rate * 2; } } }
    Part add(double a) { Part p = new Part(a); parts.add(p); return p; } double sum() { double s = 0; for (Part p : parts) s += p.value(); return s; } }
  static class Wing extends House { Wing(double r) { super(r * 2); } }
  static class Cell<T> { final T held; Cell(T held) { this.held = held; } class View { T get() { return held; } } }

  @Differentiable static double made(double p, double q) { House h = new House(p); House.Part a = h.new Part(q); h.rate *= q; return a.value() + new House(q).new Part(p).value(); }

  @Differentiable static double nested(double p, double q) { House h = new House(p); House.Part.Bolt b = h.new Part(q).new Bolt(); h.rate += q; return b.pull() + new Wing(p).new Part(q).value(); }

  @Differentiable static double generic(double p, double q) { Cell<Double> c = new Cell<>(p * q); Cell<Double>.View v = c.new View(); return v.get() * p; }

  @Differentiable static double added(double p, double q, int n) { House h = new House(p); for (int i = 0; i < n; i++) h.add(q * i); h.rate *= q; return h.sum(); }

  @Differentiable static double loop(double p, double q, int n) { House[] all = {new House(p), new House(q)}; double s = 0; for (int i = 0; i < n; i++) { House.Part a = all[i % 2].new Part(p * i); all[1].rate += q; s += a.value(); } return s; }
}
