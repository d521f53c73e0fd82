package tensors;

import static cotangent.Derivative.*;

import cotangent.Between;
import cotangent.Differentiable;
import cotangent.Shape;
import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Tensors in streams, maps and optional values; compared with each other, and told in text. */
class Containers {
  @Differentiable({GRADIENT, JVP, HVP})
  static double reduced(@Shape("k, n") Vector[] all, @Shape("n") Vector x) {
    return Arrays.stream(all).map(v -> v.square()).reduce(x, Vector::plus).sin().sum();
  }

  @Differentiable
  static double reducedByItself(List<Vector> all, double y) {
    return all.stream().reduce(Vector::plus).get().norm() * y;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double mayBeThere(Vector a, boolean isThere) {
    Optional<Vector> given = isThere ? Optional.of(a.sin()) : Optional.empty();
    return given.isPresent() ? given.get().squaredNorm() : a.norm();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double named(@Shape("n") Vector a, @Shape("n") Vector b, @Shape("n, n") Matrix c) {
    Map<String, Vector> vectors = new HashMap<>();
    vectors.put("a", a);
    vectors.put("b", b.sin());
    Map<String, Matrix> matrices = new HashMap<>();
    matrices.put("c", c);
    return vectors.get("a").norm() + matrices.get("c").times(vectors.get("b")).dot(vectors.get("a"));
  }

  @Differentiable
  static double notThere(@Shape("n") Vector a, boolean isThere) {
    Map<String, Vector> vectors = new HashMap<>();
    vectors.put("a", a);
    return vectors.get(isThere ? "a" : "b").squaredNorm();
  }

  @Differentiable
  static double compared(@Shape("m, n") Matrix a, @Shape("m, n") Matrix b) {
    return a.equals(b) || a.equals(a.row(0)) || a.equals(a.transpose())
        ? a.sum()
        : a.hadamard(b).sum();
  }

  @Differentiable
  static double told(Vector x, Matrix a) {
    StringBuilder text = new StringBuilder();
    text.append(x).append(" and " + a);
    if (x.sum() > 1) {
      throw new IllegalArgumentException(text.toString());
    }
    return x.squaredNorm() * a.sum();
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double queued(@Shape("n") Vector x, @Shape("n") Vector y) {
    Deque<Vector> waiting = new ArrayDeque<>();
    waiting.add(x.sin());
    waiting.addFirst(y);
    double sum = 0;
    while (!waiting.isEmpty()) {
      Vector next = waiting.peek();
      sum = sum * next.sum() + waiting.poll().squaredNorm();
      if (sum < 20 && waiting.size() < 3) {
        waiting.add(next.times(2));
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP, HVP})
  static double queuedUntilNull(Matrix a, @Between({0, 3}) int rounds) {
    Queue<Matrix> waiting = new LinkedList<>();
    for (int i = 0; i < rounds; i++) {
      waiting.offer(a.times(i + 1).sin());
    }
    double sum = a.sum();
    Matrix next;
    while ((next = waiting.poll()) != null) {
      sum += next.sum() * sum;
    }
    return waiting.peek() == null ? sum : 0;
  }
}
