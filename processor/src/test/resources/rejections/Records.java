package rejections;

import static cotangent.Derivative.VJP;

import cotangent.Derivative;
import cotangent.Differentiable;
import java.util.Collections;
import java.util.List;

class Records {
  record Pair(double a, double b) {}

  record Chain(double value, Chain next) {}

  interface Shape {}

  record Disc(double radius) implements Shape {}

  record Ordered(double lo, double hi) {
    Ordered {
      if (lo > hi) {
        double t = lo;
        lo = hi;
        hi = t;
      }
    }
  }

  @Differentiable
  static double changed(Ordered o) { // error: [CT050] a record of type rejections.Records.Ordered cannot be taken apart or put together here: its constructor changes what it is given
    return o.hi() - o.lo();
  }

  @Differentiable
  static double mixed(double x, int n) {
    var v = switch (n) { // error: [CT041] two values meet here
      case 0 -> x;
      default -> "none";
    };
    return x;
  }

  @Differentiable
  static double mixedWithArray(double x) {
    Object o = x > 1 ? new double[] {x, 2} : (Object) "none"; // error: [CT041] two values meet here of which one is a number, array or record and the other an object @ x > 1 ? new double[] {x, 2} : (Object) "none"
    return o instanceof String ? 1 : x;
  }

  @Differentiable
  static double recursive(Chain chain) { // error: [CT042] the record Chain contains itself
    return chain.value();
  }

  @Differentiable
  static double arrays(double x, Pair[] pairs) {
    return x * java.util.Set.of(pairs).size(); // error: [CT043] the type rejections.Records.Pair[] holds real numbers @ java.util.Set.of(pairs)
  }

  @Differentiable(Derivative.HESSIAN) // error: [CT093] HESSIAN by rejections.Records.Pair[] is not offered @ Derivative.HESSIAN
  static double hessian(Pair[] pairs) {
    return pairs[0].a() * pairs[0].b();
  }

  @Differentiable
  static double nullRecord(double x) {
    elsewhere.Point p = null; // error: [CT044] null cannot stand for elsewhere.Point @ null
    return x;
  }

  @Differentiable
  static double asAnother(double x) {
    return x * System.identityHashCode(new Disc(x)); // error: [CT045] a value of type rejections.Records.Disc cannot be used as java.lang.Object @ System.identityHashCode(new Disc(x))
  }

  @Differentiable
  static double number(double x, Object p, int mode) {
    Object o = mode == 0 ? (Object) 2 : "text";
    return o == p ? x : 0; // error: [CT047] the identity of a record, a tensor or a boxed number @ o == p
  }

  @Differentiable
  static double identity(double x) {
    Pair p = new Pair(x, x);
    Pair q = p;
    return p == q ? x : 0; // error: [CT047] the identity of a record @ p == q
  }

  @Differentiable
  static double passed(double x) {
    Pair p = new Pair(x, x);
    return Collections.singletonMap("p", p).get("p").a(); // error: [CT052] a differentiable value flows into
  }

  record Halved(double a) {
    @Override
    public double a() {
      return a / 2;
    }
  }

  @Differentiable(wrt = "x")
  static double takenApart(double x, List<Halved> list) {
    Halved halved = list.get(0); // error: [CT050] a record of type rejections.Records.Halved cannot be taken apart or put together here: its accessor @ list.get(0)
    return halved.a() * x;
  }

  @Differentiable
  static double withoutSource(double x) {
    var p = new elsewhere.Point(x, x); // error: [CT051] the source of the record elsewhere.Point
    return p.x();
  }

  record Held(double w, Pair pair) {}

  @Differentiable
  static double inElement(List<Held> all) {
    return all.get(0).pair() == null ? 0 : all.get(0).w(); // error: [CT044] null cannot stand for rejections.Records.Pair @ all.get(0).pair() == null
  }

  static Held latest(Held held, int n) {
    return n == 0 ? held : latest(null, n - 1);
  }

  @Differentiable(VJP)
  static Held recurring(Held held, int n) { // error: [CT044] null cannot stand for rejections.Records.Held @ Held
    return latest(held, n);
  }

  static class Holder {
    Pair pair;

    @Differentiable(wrt = {"pair", "x"})
    double to(double x) { // error: [CT044] null cannot stand for rejections.Records.Pair
      return pair == null ? x : pair.a() * x;
    }
  }

  interface Tree {}

  record Leaf(double value) implements Tree {}

  record Fork(Tree left, Tree right) implements Tree {}

  record Many(List<Tree> trees) implements Tree {}

  private static Tree grown(double x, int depth) {
    if (depth <= 0) {
      return new Leaf(x);
    }
    Tree part = grown(x, depth - 1);
    return depth == 1 ? new Many(List.of(part, new Leaf(x))) : new Fork(part, part);
  }

  @Differentiable // error: [CT040] equals of records that hold lists of themselves
  static double equalTrees(double x, int depth) {
    return grown(x, depth).equals(grown(x, depth)) ? x : 2 * x; // error: [CT040] equals of records that hold lists of themselves
  }
}
