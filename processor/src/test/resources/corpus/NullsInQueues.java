package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/** Null is looked for in lists and queues. */
class NullsInQueues {
  record R(double a) {}
  @Differentiable static double ofLinkedNumbers(double[] x) { LinkedList<Double> q = new LinkedList<>(); for (double d : x) q.add(d * d); q.add(null); return q.indexOf(null) * x[1] + q.get(0); }
  @Differentiable static double ofQueuedNumbers(double[] x) { ArrayDeque<Double> q = new ArrayDeque<>(); for (double d : x) q.add(d * d); return (q.contains(null) ? 1 : 2) * x[1] + q.peek(); }
  @Differentiable static double ofLinkedRecords(double[] x) { LinkedList<R> q = new LinkedList<>(); for (double d : x) q.add(new R(d * d)); return (q.indexOf(null) + 3) * x[1] + q.get(0).a(); }
  @Differentiable static double ofQueuedRecords(double[] x) { ArrayDeque<R> q = new ArrayDeque<>(); for (double d : x) q.add(new R(d * d)); return (q.contains(null) ? 1 : 2) * x[1] + q.peek().a(); }
  @Differentiable static double amongLinkedRecords(double[] x) { LinkedList<R> q = new LinkedList<>(); for (double d : x) q.add(new R(d * d)); q.add(null); q.add(new R(x[0])); return (q.indexOf(null) + 3) * x[1] + q.get(0).a() + (q.contains(new R(x[0])) ? 1 : 0) + (q.remove(null) ? x[0] : 1); }
  @Differentiable static double amongListedRecords(double[] x) { List<R> q = new ArrayList<>(); for (double d : x) q.add(new R(d * d)); q.add(null); q.add(new R(x[0])); return (q.indexOf(null) + 3) * x[1] + q.get(0).a() + (q.contains(new R(x[0])) ? 1 : 0) + (q.remove(null) ? x[0] : 1); }
}
