package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;

/** Collections that are made with arguments of their own where they are handed on. */
class DiamondArguments {
  static final class Holder {
    final List<Double> held;

    Holder(List<Double> held) {
      this.held = held;
    }
  }

  static final class Cell<T> {
    T held;

    Cell(T held) {
      this.held = held;
    }
  }

  static double use(Map<Integer, Double> map, double x) {
    map.put(1, x);
    map.put(3, x * x);
    double sum = 0;
    for (double v : map.values()) sum = sum * 0.5 + v;
    return sum * map.get(1);
  }

  static double first(Queue<Double> queue, double x) {
    queue.add(x);
    queue.add(x * x);
    return queue.poll() * 2 + queue.poll();
  }

  static double last(List<Double> list, double x) {
    list.add(x * list.size());
    return list.get(list.size() - 1) * x;
  }

  @Differentiable
  static double sized(double x) {
    Holder holder = new Holder(new ArrayList<>(4));
    holder.held.add(x);
    return holder.held.get(0) * x + use(new HashMap<>(16), x) + last(new ArrayList<>(2), x);
  }

  @Differentiable
  static double ordered(double x) {
    return use(new TreeMap<>(Comparator.reverseOrder()), x)
        + first(new PriorityQueue<>(Comparator.reverseOrder()), x);
  }

  @Differentiable
  static double copied(double x) {
    List<Double> some = List.of(x, x * x);
    Map<Integer, Double> map = Map.of(2, x);
    return last(new ArrayList<>(some), x) + use(new LinkedHashMap<>(map), x) + use(new TreeMap<>(map), x);
  }

  @Differentiable
  static double nested(double[] x) {
    List<List<Double>> rows = new ArrayList<>();
    for (double v : x) {
      rows.add(new ArrayList<>(4));
      rows.get(rows.size() - 1).add(v);
      rows.get(0).add(v * v);
    }
    double sum = 0;
    for (List<Double> row : rows) {
      for (double v : row) sum = sum * 0.5 + v;
    }
    return sum;
  }

  @Differentiable
  static double cells(double x) {
    Cell<List<Double>> cell = new Cell<>(new ArrayList<>());
    cell.held.add(x);
    Cell<List<Double>> sized = new Cell<>(new ArrayList<>(3));
    sized.held.add(x * x);
    cell.held = sized.held;
    return cell.held.get(0) * x;
  }

  /** Makes them in the order in which they stand. */
  @Differentiable
  static double inOrder(double x) {
    int[] n = {1};
    double sum = both(n[0]++, new ArrayList<>(n[0]++), n[0], x);
    return sum * n[0];
  }

  static double both(int one, List<Double> list, int other, double x) {
    list.add(x * one);
    list.add(x * other * x);
    return list.get(0) * list.get(1);
  }
}
