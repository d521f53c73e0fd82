package corpus;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** The ends of lists, which have methods of their own since Java 21. */
class ListEnds {
  @Differentiable
  static double ends(double[] x) {
    List<Double> all = new ArrayList<>();
    for (double v : x) {
      all.addFirst(v * v);
      all.addLast(v * x[0]);
    }
    double first = all.removeFirst();
    double last = all.removeLast();
    return first * last * all.getFirst() + all.getLast() + all.subList(1, 3).getLast() * List.of(x[0], x[1]).getFirst();
  }

  @Differentiable
  static double nothing(double x, int n) {
    List<Double> all = new ArrayList<>();
    if (n % 2 == 0) all.add(x * x);
    double sum = 0;
    try {
      sum += all.getFirst();
      sum += all.subList(0, 1).getLast() * x;
      sum += all.removeLast() * x;
      sum += all.removeLast() * x;
    } catch (NoSuchElementException e) {
      sum += 3 * x;
    }
    return sum;
  }
}
