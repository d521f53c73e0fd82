package corpus;

import cotangent.Differentiable;

/** Names of patterns' variables that mean something else again, where the pattern isn't known to fit. */
class PatternScopes {
  sealed interface Shape permits Circle, Square, Pair {}

  record Circle(double r) implements Shape {}

  record Square(double side) implements Shape {}

  record Pair(Shape left, Shape right) implements Shape {}

  private static final double side = 1.5;

  private static double area(Shape shape, double k) {
    if (shape instanceof Pair p) {
      return area(p.left(), k) + k * area(p.right(), k);
    }
    if (shape instanceof Square r && r.side() > 0) {
      return r.side() * r.side();
    }
    double r = shape instanceof Circle p ? p.r() : 0;
    double p = r * r;
    return Math.PI * p * k;
  }

  @Differentiable
  static double areas(double x, double k) {
    return area(new Pair(new Circle(x), new Pair(new Square(k), new Square(-x))), k);
  }

  @Differentiable
  static double constantAgain(double x) {
    Shape shape = x > 0 ? new Circle(x) : new Square(x);
    double sum = 0;
    if (shape instanceof Circle side) {
      sum += side.r() * 3;
    }
    boolean isSquare = shape instanceof Square side && side.side() < -1;
    sum += shape instanceof Circle side ? side.r() : side * x;
    return sum + (isSquare ? x : 2 * x) * side;
  }

  @Differentiable
  static double seenBehind(double x, double y) {
    Shape shape = y > 0 ? new Square(x * y) : new Circle(y);
    if (!(shape instanceof Square side)) {
      return x * side;
    }
    if (shape instanceof Pair k) {
      throw new IllegalStateException(k.toString());
    } else if (side.side() > 2) {
      double k = side.side() * y;
      return k * k;
    }
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      if (side.side() > i && shape instanceof Square k) {
        sum += k.side() * i;
        continue;
      }
      double k = y * i;
      sum += k * k;
    }
    return sum * side.side();
  }
}
