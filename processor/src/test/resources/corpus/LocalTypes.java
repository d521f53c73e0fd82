package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/** Records, enums, interfaces and classes that are declared in methods. */
class LocalTypes {
  double weight = 1.5;

  @Differentiable
  static double record(double x, double y) {
    record Point(double a, double b) {
      Point {
        if (Double.isNaN(a)) {
          throw new IllegalArgumentException("a");
        }
      }

      static Point diagonal(double z) {
        return new Point(z, z);
      }

      double norm() {
        return a * a + b * b;
      }

      Point plus(Point other) {
        return new Point(a + other.a, b + other.b());
      }
    }
    return new Point(x, y).plus(Point.diagonal(x * y)).norm();
  }

  @Differentiable
  static double recordsInLists(double x, double y) {
    record Flow(double time, double amount) {}
    List<Flow> flows = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      flows.add(new Flow(i, y * i));
    }
    double sum = 0;
    for (Flow each : flows) {
      sum += each.amount() * Math.exp(-x * each.time());
    }
    Flow[] more = {new Flow(1, x), new Flow(2, y)};
    return sum + more[0].amount() * more[1].amount();
  }

  @Differentiable
  static double choice(double x, double strike) {
    enum Kind {
      CALL,
      PUT;

      double sign() {
        return this == CALL ? 1 : -1;
      }
    }
    Kind kind = x > strike ? Kind.CALL : Kind.PUT;
    double factor =
        switch (kind) {
          case CALL -> 2;
          case PUT -> 3;
        };
    return factor * kind.sign() * (x - strike) * x + Kind.values().length;
  }

  /** Another one of the same name. */
  @Differentiable
  static double choiceAgain(double x) {
    enum Kind {
      SQUARE {
        @Override
        double of(double z) {
          return z * z;
        }
      },
      CUBE {
        @Override
        double of(double z) {
          return z * z * z;
        }
      };

      abstract double of(double z);
    }
    double sum = 0;
    for (Kind kind : Kind.values()) {
      sum += kind.of(x);
    }
    return sum + Kind.CUBE.of(sum);
  }

  @Differentiable
  static double functions(double x, double y) {
    interface Curve {
      double at(double t);

      default Curve twice() {
        return t -> at(at(t));
      }
    }
    record Line(double slope) implements Curve {
      @Override
      public double at(double t) {
        return slope * t;
      }
    }
    Curve square = t -> t * t * y;
    Curve chosen = x > y ? square : new Line(y);
    return chosen.twice().at(x) + square.at(x);
  }

  @Differentiable
  static double captured(double x, double y) {
    double scale = x * y;
    class Scaled {
      final double by;
      double last = scale;

      {
        last += 1;
      }

      Scaled(double by) {
        this.by = by;
      }

      double of(double z) {
        last = last * z;
        return by * z * scale + last;
      }

      Scaled next(double scale) {
        return new Scaled(by * scale);
      }
    }
    Scaled first = new Scaled(y);
    double a = first.of(x);
    Scaled second = first.next(3);
    return a * second.of(y) + first.last + second.last;
  }

  @Differentiable
  static double capturedInLoops(double x) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      double power = Math.pow(x, i);
      class Term {
        double value() {
          return power / (1 + power * power);
        }
      }
      DoubleUnaryOperator f = z -> z * new Term().value();
      sum += f.applyAsDouble(x) * new Term().value();
    }
    return sum;
  }

  @Differentiable
  static double inherited(double x, double y) {
    abstract class Shape {
      abstract double area();

      double scaled() {
        return area() * y;
      }
    }
    class Square extends Shape {
      final double side;

      Square(double side) {
        this.side = side;
      }

      @Override
      double area() {
        return side * side;
      }
    }
    class Disc extends Shape {
      final double radius;

      Disc(double radius) {
        this.radius = radius;
      }

      @Override
      double area() {
        return Math.PI * radius * radius;
      }

      @Override
      double scaled() {
        return super.scaled() + x;
      }
    }
    Shape[] shapes = {new Square(x), new Disc(y), new Square(x * y)};
    double sum = 0;
    for (Shape each : shapes) {
      sum += each.scaled();
    }
    return sum;
  }

  @Differentiable
  static double generic(double x, double y) {
    class Box<T> {
      T held;

      Box(T held) {
        this.held = held;
      }

      <R> Box<R> with(R other) {
        return new Box<>(other);
      }
    }
    record Pair<A, B>(A first, B second) {}
    Box<Double> box = new Box<>(x);
    box.held = box.held * y;
    Pair<Double, double[]> pair = new Pair<>(x, new double[] {y, x});
    return box.with(x * x).held * box.held + pair.first() * pair.second()[0];
  }

  @Differentiable
  static double linked(double[] values) {
    class Node {
      final double value;
      Node next;

      Node(double value, Node next) {
        this.value = value;
        this.next = next;
      }
    }
    Node head = null;
    for (double each : values) {
      head = new Node(each * each, head);
    }
    double sum = 0;
    double factor = 1;
    for (Node node = head; node != null; node = node.next) {
      sum += factor * node.value;
      factor *= node.value;
    }
    return sum;
  }

  @Differentiable
  double ofObject(double x) {
    class Weighted {
      double of(double z) {
        return z * weight + own(z);
      }
    }
    return new Weighted().of(x) * x;
  }

  private double own(double z) {
    return z * z;
  }

  @Differentiable
  static double memberOfLocal(double x, double y) {
    class Outer {
      double k = x * 2;

      class Inner {
        double of(double z) {
          return z * k * y;
        }
      }

      double all(double z) {
        return new Inner().of(z);
      }
    }
    Outer outer = new Outer();
    outer.k = outer.k * y;
    return outer.all(x);
  }

  static double helper(double z, int n) {
    record Step(double at, double size) {
      Step next() {
        return new Step(at + size, size * 0.5);
      }
    }
    Step step = new Step(0, z);
    for (int i = 0; i < n; i++) {
      step = step.next();
    }
    return step.at() * step.size();
  }

  @Differentiable
  static double inHelper(double x) {
    return helper(x, 3) + helper(x * x, 2);
  }

  // shadowing inside anonymous class's method param
  @Differentiable static double shadow(double x) {
    double y = x * 2;
    class Loc { double get() { return y * x; } Loc copy(double y) { return new Loc(); } double other() { double y = 7; return new Loc().get() + y; } }
    DoubleUnaryOperator op = new DoubleUnaryOperator() { @Override public double applyAsDouble(double y) { return new Loc().get() * y; } };
    DoubleUnaryOperator op2 = new DoubleUnaryOperator() { double y = 5; @Override public double applyAsDouble(double z) { y = y * z; return new Loc().get() * y; } };
    return op.applyAsDouble(3) + new Loc().copy(9).other() + op2.applyAsDouble(x);
  }
  // objects of local class in arrays that swap, with different captured values
  @Differentiable static double swap(double x, double y) {
    class Cell { double v; Cell next; Cell(double v) { this.v = v; } void bump() { v *= y; } }
    Cell[] cells = new Cell[4];
    for (int i = 0; i < 4; i++) { cells[i] = new Cell(x + i); }
    for (int i = 0; i < 3; i++) { Cell t = cells[i]; cells[i] = cells[i + 1]; cells[i + 1] = t; cells[i].next = cells[i + 1]; cells[i].bump(); }
    double s = 0; for (Cell c : cells) { s = s * 1.5 + c.v + (c.next == null ? 0 : c.next.v); }
    return s;
  }
  // arena objects capturing loop variable
  @Differentiable static double perRound(double x) {
    double s = 0;
    List<DoubleSupplier> all = new ArrayList<>();
    for (int i = 1; i < 4; i++) {
      double p = x * i;
      class Q implements DoubleSupplier { double k = p; public double getAsDouble() { k += p; return k * p; } }
      Q q = new Q();
      all.add(q); all.add(q);
    }
    for (DoubleSupplier d : all) { s = s * x + d.getAsDouble(); }
    return s;
  }
  // escape: must be refused
  // exceptions half-way
  @Differentiable static double thrown(double x) {
    class Acc { double sum; void add(double z) { sum += z; if (sum > 2) { throw new IllegalStateException("big"); } sum *= x; } }
    Acc a = new Acc();
    try { for (int i = 0; i < 10; i++) { a.add(x); } } catch (IllegalStateException e) { a.sum *= 3; }
    return a.sum * x;
  }
  // class changes from round to round, local interface
  @Differentiable static double rounds(double x) {
    interface Act { double ap(double z); }
    record Lin(double k) implements Act { public double ap(double z) { return k * z; } }
    record Sq() implements Act { public double ap(double z) { return z * z; } }
    Act act = new Lin(x);
    double z = x;
    for (int i = 0; i < 6; i++) { z = act.ap(z) * 0.5; act = z > 0.3 ? new Lin(z) : i % 2 == 0 ? new Sq() : act; }
    if (act instanceof Lin l) { z += l.k(); }
    return z;
  }
  // static things in local records/enums, nested generic interface, recursion
  @Differentiable static double tree(double x, double y) {
    interface Node { double eval(double z); }
    record Leaf(double c) implements Node { public double eval(double z) { return c * z; } }
    record Add(Node a, Node b) implements Node { public double eval(double z) { return a.eval(z) + b.eval(z); } }
    record Mul(Node a, Node b) implements Node { public double eval(double z) { return a.eval(z) * b.eval(z); } }
    Node n = new Add(new Mul(new Leaf(x), new Leaf(y)), new Leaf(x * y));
    return n.eval(x);
  }
  @Differentiable static double recursive(double x) {
    class R { int depth; double go(double z, int n) { depth++; return n == 0 ? z * x : go(z * x, n - 1) + depth; } }
    return new R().go(x, 3);
  }
  // sibling blocks with the same name
  static double statics(double x) { enum Lvl { LOW(1), HIGH(2.5); static final double BASE = 3; final double f; Lvl(double f) { this.f = f; } static Lvl of(double z) { return z > 1 ? HIGH : LOW; } } return Lvl.of(x).f * x * Lvl.BASE; }
  @Differentiable static double stat(double x) { return statics(x) * statics(x + 1); }
  @Differentiable double inst(double x) { Runnable r = () -> {}; class In { double g() { return weight * x + LocalTypes.this.weight; } } DoubleSupplier s = () -> new In().g(); return s.getAsDouble() * x; }
  @Differentiable static double inLambda(double x) { DoubleUnaryOperator f = z -> { record P(double a, double b) { double m() { return a * b; } } return new P(z, x).m(); }; return f.applyAsDouble(x) + f.applyAsDouble(2); }

  @Differentiable
  static double inBlocks(double x) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      class Factor {
        double of(double z) {
          return z * x;
        }
      }
      sum += new Factor().of(i + x);
    }
    if (x > 0) {
      record Squared(double a) {}
      sum += new Squared(x * x).a();
    } else {
      enum Two {
        U,
        V
      }
      sum += Two.values().length * x;
    }
    return sum;
  }
}
