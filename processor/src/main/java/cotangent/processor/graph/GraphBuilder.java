package cotangent.processor.graph;

import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a region step by step. Regions inside it are made by builders of their own. */
public final class GraphBuilder {
  private final List<Value> parameters = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<Value, Step> definitions = new HashMap<>();
  private int searched;
  private Position position = Position.NONE;

  /** Sets where in the user's source the steps that follow come from. */
  public GraphBuilder at(Position newPosition) {
    position = newPosition;
    return this;
  }

  /** Returns where the steps to come are from. */
  public Position position() {
    return position;
  }

  public Value parameter(Type type, String name) {
    Value value = new Value(type, name);
    parameters.add(value);
    return value;
  }

  /** Adds a parameter that exists already, when a region is rebuilt. */
  public void parameter(Value value) {
    parameters.add(value);
  }

  public List<Value> parameters() {
    return parameters;
  }

  /** Adds a step that exists already. */
  public void add(Step step) {
    steps.add(step);
  }

  /** Takes the last steps away again, as far as there are more than so many. */
  public void shorten(int count) {
    steps.subList(count, steps.size()).clear();
    definitions.clear();
    searched = 0;
  }

  /** Adds a step in front of all others. */
  public void addFirst(Step step) {
    steps.add(0, step);
    searched = 0;
  }

  public List<Step> steps() {
    return steps;
  }

  /** Returns the step that makes a value, if that was added here. */
  public @Nullable Step definition(Value value) {
    for (; searched < steps.size(); searched++) {
      Step step = steps.get(searched);
      step.results().forEach(result -> definitions.put(result, step));
    }
    return definitions.get(value);
  }

  /** Whether the last step is a throw, so that nothing may follow. */
  public boolean diverges() {
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Throw;
  }

  public Value constant(Object value) {
    return constant(value instanceof String ? Type.STRING : Type.Scalar.of(value), value);
  }

  public Value constant(Type type, @Nullable Object value) {
    Value result = new Value(type, "");
    add(new Step.Constant(result, value));
    return result;
  }

  public Value apply(Operation operation, Value... operands) {
    return apply("", operation, operands);
  }

  public Value apply(String name, Operation operation, Value... operands) {
    List<Value> list = Arrays.asList(operands);
    Value result = new Value(operation.type(Value.types(list)), name);
    add(new Step.Apply(result, operation, list, position));
    return result;
  }

  public Value newArray(String name, Type type, Value... lengths) {
    Value result = new Value(type, name);
    add(new Step.NewArray(result, Arrays.asList(lengths), position));
    return result;
  }

  public Value zerosLike(String name, Value array) {
    Value result = new Value(array.type(), name);
    add(new Step.ZerosLike(result, array));
    return result;
  }

  public Value cloned(String name, Value array) {
    Value result = new Value(array.type(), name);
    add(new Step.Clone(result, array, position));
    return result;
  }

  public Value read(String name, Value array, Value index) {
    Value result = new Value(array.type().element(), name);
    add(new Step.Read(result, array, index, position));
    return result;
  }

  public void write(Value array, Value index, Value value) {
    add(new Step.Write(array, index, value, position));
  }

  public List<Value> call(Callee callee, List<Value> results, List<Value> operands) {
    add(new Step.Call(results, callee, operands, position));
    return results;
  }

  /** Adds a branch; its results have the types and the names of the values given. */
  public List<Value> branch(Value condition, Region then, Region otherwise, List<Value> like) {
    List<Value> results = fresh(like);
    add(new Step.Branch(results, condition, then, otherwise, position));
    return results;
  }

  /** Adds a counted loop; its results are named and typed like the carried values of the body. */
  public List<Value> loop(Value from, Value to, int stride, List<Value> initial, Region body) {
    return loop(from, to, stride, initial, body, Step.Loop.NO_CHECKPOINT);
  }

  /** Adds a counted loop that keeps what it carries after some rounds only. */
  public List<Value> loop(
      Value from, Value to, int stride, List<Value> initial, Region body, int checkpoint) {
    List<Value> results = fresh(body.parameters().subList(1, body.parameters().size()));
    add(new Step.Loop(results, from, to, stride, initial, body, checkpoint, position));
    return results;
  }

  /** Adds a general loop; its results are named and typed like the exits of {@code before}. */
  public List<Value> whileLoop(List<Value> initial, Region before, Region after) {
    List<Value> results = fresh(before.yields().subList(1, before.yields().size()));
    add(new Step.While(results, initial, before, after, position));
    return results;
  }

  public void throwing(Value exception) {
    add(new Step.Throw(exception, position));
  }

  /** Ends the region. */
  public Region yield(List<Value> yields) {
    return new Region(parameters, steps, yields);
  }

  public Region yield(Value... yields) {
    return this.yield(Arrays.asList(yields));
  }

  private static List<Value> fresh(List<Value> like) {
    return like.stream().map(value -> new Value(value.type(), value.name())).toList();
  }
}
