package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What every object can do: {@code equals}, {@code hashCode}, {@code toString}, {@code getClass}. */
class EqualObjects {
  record Point(double x, double y) {}

  record Segment(Point from, Point to) {}

  record Named(String name, double value, int number, float weight) {}

  record Tagged<T>(T tag, double value) {}

  record Data(double[] values, int count) {}

  sealed interface Shape permits Circle, Box {}

  record Circle(double radius) implements Shape {}

  record Box(double width, double height) implements Shape {
    @Override
    public String toString() {
      return "a box of " + width * height;
    }
  }

  static class Cell {
    double value;

    Cell(double value) {
      this.value = value;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cell cell && cell.value == value;
    }

    @Override
    public int hashCode() {
      return Double.hashCode(value);
    }

    @Override
    public String toString() {
      return "C" + value;
    }
  }

  record Holder(Cell cell, double weight) {}

  /** As development environments write them. */
  static class Complex {
    final double re;
    final double im;

    Complex(double re, double im) {
      this.re = re;
      this.im = im;
    }

    @Override
    public boolean equals(Object o) {
      if (this == o) {
        return true;
      }
      if (o == null || getClass() != o.getClass()) {
        return false;
      }
      Complex other = (Complex) o;
      return Double.compare(other.re, re) == 0 && Double.compare(other.im, im) == 0;
    }

    @Override
    public int hashCode() {
      return Objects.hash(re, im);
    }

    @Override
    public String toString() {
      return String.format("(%s, %e)", re, im);
    }
  }

  @Differentiable
  static double records(double x, double y) {
    return new Point(x, y).equals(new Point(y, x)) ? x : y * x;
  }

  @Differentiable
  static double parameters(Point p, Point q) {
    Object other = q;
    return p.equals(other) ? p.x() : q.y() * p.x();
  }

  @Differentiable
  static double nested(double x, double y) {
    Segment s = new Segment(new Point(x, 1), new Point(1, y));
    Segment t = new Segment(new Point(x, 1), new Point(1, x > y ? y : x));
    return s.equals(t) ? x * 2 : y * x;
  }

  @Differentiable
  static double ofAllKinds(double x) {
    Named named = new Named("a", x, 2, 1);
    double sum = named.equals(new Named(new String("a"), x, 2, 1)) ? x * x : 1;
    sum += named.equals(new Named("a", x, 3, 1)) ? x : 3 * x;
    Tagged<Double> tagged = new Tagged<>(x, 2 * x);
    sum *= tagged.equals(new Tagged<>(x, 2 * x)) && !tagged.equals(new Tagged<>(1.0, 2 * x)) ? x : 1;
    Data data = new Data(new double[] {x}, 1);
    sum += data.equals(new Data(new double[] {x}, 1)) ? x : data.equals(data) ? x * x : 1;
    return sum + (new Point(x, 1).equals(new Box(x, 1)) ? 1 : 5 * x);
  }

  @Differentiable
  static double zerosAndNaN(double x) {
    double nan = (x - x) / (x - x);
    double sum = new Point(nan, 1).equals(new Point(nan, 1)) ? x : 3 * x;
    return sum + (new Point(0.0, x).equals(new Point(-0.0, x)) ? x : x * x);
  }

  @Differentiable
  static double sealedOnes(double x) {
    Shape s = x > 0.5 ? new Circle(x) : new Box(x, 2);
    Shape none = x > 0.6 ? null : s;
    double sum = s.equals(new Circle(x)) ? x * x : 2 * x;
    sum += s.equals(none) ? x : 4 * x;
    return sum + (Objects.equals(none, null) ? 3 * x : none.equals(s) ? x : 7 * x);
  }

  @Differentiable
  static double changing(double x) {
    Cell a = new Cell(1);
    Cell b = new Cell(2);
    a.value = x;
    double sum = a.equals(b) ? 1 : x;
    b.value = x;
    sum += a.equals(b) && a.hashCode() == b.hashCode() ? x * a.value : b.value;
    Holder holder = new Holder(a, 1);
    return sum * (holder.equals(new Holder(b, 1)) ? x : 1);
  }

  @Differentiable
  static double asEnvironmentsWriteThem(double x) {
    Complex a = new Complex(x, 1);
    Complex b = new Complex(x, 1);
    double sum = a.equals(b) && a.equals(a) && !a.equals(null) ? x * a.re : b.im;
    sum += a.hashCode() == b.hashCode() ? x : b.re * b.re;
    sum += Objects.equals(a, new Complex(x, 2)) ? 1 : x;
    return a.getClass() == Complex.class ? sum * x : sum;
  }

  @Differentiable
  static double inLists(double x) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(x, 1));
    points.add(new Point(2, x));
    List<Complex> numbers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      numbers.add(new Complex(x * i, i));
    }
    double sum = points.contains(new Point(x, 1)) ? x * points.indexOf(new Point(2, x)) : 7 * x;
    return sum + (numbers.contains(new Complex(x * 2, 2)) ? x * x : 1);
  }

  @Differentiable
  static double hashed(double x) {
    int hash = new Segment(new Point(x, 2), new Point(1, 2)).hashCode();
    int named = new Named("name", 2.5, 7, 1.5f).hashCode();
    int none = new Tagged<String>(null, 3).hashCode();
    double sum = hash == new Segment(new Point(x, 2), new Point(1, 2)).hashCode() ? x : 1;
    return sum * ((named & 7) + 1) + (none % 5) * x + (Objects.hash(1.5, "a", null) & 3) * x * x;
  }

  @Differentiable
  static double joined(double x) {
    Shape s = x > -5 ? new Circle(x) : new Box(x, 2);
    Shape none = x > -3 ? null : s;
    String text = "s = " + s + " " + none + " " + new Cell(x) + new Point(x, x);
    return text.contains("Circle") && text.contains("null C") ? x * x : 2 * x;
  }

  @Differentiable
  static double formatted(double x) {
    Shape s = x > -5 ? new Box(x, 2) : new Circle(x);
    String text = String.format("%s|%s|%s", new Cell(x), s, new Point(x, x));
    return text.startsWith("C") && text.contains("|a box") ? x * x : 2 * x;
  }

  @Differentiable
  static double appended(double x) {
    StringBuilder text = new StringBuilder();
    text.append(new Complex(x, 2)).append(new Point(x, x)).append(String.valueOf(new Cell(x)));
    return text.toString().contains(")Point[x=") ? x * x : 2 * x;
  }

  @Differentiable
  static double sameObjects(double x) {
    Complex one = new Complex(x, 1);
    Complex other = new Complex(x, 1);
    Complex chosen = x > -5 ? one : other;
    return (one == other ? x : 2 * x) + (chosen == one ? x * x : 3);
  }

  @Differentiable
  static double classes(double x) {
    Shape[] all = {new Circle(x), new Box(x, 2), new Circle(2 * x)};
    double sum = 0;
    for (Shape each : all) {
      sum += each.getClass() == all[0].getClass() ? x : x * x;
    }
    return sum;
  }
}
