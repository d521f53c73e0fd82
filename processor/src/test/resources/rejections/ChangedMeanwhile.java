package rejections;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Collections that change while a loop or a stream goes over them: what comes of it, only the library's own code says. */
class ChangedMeanwhile {
  static final class Bus { final Deque<Double> queue = new ArrayDeque<>(); Bus other; void take() { other.queue.pollLast(); } }

  @Differentiable
  static double queue(double x) {
    Deque<Double> queue = new ArrayDeque<>();
    queue.add(x);
    double s = 0;
    for (double v : queue) { // error: [CT040] a collection that changes while a loop or a stream goes over it
      s += v;
      if (s > x) queue.pollLast();
    }
    return s;
  }

  @Differentiable
  static double shared(double x) {
    Bus bus = new Bus();
    bus.other = bus;
    bus.queue.add(x);
    double s = 0;
    for (double v : bus.queue) { // error: [CT040] a collection that changes while a loop or a stream goes over it
      s += v;
      bus.take();
      if (s > 3) break;
    }
    return s;
  }

  @Differentiable
  static double forEach(double x) {
    Deque<Double> queue = new ArrayDeque<>();
    queue.add(x);
    queue.forEach(v -> queue.add(v * x)); // error: [CT040] a collection that changes while a loop or a stream goes over it
    return queue.getLast();
  }

  @Differentiable
  static double stream(double x) {
    List<Double> list = new ArrayList<>();
    list.add(x);
    return list.stream().mapToDouble(v -> { list.add(x); return v * v; }).sum(); // error: [CT040] a collection that changes while a loop or a stream goes over it
  }
}
