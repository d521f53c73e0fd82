package cotangent.verify.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks second derivatives against differences of first ones, and against each other. */
final class SecondOrder {
  /** What cancels out to less than this part of the value, as in a softmax, may be rounding. */
  private static final double UNSEEN = 1e-3;

  private final Scene scene;
  private final Subject subject;
  private final Guarantees guarantees;
  private final FirstOrder firstOrder;
  private final Tally tally;
  private final double[] exact;
  private double @Nullable [] hessian;

  /**
   * @param exact the Hessian row by row, where differences can't tell; else empty
   */
  SecondOrder(
      Scene scene, Guarantees guarantees, FirstOrder firstOrder, Tally tally, double[] exact) {
    this.scene = scene;
    this.subject = scene.subject();
    this.guarantees = guarantees;
    this.firstOrder = firstOrder;
    this.tally = tally;
    this.exact = exact;
  }

  void hessian() {
    Object result = guarantees.derivative("Hessian");
    if (result == null) {
      return;
    }
    String method = subject.name() + "Hessian";
    int n = scene.numbers().length;
    double[] gradient = Leaves.of(Guarantees.component(result, 1));
    double[] got = Leaves.of(Guarantees.component(result, 2));
    if (gradient.length != n || got.length != n * n) {
      throw new Wrong(method, "does not have " + n + " rows and columns");
    }
    double[] known = firstOrder.known();
    if (known != null) {
      firstOrder.near("Hessian", scene.names("gradient by "), known, gradient, "Grad");
    }
    if (exact.length > 0) {
      tally.exactly(method, exact, got);
      hessian = got;
      return;
    }
    double size = Numbers.norm(got) + Numbers.norm(Leaves.of(scene.outputs()));
    List<String> names = scene.names("");
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        String place = "hessian[" + i + "][" + j + "]";
        tally.near(method, place, got[j * n + i], got[i * n + j], size, "symmetry");
      }
      List<String> places = new ArrayList<>();
      for (int j = 0; j < n; j++) {
        places.add("hessian[" + i + "][" + j + "] (" + names.get(i) + ", " + names.get(j) + ")");
      }
      bySlopes("Hessian", places, Numbers.unit(n, i), Numbers.row(got, i, n));
    }
    hessian = got;
  }

  void hvp() {
    Object result = guarantees.derivative("Hvp");
    if (result == null) {
      return;
    }
    String method = subject.name() + "Hvp";
    int n = subject.inputs().size();
    double[] direction = Leaves.of(scene.tangents());
    double[] gradient = firstOrder.parts(result, "Hvp", 0);
    double[] got = firstOrder.parts(result, "Hvp", n);
    double[] known = firstOrder.known();
    if (known != null) {
      firstOrder.near("Hvp", scene.names("d"), known, gradient, "Grad");
    }
    if (exact.length > 0) {
      double[] product = new double[got.length];
      for (int i = 0; i < product.length; i++) {
        product[i] = Numbers.dot(Numbers.row(exact, i, got.length), direction);
      }
      tally.exactly(method, product, got);
      return;
    }
    bySlopes("Hvp", scene.names("h"), direction, got);
    double[] whole = hessian;
    double value = UNSEEN * Numbers.norm(Leaves.of(scene.outputs()));
    for (int i = 0; whole != null && i < got.length; i++) {
      double[] row = Numbers.row(whole, i, got.length);
      tally.near(
          method,
          scene.names("h").get(i),
          Numbers.dot(row, direction),
          got[i],
          Numbers.size(row, direction) + value,
          subject.name() + "Hessian times t");
    }
  }

  /**
   * Compares second derivatives along a direction with differences of a generated gradient: of
   * their own where the method for the gradient is wrong, or not there.
   */
  private void bySlopes(String suffix, List<String> names, double[] direction, double[] got) {
    String source = firstOrder.known() == null ? suffix : "Grad";
    Slopes slopes = new Slopes(subject, point -> gradientAt(point, source), scene.numbers());
    double value = Numbers.norm(Leaves.of(scene.outputs()));
    Tally.Slope[] known = slopes.along(direction, got.length);
    Arrays.setAll(known, i -> known[i].beside(value));
    String of = " of the gradient by " + subject.name() + source;
    tally.slopes(subject.name() + suffix, names, of, known, got, Numbers.norm(got));
  }

  /** A generated gradient at a point; not numbers where that ends in an exception. */
  private double[] gradientAt(double[] point, String suffix) {
    @Nullable Object[] arguments = scene.with(point, scene.extra(suffix));
    Object record = subject.callGenerated(suffix, arguments).value();
    if (record == null) {
      return Numbers.scaled(point, Double.NaN);
    } else if (suffix.equals("Hessian")) {
      return Leaves.of(Guarantees.component(record, 1));
    }
    return firstOrder.parts(Objects.requireNonNull(record), suffix, 0);
  }
}
