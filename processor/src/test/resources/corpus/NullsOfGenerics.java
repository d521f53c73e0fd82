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

  /** A tree whose nodes hold what it is of; nobody knows before it runs whether a key is there. */
  static final class Table<K extends Comparable<K>, V> {
    private final class Node {
      final K key;
      V value;
      Node less;
      Node more;

      Node(K key, V value) {
        this.key = key;
        this.value = value;
      }
    }

    private Node root;

    void put(K key, V value) {
      if (root == null) {
        root = new Node(key, value);
        return;
      }
      Node node = root;
      while (true) {
        int order = key.compareTo(node.key);
        if (order == 0) {
          node.value = value;
          return;
        }
        Node next = order < 0 ? node.less : node.more;
        if (next == null) {
          Node leaf = new Node(key, value);
          if (order < 0) {
            node.less = leaf;
          } else {
            node.more = leaf;
          }
          return;
        }
        node = next;
      }
    }

    V get(K key) {
      Node node = root;
      while (node != null) {
        int order = key.compareTo(node.key);
        if (order == 0) {
          return node.value;
        }
        node = order < 0 ? node.less : node.more;
      }
      return null;
    }
  }

  @Differentiable
  static double searchTree(double[] x) {
    Table<Integer, Double> table = new Table<>();
    int[] keys = {5, 2, 8, 1, 9, 2};
    for (int i = 0; i < keys.length; i++) {
      table.put(keys[i], x[i % x.length] * (i + 1));
    }
    Double found = table.get(8);
    Double missing = table.get(7);
    return (found == null ? 1 : found) * table.get(2) * (missing == null ? x[0] : missing);
  }
}
