package cotangent.processor.graph;

import cotangent.Tape;
import cotangent.processor.graph.Activation.Slot;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A function of a graph, prepared to be run again and again: each step is an object that knows
 * where in an {@link Activation} its operands and results are, and constants are there from the
 * start.
 */
final class Routine implements StepCases<Routine.Instruction> {
  private final Function<String, Routine> functions;
  private final Predicate<Operation> watched;
  private final Map<Value, Slot> slots = new HashMap<>();
  private final Map<Slot, @Nullable Object> constants = new HashMap<>();
  private final List<Slot> parameters;
  private final List<Slot> results;
  private final Block body;
  private final Activation blank;
  private int count;

  /** What one step does. */
  interface Instruction {
    void in(Activation activation);
  }

  /**
   * Makes a function ready.
   *
   * @param functions returns those that it may call
   * @param watched the operations that are left to the outside
   */
  Routine(Graph graph, Function<String, Routine> functions, Predicate<Operation> watched) {
    this.functions = functions;
    this.watched = watched;
    this.parameters = slots(graph.parameters());
    this.body = block(graph.body());
    this.results = slots(graph.results());
    this.blank =
        new Activation(new double[count], new @Nullable Object[count], (call, operands) -> null);
    constants.forEach((slot, value) -> slot.set(blank, value));
  }

  List<@Nullable Object> run(Outside outside, List<@Nullable Object> arguments) {
    Activation activation = new Activation(blank.reals.clone(), blank.others.clone(), outside);
    Activation.set(parameters, activation, arguments);
    body.in(activation);
    return all(results, activation);
  }

  private Slot slot(Value value) {
    return slots.computeIfAbsent(value, v -> new Slot(count++, v.type() == Type.DOUBLE));
  }

  private List<Slot> slots(List<Value> values) {
    return values.stream().map(this::slot).toList();
  }

  private Transfer transfer(List<Value> from, List<Value> to) {
    return Transfer.of(slots(from), slots(to), like -> new Slot(count++, like.isReal()));
  }

  private static List<@Nullable Object> all(List<Slot> wanted, Activation activation) {
    @Nullable Object[] found = new @Nullable Object[wanted.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = wanted.get(i).in(activation);
    }
    return Arrays.asList(found);
  }

  /** Steps in order. */
  private static final class Block {
    private final Instruction[] steps;
    private final int size;

    Block(List<Instruction> steps, int size) {
      this.steps = steps.toArray(new Instruction[0]);
      this.size = Math.max(1, size);
    }

    void in(Activation activation) {
      activation.outside.spend(size);
      for (Instruction step : steps) {
        step.in(activation);
      }
    }
  }

  private Block block(Region region) {
    List<Instruction> steps = new ArrayList<>();
    for (Step step : region.steps()) {
      Instruction instruction = step.match(this);
      if (!(step instanceof Step.Constant)) {
        steps.add(instruction);
      }
    }
    return new Block(steps, region.steps().size());
  }

  @Override
  public Instruction constant(Step.Constant step) {
    constants.put(slot(step.result()), step.value());
    return activation -> {}; // it is there from the start
  }

  @Override
  public Instruction apply(Step.Apply step) {
    Operation operation = step.operation();
    List<Slot> operands = slots(step.operands());
    Slot result = slot(step.result());
    boolean isReal = result.isReal() && operands.stream().allMatch(Slot::isReal);
    @Nullable DoubleBinaryOperator onDoubles =
        isReal && operands.size() <= 2 && !watched.test(operation) ? operation.onDoubles() : null;
    return onDoubles == null
        ? activation ->
            result.set(activation, activation.outside.apply(operation, all(operands, activation)))
        : new OnDoubles(
            onDoubles,
            operands.get(0).index(),
            operands.get(operands.size() - 1).index(),
            result.index());
  }

  private record OnDoubles(DoubleBinaryOperator operation, int first, int last, int result)
      implements Instruction {
    @Override
    public void in(Activation activation) {
      double[] reals = activation.reals;
      double exact = operation.applyAsDouble(reals[first], reals[last]);
      reals[result] = activation.outside.rounded(exact);
    }
  }

  @Override
  public Instruction call(Step.Call step) {
    List<Slot> operands = slots(step.operands());
    List<Slot> made = slots(step.results());
    if (step.callee() instanceof Callee.Member) {
      return activation ->
          Activation.set(
              made,
              activation,
              Arrays.asList(activation.outside.call(step, all(operands, activation))));
    }
    String name = step.callee().functions().findFirst().orElseThrow();
    return activation ->
        Activation.set(
            made,
            activation,
            functions.apply(name).run(activation.outside, all(operands, activation)));
  }

  @Override
  public Instruction newArray(Step.NewArray step) {
    List<Slot> lengths = slots(step.lengths());
    Slot result = slot(step.result());
    Type type = step.result().type();
    for (int i = 0; i < lengths.size(); i++) {
      type = type.element();
    }
    Type element = type;
    return activation -> {
      int[] sizes = new int[lengths.size()];
      long all = 1;
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = activation.whole(lengths.get(i));
        all *= sizes[i];
      }
      activation.outside.spend(all);
      result.set(activation, Array.newInstance(JavaTypes.classOf(element), sizes));
    };
  }

  @Override
  public Instruction zerosLike(Step.ZerosLike step) {
    Slot array = slot(step.array());
    Slot result = slot(step.result());
    return activation -> result.set(activation, Stores.zerosLike(activation.object(array)));
  }

  @Override
  public Instruction clone(Step.Clone step) {
    Slot array = slot(step.array());
    Slot result = slot(step.result());
    return activation -> result.set(activation, Stores.copyOf(activation.object(array)));
  }

  @Override
  public Instruction read(Step.Read step) {
    return new ElementRead(slot(step.array()), slot(step.index()), slot(step.result()));
  }

  private record ElementRead(Slot array, Slot index, Slot result) implements Instruction {
    @Override
    public void in(Activation activation) {
      Object from = activation.object(array);
      int at = activation.whole(index);
      if (result.isReal()) {
        activation.reals[result.index()] = ((double[]) from)[at];
      } else {
        result.set(activation, Array.get(from, at));
      }
    }
  }

  @Override
  public Instruction write(Step.Write step) {
    return new ElementWrite(slot(step.array()), slot(step.index()), slot(step.value()));
  }

  private record ElementWrite(Slot array, Slot index, Slot value) implements Instruction {
    @Override
    public void in(Activation activation) {
      Object into = activation.object(array);
      int at = activation.whole(index);
      if (value.isReal()) {
        ((double[]) into)[at] = activation.reals[value.index()];
      } else {
        Array.set(into, at, value.in(activation));
      }
    }
  }

  @Override
  public Instruction copy(Step.Copy step) {
    Slot source = slot(step.source());
    Slot from = slot(step.from());
    Slot target = slot(step.target());
    Slot to = slot(step.to());
    Slot length = slot(step.length());
    return activation ->
        System.arraycopy(
            activation.object(source),
            activation.whole(from),
            activation.object(target),
            activation.whole(to),
            activation.whole(length));
  }

  @Override
  public Instruction fill(Step.Fill step) {
    Slot array = slot(step.array());
    Slot from = slot(step.from());
    Slot to = slot(step.to());
    Slot value = slot(step.value());
    return activation ->
        Stores.fill(
            activation.object(array),
            activation.whole(from),
            activation.whole(to),
            value.in(activation));
  }

  @Override
  public Instruction push(Step.Push step) {
    Slot tape = slot(step.tape());
    Slot value = slot(step.value());
    return activation -> Stores.push((Tape) activation.object(tape), value.in(activation));
  }

  @Override
  public Instruction pop(Step.Pop step) {
    Slot tape = slot(step.tape());
    Slot result = slot(step.result());
    Type type = step.result().type();
    return activation -> result.set(activation, Stores.pop((Tape) activation.object(tape), type));
  }

  @Override
  public Instruction branch(Step.Branch step) {
    Slot condition = slot(step.condition());
    return new Choice(condition, arm(step.then(), step), arm(step.otherwise(), step));
  }

  private Arm arm(Region region, Step.Branch step) {
    return new Arm(block(region), yielded(region, step.results()));
  }

  /** Hands on what a region yields, unless it never ends. */
  private Transfer yielded(Region region, List<Value> to) {
    return region.diverges() ? transfer(List.of(), List.of()) : transfer(region.yields(), to);
  }

  private record Arm(Block block, Transfer results) {}

  private record Choice(Slot condition, Arm then, Arm otherwise) implements Instruction {
    @Override
    public void in(Activation activation) {
      Arm taken = activation.truth(condition) ? then : otherwise;
      taken.block.in(activation);
      taken.results.in(activation);
    }
  }

  @Override
  public Instruction loop(Step.Loop step) {
    Slot from = slot(step.from());
    Slot to = slot(step.to());
    Slot index = slot(step.index());
    int stride = step.stride();
    Transfer start = transfer(step.initial(), step.carried());
    Block round = block(step.body());
    Transfer next = yielded(step.body(), step.carried());
    Transfer end = transfer(step.carried(), step.results());
    return activation -> {
      int last = activation.whole(to);
      int i = activation.whole(from);
      start.in(activation);
      while (stride > 0 ? i < last : i > last) {
        activation.others[index.index()] = i;
        round.in(activation);
        next.in(activation);
        i += stride;
      }
      end.in(activation);
    };
  }

  @Override
  public Instruction whileLoop(Step.While step) {
    Transfer start = transfer(step.initial(), step.carried());
    Block before = block(step.before());
    if (step.before().diverges()) {
      return activation -> {
        start.in(activation);
        before.in(activation);
      };
    }
    Slot condition = slot(step.condition());
    Block after = block(step.after());
    Transfer next = yielded(step.after(), step.carried());
    Transfer end = transfer(step.exits(), step.results());
    return activation -> {
      start.in(activation);
      before.in(activation);
      while (activation.truth(condition)) {
        after.in(activation);
        next.in(activation);
        before.in(activation);
      }
      end.in(activation);
    };
  }

  @Override
  public Instruction throwing(Step.Throw step) {
    Slot exception = slot(step.exception());
    return activation -> {
      throw Unchecked.<RuntimeException>thrown((Throwable) activation.object(exception));
    };
  }
}
