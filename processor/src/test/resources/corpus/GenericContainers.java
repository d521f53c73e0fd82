package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Generic classes and helpers that keep what they are given in lists, maps and queues. */
class GenericContainers {
  record Line(double slope, double shift) {
    double at(double x) {
      return slope * x + shift;
    }
  }

  static final class Point {
    double x;
    double y;

    Point(double x, double y) {
      this.x = x;
      this.y = y;
    }
  }

  static final class Seq<T> {
    private final List<T> items = new ArrayList<>();

    @SafeVarargs
    static <T> Seq<T> of(T... items) {
      Seq<T> seq = new Seq<>();
      for (T item : items) {
        seq.items.add(item);
      }
      return seq;
    }

    <R> Seq<R> map(Function<? super T, ? extends R> function) {
      Seq<R> mapped = new Seq<>();
      for (T item : items) {
        mapped.items.add(function.apply(item));
      }
      return mapped;
    }

    <A> A fold(A initial, BiFunction<A, T, A> function) {
      A folded = initial;
      for (T item : items) {
        folded = function.apply(folded, item);
      }
      return folded;
    }

    <U, R> Seq<R> zipWith(Seq<U> other, BiFunction<T, U, R> function) {
      Seq<R> zipped = new Seq<>();
      for (int i = 0; i < items.size(); i++) {
        zipped.items.add(function.apply(items.get(i), other.items.get(i)));
      }
      return zipped;
    }

    T get(int i) {
      return items.get(i);
    }
  }

  static class Stack<E> implements Iterable<E> {
    private final Deque<E> held = new ArrayDeque<>();
    private final List<E> all;

    Stack() {
      all = new ArrayList<>();
    }

    Stack<E> push(E element) {
      held.push(element);
      all.add(element);
      return this;
    }

    E pop() {
      return held.pop();
    }

    int size() {
      return held.size();
    }

    @Override
    public Iterator<E> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < all.size();
        }

        @Override
        public E next() {
          return all.get(next++);
        }
      };
    }
  }

  static final class Numbers extends Stack<Double> {
    double sum() {
      double sum = 0;
      for (double each : this) {
        sum += each;
      }
      return sum;
    }
  }

  static final class Table<K, V> {
    private final Map<K, V> values = new HashMap<>();
    private final Function<K, V> initial;

    Table(Function<K, V> initial) {
      this.initial = initial;
    }

    V get(K key) {
      if (!values.containsKey(key)) {
        values.put(key, initial.apply(key));
      }
      return values.get(key);
    }

    void set(K key, V value) {
      values.put(key, value);
    }
  }

  static <T> List<T> list(T a, T b) {
    List<T> list = new ArrayList<>();
    list.add(a);
    list.add(b);
    return list;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  static <T> List<T> all(T... items) {
    return new ArrayList<>(List.of(items));
  }

  static <A, B> List<B> mapped(List<A> list, Function<? super A, ? extends B> function) {
    List<B> mapped = new ArrayList<>();
    for (A each : list) {
      mapped.add(function.apply(each));
    }
    return mapped;
  }

  @Differentiable
  static double helper(double p, double q) {
    return list(p, q).get(1) * p + list(new Line(p, q), new Line(q, p)).get(1).at(q);
  }

  @Differentiable
  static double variable(double p, double q) {
    List<Double> all = all(p, q, p * q);
    return all.get(0) * all.get(2) + all(new Line(p, q)).get(0).at(p);
  }

  @Differentiable
  static double maps(double p, double q) {
    List<Line> lines = mapped(all(p, q, 2.0), x -> new Line(x, x * x));
    double sum = 0;
    for (Line line : lines) {
      sum += line.at(q);
    }
    return sum + mapped(lines, Line::slope).get(1) * p + mapped(all(1, 2), i -> i * p).get(1);
  }

  @Differentiable
  static double stack(double p, double q) {
    Stack<Double> stack = new Stack<Double>().push(p).push(q).push(p * q);
    double top = stack.pop() * 2;
    double sum = 0;
    for (double each : stack) {
      sum += each * top;
    }
    return sum + stack.pop() * stack.size();
  }

  @Differentiable
  static double points(double p, double q) {
    Stack<Point> stack = new Stack<>();
    for (int i = 0; i < 3; i++) {
      stack.push(new Point(p * i, q));
    }
    stack.pop().x += p;
    double sum = 0;
    for (Point point : stack) {
      point.y *= q;
      sum += point.x * point.y;
    }
    return sum;
  }

  @Differentiable
  static double subclass(double p, double q) {
    Numbers numbers = new Numbers();
    numbers.push(p).push(q * q);
    return numbers.sum() * numbers.pop();
  }

  @Differentiable
  static double table(double p, double q) {
    Table<String, Double> table = new Table<>(key -> p * key.length());
    table.set("b", q);
    table.set("b", table.get("b") * table.get("abc"));
    Table<Integer, Line> lines = new Table<>(key -> new Line(key, p));
    return table.get("b") + lines.get(3).at(q);
  }

  @Differentiable
  static double several(double p, double q) {
    Stack<Integer> counts = new Stack<>();
    Stack<Double> values = new Stack<>();
    for (int i = 0; i < 3; i++) {
      counts.push(i + 1);
      values.push(p * i + q);
    }
    double sum = 0;
    while (counts.size() > 0) {
      sum += counts.pop() * values.pop();
    }
    return sum;
  }

  @Differentiable
  static double sequence(double p, double q) {
    Seq<Double> all = Seq.of(p, q, p * q);
    return all.map(x -> x * x).map(x -> new Line(x, 1)).fold(0.0, (sum, line) -> sum + line.at(q))
        + all.zipWith(all.map(x -> x + 1), (a, b) -> a * b).get(2) * 2;
  }


  abstract static class Step<I, O> {
    private final List<O> made = new ArrayList<>();

    protected abstract O make(I in);

    O run(I in) {
      O out = make(in);
      this.made.add(out);
      return this.last();
    }

    O last() {
      return made.get(made.size() - 1);
    }

    int count() {
      return made.size();
    }
  }

  static final class Squares extends Step<Double, Double> {
    private final double factor;

    Squares(double factor) {
      this.factor = factor;
    }

    @Override
    protected Double make(Double in) {
      return in * in * factor;
    }
  }

  interface Monoid<T> {
    T zero();

    T plus(T a, T b);

    default T sum(List<T> all) {
      T sum = zero();
      List<T> seen = new ArrayList<>();
      for (T each : all) {
        sum = plus(sum, each);
        seen.add(sum);
      }
      return seen.get(seen.size() - 1);
    }

    static <T> Monoid<T> of(T zero, BinaryOperator<T> plus) {
      return new Monoid<>() {
        @Override
        public T zero() {
          return zero;
        }

        @Override
        public T plus(T a, T b) {
          return plus.apply(a, b);
        }
      };
    }
  }

  static final class Chain<T> {
    private class Cell {
      final T held;
      Cell after;

      Cell(T held) {
        this.held = held;
      }
    }

    private Cell first;
    private Cell last;
    private int size;

    void add(T element) {
      Cell cell = new Cell(element);
      if (first == null) {
        first = cell;
      } else {
        last.after = cell;
      }
      last = cell;
      size++;
    }

    List<T> list() {
      List<T> all = new ArrayList<>(size);
      for (Cell cell = first; cell != null; cell = cell.after) {
        all.add(cell.held);
      }
      return all;
    }
  }

  @Differentiable
  static double steps(double p, double q) {
    Squares squares = new Squares(p);
    squares.run(q);
    squares.run(p * q);
    Step<Integer, Double> anonymous =
        new Step<>() {
          @Override
          protected Double make(Integer in) {
            return in * q;
          }
        };
    anonymous.run(3);
    return anonymous.run(4) * anonymous.count() + squares.last() * squares.count();
  }

  @Differentiable
  static double monoids(double p, double q) {
    Monoid<Double> product = Monoid.of(1.0, (a, b) -> a * b);
    return product.sum(List.of(p, q, p)) + Monoid.of(0.0, Double::sum).sum(Arrays.asList(p, q));
  }

  @Differentiable
  static double chain(double p, double q) {
    Chain<Double> chain = new Chain<>();
    for (int i = 0; i < 20; i++) {
      chain.add(p * i + q);
    }
    double sum = 0;
    for (double each : chain.list()) {
      sum += each * each;
    }
    return sum;
  }

  /** Objects of one class with two type arguments, told apart when the method runs. */
  static class OfNumber<T extends Number> { T v; OfNumber(T v) { this.v = v; } double d() { return v.doubleValue(); } void set(T t) { v = t; } }

  @Differentiable static double ofTwoTypes(double x, int n) { OfNumber<Integer> b = new OfNumber<>(n); OfNumber<Double> c = new OfNumber<>(x); for (int k = 0; k < n; k++) { c.set(c.d() * x); if (k == 2) c = new OfNumber<>(x); } return b.d() * c.d(); }
}
