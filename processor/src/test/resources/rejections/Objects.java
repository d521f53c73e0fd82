package rejections;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/** Numbers that go into objects, and objects of unknown types. */
class Objects {
  @Differentiable
  static double intoSet(double x) {
    Set<Double> all = new HashSet<>();
    all.add(x); // error: [CT052] a differentiable value flows into java.util.Set.add @ all.add(x)
    return all.iterator().next();
  }

  @Differentiable
  static double sharedList(double x) {
    List<Double> list = new ArrayList<>();
    new Thread(() -> list.clear()).start(); // error: [CT090] a function goes where it cannot be looked into @ () -> list.clear()
    list.add(x);
    return list.get(0);
  }

  @Differentiable
  static double intoMap(double x) {
    Map<String, Double> map = new ConcurrentHashMap<>();
    map.put("a", x); // error: [CT052] a differentiable value flows into java.util.Map.put @ map.put("a", x)
    return map.get("a");
  }

  @Differentiable
  static double asKey(double x) {
    Map<Double, Double> map = new LinkedHashMap<>();
    map.put(x, 2 * x); // error: [CT052] a differentiable value flows into the keys of a map, which are constant @ map.put(x, 2 * x)
    return map.get(1.0);
  }

  static Map<String, Double> last;

  @Differentiable
  static double escapingMap(double x) {
    Map<String, Double> map = new TreeMap<>();
    map.put("a", x);
    last = map; // error: [CT048] @ last
    return x * x;
  }

  @Differentiable
  static double noNumberYet(double x) {
    Map<String, Double> map = new HashMap<>();
    map.put("a", null); // error: [CT090] an object of class java.util.HashMap, which holds a differentiable value, goes where @ map.put("a", null)
    map.put("b", x);
    return map.get("b");
  }

  @Differentiable
  static double intoText(double x) {
    return x * String.format("%f", x).length(); // error: [CT052] a differentiable value flows into java.lang.String.format, boxed here, of which no derivative comes back @ String.format("%f", x)
  }

  record Rounded(double x) {
    Rounded {
      x = Math.rint(x);
    }
  }

  @Differentiable
  static double ofRounded(double x, Rounded rounded) { // error: [CT050] a record of type rejections.Objects.Rounded @ Rounded
    return x * rounded.x();
  }

  static class Derived extends Thread {
    @Differentiable
    double scaled(double x) {
      return x * super.getPriority(); // error: [CT040] a method of the superclass whose source is not in this compilation @ super.getPriority()
    }
  }

  static class Point2 {
    final double x;

    Point2(double x) {
      this.x = x;
    }
  }

  static final Map<String, Point2> SEEN = new HashMap<>();

  @Differentiable
  static double escapes(double x) {
    Point2 point = new Point2(x * x);
    SEEN.put("last", point); // error: [CT090] an object of class rejections.Objects.Point2, which holds a differentiable value, goes where it @ SEEN.put("last", point)
    return point.x;
  }

  @Differentiable
  static double functionEscapes(double x) {
    Supplier<Double> square = () -> x * x; // error: [CT090] a function goes where it cannot be looked into @ () -> x * x
    return CompletableFuture.supplyAsync(square).join();
  }

  @Differentiable
  static double fromOutside(double x, DoubleUnaryOperator f) {
    return f.applyAsDouble(x); // error: [CT052] a differentiable value flows into java.util.function.DoubleUnaryOperator.applyAsDouble @ f.applyAsDouble(x)
  }

  @Differentiable
  static double anonymousEscapes(double x) {
    Object held =
        new Object() { // error: [CT090] an object of an anonymous class goes where it cannot be looked into
          @Override
          public String toString() {
            return "x";
          }
        };
    return x * SEEN.size() + String.valueOf(held).length();
  }

  static final class Link {
    double v;
    Link next;

    Link(double v, Link next) {
      this.v = v;
      this.next = next;
    }
  }

  static Link chain(int n, double x) {
    if (x > 5) {
      throw new IllegalStateException();
    }
    return n == 0 ? null : new Link(x, chain(n - 1, x * 1.5));
  }

  @Differentiable
  static double madeInRecursion(double x) {
    double sum = 0;
    try {
      for (Link i = chain(3, x); i != null; i = i.next) { // error: [CT040] a call of chain, which calls itself and makes objects
        sum += i.v * i.v;
      }
    } catch (IllegalStateException e) {
      sum = x;
    }
    return sum;
  }

  interface Rule {
    double of(double x);
  }

  @Differentiable
  static double refusedInside(double x) {
    Rule locked =
        new Rule() {
          @Override
          public double of(double u) {
            class Local {} // error: [CT040] a class of this method that can't be told from others
            return u * u;
          }
        };
    Rule other =
        u -> {
          class Local {}
          return u * u;
        };
    double one = locked.of(x);
    double two = other.of(x);
    return one + two;
  }

  @Differentiable
  static double shuffled(double x) {
    List<Point2> points = new ArrayList<>();
    points.add(new Point2(x * x));
    points.add(new Point2(x));
    java.util.Collections.shuffle(points); // error: [CT090] an object of class rejections.Objects.Point2 @ java.util.Collections.shuffle(points)
    return points.get(0).x;
  }

  static double noted(Point2 point) {
    SEEN.put("noted", point); // error: [CT090] an object of class rejections.Objects.Point2 @ SEEN.put("noted", point)
    return point.x;
  }

  @Differentiable
  static double escapesInHelper(double x) {
    return 2 * noted(new Point2(x * x));
  }

  @Differentiable
  static double growingPart(double x) {
    List<Double> all = new ArrayList<>(List.of(x, x * x));
    all.subList(0, 1).add(3 * x); // error: [CT090] an object of class java.util.List, which holds a differentiable value @ all.subList(0, 1).add(3 * x)
    return all.get(1);
  }

  @Differentiable
  static double emptiedPart(double x) {
    List<Double> all = new ArrayList<>(List.of(x, x * x));
    List<Double> part = all.subList(0, 1);
    part.clear(); // error: [CT090] an object of class java.util.List, which holds a differentiable value @ part.clear()
    return all.get(0) * part.size();
  }

  @Differentiable
  static double ofFixedLength(double x) { // error: [CT024] ofFixedLength never returns
    List<Double> all = java.util.Arrays.asList(x, x * x);
    all.add(x);
    return all.get(0);
  }

  @Differentiable
  static double partOfFixed(double x) {
    List<Double> all = List.of(x, x * x);
    all.subList(0, 1).set(0, x); // error: [CT090] an object of class java.util.List, which holds a differentiable value @ all.subList(0, 1).set(0, x)
    return all.get(0);
  }

  static Double positive(double x) {
    return x > 0 ? x : null;
  }

  @Differentiable
  static double nullInMap(double x) {
    java.util.Map<Integer, Double> map = new java.util.HashMap<>();
    Double perhaps = positive(x);
    map.put(1, perhaps); // error: [CT040] a number that may be null, as a value of a map, @ map.put(1, perhaps)
    return map.get(1);
  }

  @Differentiable
  static double handedOn(double x) {
    java.util.List<String> words = new ArrayList<>(List.of("b", "a"));
    java.util.Collections.sort(words, (a, b) -> a.compareTo(b));
    ThreadLocal<Double> two = ThreadLocal.withInitial(() -> 2.0); // error: [CT090] a function goes where it cannot be looked into @ () -> 2.0
    return x * two.get() * words.get(0).length();
  }

  static final class Acc {
    double v;

    Acc(double v) {
      this.v = v;
    }
  }

  static final List<Acc> LOG = new ArrayList<>();

  @Differentiable
  static double logged(double x) {
    Acc acc = new Acc(x);
    LOG.add(acc); // error: [CT090] an object of class rejections.Objects.Acc, which holds a differentiable value, goes where it @ LOG.add(acc)
    return acc.v * x;
  }

  @Differentiable
  static double submitted(double x) {
    double[][] out = new double[1][];
    java.util.concurrent.ForkJoinPool.commonPool().submit(() -> out[0] = new double[] {x}); // error: [CT090] a function goes where it cannot be looked into @ () -> out[0] = new double[] {x}
    return out[0][0];
  }

  @Differentiable
  static double oneOfSeveralIsBoxed(int i, double x) {
    Object[] all = {i, x, new StringBuilder("t")};
    Object one = all[i];
    java.util.Set<Object> set = new java.util.HashSet<>();
    set.add(one); // error: [CT052] a differentiable value flows into an object, boxed here @ set.add(one)
    return x;
  }
}
