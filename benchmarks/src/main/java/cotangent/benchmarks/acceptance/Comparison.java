package cotangent.benchmarks.acceptance;

import cotangent.benchmarks.acceptance.Faces.Ending;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares one method with its companion at one point. */
final class Comparison {
  private static final int MOST_SECOND_DERIVATIVES = 12;

  private final Faces faces;
  private final long seed;
  private final int trial;
  private final int[] reals;
  private final List<String> wrong = new ArrayList<>();
  private int sharp;

  /**
   * @param seed of the point
   */
  Comparison(Faces faces, long seed, int trial) {
    this.faces = faces;
    this.seed = seed;
    this.trial = trial;
    this.reals = faces.reals();
  }

  /** An object and arguments, as drawn anew. */
  private record Point(@Nullable Object self, @Nullable Object[] arguments) {}

  private Point point() {
    Drawing drawing = new Drawing(seed, trial);
    Method original = faces.original();
    Object self = faces.isStatic() ? null : drawing.receiver(original.getDeclaringClass());
    return new Point(self, drawing.arguments(original.getParameterTypes()));
  }

  /** Gives what was found to be wrong. */
  List<String> wrong() {
    return wrong;
  }

  /** Counts the derivatives that could be compared. */
  int sharp() {
    return sharp;
  }

  /** Tells whether the original gives the same each time. */
  boolean isRepeatable() {
    Ending first = call(faces.original(), point());
    Ending second = call(faces.original(), point());
    return Numbers.areSame(first.value(), second.value());
  }

  private Ending call(Method method, Point at, Object... more) {
    return faces.call(method, at.self, at.arguments, more);
  }

  void run() {
    Point first = point();
    Ending expected = call(faces.original(), first);
    if (expected.thrown() instanceof VirtualMachineError
        || expected.thrown() instanceof LinkageError) {
      return;
    }
    Point second = point();
    expectSame("value", expected, call(faces.value(), second));
    expectArguments("value", first, second);
    Object seeds = seeds(expected.value());
    if (expected.thrown() == null && faces.original().getReturnType().isArray() && seeds == null) {
      return;
    }
    Point third = point();
    Object[] more =
        faces.original().getReturnType().isArray() ? new Object[] {seeds} : new Object[0];
    Ending derivative = call(faces.derivative(), third, more);
    if (expected.thrown() != null || derivative.thrown() != null) {
      expectSame("derivative", expected, derivative);
      return;
    }
    Object record = Objects.requireNonNull(derivative.value());
    expectSame("value beside the derivative", expected, new Ending(part(record, "value"), null));
    expectArguments("derivative", first, third);
    double[] weights = seeds == null ? new double[] {1} : Numbers.of(seeds);
    double size = Numbers.dot(weights, Numbers.of(expected.value()));
    if (Double.isFinite(size)) {
      slopes(record, weights, size);
    }
  }

  private @Nullable Object seeds(@Nullable Object value) {
    Random random = new Random(seed);
    if (!faces.original().getReturnType().isArray()) {
      return null;
    } else if (value == null) {
      return Array.newInstance(faces.original().getReturnType().getComponentType(), 0);
    }
    return Numbers.hasNull(value) ? null : Numbers.with(value, () -> random.nextDouble() * 2 - 1);
  }

  private void slopes(Object record, double[] weights, double size) {
    double[] gradient = gradient(record);
    double[] numbers = numbers(point());
    if (gradient.length != numbers.length) {
      wrong("derivatives", gradient.length + " numbers", numbers.length + " numbers");
      return;
    }
    for (int i = 0; i < numbers.length; i++) {
      int at = i;
      DoubleUnaryOperator f = x -> weighted(weights, moved(numbers, at, x));
      Slope slope =
          faces.isSingle() ? Slope.ofSingle(f, numbers[i], size) : Slope.of(f, numbers[i], size);
      expect("derivative " + i, slope, gradient[i]);
    }
    if (wrong.isEmpty()
        && !faces.isSingle()
        && Arrays.stream(gradient).allMatch(Double::isFinite)) {
      tangent(weights, gradient, size);
      hessian(gradient, size);
    }
  }

  private void expect(String what, Slope slope, double found) {
    if (slope.isSharp()) {
      sharp++;
      if (!slope.agreesWith(found)) {
        wrong(what, found, slope);
      }
    }
  }

  private double weighted(double[] weights, double[] numbers) {
    Ending ending = call(faces.original(), with(numbers));
    return ending.thrown() == null ? Numbers.dot(weights, Numbers.of(ending.value())) : Double.NaN;
  }

  private void tangent(double[] weights, double[] gradient, double size) {
    Method method = faces.tangent();
    if (method == null) {
      return;
    }
    Random random = new Random(seed);
    Point at = point();
    Object[] tangents =
        Arrays.stream(reals)
            .mapToObj(i -> Numbers.with(at.arguments[i], () -> random.nextDouble() * 2 - 1))
            .toArray();
    double[] direction =
        Arrays.stream(tangents).flatMapToDouble(t -> Arrays.stream(Numbers.of(t))).toArray();
    Ending ending = call(method, at, tangents);
    if (ending.thrown() != null) {
      wrong("tangent", ending.thrown(), "none");
      return;
    }
    double found =
        Numbers.dot(weights, Numbers.of(part(Objects.requireNonNull(ending.value()), "tangent")));
    double wanted = Numbers.dot(direction, gradient);
    double scale =
        IntStream.range(0, gradient.length)
            .mapToDouble(i -> Math.abs(direction[i] * gradient[i]))
            .sum();
    if (!(Math.abs(found - wanted) <= 1e-6 * scale + 1e-12 * Math.abs(size))) {
      wrong("tangent", found, wanted);
    }
  }

  private void hessian(double[] gradient, double size) {
    Method method = faces.hessian();
    if (method == null || gradient.length > MOST_SECOND_DERIVATIVES) {
      return;
    }
    Ending ending = call(method, point());
    if (ending.thrown() != null) {
      wrong("Hessian", ending.thrown(), "none");
      return;
    }
    Object record = Objects.requireNonNull(ending.value());
    double[] first = Numbers.of(part(record, "gradient"));
    double[][] hessian = (double[][]) Objects.requireNonNull(part(record, "hessian"));
    for (int i = 0; i < gradient.length; i++) {
      double off = Math.abs(first[i] - gradient[i]);
      if (!(off <= 1e-10 * (Math.abs(first[i]) + 1e-3 * Math.abs(size)))) {
        wrong("gradient " + i + " of the Hessian", first[i], gradient[i]);
      }
    }
    double[] numbers = numbers(point());
    for (int i = 0; i < numbers.length; i++) {
      for (int j = 0; j < numbers.length; j++) {
        int row = i;
        int column = j;
        DoubleUnaryOperator f = x -> derivative(moved(numbers, row, x), column);
        expect("Hessian " + i + " " + j, Slope.of(f, numbers[i], gradient[j]), hessian[i][j]);
      }
    }
  }

  private double derivative(double[] numbers, int index) {
    Ending ending = call(faces.derivative(), with(numbers));
    return ending.value() == null ? Double.NaN : gradient(ending.value())[index];
  }

  private static double[] moved(double[] numbers, int index, double x) {
    double[] moved = numbers.clone();
    moved[index] = x;
    return moved;
  }

  private double[] numbers(Point at) {
    return Arrays.stream(reals)
        .boxed()
        .flatMapToDouble(i -> Arrays.stream(Numbers.of(at.arguments[i])))
        .toArray();
  }

  private Point with(double[] numbers) {
    Point at = point();
    int[] next = {0};
    for (int i : reals) {
      at.arguments[i] = Numbers.with(at.arguments[i], () -> numbers[next[0]++]);
    }
    return at;
  }

  private double[] gradient(Object record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .filter(component -> component.getName().startsWith("d"))
        .flatMapToDouble(component -> Arrays.stream(Numbers.of(part(record, component.getName()))))
        .toArray();
  }

  private static @Nullable Object part(Object record, String name) {
    try {
      Method accessor = record.getClass().getDeclaredMethod(name);
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void expectSame(String what, Ending expected, Ending found) {
    @Nullable Throwable wanted = expected.thrown();
    @Nullable Throwable got = found.thrown();
    boolean isSame;
    if (wanted == null || got == null) {
      isSame = wanted == got && Numbers.areSame(expected.value(), found.value());
    } else {
      // The texts of helpful NullPointerExceptions name variables.
      isSame =
          wanted.getClass() == got.getClass()
              && (wanted instanceof NullPointerException
                  || Objects.equals(wanted.getMessage(), got.getMessage()));
    }
    if (!isSame) {
      wrong(what, shown(found), shown(expected));
    }
  }

  private static String shown(Ending ending) {
    return ending.thrown() == null ? Numbers.text(ending.value()) : ending.thrown().toString();
  }

  private void expectArguments(String what, Point expected, Point found) {
    for (int i = 0; i < expected.arguments.length; i++) {
      if (!Numbers.areSame(expected.arguments[i], found.arguments[i])) {
        String shown = Numbers.text(found.arguments[i]);
        wrong(what + " leaves argument " + i, shown, Numbers.text(expected.arguments[i]));
      }
    }
  }

  private void wrong(String what, Object found, Object wanted) {
    wrong.add(
        what + " is " + found + ", not " + wanted + ", at " + Numbers.text(point().arguments));
  }
}
