package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/** Hierarchies, graphs, stacks, parsers, grids, pools, observers, and classes that extend each other. */
class EverydayDesigns {
  static final class Cell { double v; Cell(double v) { this.v = v; } }
  static final class Reg { static int made; final List<Reg> kids = new ArrayList<>(); final Reg up; double w; Reg(Reg up, double w) { this.up = up; this.w = w; if (up != null) up.kids.add(this); } double sum() { double s = w; for (Reg k : kids) s += 0.5 * k.sum(); return s; } void scale(double k) { w *= k; kids.forEach(c -> c.scale(k * 0.9)); } double toRoot() { double s = 0; for (Reg r = this; r != null; r = r.up) s = s * 0.5 + r.w; return s; } }

  @Differentiable static double hier(double x, double y) { Reg r = new Reg(null, x), a = new Reg(r, y), b = new Reg(a, x * y); new Reg(r, 2); r.scale(x); return r.sum() * b.toRoot(); }
  static final class Graph { final Map<String, List<Edge>> adj = new LinkedHashMap<>(); void edge(String a, String b, double w) { adj.computeIfAbsent(a, k -> new ArrayList<>()).add(new Edge(b, w)); adj.computeIfAbsent(b, k -> new ArrayList<>()); } double dist(String from, String to) { Map<String, Double> d = new HashMap<>(); Deque<String> q = new ArrayDeque<>(); d.put(from, 0.0); q.add(from); while (!q.isEmpty()) { String u = q.poll(); for (Edge e : adj.get(u)) { double n = d.get(u) + e.w(); Double o = d.get(e.to()); if (o == null || n < o) { d.put(e.to(), n); q.add(e.to()); } } } return d.getOrDefault(to, -1.0); } }
  record Edge(String to, double w) { }

  @Differentiable static double graph(double x, double y) { Graph g = new Graph(); g.edge("a", "b", x * x + 0.1); g.edge("b", "c", y * y); g.edge("a", "c", x * x + y * y * 2); g.edge("c", "d", 1); return g.dist("a", "d") * x; }
  interface Cmd { void run(Deque<Double> st); }

  @Differentiable static double stack(double x, double y) { List<Cmd> p = List.of(s -> s.push(x), s -> s.push(y), s -> s.push(s.pop() * s.pop()), s -> { double a = s.pop(); s.push(a); s.push(a + x); }, s -> s.push(s.pop() - s.pop() * y)); Deque<Double> st = new ArrayDeque<>(); for (Cmd c : p) c.run(st); return st.pop(); }
  static double parse(String s, int[] at, double x) { double v = term(s, at, x); while (at[0] < s.length() && s.charAt(at[0]) == '+') { at[0]++; v += term(s, at, x); } return v; }
  static double term(String s, int[] at, double x) { double v = atom(s, at, x); while (at[0] < s.length() && s.charAt(at[0]) == '*') { at[0]++; v *= atom(s, at, x); } return v; }
  static double atom(String s, int[] at, double x) { char c = s.charAt(at[0]++); if (c == '(') { double v = parse(s, at, x); at[0]++; return v; } return c == 'x' ? x : c - '0'; }

  @Differentiable static double parser(double x) { return parse("x*(x+2)*3+x", new int[1], x); }
  static final class Grid { final Cell[][] c; Grid(int n, double x) { c = new Cell[n][n]; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) c[i][j] = (i + j) % 2 == 0 ? new Cell(x * (i + 1)) : c[i == 0 ? 0 : i - 1][j == 0 ? 0 : j - 1] == null ? new Cell(j) : c[i == 0 ? 0 : i - 1][j == 0 ? 0 : j - 1]; } void swapRows(int a, int b) { Cell[] t = c[a]; c[a] = c[b]; c[b] = t; } double trace() { double s = 0; for (int i = 0; i < c.length; i++) s += c[i][i].v * (i + 1); return s; } }

  @Differentiable static double grid(double x, double y) { Grid g = new Grid(3, x); g.c[1][1].v *= y; g.swapRows(0, 2); double t = g.trace(); for (Cell[] r : g.c) for (Cell k : r) k.v += 0.1 * t; return g.trace(); }
  static final class Pool { final Deque<Cell> free = new ArrayDeque<>(); int made; Cell get(double v) { Cell c = free.isEmpty() ? null : free.pop(); if (c == null) { made++; return new Cell(v); } c.v = v; return c; } void put(Cell c) { free.push(c); } }

  @Differentiable static double pool(double x) { Pool p = new Pool(); Cell a = p.get(x), b = p.get(x * 2); p.put(a); Cell c = p.get(x * x); double s = a.v + b.v; p.put(b); p.put(c); for (int i = 0; i < 4; i++) { Cell d = p.get(s); s += d.v * 0.3; if (i % 2 == 0) p.put(d); } return s * p.made; }
  static final class Obs { final List<DoubleConsumer> ls = new ArrayList<>(); double v; void set(double n) { v = n; for (DoubleConsumer l : ls) l.accept(n); } }

  @Differentiable static double observers(double x, double y) { Obs a = new Obs(), b = new Obs(); double[] sum = {0}; a.ls.add(v -> b.set(v * y)); b.ls.add(v -> sum[0] += v * v); a.ls.add(v -> sum[0] *= 1 + v * v); a.set(x); a.set(x + y); return sum[0] + b.v; }
  static class Animal { double e; Animal(double e) { this.e = e; } void eat(double f) { e += f; } double power() { return e; } }
  static class Cat extends Animal { int lives = 9; Cat(double e) { super(e); } @Override void eat(double f) { super.eat(f * 0.5); lives--; } @Override double power() { return super.power() * lives; } }
  static final class Lion extends Cat { final Animal prey; Lion(double e, Animal p) { super(e); prey = p; } @Override void eat(double f) { double g = prey.e * 0.1; prey.e -= g; super.eat(f + g); } }

  @Differentiable static double animals(double x, double y) { Animal a = new Animal(x); Animal[] z = {a, new Cat(y), new Lion(x * y, a), a}; for (int i = 0; i < 5; i++) for (Animal q : z) q.eat(0.1 * i * y); double s = 0; for (Animal q : z) s += q.power(); return s; }
  static <K, V> Map<K, V> filled(List<K> ks, Function<K, V> f) { Map<K, V> m = new TreeMap<>(); for (K k : ks) m.put(k, f.apply(k)); return m; }

  @Differentiable static double gmap(double x) { Map<Integer, Cell> m = filled(List.of(3, 1, 2), k -> new Cell(k * x)); m.get(2).v *= x; double s = 0; for (Map.Entry<Integer, Cell> e : m.entrySet()) s = s * 0.5 + e.getKey() * e.getValue().v; return s; }

  @Differentiable static double lambdaLoop(double[] x) { List<Supplier<Double>> l = new ArrayList<>(); double acc = 0; for (int i = 0; i < x.length; i++) { final int k = i; final double w = x[i] + acc; l.add(() -> w * w * (k + 1)); acc += l.get(l.size() - 1).get(); } double s = 0; for (Supplier<Double> q : l) s += q.get(); return s * acc; }
  static double catches(double[] x, int i) { try { return Math.sqrt(x[i]) * i + (x[i] < 0.3 ? fail(x[i]) : 1); } catch (ArithmeticException e) { return x[0] * 2; } finally { x[0] += 0.5; } }
  static double fail(double v) { throw new ArithmeticException(); }

  @Differentiable static double fin(double[] x) { double[] y = x.clone(); for (int i = 0; i < y.length; i++) y[i] = y[i] * y[i]; double s = 0; for (int i = 0; i < 5; i++) { try { s += catches(y, i) * y[0]; } catch (ArrayIndexOutOfBoundsException e) { s *= 0.9; break; } } return s; }
  sealed interface Sh permits Circ, Rec, Grp { }
  record Circ(double r) implements Sh { }
  record Rec(double a, double b) implements Sh { }
  record Grp(List<Sh> l, double k) implements Sh { }
  static double area(Sh s) { if (s instanceof Circ c) return Math.PI * c.r() * c.r(); if (s instanceof Rec r) return r.a() * r.b(); Grp g = (Grp) s; double t = 0; for (Sh i : g.l()) t += area(i); return t * g.k(); }

  @Differentiable static double shapes(double x, double y) { return area(new Grp(List.of(new Circ(x), new Rec(x, y), new Grp(List.of(new Rec(y, 2)), x)), y)); }

  @Differentiable static double shapes2(double x, double y) { List<Sh> l = new ArrayList<>(); for (int i = 0; i < 3; i++) l.add(i == 1 ? new Rec(x, i) : new Circ(y)); l.add(new Grp(List.copyOf(l), x)); double s = 0; for (Sh h : l) s += area(h); return s; }
  static final class Tok { final String k; final double v; Tok(String k, double v) { this.k = k; this.v = v; } }
  static final class Lex implements Iterator<Tok> { int i; final double x; Lex(double x) { this.x = x; } public boolean hasNext() { return i < 5; } public Tok next() { i++; return new Tok(i % 2 == 0 ? "op" : "n", x * i); } }

  @Differentiable static double lexer(double x) { Lex l = new Lex(x); double s = 0, sign = 1; while (l.hasNext()) { Tok t = l.next(); switch (t.k) { case "op": sign = -sign * t.v; break; case "n": s += sign * t.v; break; default: throw new AssertionError(); } } return s; }
  static final class Mat2 { final double[][] a; Mat2(double[][] a) { this.a = a; } Mat2 map(DoubleUnaryOperator f) { double[][] b = new double[a.length][]; for (int i = 0; i < b.length; i++) b[i] = Arrays.stream(a[i]).map(f).toArray(); return new Mat2(b); } Mat2 zip(Mat2 o, DoubleBinaryOperator f) { double[][] b = new double[a.length][a[0].length]; for (int i = 0; i < b.length; i++) for (int j = 0; j < b[0].length; j++) b[i][j] = f.applyAsDouble(a[i][j], o.a[i][j]); return new Mat2(b); } double fold(double z, DoubleBinaryOperator f) { for (double[] r : a) for (double v : r) z = f.applyAsDouble(z, v); return z; } }

  @Differentiable static double mats(double x, double y) { Mat2 m = new Mat2(new double[][] {{x, y}, {x * y, 1}}); return m.map(v -> v * v + x).zip(m, (a, b) -> a * Math.cos(b)).fold(0, (a, b) -> a * 0.9 + b); }
}
