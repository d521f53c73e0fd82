package corpus;

import cotangent.Differentiable;
import java.util.List;

/** Type variables with bounds, one or several, and what is known of their values by these. */
class BoundedTypes {
  static class Best<T extends Comparable<T>> {
    T best;

    void offer(T each) {
      if (best == null || each.compareTo(best) > 0) {
        best = each;
      }
    }
  }

  record Scored(double score, double value) implements Comparable<Scored> {
    @Override
    public int compareTo(Scored other) {
      return Double.compare(score, other.score);
    }
  }

  interface Long {
    double length();
  }

  interface Wide {
    double width();

    default double doubled() {
      return 2 * width();
    }
  }

  record Area(double length, double width) implements Long, Wide {}

  record Strip(double length) implements Long, Wide {
    @Override
    public double width() {
      return length * length;
    }
  }

  abstract static class Body {
    double weight = 2;

    abstract double height();

    double heavy() {
      return weight * height();
    }

    @Override
    public String toString() {
      return "body";
    }
  }

  static class Box extends Body implements Wide, Comparable<Box> {
    final double side;

    Box(double side) {
      this.side = side;
    }

    @Override
    double height() {
      return side * side;
    }

    @Override
    public double width() {
      return side + weight;
    }

    @Override
    public int compareTo(Box other) {
      return Double.compare(side, other.side);
    }
  }

  static class Crate extends Box {
    Crate(double side) {
      super(side);
    }

    @Override
    double height() {
      return side * 3;
    }

    @Override
    public double doubled() {
      return 3 * side;
    }
  }

  @Differentiable
  static double bestNumber(double x, double y) {
    Best<Double> best = new Best<>();
    best.offer(x * y);
    best.offer(x + y);
    best.offer(3.0);
    return best.best * x;
  }

  @Differentiable
  static double bestRecord(double x, double y) {
    Best<Scored> best = new Best<>();
    best.offer(new Scored(x * y, x));
    best.offer(new Scored(x + y, y));
    best.offer(new Scored(3, x * x));
    return best.best.score() * best.best.value();
  }

  @Differentiable
  static double bestOfMany(double[] a, double x) {
    Best<Double> best = new Best<>();
    for (double each : a) {
      best.offer(each * x);
    }
    return best.best == null ? x : best.best;
  }

  private static class Eager<T extends Comparable<T>> {
    T best;

    boolean beats(T each) {
      return each.compareTo(best) > 0;
    }
  }

  @Differentiable
  static double comparedWithNothing(double x, double y) {
    Eager<Double> eager = new Eager<>();
    try {
      return eager.beats(x) ? x : y;
    } catch (NullPointerException e) {
      return x * y;
    }
  }

  private static <T extends Long & Wide> double area(T each) {
    return each.length() * each.width() + each.doubled();
  }

  private static class Held<T extends Long & Wide> {
    private final T held;

    Held(T held) {
      this.held = held;
    }

    double difference() {
      return held.width() - held.length();
    }
  }

  @Differentiable
  static double ofTwoInterfaces(double x, double y) {
    double areas = area(new Area(x, y)) + area(new Strip(x * x));
    return areas + new Held<>(new Area(x * y, y)).difference() * new Held<>(new Strip(y)).difference();
  }

  private static <T extends Body & Wide> double all(T each) {
    Wide wide = each;
    double sum = each.weight * each.height() + each.width() * each.heavy() + each.doubled();
    return each.toString().equals("body") ? sum + wide.width() : 0;
  }

  private static <T extends Body & Comparable<? super T>> T greatest(List<? extends T> all) {
    T greatest = all.get(0);
    for (T each : all) {
      if (each.compareTo(greatest) > 0) {
        greatest = each;
      }
    }
    return greatest;
  }

  @Differentiable
  static double ofClassAndInterface(double x, double y) {
    Wide wide = y > 0.5 ? new Box(x) : new Area(x, y);
    return all(new Box(x)) + all(new Crate(y)) * wide.doubled();
  }

  @Differentiable
  static double greatestOfClassAndInterface(double x, double y) {
    Box box = greatest(List.of(new Box(x), new Box(y), new Crate(x * y)));
    return box.height() + greatest(List.of(new Crate(x), new Crate(y))).heavy();
  }

  private static <N extends Number & Comparable<N>> double greater(N one, N other) {
    return one.compareTo(other) > 0 ? one.doubleValue() : 2 * other.doubleValue();
  }

  @Differentiable
  static double numbersOfTwoBounds(double x, double y) {
    return greater(x, y) * greater(3, 4);
  }

  @Differentiable
  static double fromOutside(double x, int n) {
    Crate crate = CRATES[Math.floorMod(n, CRATES.length)];
    Box box = n > 3 ? crate : new Box(x);
    return x * all(crate) + all(box);
  }

  private static final Crate[] CRATES = {new Crate(2), new Crate(3)};
}
