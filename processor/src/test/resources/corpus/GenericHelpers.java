package corpus;

import cotangent.Differentiable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Generic helpers whose type arguments follow from what lambdas without types return. */
class GenericHelpers {
  interface Curve {
    <R> R accept(Visitor<R> visitor);
  }

  interface Visitor<R> {
    R visit(Curve curve);
  }

  interface Sampler<R> {
    R visit(Line line);
  }

  record Line(double slope, double shift) implements Curve {
    double at(double x) {
      return slope * x + shift;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    <R> R sampled(Sampler<R> sampler) {
      return sampler.visit(this);
    }
  }

  record Pair<A, B>(A first, B second) {
    <R> R with(BiFunction<? super A, ? super B, ? extends R> function) {
      return function.apply(first, second);
    }

    <C> Pair<C, B> mapFirst(Function<A, C> function) {
      return new Pair<>(function.apply(first), second);
    }
  }

  interface Unary<A, B> {
    B apply(A a);

    default <C> Unary<A, C> andThen(Unary<? super B, ? extends C> after) {
      return a -> after.apply(apply(a));
    }
  }

  static final class Lazy<T> {
    private final Supplier<T> supplier;

    Lazy(Supplier<T> supplier) {
      this.supplier = supplier;
    }

    static <T> Lazy<T> of(Supplier<T> supplier) {
      return new Lazy<>(supplier);
    }

    T get() {
      return supplier.get();
    }
  }

  static <T> T timed(Supplier<T> supplier) {
    return supplier.get();
  }

  static <A, B, C> Function<A, Function<B, C>> curried(BiFunction<A, B, C> function) {
    return a -> b -> function.apply(a, b);
  }

  static <A, B, C> C applied(Function<A, Function<B, C>> function, A a, B b) {
    return function.apply(a).apply(b);
  }

  static <A, B, C> Function<A, C> compose(Function<A, B> first, Function<B, C> second) {
    return a -> second.apply(first.apply(a));
  }

  static double twice(double x) {
    return 2 * x;
  }

  static double which(double x) {
    return x;
  }

  static double which(int x) {
    return 3 * x;
  }

  @Differentiable
  static double visitor(double p, double q) {
    return new Line(p, q).sampled(line -> line.at(1.2)) * 10;
  }

  @Differentiable
  static double block(double p, double q) {
    return new Line(p, q)
            .sampled(
                line -> {
                  double at = line.at(p);
                  var square = at * at;
                  if (square > 2) {
                    return square;
                  }
                  for (double each : new double[] {p, q}) {
                    square += each;
                  }
                  return square * q;
                })
        * 10;
  }

  @Differentiable
  static double array(double p, double q) {
    return new Line(p, q).sampled(line -> new double[] {line.slope(), line.shift() * p})[1] * q;
  }

  @Differentiable
  static double record(double p, double q) {
    return new Line(p, q).sampled(line -> new Line(line.shift(), line.at(q))).at(p);
  }

  @Differentiable
  static double pattern(double p, double q) {
    Curve curve = new Line(p, q);
    return curve.accept(c -> c instanceof Line line ? line.at(p) : 0.0) * 2;
  }

  @Differentiable
  static double pairs(double p, double q) {
    Pair<Double, Double> pair = new Pair<>(p, q);
    return pair.with((a, b) -> a * b) + pair.mapFirst(a -> new Line(a, p)).first().at(q);
  }

  @Differentiable
  static double andThen(double p, double q) {
    Unary<Double, Double> unary = v -> v * p;
    return unary
            .andThen(
                w -> {
                  double square = w * w;
                  return square;
                })
            .andThen(v -> v + q)
            .apply(q)
        * 2;
  }

  @Differentiable
  static double ofJava(double p, double q) {
    UnaryOperator<Double> unary = v -> v * p;
    return unary.andThen(w -> w * w).andThen(w -> new Line(w, q)).apply(q).at(p);
  }

  @Differentiable
  static double lazily(double p, double q) {
    Lazy<Double> lazy = Lazy.of(() -> p * q);
    return Lazy.of(() -> lazy.get() * p).get() * 2
        + new Lazy<>(() -> new Line(p, q)).get().at(q)
        + timed(() -> new Line(q, p)).at(p)
        + timed(() -> Math.sin(p)) * 3;
  }

  @Differentiable
  static double references(double p, double q) {
    return new Pair<>(p, q).mapFirst(Math::sin).mapFirst(GenericHelpers::twice).first() * 2
        + compose(GenericHelpers::twice, Math::exp).apply(p) * 3
        + new Pair<>(p, q).with(Line::new).at(q);
  }

  @Differentiable
  static double curry(double p, double q) {
    return curried((Double a, Double b) -> a * b + a).apply(p).apply(q) * 2
        + applied(a -> b -> a * b, p, q) * 3
        + applied(a -> b -> new Line(a, b), p, q).at(p)
        + compose((Double a) -> a * a, a -> a * q).apply(p) * q;
  }

  @Differentiable
  static double overloads(double p, double q) {
    return which(timed(() -> p * q)) + which(timed(() -> 2)) * p;
  }

  sealed interface Shape {
    double area();
  }

  record Disc(double radius) implements Shape {
    @Override
    public double area() {
      return Math.PI * radius * radius;
    }
  }

  record Box(double width) implements Shape {
    @Override
    public double area() {
      return width * width;
    }
  }

  static <T> T either(boolean first, Supplier<T> one, Supplier<T> other) {
    return first ? one.get() : other.get();
  }

  static <T> T either(boolean first, T one, T other) {
    return first ? one : other;
  }

  @Differentiable
  static double shared(double p, double q) {
    return either(p > q, () -> new Disc(p), () -> new Box(q)).area()
        + either(p > q, new Disc(q), new Box(p)).area()
        + timed(() -> p > q ? new Disc(p) : new Box(q)).area();
  }

  @Differentiable
  static double choices(double p, double q) {
    return timed(() -> p > q ? p : q * 2) * 2
        + timed(
                () ->
                    switch ((int) q) {
                      case 0 -> new Line(p, q);
                      case 1 -> new Line(q, p);
                      default -> {
                        Line line = new Line(p, p);
                        yield line;
                      }
                    })
            .at(q);
  }
}
