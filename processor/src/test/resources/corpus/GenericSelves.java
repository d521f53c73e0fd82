package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;

/** What {@code this} is in a generic class, and what wildcards are whose variable has a bound. */
class GenericSelves {
  interface Vec<K extends Comparable<K>> {
    double at(int i);

    double dot(Vec<K> other);

    default double norm() {
      return Math.sqrt(this.dot(this));
    }
  }

  static class Keyed<K extends Comparable<K>> implements Vec<K> {
    final K key;
    final double w;

    Keyed(K key, double w) {
      this.key = key;
      this.w = w;
    }

    double of(K one, K other) {
      return one.compareTo(other) > 0 ? w : 2 * w;
    }

    double all(K[] keys) {
      double sum = 0;
      for (K each : keys) {
        sum += this.of(each, this.key);
      }
      return sum;
    }

    double given(double x, K one, K[] more) {
      return this.of(this.key, one) * x + this.all(more) + helper(this, one);
    }

    @Override
    public double at(int i) {
      return w * i;
    }

    @Override
    public double dot(Vec<K> other) {
      return other.at(1) * this.at(2);
    }

    Keyed<K> self() {
      return this;
    }

    double both(Keyed<K> o) {
      return o.dot(this) + this.self().dot(o.self()) + helper(o, this.key) + o.of(this.key, o.key);
    }
  }

  static final class Named extends Keyed<String> {
    Named(double w) {
      super("n", w);
    }
  }

  static <K extends Comparable<K>> double helper(Keyed<K> keyed, K key) {
    return keyed.of(key, keyed.key);
  }

  private static final List<?> LIST = new ArrayList<>(List.of(1, 2));

  static <T> int replaced(List<T> list) {
    T first = list.get(0);
    list.set(0, first);
    return list.indexOf(first) + list.size();
  }

  private final Keyed<Double> held = new Keyed<>(2.0, 3.0);

  @Differentiable
  double fromAField(double x) {
    return held.given(x, 1.5, new Double[] {2.0, 0.5}) + held.norm() * x + held.both(held) * x;
  }

  @Differentiable
  static double made(double x) {
    Keyed<Integer> keyed = new Keyed<>(3, x * x);
    return keyed.given(x, 2, new Integer[] {4}) + keyed.norm() + new Named(x).both(new Named(2));
  }

  @Differentiable
  static double handedIn(Named named, double x) {
    return named.given(x, "o", new String[] {"m"}) + named.both(named) * x + named.norm() * x;
  }

  @Differentiable
  static double captured(double x) {
    return replaced(LIST) * x * x;
  }
}
