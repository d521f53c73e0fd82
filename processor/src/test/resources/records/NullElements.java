package records;

import static cotangent.Derivative.GRADIENT;
import static cotangent.Derivative.JVP;
import static cotangent.Derivative.VJP;

import cotangent.Differentiable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Arrays and lists of records that are null, or have null among their elements. */
@SuppressWarnings("cotangent")
public class NullElements {
  public record P(double a, double b) {}

  public record Net(List<P> layers, P[] more, double scale) {}

  public record Q(P one, P[] more, double c) {}

  @Differentiable({GRADIENT, JVP})
  static double list(List<P> all, double x) {
    if (all == null) {
      return x * x;
    }
    double sum = x;
    for (int i = 0; i < all.size(); i++) {
      sum += all.get(i).a() * all.get(i).b();
    }
    return sum * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double elements(List<P> all, double x) {
    double sum = x;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == null) {
        continue;
      }
      sum += all.get(i).a() * all.get(i).b();
    }
    return sum * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double array(P[] all, double x) {
    if (all == null) {
      return x;
    }
    double sum = x;
    for (P p : all) {
      sum += p == null ? x : p.a() * p.b();
    }
    return sum * x;
  }

  @Differentiable({GRADIENT, JVP})
  static double net(Net net, double x) {
    double sum = x;
    if (net.layers() != null) {
      for (P p : net.layers()) {
        sum += p == null ? x * x : p.a();
      }
    }
    return net.more() == null ? sum : sum + net.more()[0].b() * net.scale();
  }

  @Differentiable({VJP, JVP})
  static P[] scaled(P[] all, double x) {
    P[] scaled = new P[all.length];
    for (int i = 0; i < all.length; i++) {
      if (all[i] != null) {
        scaled[i] = new P(all[i].a() * x, all[i].b());
      }
    }
    return scaled;
  }

  @Differentiable({VJP, JVP})
  static List<P> kept(List<P> all, double x) {
    List<P> kept = new ArrayList<>();
    for (P p : all) {
      kept.add(p == null || p.a() < 0 ? null : new P(p.a() * x, p.b()));
    }
    return kept;
  }

  @Differentiable({VJP, JVP})
  static P[] mostlyNull(double x) {
    P[] all = new P[3];
    all[1] = new P(x * x, x);
    return all;
  }

  @Differentiable({VJP, JVP})
  static void replaced(P[] all, double x) {
    for (int i = 0; i < all.length; i++) {
      if (all[i] == null) {
        all[i] = new P(x, 1);
      } else if (all[i].a() > 1) {
        all[i] = null;
      }
    }
  }

  @Differentiable({GRADIENT, JVP})
  static double best(List<P> all, double x) {
    P best = null;
    for (P p : all) {
      if (p != null && (best == null || p.a() > best.a())) {
        best = p;
      }
    }
    return best == null ? x : best.a() * x;
  }

  static double product(P p, double x) {
    return p == null ? x : p.a() * p.b();
  }

  @Differentiable({GRADIENT, JVP})
  static double byHelper(List<P> all, double x) {
    double sum = x;
    for (P p : all) {
      sum += product(p, x);
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP})
  static double recurring(List<P> all, int i, double x) {
    if (i >= all.size()) {
      return x;
    }
    P p = all.get(i);
    return p == null ? recurring(all, i + 1, x * x) : p.a() * recurring(all, i + 1, x);
  }

  @Differentiable({GRADIENT, JVP})
  static double streamed(List<P> all, double x) {
    return all.stream().filter(Objects::nonNull).mapToDouble(p -> p.a() * x).sum();
  }

  @Differentiable({GRADIENT, JVP})
  static double withoutNull(List<P> all, double x) {
    List<P> some = new ArrayList<>(all);
    some.removeIf(Objects::isNull);
    some.add(new P(x, x));
    double sum = 0;
    for (P p : some) {
      sum += p.a() * p.b();
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP})
  static double optional(List<P> all, double x) {
    return Optional.ofNullable(all.get(0)).map(p -> p.a() * x).orElse(x);
  }

  @Differentiable({GRADIENT, JVP})
  static double rows(P[][] rows, double x) {
    double sum = x;
    for (P[] row : rows) {
      if (row != null) {
        for (P p : row) {
          sum += p == null ? x : p.a() * x;
        }
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP})
  static double inside(List<Q> all, double x) {
    double sum = x;
    for (Q q : all) {
      if (q != null) {
        for (P p : q.more()) {
          sum += p == null ? x : p.a() * x;
        }
        sum += q.one().b() * q.c();
      }
    }
    return sum;
  }

  @Differentiable({GRADIENT, JVP})
  static double nested(P[] all, double x) {
    return NullElementsGrad.array(all, x) * NullElementsGrad.arrayJvp(all, x, all, 1).tangent();
  }

  private static final P ONE = new P(2, 3);
  private static final P TWO = new P(1, 4);

  private static P[] some() {
    return new P[] {ONE, null, TWO};
  }

  public static void aListThatIsNullHasNullForItsDerivative() {
    NullElementsGrad.ListGradient gradient = NullElementsGrad.listGrad(null, 3);
    same(9.0, gradient.value());
    same(6.0, gradient.dx());
    same(null, gradient.dall());
    same(List.of(new P(9, 6)), NullElementsGrad.listGrad(List.of(ONE), 3).dall());
    same(null, NullElementsGrad.arrayGrad(null, 3).dall());
    same(12.0, NullElementsGrad.listJvp(null, 3, null, 2).tangent());
  }

  public static void soHaveElements() {
    List<P> all = Arrays.asList(some());
    NullElementsGrad.ElementsGradient gradient = NullElementsGrad.elementsGrad(all, 3);
    same(39.0, gradient.value());
    same(Arrays.asList(new P(9, 6), null, new P(12, 3)), gradient.dall());
    same(16.0, gradient.dx());
    same(76.0, NullElementsGrad.elementsJvp(all, 3, all, 1).tangent());
    P[] byArray = NullElementsGrad.arrayGrad(some(), 3).dall();
    same(Arrays.asList(new P(9, 6), null, new P(12, 3)), Arrays.asList(byArray));
    same(Arrays.asList(null, new P(3, 0)), NullElementsGrad.bestGrad(Arrays.asList(null, ONE), 3).dall());
    Net net = new Net(all, null, 2);
    same(new Net(Arrays.asList(new P(1, 0), null, new P(1, 0)), null, 0), NullElementsGrad.netGrad(net, 3).dnet());
    same(15.0, NullElementsGrad.netGrad(net, 3).value());
  }

  public static void tangentsOfNullAreNull() {
    List<P> all = Arrays.asList(some());
    fails("tall[1] is not null, but all[1] is null", () -> NullElementsGrad.elementsJvp(all, 3, List.of(ONE, ONE, ONE), 1));
    fails("tall[0] is null, but all[0] is not null", () -> NullElementsGrad.elementsJvp(all, 3, Arrays.asList(null, null, ONE), 1));
  }

  public static void resultsMayHoldNull() {
    same(Arrays.asList(new P(6, 3), null, new P(3, 4)), Arrays.asList(NullElementsGrad.scaled(some(), 3)));
    NullElementsGrad.ScaledVjp vjp = NullElementsGrad.scaledVjp(some(), 3, some());
    same(Arrays.asList(new P(6, 3), null, new P(3, 4)), Arrays.asList(vjp.dall()));
    same(5.0, vjp.dx());
    same(Arrays.asList(new P(8, 3), null, new P(4, 4)), Arrays.asList(NullElementsGrad.scaledJvp(some(), 3, some(), 1).tangent()));
    same(Arrays.asList(null, new P(6, 1), null), Arrays.asList(NullElementsGrad.mostlyNullJvp(3, 1).tangent()));
    same(7.0, NullElementsGrad.mostlyNullVjp(3, new P[] {null, new P(1, 1), null}).dx());
    same(Arrays.asList(new P(6, 3), null), NullElementsGrad.keptVjp(Arrays.asList(ONE, new P(-1, 1)), 3, Arrays.asList(ONE, null)).value());
  }

  public static void elementsAreReplacedByNull() {
    P[] all = some();
    NullElementsGrad.ReplacedVjp vjp = NullElementsGrad.replacedVjp(all, 3, new P[] {null, ONE, TWO});
    same(Arrays.asList(null, new P(3, 1), TWO), Arrays.asList(all));
    same(Arrays.asList(new P(0, 0), null, TWO), Arrays.asList(vjp.dall()));
    same(2.0, vjp.dx());
  }

  public static void companionsInsideWantRecords() {
    same(true, NullElementsGrad.nested(new P[] {ONE}, 3) == nested(new P[] {ONE}, 3));
    try {
      NullElementsGrad.nested(some(), 3);
    } catch (NullPointerException expected) {
      return;
    }
    throw new AssertionError("took null");
  }

  private static void same(Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(expected + " expected, but it is " + actual);
    }
  }

  private static void fails(String message, Runnable action) {
    try {
      action.run();
    } catch (IllegalArgumentException e) {
      if (e.getMessage().contains(message)) {
        return;
      }
      throw new AssertionError(e.getMessage());
    }
    throw new AssertionError("nothing is thrown: " + message);
  }
}
