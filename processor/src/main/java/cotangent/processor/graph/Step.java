package cotangent.processor.graph;

import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a program does. Steps are carried out in order: scalars are values, arrays are
 * references to memory that steps read and write, just as in Java, so that two names for one array
 * need no special care.
 */
public sealed interface Step {

  StepKind kind();

  /** The values that it makes: none, where it is done for its effect. */
  default List<Value> results() {
    return List.of();
  }

  /** The values that the step itself uses; what its regions use isn't listed. */
  List<Value> operands();

  default List<Region> regions() {
    return List.of();
  }

  /** Where in the user's source it comes from, or {@link Position#NONE}. */
  default Position position() {
    return Position.NONE;
  }

  /** Does what the cases say for its kind. */
  default <R> R match(StepCases<R> cases) {
    return cases.matched(this);
  }

  /** Returns the step with its parts exchanged, and everything else as it is. */
  default Step map(Mapping by) {
    return match(by);
  }

  /** Returns the step with other operands, or the same one where they are the same. */
  default Step withOperands(UnaryOperator<Value> exchange) {
    boolean same = Mapping.keeps(operands(), exchange);
    return same ? this : map(new Mapping(exchange, made -> made, region -> region));
  }

  /** Returns the step with other regions, or the same one where they are the same. */
  default Step withRegions(UnaryOperator<Region> exchange) {
    List<Region> regions = regions();
    if (regions.isEmpty()) {
      return this;
    }
    List<Region> exchanged = Mapping.each(regions, exchange);
    Iterator<Region> next = exchanged.iterator();
    return exchanged == regions
        ? this
        : map(new Mapping(used -> used, made -> made, old -> next.next()));
  }

  /** A step that makes one value. */
  sealed interface Single extends Step {
    Value result();

    @Override
    default List<Value> results() {
      return List.of(result());
    }
  }

  /** A boxed scalar, a string, or null. */
  record Constant(Value result, @Nullable Object value) implements Single {
    @Override
    public StepKind kind() {
      return StepKind.CONSTANT;
    }

    @Override
    public List<Value> operands() {
      return List.of();
    }
  }

  /** A pure operation from the table. */
  record Apply(Value result, Operation operation, List<Value> operands, Position position)
      implements Single {
    public Apply {
      operands = List.copyOf(operands);
    }

    @Override
    public StepKind kind() {
      return StepKind.APPLY;
    }
  }

  /** A call that isn't inlined: of a function of this graph, or of any Java member. */
  record Call(List<Value> results, Callee callee, List<Value> operands, Position position)
      implements Step {
    public Call {
      results = List.copyOf(results);
      operands = List.copyOf(operands);
    }

    @Override
    public StepKind kind() {
      return StepKind.CALL;
    }

    /** Returns a call of something else. */
    public Call with(Callee other) {
      return new Call(results, other, operands, position);
    }

    /** Returns a call that is given something else, maybe more. */
    public Call with(List<Value> others) {
      return new Call(results, callee, others, position);
    }
  }

  /**
   * {@code new double[n]}, {@code new double[n][m]}, {@code new double[n][]}: the result's type has
   * at least as many dimensions as there are lengths.
   *
   * @param cleared whether the zeros in it matter; not so where all is written before it is read
   */
  record NewArray(Value result, List<Value> lengths, boolean cleared, Position position)
      implements Single {
    public NewArray {
      lengths = List.copyOf(lengths);
    }

    public NewArray(Value result, List<Value> lengths, Position position) {
      this(result, lengths, true, position);
    }

    @Override
    public StepKind kind() {
      return StepKind.NEW_ARRAY;
    }

    @Override
    public List<Value> operands() {
      return lengths;
    }
  }

  /** An array of zeros with the shape of another, of any rank, ragged rows and null rows kept. */
  record ZerosLike(Value result, Value array) implements Single {
    @Override
    public StepKind kind() {
      return StepKind.ZEROS_LIKE;
    }

    @Override
    public List<Value> operands() {
      return List.of(array);
    }
  }

  /** {@code a.clone()}: a shallow copy. */
  record Clone(Value result, Value array, Position position) implements Single {
    @Override
    public StepKind kind() {
      return StepKind.CLONE;
    }

    @Override
    public List<Value> operands() {
      return List.of(array);
    }
  }

  /** {@code a[i]}: a scalar, or a row, which is the same memory under another name. */
  record Read(Value result, Value array, Value index, Position position) implements Single {
    @Override
    public StepKind kind() {
      return StepKind.READ;
    }

    @Override
    public List<Value> operands() {
      return List.of(array, index);
    }
  }

  /** {@code a[i] = v}. */
  record Write(Value array, Value index, Value value, Position position) implements Step {
    @Override
    public StepKind kind() {
      return StepKind.WRITE;
    }

    @Override
    public List<Value> operands() {
      return List.of(array, index, value);
    }
  }

  /** {@code System.arraycopy(source, from, target, to, length)}, overlapping included. */
  record Copy(Value source, Value from, Value target, Value to, Value length, Position position)
      implements Step {
    @Override
    public StepKind kind() {
      return StepKind.COPY;
    }

    @Override
    public List<Value> operands() {
      return List.of(source, from, target, to, length);
    }
  }

  /** {@code Arrays.fill(array, from, to, value)}. */
  record Fill(Value array, Value from, Value to, Value value, Position position) implements Step {
    @Override
    public StepKind kind() {
      return StepKind.FILL;
    }

    @Override
    public List<Value> operands() {
      return List.of(array, from, to, value);
    }
  }

  /** Pushes a scalar or an array reference on a tape. */
  record Push(Value tape, Value value) implements Step {
    @Override
    public StepKind kind() {
      return StepKind.PUSH;
    }

    @Override
    public List<Value> operands() {
      return List.of(tape, value);
    }
  }

  /** Takes back what was pushed last among the values of the result's kind. */
  record Pop(Value result, Value tape) implements Single {
    @Override
    public StepKind kind() {
      return StepKind.POP;
    }

    @Override
    public List<Value> operands() {
      return List.of(tape);
    }
  }

  /**
   * {@code if}, {@code ?:}, {@code &&}, {@code ||} and {@code switch}, case by case. Both regions
   * have no parameters and yield one value for each result; one that throws yields none.
   */
  record Branch(
      List<Value> results, Value condition, Region then, Region otherwise, Position position)
      implements Step {
    public Branch {
      results = List.copyOf(results);
    }

    @Override
    public StepKind kind() {
      return StepKind.BRANCH;
    }

    @Override
    public List<Value> operands() {
      return List.of(condition);
    }

    @Override
    public List<Region> regions() {
      return List.of(then, otherwise);
    }
  }

  /**
   * {@code for (int i = from; i < to; i += stride)}, or with {@code >} where the stride is
   * negative. The body's parameters are the index and one for each carried value; it yields the
   * carried values of the next iteration. The results are the carried values at the end.
   *
   * @param checkpoint after how many rounds what is carried is kept for the backward half, which
   *     runs the rounds between once more; {@link #CHOSEN} for about the root of their number,
   *     {@link #NO_CHECKPOINT} where every round keeps what is needed of it
   */
  record Loop(
      List<Value> results,
      Value from,
      Value to,
      int stride,
      List<Value> initial,
      Region body,
      int checkpoint,
      Position position)
      implements Step {
    public static final int NO_CHECKPOINT = -1;
    public static final int CHOSEN = 0;

    public Loop {
      results = List.copyOf(results);
      initial = List.copyOf(initial);
    }

    @Override
    public StepKind kind() {
      return StepKind.LOOP;
    }

    public Value index() {
      return body.parameters().get(0);
    }

    public List<Value> carried() {
      return body.parameters().subList(1, body.parameters().size());
    }

    /** Returns a loop over the same range that carries something else. */
    public Loop carrying(List<Value> ended, List<Value> begun, Region round) {
      return new Loop(ended, from, to, stride, begun, round, checkpoint, position);
    }

    @Override
    public List<Value> operands() {
      List<Value> all = new ArrayList<>(List.of(from, to));
      all.addAll(initial);
      return all;
    }

    @Override
    public List<Region> regions() {
      return List.of(body);
    }
  }

  /**
   * The general loop: {@code before; if (!condition) leave; after;} again and again. The parameters
   * of {@code before} are the carried values; it yields the condition, then the values that become
   * the results when the condition is false. {@code after} has no parameters, sees the values of
   * {@code before}, and yields the carried values of the next iteration.
   */
  record While(
      List<Value> results, List<Value> initial, Region before, Region after, Position position)
      implements Step {
    public While {
      results = List.copyOf(results);
      initial = List.copyOf(initial);
    }

    @Override
    public StepKind kind() {
      return StepKind.WHILE;
    }

    public List<Value> carried() {
      return before.parameters();
    }

    public Value condition() {
      return before.yields().get(0);
    }

    /** The values of {@code before} that become the results. */
    public List<Value> exits() {
      return before.yields().subList(1, before.yields().size());
    }

    @Override
    public List<Value> operands() {
      return initial;
    }

    @Override
    public List<Region> regions() {
      return List.of(before, after);
    }
  }

  /** {@code throw exception}, always the last step of its region. */
  record Throw(Value exception, Position position) implements Step {
    @Override
    public StepKind kind() {
      return StepKind.THROW;
    }

    @Override
    public List<Value> operands() {
      return List.of(exception);
    }
  }
}
