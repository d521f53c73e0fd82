package cotangent.verify.check;

import cotangent.tensor.Matrix;
import cotangent.tensor.Vector;
import java.lang.management.ManagementFactory;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One method at one point: what the original does there, the numbers with respect to which it is
 * differentiated, and the seeds and tangents that its derivatives are given.
 */
public final class Scene {
  private static final int REPEATS = 20;

  /** Second derivatives and their steps are to stay numbers as well. */
  private static final double HUGE = 1e75;

  private final Subject subject;
  private final Supplier<@Nullable Object[]> fresh;
  private final Supplier<@Nullable Object[]> plain;
  private final @Nullable Object[] arguments;
  private final Outcome expected;
  private final long nanos;
  private final @Nullable Object[] outputs;
  private final @Nullable Object[] seeds;
  private final long seed;
  private @Nullable Object @Nullable [] tangents;

  /**
   * @param fresh gives the arguments, which the caller may change; the same ones each time
   * @param plain gives the same for the reference
   */
  public Scene(
      Subject subject,
      Supplier<@Nullable Object[]> fresh,
      Supplier<@Nullable Object[]> plain,
      long seed) {
    this.subject = subject;
    this.fresh = fresh;
    this.plain = plain;
    this.seed = seed;
    Random random = new Random(seed);
    arguments = fresh.get();
    long start = processorNanos();
    expected = subject.callOriginal(fresh.get());
    nanos = processorNanos() - start;
    outputs = outputs(expected);
    seeds = mapped(outputs, () -> random.nextDouble() + 0.5);
  }

  private static @Nullable Object[] mapped(
      @Nullable Object[] values, java.util.function.DoubleSupplier numbers) {
    return Arrays.stream(values).map(value -> Leaves.map(value, numbers)).toArray();
  }

  /** The method. */
  public Subject subject() {
    return subject;
  }

  /** What the original does. */
  public Outcome expected() {
    return expected;
  }

  /**
   * Whether the original, and to make all that it takes, needs less of a processor. The first time
   * may include what Java does but once, such as loading classes: then it is run again.
   */
  public boolean isWithin(long most) {
    return nanos < most || expected.failure() != null || nanosAgain() < most;
  }

  private long nanosAgain() {
    long start = processorNanos();
    subject.callOriginal(fresh.get());
    return processorNanos() - start;
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Whether the original does the same each time. */
  public boolean isRepeatable() {
    for (int i = 0; i < REPEATS; i++) {
      if (!subject.callOriginal(fresh.get()).same(expected)) {
        return false;
      }
    }
    return true;
  }

  /** What the original is called with. */
  public @Nullable Object[] arguments() {
    return arguments;
  }

  /** Arguments that a call may change. */
  @Nullable Object[] fresh() {
    return fresh.get();
  }

  /** Arguments that a call may change, and what a mode takes in addition. */
  @Nullable Object[] fresh(@Nullable Object... extra) {
    return followed(fresh.get(), extra);
  }

  private static @Nullable Object[] followed(@Nullable Object[] own, @Nullable Object[] extra) {
    @Nullable Object[] all = Arrays.copyOf(own, own.length + extra.length);
    System.arraycopy(Copies.all(extra), 0, all, own.length, extra.length);
    return all;
  }

  /** What a mode takes in addition to the arguments. */
  @Nullable Object[] extra(String suffix) {
    return extra(suffix, this::tangents);
  }

  private @Nullable Object[] extra(String suffix, Supplier<@Nullable Object[]> along) {
    return switch (suffix) {
      case "Vjp" -> seeds;
      case "Jvp", "Hvp" -> along.get();
      default -> new Object[0];
    };
  }

  /** Other arguments, which a call may change, and what a mode takes in addition to them. */
  @Nullable Object[] other(@Nullable Object[] others, String suffix) {
    return followed(Copies.all(others), extra(suffix, () -> tangents(others)));
  }

  @Nullable Object[] seeds() {
    return seeds;
  }

  @Nullable Object[] tangents() {
    if (tangents == null) {
      tangents = tangents(arguments);
    }
    return tangents;
  }

  /** Draws tangents of arguments; some records refuse negative numbers, in tangents as well. */
  private @Nullable Object[] tangents(@Nullable Object[] of) {
    Random random = new Random(seed + 1);
    try {
      return mapped(inputs(of), () -> random.nextDouble() - 0.3);
    } catch (Unmade refused) {
      return mapped(inputs(of), random::nextDouble);
    }
  }

  /** Whether numbers come out, or nothing else, and not so large that differences tell nothing. */
  public boolean isTame() {
    return outputs.length > 0
        && Arrays.stream(Leaves.of(outputs)).allMatch(output -> Math.abs(output) < HUGE);
  }

  /** What is differentiated: the result, or the arrays that a method without one writes to. */
  @Nullable Object[] outputs() {
    return outputs;
  }

  private @Nullable Object[] outputs(Outcome outcome) {
    if (!subject.isVoid()) {
      return outcome.failure() == null ? new @Nullable Object[] {outcome.value()} : new Object[0];
    }
    List<@Nullable Object> written = new ArrayList<>();
    for (Input each : written()) {
      written.add(each.in(outcome.arguments()));
    }
    return written.toArray();
  }

  /** Whether the method has no result, and changes nothing either. */
  boolean writesNothing() {
    return subject.isVoid() && outputs.length == 0;
  }

  /** The fields by which it is differentiated, and the arguments, that the method changes. */
  private List<Input> written() {
    List<Input> written = new ArrayList<>();
    for (Input input : subject.inputs()) {
      if (input.field() != null && isWritten(input, input.field().getGenericType())) {
        written.add(input);
      }
    }
    Type[] types = subject.original().getGenericParameterTypes();
    int offset = arguments.length - types.length;
    for (int i = 0; i < types.length; i++) {
      int position = i + offset;
      Input argument = new Input(subject.names().get(position), position, null);
      if (isWritten(argument, types[i])) {
        written.add(argument);
      }
    }
    return written;
  }

  private boolean isWritten(Input input, Type type) {
    return mayBeWritten(type)
        && Leaves.differentiable(type)
        && !Same.same(input.in(arguments), input.in(expected.arguments()));
  }

  /** Whether numbers inside are the method's to write: not those of a record by itself. */
  private static boolean mayBeWritten(Type type) {
    return type instanceof Class<?> plain && plain.isArray()
        || type instanceof GenericArrayType
        || type instanceof ParameterizedType generic && generic.getRawType() == List.class
        || type == Vector.class
        || type == Matrix.class;
  }

  @Nullable Object[] inputs(@Nullable Object[] args) {
    return subject.inputs().stream().map(input -> input.in(args)).toArray();
  }

  /** The numbers to differentiate with respect to. */
  double[] numbers() {
    return Leaves.of(inputs(arguments));
  }

  /** How those numbers are written, with a letter before them: {@code dx[2]}. */
  List<String> names(String prefix) {
    List<String> names = new ArrayList<>();
    subject
        .inputs()
        .forEach(input -> names.addAll(Leaves.names(prefix + input.name(), input.in(arguments))));
    return names;
  }

  /** Arguments with other numbers in them, and what a mode takes in addition. */
  @Nullable Object[] with(double[] numbers, @Nullable Object... extra) {
    return followed(replaced(fresh.get(), numbers), extra);
  }

  private @Nullable Object[] replaced(@Nullable Object[] args, double[] numbers) {
    @Nullable Object[] changed =
        (@Nullable Object[]) Objects.requireNonNull(Leaves.with(inputs(args), numbers));
    for (int i = 0; i < changed.length; i++) {
      subject.inputs().get(i).put(changed[i], args);
    }
    return args;
  }

  /** What the reference returns for other numbers; NaN after an exception, in a record's too. */
  double[] values(double[] numbers) {
    try {
      Outcome outcome = subject.callReference(replaced(plain.get(), numbers));
      if (outcome.failure() == null) {
        double[] values = Leaves.of(outputs(outcome));
        if (values.length == Leaves.of(outputs).length) {
          return values;
        }
      }
    } catch (Unmade outside) {
      // There is no such point.
    }
    double[] nothing = new double[Leaves.of(outputs).length];
    Arrays.fill(nothing, Double.NaN);
    return nothing;
  }

  /** The point as a user would write it. */
  public String show() {
    List<String> names = subject.names();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < arguments.length; i++) {
      text.append(i == 0 ? "" : ", ").append(names.get(i)).append(" = ");
      text.append(Same.show(arguments[i]));
    }
    return text.toString();
  }
}
