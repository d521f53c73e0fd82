package corpus;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.HVP;
import static cotangent.Derivative.JVP;

import cotangent.Differentiable;
import cotangent.tensor.Vector;

/** Generic methods that call themselves, with records, arrays and tensors for a {@code V}. */
class GenericRecursion {

  record Pair(double first, double second) {}

  private static final class Node<V> {
    V value;
    Node<V> next;

    Node(V value) {
      this.value = value;
    }
  }

  private static <V> V same(V value, int n) {
    return n == 0 ? value : same(value, n - 1);
  }

  private static <V> Node<V> appended(Node<V> node, V value) {
    if (node == null) {
      return new Node<>(value);
    }
    node.next = appended(node.next, value);
    return node;
  }

  private static <V> void set(Node<V> node, V value, int n) {
    if (n == 0) {
      node.value = value;
      return;
    }
    set(node, value, n - 1);
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double records(double x, double y) {
    return same(new Pair(x, y), 3).first() * same(new Pair(y, x * x), 1).second();
  }

  @Differentiable({GRADIENT, JVP})
  static double arrays(double x, double y) {
    return same(x, 3) * same(new double[] {x * y, y}, 2)[0];
  }

  @Differentiable({GRADIENT, JVP})
  static double vectors(double[] x) {
    return same(Vector.of(x), 2).times(2).norm();
  }

  @Differentiable({GRADIENT, JVP})
  static double lists(double x, double y) {
    Node<Pair> list = appended(null, new Pair(x, 1));
    list = appended(list, new Pair(x * y, y));
    return list.value.first() * list.next.value.second();
  }

  @Differentiable({GRADIENT, JVP})
  static double changed(double x, double y) {
    Node<Pair> node = new Node<>(new Pair(x, 1));
    set(node, new Pair(x * x, y), 2);
    return node.value.first() * node.value.second();
  }

  @Differentiable({GRADIENT, JVP})
  static double arraysInObjects(double x, double y) {
    Node<double[]> node = new Node<>(new double[] {x});
    node.next = new Node<>(new double[] {x * x, y});
    node.next.value[0] *= 2;
    return node.next.value[0] * x + node.value[0] * node.next.value[1];
  }
}
