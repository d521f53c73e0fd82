package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Objects that hand themselves on while they are made, records that hold objects or functions, optional objects, and elements that are one object. */
class HandedObjects {
  record P(double x, double y) { }
  static final class Cell { double v; Cell(double v) { this.v = v; } }
  static final class Item { final double a; Item(double a, List<Item> all) { this.a = a; all.add(this); } }
  static final class Node { double a; final List<Node> kids = new ArrayList<>(); Node up; double s = 2; Node(double a, Node up) { this.a = a; this.up = up; if (up != null) up.kids.add(this); this.s *= a; } double sum() { double t = s; for (Node k : kids) t += k.sum() * 0.5; return t; } }
  static class Base { final double w; Base(double w, List<Base> reg) { reg.add(this); this.w = w; } double at(double x) { return w * x; } }
  static final class Sub extends Base { final double q; Sub(double w, List<Base> reg) { super(w * 2, reg); q = w; } @Override double at(double x) { return q * x * x; } }

  @Differentiable static double registered(double x, double y) { List<Item> all = new ArrayList<>(); new Item(x, all); new Item(y * x, all); double s = 0; for (Item i : all) s += i.a * i.a; return s; }

  @Differentiable static double grownTree(double x, double y) { Node r = new Node(x, null); Node a = new Node(y, r); new Node(x * y, a); new Node(3, r); r.kids.get(1).s *= y; return r.sum(); }

  @Differentiable static double registeredSubclasses(double x, double y) { List<Base> all = new ArrayList<>(); new Base(x, all); new Sub(y, all); new Sub(x * y, all); double s = 0; for (Base b : all) s += b.at(y) * b.w; return s; }

  @Differentiable static double optionalRecord(double x, double y) { P n = x > 0 ? null : new P(x, 1); return y * Optional.ofNullable(n).map(p -> p.x() * 4).orElseGet(() -> x * y); }

  @Differentiable static double optionalPresent(double x, double y) { P n = null; if (x > 0) n = new P(x, 1); Optional<P> o = Optional.ofNullable(n); return y * (o.isPresent() ? o.get().x() : x * x); }
  static P find(double x) { return x > 0 ? new P(x, x * x) : null; }

  @Differentiable static double optionalFound(double x, double y) { return Optional.ofNullable(find(x)).map(P::y).orElse(y) * y; }

  @Differentiable static double optionalOr(double x) { Map<String, P> m = new HashMap<>(); m.put("a", new P(x, 2)); return Optional.ofNullable(m.get("b")).or(() -> Optional.ofNullable(m.get("a"))).map(p -> p.x() * p.y()).orElse(x); }

  @Differentiable static double optionalObject(double x) { Cell c = x > 0 ? new Cell(x) : null; return Optional.ofNullable(c).map(p -> p.v * p.v).orElse(x); }

  @Differentiable static double optionalFunction(double x) { DoubleUnaryOperator f = x > 0 ? v -> v * x : null; return Optional.ofNullable(f).map(p -> p.applyAsDouble(x)).orElse(x * 2); }

  @Differentiable static double optionalOfNull(double x) { Cell c = x > 0 ? new Cell(x) : null; double r; try { r = Optional.of(c).get().v * x; } catch (NullPointerException e) { r = 3 * x; } return r; }

  @Differentiable static double optionalFiltered(double x) { P c = x > 0 ? new P(x, 2) : null; Optional<P> o = Optional.ofNullable(c).filter(p -> p.x() > 0.5); if (o.isEmpty()) return x; P q = o.get(); return q.x() * q.y() * o.orElse(new P(1, 1)).x(); }
  record Ec(Cell to, double w) { }

  @Differentiable static double recordsOfOneCell(double x, double y) { Cell c = new Cell(x); List<Ec> l = new ArrayList<>(); l.add(new Ec(c, y)); l.add(new Ec(c, 2)); for (Ec e : l) e.to().v *= e.w(); return c.v; }
  record Er(Nr to, double w) { }
  static final class Nr { double val; final List<Er> out = new ArrayList<>(); }

  @Differentiable static double recordGraph(double x, double y) { Nr a = new Nr(), b = new Nr(); a.val = y; a.out.add(new Er(b, x)); for (Er e : a.out) e.to().val += a.val * e.w(); return b.val; }
  record Layer(double w, DoubleUnaryOperator f) { double at(double x) { return f.applyAsDouble(w * x); } }

  @Differentiable static double layers(double x, double y) { List<Layer> l = new ArrayList<>(); for (int i = 0; i < 3; i++) { int k = i; l.add(new Layer(x + i, v -> Math.tanh(v) * y * (k + 1))); } l.add(new Layer(y, v -> v)); double h = x; for (Layer a : l) h = a.at(h); return h; }

  @Differentiable static double layerArray(double x, double y) { Layer[] l = {new Layer(x, v -> v * y), new Layer(y, Math::tanh)}; double h = x; for (Layer a : l) h = a.at(h); return h; }

  @Differentiable static double recordsInMap(double x, double y) { Map<String, Ec> m = new LinkedHashMap<>(); m.put("a", new Ec(new Cell(x), y)); m.put("b", new Ec(m.get("a").to(), 2)); for (Ec e : m.values()) e.to().v *= e.w() * x; return m.get("a").to().v; }

  static Cell made(double x) { return new Cell(x); }

  @Differentiable static double aliased(double x) { Cell[] g = new Cell[2]; for (int i = 0; i < 2; i++) g[i] = i == 1 ? g[0] : new Cell(x); g[1].v *= 2; return g[0].v; }

  @Differentiable static double aliasedByHelper(double x) { Cell[] g = new Cell[2]; for (int i = 0; i < 2; i++) g[i] = i == 1 ? g[0] : made(x); g[1].v *= 2; return g[0].v; }

  @Differentiable static double chosenFunctions(double x) { DoubleUnaryOperator[] f = new DoubleUnaryOperator[3]; for (int i = 0; i < 3; i++) { int k = i; f[i] = i == 1 ? f[0] : v -> v * x + k; } return f[0].applyAsDouble(x) * f[1].applyAsDouble(2) + f[2].applyAsDouble(x); }
}
