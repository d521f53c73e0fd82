package corpus;

import cotangent.Differentiable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Random;
import java.util.stream.Collectors;

/** Lists that show what others hold: parts, and lists that can only be read. */
class ListViews {
  record Trade(double price, double size, int day) {}

  static List<Double> squares(double[] x) {
    List<Double> all = new ArrayList<>();
    for (double v : x) all.add(v * v + v);
    return all;
  }

  static double weighted(List<Double> all) {
    double sum = 0;
    int k = 1;
    for (double v : all) sum += v * k++;
    return sum;
  }

  /** A moving average, as one writes it with windows. */
  @Differentiable
  static double[] moving(double[] x, int n) {
    int width = 1 + Math.abs(n) % 3;
    List<Double> all = squares(x);
    double[] means = new double[Math.max(0, x.length - width + 1)];
    for (int i = 0; i + width <= all.size(); i++) {
      List<Double> window = all.subList(i, i + width);
      means[i] = window.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
    return means;
  }

  @Differentiable
  static double written(double[] x) {
    List<Double> all = squares(x);
    List<Double> rest = all.subList(1, all.size());
    for (int i = 0; i < rest.size(); i++) rest.set(i, rest.get(i) * all.get(i));
    return weighted(all);
  }

  @Differentiable
  static double readThrough(double[] x) {
    List<Double> all = squares(x);
    List<Double> rest = all.subList(1, all.size());
    all.set(1, 3 * all.get(0));
    return weighted(rest) + rest.get(0) * rest.get(0);
  }

  @Differentiable
  static double writtenMeanwhile(double[] x) {
    List<Double> all = squares(x);
    List<Double> rest = all.subList(1, all.size());
    int k = 1;
    double sum = 0;
    for (double v : rest) {
      sum += v;
      k++;
      if (k < all.size()) all.set(k, all.get(k) * v);
    }
    return sum;
  }

  static double total(List<Double> all) {
    return all.isEmpty() ? 0 : all.get(0) + 0.5 * total(all.subList(1, all.size()));
  }

  @Differentiable
  static double recursive(double[] x) {
    return total(squares(x)) + total(List.of(x[0], x[0] * x[1], x[1]));
  }

  static double bestPair(List<Trade> all) {
    if (all.size() <= 2) {
      double sum = 0;
      for (Trade t : all) sum += t.price() * t.size();
      return sum;
    }
    int middle = all.size() / 2;
    return Math.max(bestPair(all.subList(0, middle)), bestPair(all.subList(middle, all.size())));
  }

  @Differentiable
  static double divideAndConquer(double[] x) {
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < x.length; i++) trades.add(new Trade(x[i], x[(i + 1) % x.length], i));
    return bestPair(trades);
  }

  @Differentiable
  static double ofHelper(double[] x) {
    List<Trade> trades = new ArrayList<>();
    for (double v : x) trades.add(new Trade(v, v * v, trades.size()));
    double sum = 0;
    for (int i = 1; i < trades.size(); i++) {
      for (Trade earlier : trades.subList(0, i)) sum += earlier.price() * trades.get(i).size();
    }
    List<Trade> own = new ArrayList<>(trades.subList(0, trades.size() / 2));
    own.addAll(Collections.unmodifiableList(trades));
    for (Trade t : own) sum += t.price() * t.price() * t.day();
    return sum;
  }

  @Differentiable
  static double trimmed(double[] x) {
    List<Double> all = squares(x);
    Collections.sort(all);
    List<Double> inner = all.subList(1, all.size() - 1);
    double mean = 0;
    for (double v : inner) mean += v / inner.size();
    all.subList(0, 1).clear();
    all.subList(all.size() - 1, all.size()).clear();
    return mean * weighted(all) + all.size();
  }

  @Differentiable
  static double outdated(double[] x) {
    List<Double> all = squares(x);
    List<Double> rest = all.subList(1, all.size());
    double sum = weighted(rest);
    all.add(x[0]);
    try {
      return sum + rest.get(0);
    } catch (ConcurrentModificationException e) {
      return 2 * sum + x[0];
    }
  }

  @Differentiable
  static double outdatedOrNot(double[] x, int n) {
    List<Double> all = squares(x);
    List<Double> rest = all.subList(1, all.size());
    if (n > 0) all.remove(0);
    try {
      double sum = 0;
      for (double v : rest) sum += v * v;
      return sum + rest.size();
    } catch (ConcurrentModificationException e) {
      return all.get(0) * x[0];
    }
  }

  @Differentiable
  static double grownMeanwhile(double[] x) {
    List<Double> all = squares(x);
    double sum = 0;
    try {
      for (double v : all.subList(0, 2)) {
        sum += v;
        all.add(v * v);
      }
    } catch (ConcurrentModificationException e) {
      sum *= all.get(all.size() - 1);
    }
    return sum;
  }

  @Differentiable
  static double grownInLastRound(double[] x) {
    List<Double> all = squares(x);
    List<Double> first = all.subList(0, 2);
    double sum = 0;
    int k = 0;
    for (double v : first) {
      sum += v;
      if (++k == 2) all.add(v * v);
    }
    return sum * all.get(all.size() - 1);
  }

  @Differentiable
  static double outOfBounds(double[] x, int n) {
    List<Double> all = squares(x);
    int from = n % 3 - 1;
    int to = from + n % 2;
    try {
      return weighted(all.subList(from, to)) + all.subList(1, 3).get(n % 4 - 1);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return x[0] * e.getMessage().length();
    }
  }

  @Differentiable
  static double readOnly(double[] x) {
    List<Double> all = squares(x);
    List<Double> shown = Collections.unmodifiableList(all);
    double before = weighted(shown);
    all.add(x[0] * x[1]);
    all.set(0, x[1]);
    double after = weighted(shown.subList(0, 2)) * shown.get(shown.size() - 1);
    try {
      shown.set(0, 3.0);
      return 0;
    } catch (UnsupportedOperationException e) {
      return before * after + shown.indexOf(x[1]);
    }
  }

  static final class Ledger {
    private final List<Double> amounts = new ArrayList<>();

    void book(double amount) {
      amounts.add(amount);
    }

    List<Double> amounts() {
      return Collections.unmodifiableList(amounts);
    }

    List<Double> last(int count) {
      return amounts.subList(Math.max(0, amounts.size() - count), amounts.size());
    }
  }

  @Differentiable
  static double ledger(double[] x) {
    Ledger ledger = new Ledger();
    for (double v : x) {
      ledger.book(v);
      double recent = 0;
      for (double a : ledger.last(2)) recent += a;
      ledger.book(0.1 * recent);
    }
    double sum = 0;
    for (double a : ledger.amounts()) sum += Math.sin(a);
    return sum;
  }

  @Differentiable
  static double either(double[] x, int n) {
    List<Double> all = squares(x);
    List<Double> some = n > 0 ? all.subList(0, 2) : n < -3 ? Collections.unmodifiableList(all) : all;
    double sum = some.stream().mapToDouble(v -> v * v).sum();
    for (double v : some) sum += v * some.size();
    return sum + some.get(1) + new ArrayList<>(some).get(0) + List.copyOf(some).size();
  }

  @Differentiable
  static double sortedPart(double[] x) {
    List<Double> all = squares(x);
    Collections.sort(all.subList(1, all.size()), Collections.reverseOrder());
    all.subList(0, 2).replaceAll(v -> v * 1.5);
    Collections.reverse(all.subList(0, 2));
    Collections.swap(all.subList(1, 3), 0, 1);
    return weighted(all) + Collections.max(all.subList(1, 3)) * Collections.min(all);
  }

  @Differentiable
  static double extremes(double[] x) {
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < x.length; i++) trades.add(new Trade(x[i], i + 1, i));
    Trade best = Collections.max(trades, Comparator.comparingDouble(Trade::price));
    Trade worst = Collections.min(trades.subList(1, 3), Comparator.comparing(t -> t.price()));
    List<Double> all = squares(x);
    double least = Collections.max(all, Collections.reverseOrder());
    double most = Collections.min(all, Collections.reverseOrder(Comparator.comparing(v -> -v)));
    return best.price() * worst.size() * least + most;
  }

  @Differentiable
  static double shuffled(double[] x) {
    List<Double> all = squares(x);
    Collections.shuffle(all, new Random(7));
    return weighted(all);
  }

  @Differentiable
  static double asList(double a, double b) {
    List<Double> all = Arrays.asList(a, b, a * b);
    all.set(0, all.get(1) * all.get(2));
    Collections.sort(all);
    Collections.swap(all, 0, 2);
    double sum = weighted(all);
    for (double v : all.subList(1, 3)) sum *= v;
    return sum + all.indexOf(a * b);
  }

  @Differentiable
  static double iterated(double[] x) {
    List<Double> all = squares(x);
    ListIterator<Double> it = all.listIterator();
    while (it.hasNext()) {
      int place = it.nextIndex();
      double v = it.next();
      if (v > 1) it.set(v * v);
      else if (place == 1) it.remove();
      else it.add(v / 2);
    }
    double sum = 0;
    while (it.hasPrevious()) sum = sum * 0.5 + it.previous();
    return sum;
  }

  @Differentiable
  static double iteratedPart(double[] x) {
    List<Double> all = squares(x);
    List<Double> part = all.subList(1, 3);
    for (ListIterator<Double> it = part.listIterator(part.size()); it.hasPrevious(); ) {
      double v = it.previous();
      it.set(v * it.nextIndex());
    }
    double sum = 0;
    for (Iterator<Double> it = part.iterator(); it.hasNext(); ) sum += it.next();
    return sum * weighted(all);
  }

  @Differentiable
  static double iteratedReadOnly(double[] x) {
    List<Double> all = squares(x);
    Iterator<Double> it = Collections.unmodifiableList(all).iterator();
    double sum = it.next();
    try {
      it.remove();
    } catch (UnsupportedOperationException e) {
      sum *= it.next();
    }
    all.add(1.0);
    try {
      sum += it.next();
    } catch (ConcurrentModificationException e) {
      sum *= 2;
    }
    return sum;
  }

  @Differentiable
  static double linkedMeanwhile(double[] x) {
    LinkedList<Double> all = new LinkedList<>(squares(x));
    double sum = 0;
    int k = 1;
    for (double v : all) {
      sum += v * k;
      if (k < all.size()) all.set(k, all.get(k) * v);
      k++;
    }
    double[] more = {sum, 0};
    all.forEach(
        v -> {
          more[0] += v * v;
          if (more[1] + 1 < all.size()) all.set((int) ++more[1], v);
        });
    return more[0];
  }

  @Differentiable
  static double eitherMeanwhile(double[] x, int n) {
    List<Double> one = squares(x);
    List<Double> other = new ArrayList<>(List.of(x[0], x[1]));
    List<Double> all = n > 0 ? one : other;
    double sum = 0;
    int k = 1;
    for (double v : all) {
      sum += v * k;
      if (k < all.size()) all.set(k, all.get(k) * v);
      k++;
    }
    return sum;
  }

  @Differentiable
  static double queueStreams(double[] x) {
    ArrayDeque<Double> queue = new ArrayDeque<>();
    for (double v : x) {
      queue.addLast(v * v);
      if (queue.size() > 2) queue.removeFirst();
    }
    double mean = queue.stream().mapToDouble(v -> v).average().orElse(0);
    LinkedList<Trade> linked = new LinkedList<>();
    for (double v : queue) linked.add(new Trade(v, v - mean, linked.size()));
    return linked.stream().mapToDouble(t -> t.price() * t.size()).sum() + mean;
  }

  @Differentiable
  static double removed(double[] x) {
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < x.length; i++) trades.add(new Trade(x[i], i + 1, i));
    Trade second = trades.get(1);
    trades.remove(second);
    trades.removeIf(t -> t.price() > 0.9);
    trades.replaceAll(t -> new Trade(t.price() * 2, t.size(), t.day()));
    List<Trade> gone = List.of(second);
    trades.add(second);
    trades.add(new Trade(x[0], 2, 9));
    trades.removeAll(gone);
    double sum = trades.contains(second) ? 100 : 1;
    for (Trade t : trades) sum += t.price() * t.size() * t.price();
    return sum;
  }

  @Differentiable
  static double chunks(double[] x) {
    List<Double> all = squares(x);
    List<List<Double>> chunks = new ArrayList<>();
    for (int i = 0; i < all.size(); i += 2) {
      chunks.add(new ArrayList<>(all.subList(i, Math.min(i + 2, all.size()))));
    }
    double sum = 1;
    for (List<Double> chunk : chunks) sum = sum * 0.5 + weighted(chunk) * sum;
    return sum;
  }

  @Differentiable
  static double collected(double[] x) {
    List<Double> all = Arrays.stream(x).map(Math::exp).boxed().collect(Collectors.toList());
    List<Double> top = all.stream().sorted(Comparator.reverseOrder()).toList().subList(0, 2);
    return top.get(0) - top.get(1) * all.subList(1, 3).get(1);
  }
}
