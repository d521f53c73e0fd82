package corpus;

import cotangent.Differentiable;
import java.util.*;

/** What Eclipse's compiler reads with other names and casts than javac, or not at all. */
class TypedByJavac {
  interface Tree {}
  record Leaf(double v) implements Tree {}
  record Many(List<Tree> kids) implements Tree {}
  private static final List<String> WORDS = List.of("one", "four", "seven", "two");
  static Tree squared(Tree t) { if (t instanceof Leaf l) return new Leaf(l.v() * l.v()); List<Tree> r = new ArrayList<>(); ((Many) t).kids().forEach(c -> r.add(squared(c))); return new Many(r); }
  static double sum(Tree t) { if (t instanceof Leaf l) return l.v(); double s = 0; for (Tree c : ((Many) t).kids()) s = s * 0.5 + sum(c); return s; }

  @Differentiable static double rebuiltByForEach(double x) { return sum(squared(new Many(List.of(new Leaf(x), new Many(List.of(new Leaf(x * x), new Leaf(3)))))));  }
  @Differentiable static double byLength(double x) { List<String> c = new LinkedList<>(WORDS); Collections.sort(c, Comparator.comparing(t -> t.length())); double s = 0; for (String t : c) s = s * x + t.charAt(0); return s; }

  interface View<N extends Comparable<N>, V extends View<N, V>> extends Iterable<V>, Iterator<V> {
    @Override
    V iterator();

    double value();
  }

  static final class Plain implements View<Double, Plain> {
    final double[] of;
    int at = -1;

    Plain(double[] of) {
      this.of = of;
    }

    @Override
    public Plain iterator() {
      return new Plain(of);
    }

    @Override
    public boolean hasNext() {
      return at + 1 < of.length;
    }

    @Override
    public Plain next() {
      at++;
      return this;
    }

    @Override
    public double value() {
      return of[at];
    }
  }

  @Differentiable
  static double viewed(double[] x) {
    View<Double, ?> view = new Plain(x);
    double product = 1;
    for (View<Double, ?> each : view) {
      product *= each.value();
    }
    return x.length == 0 ? 0 : product + view.iterator().next().iterator().next().value();
  }

  /** A supertype of what the elements are. */
  @Differentiable
  static double wider(double x) {
    Collection<Number> all = Set.of(3);
    Collection<Object> same = Collections.unmodifiableList(List.of("a"));
    double sum = x;
    for (Number v : all) sum += v.doubleValue() * sum * x;
    for (Object v : same) sum += v.toString().length() * x;
    return sum;
  }
}
