package corpus;

import cotangent.Differentiable;

/** Objects that copy themselves with the method of {@code Object}. */
class ClonedObjects {
  static class Path implements Cloneable {
    double[] points = {1, 2};
    double length;

    @Override
    protected Path clone() {
      try {
        return (Path) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Differentiable
  static double sharesArrays(double x) {
    Path a = new Path();
    a.points[0] = x;
    a.length = x * x;
    Path b = a.clone();
    b.points[0] *= x;
    b.length *= x;
    return a.points[0] + a.length * b.length;
  }

  static class Deep implements Cloneable {
    double[] points;
    final double weight;
    Deep next;

    Deep(double[] points, double weight) {
      this.points = points;
      this.weight = weight;
    }

    @Override
    public Deep clone() throws CloneNotSupportedException {
      Deep copy = (Deep) super.clone();
      copy.points = points.clone();
      copy.next = next == null ? null : next.clone();
      return copy;
    }
  }

  static final class Deeper extends Deep {
    double more;

    Deeper(double[] points, double more) {
      super(points, 2 * more);
      this.more = more;
    }
  }

  @Differentiable
  static double copiesChains(double x, int n) throws CloneNotSupportedException {
    Deep first = null;
    for (int i = 0; i < (n & 3) + 1; i++) {
      Deep next = first;
      first = new Deep(new double[] {x * i, x * x}, i);
      first.next = next;
    }
    Deep copy = first.clone();
    for (Deep each = copy; each != null; each = each.next) {
      each.points[1] *= 2;
    }
    double sum = 0;
    for (Deep each = first; each != null; each = each.next) {
      sum += each.points[1] * each.weight + each.points[0];
    }
    return sum + copy.points[1] + (copy == first ? 1 : 0);
  }

  @Differentiable
  static double copiesWhatIsBelow(double x, boolean more) throws CloneNotSupportedException {
    Deep a = more ? new Deeper(new double[] {x, 1}, x) : new Deep(new double[] {x * x, 2}, 3);
    Deep b = a.clone();
    if (b instanceof Deeper deeper) {
      deeper.more *= x;
      return deeper.more * ((Deeper) a).more * b.weight;
    }
    b.points[0] *= x;
    return b.points[0] * a.points[0] * b.weight;
  }

  static final class Constant implements Cloneable {
    private final double value;

    Constant(double value) {
      this.value = value;
    }

    Constant copy() throws CloneNotSupportedException {
      return (Constant) clone();
    }

    @Override
    public boolean equals(Object other) {
      return super.equals(other) || other instanceof Constant c && c.value == value;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }
  }

  @Differentiable
  static double copiesByItself(double x) throws CloneNotSupportedException {
    Constant a = new Constant(x);
    Constant b = a.copy();
    return a.equals(b) && a != b ? b.value * x : 1;
  }

  record Point(double x, double y) implements Cloneable {
    Point twice() throws CloneNotSupportedException {
      Point copy = (Point) super.clone();
      return new Point(copy.x + x, copy.y + y);
    }
  }

  @Differentiable
  static double copiesRecords(double x) throws CloneNotSupportedException {
    Point p = new Point(x, x * x).twice();
    return p.x * p.y;
  }

  abstract static class Shape implements Cloneable {
    double size = 1;

    abstract double area();

    Shape scaled(double by) throws CloneNotSupportedException {
      Shape copy = (Shape) super.clone();
      copy.size *= by;
      return copy;
    }
  }

  @Differentiable
  static double copiesWithoutAName(double x) throws CloneNotSupportedException {
    double width = x * x;
    Shape shape =
        new Shape() {
          double calls = x;

          @Override
          double area() {
            calls += size;
            return width * size * calls;
          }
        };
    Shape large = shape.scaled(x);
    return large.area() * shape.area() + large.area();
  }
}
