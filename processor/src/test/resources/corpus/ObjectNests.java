package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Objects of many classes that hold others of them, in collections. */
class ObjectNests {
  interface Node { double at(double x); }

  static final class Num implements Node {
    final double value;
    Num(double value) { this.value = value; }
    @Override public double at(double x) { return value; }
  }

  static final class Var implements Node {
    @Override public double at(double x) { return x; }
  }

  static final class Add implements Node {
    final Node a;
    final Node b;
    Add(Node a, Node b) { this.a = a; this.b = b; }
    @Override public double at(double x) { return a.at(x) + b.at(x); }
  }

  static final class Mul implements Node {
    final Node a;
    final Node b;
    Mul(Node a, Node b) { this.a = a; this.b = b; }
    @Override public double at(double x) { return a.at(x) * b.at(x); }
  }

  static final class Sin implements Node {
    final Node a;
    Sin(Node a) { this.a = a; }
    @Override public double at(double x) { return Math.sin(a.at(x)); }
  }

  static final class Exp implements Node {
    final Node a;
    final double scale;
    Exp(Node a, double scale) { this.a = a; this.scale = scale; }
    @Override public double at(double x) { return Math.exp(scale * a.at(x)); }
  }

  @Differentiable
  static double stack(double p, double x) {
    Deque<Node> stack = new ArrayDeque<>();
    stack.push(new Num(p));
    stack.push(new Var());
    stack.push(new Mul(stack.pop(), stack.pop()));
    stack.push(new Num(p * 2));
    stack.push(new Add(stack.pop(), stack.pop()));
    stack.push(new Sin(stack.pop()));
    stack.push(new Exp(stack.pop(), 0.5));
    return stack.pop().at(x);
  }

  @Differentiable
  static double array(double p, double x) {
    Node[] nodes = new Node[4];
    nodes[0] = new Num(p);
    nodes[1] = new Num(x);
    nodes[2] = new Mul(nodes[0], nodes[1]);
    nodes[3] = new Add(nodes[2], nodes[0]);
    return nodes[3].at(x);
  }

  @Differentiable
  static double tokens(double p, double x) {
    String program = "pxmpaxms";
    Deque<Node> stack = new ArrayDeque<>();
    for (char token : program.toCharArray()) {
      switch (token) {
        case 'p' -> stack.push(new Num(p));
        case 'x' -> stack.push(new Var());
        case 'a' -> stack.push(new Add(stack.pop(), stack.pop()));
        case 'm' -> stack.push(new Mul(stack.pop(), stack.pop()));
        default -> stack.push(new Sin(stack.pop()));
      }
    }
    return stack.pop().at(x);
  }

  interface Term { double at(double x); }

  record T0(double p) implements Term {
    @Override public double at(double x) { return p * x + 0; }
  }

  record T1(double p) implements Term {
    @Override public double at(double x) { return p + x + 1; }
  }

  record T2(double p) implements Term {
    @Override public double at(double x) { return p * x * x + 2; }
  }

  record T3(double p) implements Term {
    @Override public double at(double x) { return Math.sin(p * x) + 3; }
  }

  record T4(double p) implements Term {
    @Override public double at(double x) { return Math.exp(0.1 * p) * x + 4; }
  }

  record T5(double p) implements Term {
    @Override public double at(double x) { return p - x + 5; }
  }

  record T6(double p) implements Term {
    @Override public double at(double x) { return p * x + 6; }
  }

  record T7(double p) implements Term {
    @Override public double at(double x) { return p + x + 7; }
  }

  record T8(double p) implements Term {
    @Override public double at(double x) { return p * x * x + 8; }
  }

  record T9(double p) implements Term {
    @Override public double at(double x) { return Math.sin(p * x) + 9; }
  }

  record T10(double p) implements Term {
    @Override public double at(double x) { return Math.exp(0.1 * p) * x + 10; }
  }

  record T11(double p) implements Term {
    @Override public double at(double x) { return p - x + 11; }
  }

  record T12(double p) implements Term {
    @Override public double at(double x) { return p * x + 12; }
  }

  record T13(double p) implements Term {
    @Override public double at(double x) { return p + x + 13; }
  }

  record T14(double p) implements Term {
    @Override public double at(double x) { return p * x * x + 14; }
  }

  record T15(double p) implements Term {
    @Override public double at(double x) { return Math.sin(p * x) + 15; }
  }

  record T16(double p) implements Term {
    @Override public double at(double x) { return Math.exp(0.1 * p) * x + 16; }
  }

  record T17(double p) implements Term {
    @Override public double at(double x) { return p - x + 17; }
  }

  @Differentiable
  static double manyClasses(double p, double x) {
    List<Term> all = new ArrayList<>();
    all.add(new T0(p * 0));
    all.add(new T1(p * 1));
    all.add(new T2(p * 2));
    all.add(new T3(p * 3));
    all.add(new T4(p * 4));
    all.add(new T5(p * 5));
    all.add(new T6(p * 6));
    all.add(new T7(p * 7));
    all.add(new T8(p * 8));
    all.add(new T9(p * 9));
    all.add(new T10(p * 10));
    all.add(new T11(p * 11));
    all.add(new T12(p * 12));
    all.add(new T13(p * 13));
    all.add(new T14(p * 14));
    all.add(new T15(p * 15));
    all.add(new T16(p * 16));
    all.add(new T17(p * 17));
    double sum = 0;
    for (Term each : all) {
      sum += each.at(x);
    }
    return sum;
  }
}
