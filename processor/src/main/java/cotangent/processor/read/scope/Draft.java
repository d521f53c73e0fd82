package cotangent.processor.read.scope;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The graph while it is being written: the region that steps go to now, and the constants known so
 * far.
 */
public final class Draft {
  private GraphBuilder builder = new GraphBuilder();
  private final Map<Value, Object> known = new HashMap<>();
  private final Set<Value> nulls = new HashSet<>();
  private final NullTests nullTests = new NullTests();
  private final Set<Value> counters = new HashSet<>();
  private final Map<Value, VariableElement> constants = new HashMap<>();
  private final Set<Value> bound = new HashSet<>();
  private final Map<Value, String> suggested = new HashMap<>();
  private final Map<Value, Making> makings = new HashMap<>();
  private final Map<Value, Map<VariableElement, Term>> carried = new HashMap<>();
  private final Map<Value, Value> casts = new HashMap<>();
  private final KnownLengths lengths = new KnownLengths();
  private Position.@Nullable Call call;

  /**
   * How an object that isn't looked into was made.
   *
   * @param constructor what made it
   * @param arguments numbers
   */
  public record Making(Object constructor, List<Value> arguments) {
    public Making {
      arguments = List.copyOf(arguments);
    }
  }

  /** Returns the builder of the region that is being written. */
  public GraphBuilder here() {
    return builder;
  }

  public GraphBuilder at(Position position) {
    return builder.at(place(position));
  }

  /** Returns a place as it is read here, perhaps in place of a call. */
  public Position place(Position position) {
    return position.in(call);
  }

  /** Carries out an action whose steps take the place of a call; of none, for a function. */
  public <T> T inCall(Position.@Nullable Call made, Supplier<T> action) {
    Position.Call outer = call;
    call = made;
    try {
      return action.get();
    } finally {
      call = outer;
    }
  }

  /** Returns a call of a helper from where steps are written now. */
  public Position.Call call(String helper, Position at) {
    return new Position.Call(helper, at.in(call));
  }

  /** Carries out an action whose steps go into another region. */
  public void in(GraphBuilder region, Runnable action) {
    GraphBuilder outer = builder;
    int holding = nullTests.holding();
    builder = region;
    try {
      action.run();
    } finally {
      builder = outer;
      nullTests.forget(holding);
    }
  }

  /** Adds the steps of a region to this one. */
  public void splice(GraphBuilder region) {
    region.steps().forEach(builder::add);
  }

  public Value constant(Type type, @Nullable Object value) {
    Value result = builder.constant(type, value);
    if (value != null) {
      known.put(result, value);
    } else {
      nulls.add(result);
    }
    return result;
  }

  public Value constant(boolean value) {
    return constant(Type.BOOLEAN, value);
  }

  public Value constant(int value) {
    return constant(Type.INT, value);
  }

  /** Learns the constants among steps that were written elsewhere. */
  public void learn(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Constant constant && constant.value() != null) {
        known.put(constant.result(), constant.value());
      }
      step.regions().forEach(region -> learn(region.steps()));
    }
  }

  /** Returns the number or text that a value certainly is, or null. */
  public @Nullable Object known(Value value) {
    return known.get(value);
  }

  /** Notes how an object was made. */
  public void made(Value object, Making making) {
    makings.put(object, making);
  }

  /** Returns how an object was certainly made, or null. */
  public @Nullable Making making(Value object) {
    return makings.get(object);
  }

  /** Notes what the fields of an exception hold. */
  public void carries(Value exception, Map<VariableElement, Term> fields) {
    fields.values().forEach(term -> term.leaves().forEach(this::bind));
    carried.put(exception, fields);
  }

  /** Notes that a value is an object that is known by another one too, as one of another class. */
  public void seenAs(Value cast, Value object) {
    casts.put(cast, uncast(object));
    carries(cast, object);
  }

  private void carries(Value exception, Value same) {
    Map<VariableElement, Term> fields = carried.get(same);
    if (fields != null) {
      carried.put(exception, fields);
    }
  }

  /** Returns the value by which an object was known first. */
  public Value uncast(Value object) {
    return casts.getOrDefault(object, object);
  }

  /** Returns what is known of the fields of an exception. */
  public Map<VariableElement, Term> carried(Value exception) {
    return carried.getOrDefault(exception, Map.of());
  }

  /** Whether a value is certainly null. */
  public boolean isNull(Value value) {
    return nulls.contains(value);
  }

  /** Notes that a value counts up to a number that it doesn't reach. */
  public void counts(Value index) {
    counters.add(index);
  }

  /** Whether a value counts up to a number that it doesn't reach. */
  public boolean isCounter(Value value) {
    return counters.contains(value);
  }

  /** Notes that a value is a constant of an enum. */
  public void isConstant(Value value, VariableElement constant) {
    constants.put(value, constant);
  }

  /** Returns the enum constant that a value certainly is, or null. */
  public @Nullable VariableElement constantOf(Value value) {
    return constants.get(value);
  }

  /** Whether there are real numbers in some terms that aren't known already. */
  public boolean haveUnknownReals(List<Term> terms) {
    return terms.stream()
        .flatMap(term -> term.leaves().stream())
        .filter(leaf -> leaf.type().isDifferentiable())
        .anyMatch(leaf -> known(leaf) == null);
  }

  /** Returns what Java takes for a variable of this type that isn't assigned: zero or null. */
  public Value zero(Type type) {
    return constant(type, type.unassigned());
  }

  /** Converts a number as a cast does; constants are converted at once. */
  public Value cast(Value value, Type type) {
    if (value.type().equals(type)) {
      return value;
    }
    Op cast = Operations.cast(type);
    Object number = known(value);
    return number == null
        ? builder.apply(cast, value)
        : constant(type, cast.evaluate(List.of(number)));
  }

  /** Negates a truth value. */
  public Value not(Value value) {
    Object truth = known(value);
    if (truth != null) {
      return constant(!(Boolean) truth);
    }
    Value opposite = builder.apply(Operations.NOT, value);
    nullTests.negated(value, opposite);
    return opposite;
  }

  /** Returns what truth values say of null. */
  public NullTests nullTests() {
    return nullTests;
  }

  /** Notes that a variable has this value from now on, so that the value keeps its name. */
  public void bind(Value value) {
    bound.add(value);
  }

  /** Suggests a name for a value that was named by a library, or not at all. */
  public void suggest(Value value, String name) {
    if (!name.isEmpty()) {
      suggested.putIfAbsent(value, name);
    }
  }

  /** Returns the names that were suggested. */
  public Map<Value, String> suggested() {
    return suggested;
  }

  /** Gives a value that was just computed the name of the variable that it is assigned to. */
  public Value named(Value value, String name) {
    List<Step> steps = builder.steps();
    if (name.isEmpty() || !value.name().isEmpty() || bound.contains(value) || steps.isEmpty()) {
      return value;
    }
    Value renamed = new Value(value.type(), name);
    if (!Renaming.among(steps, value, renamed)) {
      return value;
    }
    Object number = known.get(value);
    if (number != null) {
      known.put(renamed, number);
    }
    if (nulls.contains(value)) {
      nulls.add(renamed);
    }
    VariableElement constant = constants.get(value);
    if (constant != null) {
      constants.put(renamed, constant);
    }
    Making making = makings.get(value);
    if (making != null) {
      makings.put(renamed, making);
    }
    Value uncast = casts.get(value);
    if (uncast != null) {
      casts.put(renamed, uncast);
    }
    carries(renamed, value);
    return renamed;
  }

  /** Adds an operation of the table. */
  public Value apply(Op op, Value... operands) {
    List<Object> numbers = numbers(operands);
    if (numbers.size() == operands.length && !op.traps(Arrays.asList(operands))) {
      Type type = op.type(Value.types(Arrays.asList(operands)));
      if (type.isIntegral() || type == Type.BOOLEAN) {
        return constant(type, op.evaluate(numbers));
      }
    }
    boolean isEquality = op == Operations.EQ || op == Operations.NE;
    if (isEquality && nulls.contains(operands[0]) && nulls.contains(operands[1])) {
      return constant(op == Operations.EQ);
    }
    Value decided = op == Operations.AND || op == Operations.OR ? decided(op, operands) : null;
    return decided == null ? measured(op, operands) : decided;
  }

  private Value measured(Op op, Value... operands) {
    if (op == Operations.LENGTH && lengths.isEmpty(operands[0])) {
      return constant(0);
    }
    Value result = builder.apply(op, operands);
    lengths.note(op, result, known.get(operands[operands.length - 1]), operands);
    return result;
  }

  /** Notes that an array has no elements. */
  public void noteEmpty(Value array) {
    lengths.noteEmpty(array);
  }

  /** Whether a number is certainly no more than the length of an array. */
  public boolean isAtMost(Value number, Value array) {
    return lengths.isAtMost(number, array);
  }

  /** Returns what values are known to be, up to the first one that isn't known. */
  private List<Object> numbers(Value... values) {
    List<Object> numbers = new ArrayList<>(values.length);
    for (Value value : values) {
      Object number = known.get(value);
      if (number == null) {
        break;
      }
      numbers.add(number);
    }
    return numbers;
  }

  /** Returns what a conjunction or disjunction is worth of which one part is known; else null. */
  private @Nullable Value decided(Op op, Value... operands) {
    for (int i = 0; i < operands.length; i++) {
      if (known(operands[i]) instanceof Boolean truth) {
        return truth == (op == Operations.AND) ? operands[1 - i] : operands[i];
      }
    }
    return null;
  }
}
