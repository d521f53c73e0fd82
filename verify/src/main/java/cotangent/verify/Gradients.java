package cotangent.verify;

import cotangent.verify.declared.Annotated;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the derivatives that were generated for a class, by running its methods and their
 * companion's against each other.
 *
 * <pre>{@code
 * Gradients.of(Losses.class).verify();
 * Gradients.of(Losses.class).method("loss").at(w, x, y).verify();
 * }</pre>
 *
 * <p>The value must be that of the original bit for bit, and so must exceptions. Each derivative is
 * compared with extrapolated differences and with all others; {@code AddTo} must add. Called twice,
 * with a workspace or without, and from two threads at once, all return the same bits. Arguments
 * stay as the original leaves them.
 *
 * <p><b>Special cases.</b> Inputs are drawn from {@link cotangent.Shape} and {@link
 * cotangent.Between}, else by kind. Points where the original throws are drawn again, and so are
 * those where differences do not converge. At a kink, a derivative between those of the two sides
 * is right.
 *
 * <p><b>Cost.</b> About 30 evaluations for each number that goes in, at each point.
 *
 * <p><b>Errors.</b> A class file that does not name its parameters (compiled with neither {@code
 * -g} nor {@code -parameters}) will do unless {@code wrt} names some.
 */
public final class Gradients {
  private static final int POINTS = 5;

  private final Class<?> type;
  private final @Nullable String method;
  private final @Nullable Object @Nullable [] arguments;
  private final int points;
  private final long seed;

  private Gradients(
      Class<?> type,
      @Nullable String method,
      @Nullable Object @Nullable [] arguments,
      int points,
      long seed) {
    this.type = type;
    this.method = method;
    this.arguments = arguments;
    this.points = points;
    this.seed = seed;
  }

  /**
   * Selects all annotated methods of a class.
   *
   * @param type the class of the originals, not the companion
   * @return a verifier for all of them, in all modes that the companion offers
   */
  public static Gradients of(Class<?> type) {
    return new Gradients(type, null, null, POINTS, 1);
  }

  /**
   * Chooses a method.
   *
   * @param name the name of annotated methods of the class
   * @return a verifier for those only
   */
  public Gradients method(String name) {
    return new Gradients(type, name, arguments, points, seed);
  }

  /**
   * Sets the arguments, so that none are drawn.
   *
   * @param values all arguments of the method, the object first if it isn't static; they are copied
   * @return a verifier for this point
   */
  @SuppressWarnings("exports") // the annotation is for tools only
  public Gradients at(@Nullable Object... values) {
    return new Gradients(type, method, values.clone(), points, seed);
  }

  /**
   * Chooses how many points are drawn.
   *
   * @param count at least one
   * @return a verifier for that many
   */
  public Gradients points(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one point is needed, not " + count);
    }
    return new Gradients(type, method, arguments, count, seed);
  }

  /**
   * Chooses the seed with which points are drawn: the same seed draws the same points.
   *
   * @param number any number
   * @return a verifier that draws with it
   */
  public Gradients seed(long number) {
    return new Gradients(type, method, arguments, points, number);
  }

  /**
   * Verifies, and throws unless everything is known to be right.
   *
   * @throws AssertionError if anything is wrong, or could not be drawn or compared; the message is
   *     a table, with the numbers, the point and the seed
   */
  public void verify() {
    Report report = report();
    if (!report.isComplete()) {
      throw new AssertionError(report.verdict() + "\n\n" + report.table());
    }
  }

  /**
   * Verifies, and returns what it found.
   *
   * @return a finding for each generated method
   * @throws IllegalArgumentException if there is no such method, or none that takes the arguments
   */
  public Report report() {
    List<Finding> findings = new ArrayList<>();
    checks().forEach(check -> findings.addAll(check.findings()));
    return new Report(findings);
  }

  private List<MethodCheck> checks() {
    return annotated().stream()
        .map(each -> new MethodCheck(each, points, seed, arguments))
        .toList();
  }

  List<Annotated> annotated() {
    List<Annotated> all =
        Annotated.in(type).stream()
            .filter(each -> method == null || each.declared().name().equals(method))
            .filter(this::takesArguments)
            .toList();
    if (all.isEmpty()) {
      throw new IllegalArgumentException(
          type.getName()
              + " has no method annotated with @Differentiable"
              + (method == null ? "" : " of the name " + method)
              + (arguments == null ? "" : " that takes " + Arrays.deepToString(arguments)));
    }
    return all;
  }

  private boolean takesArguments(Annotated each) {
    @Nullable Object[] values = arguments;
    if (values == null) {
      return true;
    }
    List<Class<?>> types = new ArrayList<>(List.of(each.method().getParameterTypes()));
    if (!Modifier.isStatic(each.method().getModifiers())) {
      types.add(0, each.method().getDeclaringClass());
    }
    boolean fits = types.size() == values.length;
    for (int i = 0; fits && i < values.length; i++) {
      Class<?> boxed = MethodType.methodType(types.get(i)).wrap().returnType();
      Object value = values[i];
      fits = value == null ? !types.get(i).isPrimitive() : boxed.isInstance(value);
    }
    return fits;
  }
}
