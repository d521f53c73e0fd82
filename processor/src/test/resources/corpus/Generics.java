package corpus;

import cotangent.Differentiable;
import cotangent.processor.corpus.Inputs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Type variables, wildcards and inferred types, of receivers and of results. */
class Generics {
  interface Field {
    double f(double x);

    default double g(double x) {
      return 2 * f(x);
    }
  }

  interface HasWeight {
    double weight();
  }

  record Power(double factor, int n) implements Field {
    @Override
    public double f(double x) {
      return factor * Math.pow(x, n);
    }
  }

  record Linear(double slope) implements Field {
    @Override
    public double f(double x) {
      return slope * x;
    }

    @Override
    public double g(double x) {
      return slope * x * x;
    }
  }

  record Weighted(double weight, String name) implements HasWeight {}

  record Pair<A, B>(A first, B second) {}

  record Boxed<T extends Number>(T number, double factor) {}

  static class Node implements Comparable<Node> {
    final double v;
    double w = 2;
    final List<Node> next = new ArrayList<>();

    Node(double v) {
      this.v = v;
    }

    double twice() {
      return 2 * v;
    }

    @Override
    public int compareTo(Node o) {
      return Double.compare(v, o.v);
    }
  }

  static class Special extends Node {
    Special(double v) {
      super(v);
    }
  }

  static class Holder<T> {
    T content;
    final List<T> all;

    Holder(T content) {
      this.content = content;
      this.all = List.of(content);
    }

    T get() {
      return content;
    }

    final T finalGet() {
      return content;
    }

    static <S> S of(Holder<S> holder) {
      return holder.content;
    }
  }

  static final List<Node> NODES = List.of(new Node(2), new Node(3));
  static final List<? extends Node> SOME = List.of(new Special(4), new Special(5));
  static final List<String> NAMES = List.of("one", "three");
  static final List<Weighted> WEIGHTS = List.of(new Weighted(2, "a"), new Weighted(3, "b"));
  static final List<double[]> ROWS = List.of(new double[] {1, 2}, new double[] {3});
  static final List<List<Node>> LISTS = List.of(NODES);
  static final List<Integer> NUMBERS = List.of(3, 4);
  static final Comparator<Node> ORDER = Comparator.naturalOrder();
  static final Node[] ARRAY = {new Node(2), new Node(3)};
  static final Holder<Node> HOLDER = new Holder<>(new Node(7));
  static final Holder<? extends List<? extends Node>> WILD = new Holder<>(List.of(new Special(7)));

  static <R extends Field> double twice(R r, double x) {
    return r.f(r.f(x));
  }

  static <R extends Field> double viaDefault(R r, double x) {
    return r.g(x) + r.f(x);
  }

  static <R extends Field & Comparable<R>> double both(R r, double x) {
    return r.f(x);
  }

  static <R extends HasWeight> double weightOf(R r) {
    return r.weight();
  }

  static <R extends Field> R same(R r) {
    return r;
  }

  static <T> T first(List<T> all) {
    return all.get(0);
  }

  static <T> T firstOf(List<? extends T> all) {
    return all.get(0);
  }

  static <T> T last(List<T> all) {
    T found = null;
    for (T each : all) found = each;
    return found;
  }

  static <T> T at(T[] all, int i) {
    return all[i];
  }

  static <T> List<T> copy(List<T> all) {
    List<T> copy = new ArrayList<>(all);
    copy.add(all.get(0));
    return copy;
  }

  static <T> List<T> collected(Iterable<? extends T> all) {
    List<T> copy = new ArrayList<T>();
    for (T each : all) copy.add(each);
    return copy;
  }

  static <T extends Comparable<T>> T largest(List<T> all) {
    T best = all.get(0);
    for (T each : all) {
      if (each.compareTo(best) > 0) best = each;
    }
    return best;
  }

  static <T extends Node> double sum(List<T> all) {
    double sum = 0;
    for (T each : all) sum += each.v * each.w + each.twice();
    return sum;
  }

  static double wildSum(List<? extends Node> all) {
    double sum = 0;
    for (Node each : all) sum += each.v;
    return sum + all.get(0).w;
  }

  static <T> T either(boolean one, T a, T b) {
    return one ? a : b;
  }

  static <T> T deep(List<T> all, int n) {
    return n == 0 ? all.get(0) : deep(all, n - 1);
  }

  static <A, B> Pair<A, B> pair(A a, B b) {
    return new Pair<>(a, b);
  }

  static <A> A firstOfPair(Pair<A, ?> pair) {
    return pair.first();
  }

  @Differentiable
  static double boundedRecord(double x, double a) {
    return twice(new Power(a, 2), x) * twice(new Linear(a), x);
  }

  @Differentiable
  static double boundedParameter(Power p, double x) {
    return twice(p, x);
  }

  @Differentiable
  static double defaultMethods(double x, double a) {
    return viaDefault(new Power(a, 2), x) * viaDefault(new Linear(a), x);
  }

  @Differentiable
  static double accessorThroughInterface(double x) {
    return weightOf(new Weighted(x, "a")) * x;
  }

  @Differentiable
  static double sameRecord(double x, double a) {
    return same(new Linear(a)).f(x) * same(new Linear(x)).slope();
  }

  @Differentiable
  static double firstNode(double x) {
    Node n = first(NODES);
    return n.v * x + n.w;
  }

  @Differentiable
  static double firstParameter(double x, Holder<Node> holder, List<Double> list) {
    double d = first(list);
    return d * x;
  }

  @Differentiable
  static double receivers(double x) {
    return first(NODES).v * first(NODES).twice() * x * firstOf(SOME).w * last(NODES).v * at(ARRAY, 1).w;
  }

  @Differentiable
  static double ofRecords(double x) {
    Weighted w = last(WEIGHTS);
    return first(WEIGHTS).weight() * x * w.weight() * x * w.name().length();
  }

  @Differentiable
  static double ofText(double x) {
    String name = last(NAMES);
    return first(NAMES).length() * x * name.length() * firstOf(NAMES).charAt(0);
  }

  @Differentiable
  static double ofNumbers(double x) {
    int n = first(NUMBERS);
    return last(NUMBERS) * x * n * either(true, n, 3);
  }

  @Differentiable
  static double[] ofRows(double x) {
    double[] row = first(ROWS);
    return new double[] {row[1] * x * last(ROWS)[0]};
  }

  @Differentiable
  static double ofLists(double x) {
    return first(first(LISTS)).v * x * first(LISTS).get(1).v;
  }

  @Differentiable
  static double copies(double x) {
    List<Node> nodes = copy(NODES);
    double sum = 0;
    for (Node n : collected(nodes)) sum += n.v * x;
    return sum * copy(NODES).get(2).v;
  }

  @Differentiable
  static double compared(double x) {
    return largest(NODES).v * x * largest(NUMBERS) * largest(NAMES).length();
  }

  @Differentiable
  static double bounded(double x) {
    return sum(NODES) * x * sum(List.of(new Node(3))) * wildSum(SOME) * wildSum(NODES);
  }

  @Differentiable
  static double wildcards(double x) {
    Node n = SOME.get(0);
    List<? extends Node> inner = WILD.get();
    return n.v * x * SOME.get(1).w * WILD.content.get(0).v * inner.get(0).v;
  }

  @Differentiable
  static double holders(double x) {
    return HOLDER.content.v * x * HOLDER.get().w * HOLDER.finalGet().v * HOLDER.all.get(0).v * Holder.of(HOLDER).v;
  }

  @Differentiable
  @Inputs("n = 0")
  @Inputs("n = 3")
  static double recursive(double x, int n) {
    return deep(NODES, n).v * x * deep(NAMES, n).length();
  }

  @Differentiable
  static double chosen(double x) {
    Node n = either(x > 0, NODES.get(0), NODES.get(1));
    return x * n.v * either(x < 0, HOLDER, HOLDER).content.v;
  }

  @Differentiable
  static double pairs(double x) {
    Pair<Node, String> p = new Pair<>(NODES.get(0), "abc");
    var q = pair("x", NODES.get(1));
    return x * p.first().v * p.second().length() * q.second().v * q.first().length() * firstOfPair(q).length();
  }

  @Differentiable
  static double boxedRecord(double x) {
    Boxed<Integer> b = new Boxed<>(3, x);
    return b.number() * b.factor() * x * b.number().intValue();
  }

  @Differentiable
  static double library(double x) {
    Node best = Collections.max(NODES);
    Node least = Collections.min(NODES, ORDER);
    Optional<Node> maybe = Optional.of(best);
    Iterator<Node> nodes = NODES.iterator();
    return x * best.v * least.v * maybe.get().w * nodes.next().v * Map.of("a", best).get("a").v;
  }

  @Differentiable
  static double casts(double x) {
    Object o = NODES;
    Object text = "abc";
    Object number = 3;
    Object node = NODES.get(1);
    List<?> list = (List<?>) o;
    return x * ((Node) node).v * ((String) text).length() * (int) number * (Integer) number * list.size() * ((Comparable<?>) text).toString().length();
  }

  @Differentiable
  @Inputs(value = "", fails = ClassCastException.class)
  static double wrongCast(double x) {
    Object o = "text";
    Node n = (Node) o;
    return x * x;
  }

  @Differentiable
  static double classes(double x) {
    Object o = NODES.get(0);
    return (o.getClass() == Node.class ? x : 1) * Node.class.getSimpleName().length() * Node.class.cast(o).v * int.class.getName().length() * double[].class.getName().length() * List.class.getSimpleName().length();
  }

  static class Hiding<T> {
    private double own(T way, double x) {
      return x * x;
    }

    private <R> R carried(R r) {
      return r;
    }

    static <R> double fixed(R r, double x) {
      return Math.sin(x);
    }

    double all(T way, double x) {
      return own(way, x) + fixed(way, x) * carried(x);
    }
  }

  static class Hidden extends Hiding<String> {
    double own(String way, double x) {
      return 5 * x;
    }

    <R> R carried(R r) {
      return null;
    }

    static <R> double fixed(R r, double x) {
      return 7 * x;
    }
  }

  /** What is private or static is not overridden, although subclasses have the like. */
  @Differentiable
  static double hides(double x) {
    Hidden hidden = new Hidden();
    Hiding<String> above = hidden;
    return above.all("", x) * hidden.own("", x);
  }

  private static <T> double unlessAbsent(T one, T other, double x) {
    return one == null || other == null ? x : x * x;
  }

  /** A number is there, whatever it is called. */
  @Differentiable
  static double numbers(double x, Double y) {
    return unlessAbsent(x, y, x) + unlessAbsent(y, x * x, 2 * x);
  }
}
