package rejections;

import cotangent.Differentiable;
import java.util.Iterator;
import java.util.PriorityQueue;

/** What the compiler knows of Java's library is no place for a message: the user's call is. */
class RetoldPlaces {
  @Differentiable
  static double removedByIterator(double[] x) {
    PriorityQueue<Double> queue = new PriorityQueue<>();
    for (double each : x) {
      queue.add(each * each);
    }
    Iterator<Double> all = queue.iterator();
    all.next();
    all.remove(); // error: [CT090] an object of an anonymous class goes where @ all.remove()
    return queue.peek();
  }
}
