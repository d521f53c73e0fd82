package cotangent.processor.cost;

import cotangent.processor.graph.Port;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows whole numbers and lengths of arrays in the user's names: {@code x.length - 1}. */
final class SizeNames implements KernelSizes.Sizes {
  private final Map<Value, Amount> numbers = new HashMap<>();
  private final Map<Value, String> arrays = new HashMap<>();
  private final Map<Value, List<Value>> made = new HashMap<>();
  private final Map<Value, Amount> lengths = new HashMap<>();
  private final Map<Value, Boolean> flags = new HashMap<>();

  /** Names the parameters of a graph, in terms of which everything else is expressed. */
  SizeNames(List<Value> parameters) {
    for (Value parameter : parameters) {
      if (parameter.type().isArray()) {
        arrays.put(parameter, parameter.name());
      } else if (parameter.type() == Type.INT) {
        numbers.put(parameter, Amount.of(parameter.name()));
      }
    }
  }

  /** Names what inputs are made of as users do: {@code a.rows()}, {@code net.bias().length}. */
  void nameParts(List<Value> parameters, List<Port> inputs) {
    nameParts(parameters, inputs, "", "");
  }

  private void nameParts(List<Value> parameters, List<Port> ports, String before, String behind) {
    int at = 0;
    for (Port port : ports) {
      int end = at + (int) port.leaves().count();
      namePart(parameters.subList(at, end), port, before + port.name() + behind);
      at = end;
    }
  }

  private void namePart(List<Value> leaves, Port port, String name) {
    if (port.isTensor()) {
      nameTensor(leaves, name);
    } else if (port instanceof Port.Composite record) {
      int whether = record.components().size() - record.own().size();
      nameParts(leaves.subList(whether, leaves.size()), record.own(), name + ".", "()");
    } else if (port instanceof Port.Elements elements) {
      Amount length = Amount.of(name + (elements.isList() ? ".size()" : ".length"));
      leaves.forEach(leaf -> lengths.put(leaf, length));
    } else if (leaves.get(0).type() == Type.INT) {
      numbers.put(leaves.get(0), Amount.of(name));
    } else if (leaves.get(0).type().isArray()) {
      arrays.put(leaves.get(0), name);
    }
  }

  private void nameTensor(List<Value> parts, String name) {
    Value elements = parts.get(parts.size() - 1);
    if (parts.size() == 1) {
      lengths.put(elements, Amount.of(name + ".size()"));
      return;
    }
    Amount rows = Amount.of(name + ".rows()");
    Amount columns = Amount.of(name + ".columns()");
    numbers.put(parts.get(0), rows);
    numbers.put(parts.get(1), columns);
    lengths.put(elements, rows.times(columns));
  }

  @Override
  public Optional<Amount> length(Value array) {
    if (lengths.containsKey(array)) {
      return Optional.of(lengths.get(array));
    }
    return made.containsKey(array)
        ? of(made.get(array).get(0))
        : Optional.ofNullable(arrays.get(array)).map(name -> Amount.of(name + ".length"));
  }

  /** Returns how many numbers there are in an array, and in those that it holds. */
  Optional<Amount> elements(Value array) {
    Optional<Amount> elements = length(array);
    List<Value> inner = made.getOrDefault(array, List.of());
    for (int i = 1; i < inner.size(); i++) {
      Optional<Amount> length = of(inner.get(i));
      elements = elements.flatMap(all -> length.map(all::times));
    }
    return elements;
  }

  @Override
  public Optional<Boolean> flag(Value truth) {
    return Optional.ofNullable(flags.get(truth));
  }

  @Override
  public Optional<Amount> of(Value number) {
    return Optional.ofNullable(numbers.get(number));
  }

  /** Notes that a number is at most another one, as the index of a loop is. */
  void bound(Value number, Optional<Amount> most) {
    most.ifPresent(amount -> numbers.put(number, amount));
  }

  /** Notes that one value is another: what a function is given, or what a loop begins with. */
  void same(Value one, Value other) {
    if (arrays.containsKey(other)) {
      arrays.put(one, arrays.get(other));
    }
    if (lengths.containsKey(other)) {
      lengths.put(one, lengths.get(other));
    }
    flag(other).ifPresent(truth -> flags.put(one, truth));
    if (made.containsKey(other)) {
      made.put(one, made.get(other));
    }
    bound(one, of(other));
  }

  /** Learns what a step makes. */
  void learn(Step step) {
    switch (step.kind()) {
      case CONSTANT -> constant((Step.Constant) step);
      case CALL -> called((Step.Call) step);
      case APPLY -> {
        Step.Apply apply = (Step.Apply) step;
        computed(apply).ifPresent(amount -> numbers.put(apply.result(), amount));
      }
      case NEW_ARRAY -> made.put(step.results().get(0), ((Step.NewArray) step).lengths());
      case ZEROS_LIKE, CLONE -> same(step.results().get(0), step.operands().get(0));
      case READ -> row((Step.Read) step);
      case WRITE, COPY, FILL, PUSH, POP, BRANCH, LOOP, WHILE, THROW -> {
        // gives no size
      }
    }
  }

  private void constant(Step.Constant constant) {
    if (constant.value() instanceof Integer number) {
      numbers.put(constant.result(), Amount.of(number));
    } else if (constant.value() instanceof Boolean flag) {
      flags.put(constant.result(), flag);
    }
  }

  private void called(Step.Call call) {
    if (call.results().size() == 1) {
      Value result = call.results().get(0);
      KernelSizes.length(call, this).ifPresent(length -> lengths.put(result, length));
      bound(result, KernelSizes.number(call, this));
    }
  }

  private void row(Step.Read read) {
    if (!read.result().type().isArray()) {
      return;
    }
    List<Value> lengths = made.getOrDefault(read.array(), List.of());
    if (lengths.size() > 1) {
      made.put(read.result(), lengths.subList(1, lengths.size()));
    } else if (arrays.containsKey(read.array())) {
      arrays.put(read.result(), arrays.get(read.array()) + "[0]");
    }
  }

  private Optional<Amount> computed(Step.Apply apply) {
    Value first = apply.operands().get(0);
    if (apply.operation() == Operations.LENGTH) {
      return length(first);
    }
    if (apply.result().type() != Type.INT || apply.operands().size() != 2) {
      return Optional.empty();
    }
    Optional<Amount> left = of(first);
    Optional<Amount> right = of(apply.operands().get(1));
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    } else if (apply.operation() == Operations.ADD) {
      return Optional.of(left.get().plus(right.get()));
    } else if (apply.operation() == Operations.SUB) {
      return Optional.of(left.get().minus(right.get()));
    }
    return apply.operation() == Operations.MUL
        ? Optional.of(left.get().times(right.get()))
        : Optional.empty();
  }
}
