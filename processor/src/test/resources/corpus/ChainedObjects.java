package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;

/** Objects whose fields never change, of which each round or call makes one that holds the last. */
class ChainedObjects {
  static final class Link {
    final double v;
    final Link next;

    Link(double v, Link next) {
      this.v = v;
      this.next = next;
    }
  }

  @Differentiable
  static double chained(double x) {
    Link head = null;
    for (int i = 0; i < 3; i++) {
      head = new Link(x, head);
    }
    return head.v + x * x;
  }

  @Inputs("n = 3")
  @Differentiable
  static double chainedWhile(double x, int n) {
    Link head = null;
    int i = 0;
    while (i < n && (head == null || i < 7)) {
      head = new Link(x, head);
      i++;
    }
    return head.v + x * x;
  }

  static double sum(Link link) {
    return link == null ? 0 : link.v + sum(link.next);
  }

  static Link link(double[] x, int i) {
    return i == x.length ? null : new Link(x[i] * x[i], link(x, i + 1));
  }

  @Differentiable
  static double chainedByRecursion(double[] x) {
    return sum(link(x, 0)) + x[0];
  }

  static final class Stack {
    private Link head;

    void push(double v) {
      head = new Link(v, head);
    }

    double pop() {
      double v = head.v;
      head = head.next;
      return v;
    }
  }

  @Differentiable
  static double chainedInHolder(double x, int n) {
    Stack stack = new Stack();
    for (int i = 0; i < 3; i++) {
      stack.push(x * i);
    }
    return stack.pop() * stack.pop() + x;
  }

  interface Expression {
    double value();
  }

  static final class Literal implements Expression {
    final double v;

    Literal(double v) {
      this.v = v;
    }

    @Override
    public double value() {
      return v;
    }
  }

  static final class Product implements Expression {
    final Expression a;
    final Expression b;

    Product(Expression a, Expression b) {
      this.a = a;
      this.b = b;
    }

    @Override
    public double value() {
      return a.value() * b.value();
    }
  }

  @Inputs("n = 3")
  @Differentiable
  static double builtUp(double x, int n) {
    Expression e = new Literal(x);
    for (int i = 0; i < n; i++) {
      e = new Product(e, new Literal(2));
    }
    return e.value() + x;
  }
}
