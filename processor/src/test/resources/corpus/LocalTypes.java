package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;
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
          return power / (1 + power);
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
}
