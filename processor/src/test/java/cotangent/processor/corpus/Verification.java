package cotangent.processor.corpus;

import cotangent.Workspace;
import cotangent.verify.check.Poison;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Checks everything that a companion promises about one method on one list of arguments, in every
 * mode that it offers. Modes are checked against each other, and the first of them against
 * extrapolated differences of the method.
 */
final class Verification {
  private final Subject subject;
  private final Object[] arguments;
  private final Object[] plain;
  private final Subject.Outcome expected;
  private final int[] positions;
  private final Random random = new Random(5);
  private int sharp;
  private int blurred;

  /** One that all methods use, so that each finds what others have left there. */
  private static final Workspace SHARED = new Workspace();

  /** Checks a method on arguments; {@code plain} are the same ones for the reference. */
  Verification(Subject subject, Object[] arguments, Object[] plain) {
    this.subject = subject;
    this.arguments = arguments;
    this.plain = plain;
    expected = subject.callOriginal(arguments);
    positions = subject.positions();
  }

  /** What the original does. */
  Subject.Outcome expected() {
    return expected;
  }

  /** How many derivatives were compared with differences. */
  int sharp() {
    return sharp;
  }

  /** How many were not, as the method has a kink or a singular point there. */
  int blurred() {
    return blurred;
  }

  /** Checks all; exact derivatives, where not empty, replace the differences. */
  void run(double[] exactGradient, double[] exactHessian) {
    checkForward();
    if (subject.offers("GRADIENT")) {
      checkGradient(exactGradient);
    }
    if (subject.offers("GRADIENT_SUM")) {
      new SumCheck(subject, arguments, expected).run();
    }
    if (subject.offers("VJP")) {
      checkVjp(exactGradient);
    }
    if (subject.offers("JVP")) {
      checkJvp(exactGradient);
    }
    if (subject.offers("JACOBIAN")) {
      checkJacobian();
    }
    if (subject.offers("HESSIAN")) {
      checkHessian(exactHessian);
    }
    if (subject.offers("HVP")) {
      checkHvp(exactHessian);
    }
  }

  private void checkForward() {
    Subject.Outcome forward = subject.callGenerated("", arguments);
    if (!forward.same(expected)) {
      throw failure("forward gave " + forward + " instead of " + expected);
    }
  }

  /** Calls a mode twice, with and without a workspace; all must agree, and leave what they must. */
  private Object derivative(String suffix, Object... extra) {
    Object[] all = concat(arguments, extra);
    Subject.Outcome first = subject.callGenerated(suffix, all);
    Object[] left = Arrays.copyOf(first.arguments(), arguments.length);
    Object value = first.failure() == null ? Leaves.component(first.value(), "value") : null;
    Subject.Outcome seen = new Subject.Outcome(value, first.failure(), left);
    if (first.failure() != null || expected.value() != null) {
      if (!seen.same(expected)) {
        throw failure(suffix + " gave " + seen + " instead of " + expected, first.failure());
      }
    }
    if (!Leaves.same(extra, Arrays.copyOfRange(first.arguments(), arguments.length, all.length))) {
      throw failure(suffix + " changed its seeds or tangents");
    }
    if (!subject.callGenerated(suffix, all).same(first)) {
      throw failure(suffix + " called twice gave something else");
    }
    Workspace own = new Workspace();
    for (Workspace workspace : List.of(own, own, SHARED)) {
      checkWith(workspace, suffix, all, first);
      Poison.spoil(own);
    }
    return first.value();
  }

  private void checkWith(
      Workspace workspace, String suffix, Object[] all, Subject.Outcome expected) {
    Object[] lent = concat(new Object[] {workspace}, all);
    if (subject.generated(suffix, lent).isPresent()) {
      Subject.Outcome got = subject.callGenerated(suffix, lent);
      Object[] after = Arrays.copyOfRange(got.arguments(), 1, lent.length);
      if (!new Subject.Outcome(got.value(), got.failure(), after).same(expected)) {
        throw failure(suffix + " with a workspace gave " + got + " instead of " + expected);
      }
    }
  }

  private void checkGradient(double[] exact) {
    Object gradient = derivative("Grad");
    if (gradient == null) {
      return;
    }
    String name = gradient.getClass().getSimpleName();
    String capitalised =
        Character.toUpperCase(subject.original().getName().charAt(0))
            + subject.original().getName().substring(1);
    if (!name.equals(capitalised + "Gradient" + subject.records())) {
      throw failure("the record is named " + name);
    }
    double[] got = parts("d", gradient);
    if (exact.length > 0) {
      expectExactly("gradient", exact, got);
    } else {
      expectSlopes("gradient", args -> new double[] {scalar(args)}, new double[] {1}, got);
    }
    checkAddTo(got);
  }

  private void checkAddTo(double[] gradient) {
    List<Object> into = new ArrayList<>();
    List<String> arrays = new ArrayList<>();
    for (int position : positions) {
      if (isArray(position)) {
        arrays.add(name(position));
        into.add(Leaves.map(arguments[position], random::nextDouble));
      }
    }
    if (into.isEmpty()) {
      return;
    }
    Object[] all = concat(arguments, into.toArray());
    Subject.Outcome outcome = subject.callGenerated("GradAddTo", all);
    if (outcome.failure() != null) {
      throw failure("GradAddTo failed", outcome.failure());
    }
    Object[] after = Arrays.copyOfRange(outcome.arguments(), arguments.length, all.length);
    if (!Leaves.same(expected.value(), Leaves.component(outcome.value(), "value"))) {
      throw failure("GradAddTo has another value");
    }
    int next = 0;
    int array = 0;
    for (int position : positions) {
      Object component = Leaves.component(outcome.value(), "d" + name(position));
      double[] added = Leaves.of(component);
      double[] before = new double[added.length];
      if (isArray(position)) {
        if (component != after[array]) {
          throw failure("GradAddTo does not give back the array d" + name(position));
        }
        before = Leaves.of(into.get(array++));
      }
      for (int i = 0; i < added.length; i++, next++) {
        expectNear("GradAddTo", before[i] + gradient[next], added[i], 1 + Math.abs(gradient[next]));
      }
    }
  }

  private void checkVjp(double[] exactGradient) {
    if (expected.failure() != null) {
      return;
    }
    Object seed = Leaves.map(expected.value(), () -> random.nextDouble() + 0.5);
    double[] got = parts("d", derivative("Vjp", seed));
    double[] weights = Leaves.of(seed);
    if (exactGradient.length > 0) {
      expectExactly("vjp", scaled(exactGradient, weights[0]), got);
      Object zero = Leaves.map(expected.value(), () -> 0);
      double[] nothing = parts("d", derivative("Vjp", zero));
      expectExactly("vjp of zero", new double[nothing.length], nothing);
    } else {
      expectSlopes("vjp", this::result, weights, got);
    }
  }

  private void checkJvp(double[] exactGradient) {
    if (expected.failure() != null) {
      return;
    }
    Object[] tangents = tangents();
    Object pushed = Leaves.component(derivative("Jvp", tangents), "tangent");
    if (!Leaves.sameShape(expected.value(), pushed)) {
      throw failure("the tangent has the shape of " + Leaves.show(pushed));
    }
    double[] direction = Leaves.of(tangents);
    double[] got = Leaves.of(pushed);
    if (exactGradient.length > 0) {
      expectExactly("jvp", new double[] {dot(exactGradient, direction)}, got);
      for (int i = 0; i < direction.length; i++) {
        Object[] along = (Object[]) Leaves.with(tangents, unit(direction.length, i));
        Object tangent = Leaves.component(derivative("Jvp", along), "tangent");
        expectExactly("jvp along " + i, new double[] {exactGradient[i]}, Leaves.of(tangent));
      }
      return;
    }
    if (subject.offers("GRADIENT") || subject.offers("VJP")) {
      Object seed = Leaves.map(expected.value(), () -> random.nextDouble() + 0.5);
      boolean gradient = subject.offers("GRADIENT");
      double[] pulled =
          gradient ? parts("d", derivative("Grad")) : parts("d", derivative("Vjp", seed));
      double[] weights = gradient ? new double[] {1} : Leaves.of(seed);
      expectNear("⟨seed, J·t⟩", dot(pulled, direction), dot(weights, got), size(pulled, direction));
    } else {
      double[] point = Leaves.of(at(plain));
      for (int i = 0; i < got.length; i++) {
        int component = i;
        var estimate =
            Differences.at(t -> result(with(plain, moved(point, direction, t)))[component], 0);
        expectSlope("jvp", estimate, got[i], Math.abs(estimate.value()));
      }
    }
  }

  private void checkJacobian() {
    Object jacobian = derivative("Jacobian");
    if (jacobian == null) {
      return;
    }
    double[] values = Leaves.of(expected.value());
    for (int position : positions) {
      double[] block = Leaves.of(Leaves.component(jacobian, "d" + name(position)));
      double[] point = Leaves.of(arguments[position]);
      if (block.length != values.length * point.length) {
        throw failure("the Jacobian by " + name(position) + " has " + block.length + " numbers");
      }
      for (int column = 0; column < point.length; column++) {
        Map<Double, double[]> results = new HashMap<>();
        for (int row = 0; row < values.length; row++) {
          int output = row;
          int input = column;
          var estimate =
              Differences.at(
                  at ->
                      results
                          .computeIfAbsent(at, x -> result(replaced(position, input, x)))[output],
                  point[column]);
          expectSlope("jacobian", estimate, block[row * point.length + column], 1);
        }
      }
    }
  }

  private Object[] replaced(int position, int column, double x) {
    double[] changed = Leaves.of(plain[position]);
    changed[column] = x;
    Object[] args = plain.clone();
    args[position] = Leaves.with(plain[position], changed);
    return args;
  }

  private void checkHessian(double[] exact) {
    Object result = derivative("Hessian");
    if (result == null) {
      return;
    }
    double[][] hessian = (double[][]) Leaves.component(result, "hessian");
    double[] gradient = (double[]) Leaves.component(result, "gradient");
    if (subject.offers("GRADIENT")) {
      double[] first = parts("d", derivative("Grad"));
      for (int i = 0; i < first.length; i++) {
        expectNear("the Hessian's gradient", first[i], gradient[i], Math.abs(first[i]));
      }
    }
    if (exact.length > 0) {
      expectExactly("hessian", exact, Leaves.of(hessian));
      return;
    }
    double norm = norm(Leaves.of(hessian));
    for (int i = 0; i < hessian.length; i++) {
      for (int j = 0; j < i; j++) {
        expectNear("symmetry", hessian[i][j], hessian[j][i], norm);
      }
    }
    for (int i = 0; i < hessian.length; i++) {
      int row = i;
      expectSecond("hessian", row, unit(hessian.length, row), hessian[row]);
    }
  }

  private void checkHvp(double[] exact) {
    Object[] tangents = tangents();
    Object result = derivative("Hvp", tangents);
    if (result == null) {
      return;
    }
    double[] direction = Leaves.of(tangents);
    double[] got = parts("h", result);
    if (exact.length > 0) {
      int n = direction.length;
      double[] product =
          IntStream.range(0, n)
              .mapToDouble(i -> dot(Arrays.copyOfRange(exact, i * n, (i + 1) * n), direction))
              .toArray();
      expectExactly("hvp", product, got);
    } else if (subject.offers("HESSIAN")) {
      double[][] hessian = (double[][]) Leaves.component(derivative("Hessian"), "hessian");
      for (int i = 0; i < got.length; i++) {
        expectNear("H·t", dot(hessian[i], direction), got[i], size(hessian[i], direction));
      }
    } else {
      expectSecond("hvp", -1, direction, got);
    }
  }

  /** Compares second derivatives along a direction with differences of the generated gradient. */
  private void expectSecond(String what, int row, double[] direction, double[] got) {
    double[] point = Leaves.of(at(arguments));
    Map<Double, double[]> gradients = new HashMap<>();
    double value = norm(Leaves.of(expected.value()));
    for (int i = 0; i < got.length; i++) {
      int component = i;
      var estimate =
          Differences.at(
              step ->
                  gradients
                      .computeIfAbsent(step, t -> gradient(moved(point, direction, t)))[component],
              0);
      // What cancels out to nothing beside the value is rounding.
      double scale = Math.max(estimate.scale(), value);
      var beside = new Differences.Estimate(estimate.value(), estimate.error(), scale);
      expectSlope(what + (row < 0 ? "" : " row " + row), beside, got[i], norm(got));
    }
  }

  /** The generated gradient at a point; not a number where that ends in an exception. */
  private double[] gradient(double[] point) {
    Object gradient = subject.callGenerated("Grad", with(arguments, point)).value();
    return gradient == null ? scaled(point, Double.NaN) : parts("d", gradient);
  }

  private double[] result(Object[] args) {
    Subject.Outcome outcome = subject.callReference(args);
    if (outcome.failure() != null) {
      double[] nothing = new double[Leaves.of(expected.value()).length];
      Arrays.fill(nothing, Double.NaN);
      return nothing;
    }
    return Leaves.of(outcome.value());
  }

  private double scalar(Object[] args) {
    return result(args)[0];
  }

  /** Compares the pullback of weights with differences of the weighted results. */
  private void expectSlopes(
      String what, Function<Object[], double[]> f, double[] weights, double[] got) {
    double[] point = Leaves.of(at(plain));
    if (point.length != got.length) {
      throw failure(what + " has " + got.length + " numbers instead of " + point.length);
    }
    Differences.Estimate[] estimates = new Differences.Estimate[point.length];
    double norm = 0;
    for (int i = 0; i < point.length; i++) {
      int component = i;
      estimates[i] =
          Differences.at(
              x -> {
                double[] changed = point.clone();
                changed[component] = x;
                return dot(weights, f.apply(with(plain, changed)));
              },
              point[i]);
      norm = Math.max(norm, Math.abs(estimates[i].value()));
    }
    for (int i = 0; i < point.length; i++) {
      expectSlope(what + " [" + i + "]", estimates[i], got[i], norm);
    }
  }

  private void expectSlope(String what, Differences.Estimate estimate, double got, double norm) {
    double size = norm + estimate.scale();
    if (!(estimate.error() <= 1e-7 * norm + 1e-9 * size)) {
      blurred++;
      return;
    }
    sharp++;
    double tolerance =
        subject.single()
            ? 2e-4 * Math.abs(estimate.value()) + 2e-5 * size
            : 1e-7 * Math.abs(estimate.value()) + 10 * estimate.error() + 1e-11 * size;
    if (!(Math.abs(got - estimate.value()) <= tolerance)) {
      throw failure(what + " is " + got + ", differences say " + estimate);
    }
  }

  private void expectNear(String what, double wanted, double got, double size) {
    double precision = subject.single() ? 1e-4 : 1e-11;
    boolean near = Math.abs(wanted - got) <= precision * (size + Math.abs(wanted));
    if (!near && Double.compare(wanted, got) != 0 && Double.isFinite(wanted + got)) {
      throw failure(what + " is " + got + " instead of " + wanted);
    }
  }

  private void expectExactly(String what, double[] wanted, double[] got) {
    boolean same = wanted.length == got.length;
    double precision = subject.single() ? 1e-6 : 1e-12;
    for (int i = 0; same && i < wanted.length; i++) {
      same =
          wanted[i] == got[i]
              || Math.abs(wanted[i] - got[i]) <= precision * Math.abs(wanted[i])
              || Double.isNaN(wanted[i]) && Double.isNaN(got[i]);
      sharp++;
    }
    if (!same) {
      throw failure(
          what + " is " + Arrays.toString(got) + " instead of " + Arrays.toString(wanted));
    }
  }

  /** The derivatives in a record, each of the shape of what it is a derivative by. */
  private double[] parts(String prefix, Object record) {
    List<Object> parts = new ArrayList<>();
    for (int position : positions) {
      Object part = Leaves.component(record, prefix + name(position));
      if (!Leaves.sameShape(part, arguments[position])) {
        throw failure(prefix + name(position) + " has another shape: " + Leaves.show(part));
      }
      parts.add(part);
    }
    return Leaves.of(parts.toArray());
  }

  private Object[] tangents() {
    return Arrays.stream(at(arguments))
        .map(argument -> Leaves.map(argument, () -> random.nextDouble() - 0.3))
        .toArray();
  }

  private boolean isArray(int position) {
    int offset = Modifier.isStatic(subject.original().getModifiers()) ? 0 : 1;
    return subject.original().getParameterTypes()[position - offset].isArray();
  }

  private String name(int position) {
    int offset = Modifier.isStatic(subject.original().getModifiers()) ? 0 : 1;
    return subject.original().getParameters()[position - offset].getName();
  }

  private Object[] at(Object[] args) {
    return Arrays.stream(positions).mapToObj(position -> args[position]).toArray();
  }

  /** The arguments with other numbers in what is differentiated by. */
  private Object[] with(Object[] args, double[] numbers) {
    Object[] chosen = (Object[]) Leaves.with(at(args), numbers);
    Object[] all = args.clone();
    for (int i = 0; i < positions.length; i++) {
      all[positions[i]] = chosen[i];
    }
    return all;
  }

  private static double[] moved(double[] point, double[] direction, double t) {
    return IntStream.range(0, point.length).mapToDouble(i -> point[i] + t * direction[i]).toArray();
  }

  private static double[] unit(int length, int index) {
    double[] unit = new double[length];
    unit[index] = 1;
    return unit;
  }

  private static double[] scaled(double[] a, double factor) {
    return Arrays.stream(a).map(each -> each * factor).toArray();
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] == 0 ? 0 : a[i] * b[i]).sum();
  }

  private static double size(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] * b[i])).sum();
  }

  private static double norm(double[] a) {
    return Arrays.stream(a).map(Math::abs).max().orElse(0);
  }

  private static Object[] concat(Object[] a, Object[] b) {
    Object[] all = Arrays.copyOf(a, a.length + b.length, Object[].class);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private AssertionError failure(String what) {
    return failure(what, null);
  }

  private AssertionError failure(String what, Throwable cause) {
    return new AssertionError(
        subject.original().getName() + Leaves.show(arguments) + ": " + what, cause);
  }
}
