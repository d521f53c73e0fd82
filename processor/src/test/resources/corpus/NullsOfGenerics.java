package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;

/** Generic methods that return null where there is nothing, with numbers as type arguments. */
class NullsOfGenerics {
  static class Box<T> {
    private final T value;

    Box(T value) {
      this.value = value;
    }

    T orNull(boolean isThere) {
      if (isThere) {
        return value;
      }
      return null;
    }
  }

  static class Tree<K extends Comparable<K>, V> {
    private final K key;
    private V value;
    private Tree<K, V> left;
    private Tree<K, V> right;

    Tree(K key, V value) {
      this.key = key;
      this.value = value;
    }

    V get(K wanted) {
      int order = wanted.compareTo(key);
      if (order == 0) {
        return value;
      }
      Tree<K, V> next = order < 0 ? left : right;
      return next == null ? null : next.get(wanted);
    }

    void put(K wanted, V given) {
      int order = wanted.compareTo(key);
      if (order == 0) {
        value = given;
      } else if (order < 0) {
        if (left == null) {
          left = new Tree<>(wanted, given);
        } else {
          left.put(wanted, given);
        }
      } else if (right == null) {
        right = new Tree<>(wanted, given);
      } else {
        right.put(wanted, given);
      }
    }
  }

  private static <T> T firstOrNull(List<T> list) {
    return list.isEmpty() ? null : list.get(0);
  }

  @Differentiable
  static double boxed(double x) {
    Box<Double> box = new Box<>(x * x);
    Double there = box.orNull(x > -5);
    Double none = box.orNull(x > 5);
    return (there == null ? 3 * x : there * x) + (none == null ? x : none);
  }

  @Differentiable
  static double first(double x) {
    List<Double> list = new ArrayList<>();
    Double none = firstOrNull(list);
    list.add(x * x);
    Double there = firstOrNull(list);
    return (none == null ? x : none) * (there == null ? x : there);
  }

  @Differentiable
  static double tree(double x) {
    Tree<Integer, Double> tree = new Tree<>(5, x);
    tree.put(2, x * x);
    tree.put(7, 3 * x);
    tree.put(2, x + 1);
    Double two = tree.get(2);
    Double nine = tree.get(9);
    return two * x + (nine == null ? tree.get(7) : nine);
  }
}
