package cotangent.processor.graph;

import cotangent.Tape;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a graph on boxed numbers and Java's own arrays: the meaning of graphs, by which tests judge
 * what is made of them. It throws what Java would throw.
 */
public final class Evaluator {
  private final Map<String, Graph> functions;
  private final Surroundings surroundings;

  /** What a run meets outside the graph. */
  public interface Surroundings {
    /** Returns the result of a call of a Java member; anything for a call without one. */
    @Nullable Object call(Step.Call call, List<@Nullable Object> operands);

    /** Computes an operation. */
    default Object apply(Operation operation, List<Object> operands) {
      return operation.evaluate(operands);
    }

    /** Is told of steps, and of the elements of new arrays, beforehand. */
    default void spend(long steps) {}
  }

  /** How calls of Java members are carried out. */
  public interface Members {
    /** Returns the result; anything for a call without one. */
    @Nullable Object call(Callee.Member member, List<@Nullable Object> operands);
  }

  private Evaluator(Graph graph, Surroundings surroundings) {
    this.functions =
        graph.functions().stream().collect(Collectors.toMap(Graph::name, Function.identity()));
    this.surroundings = surroundings;
  }

  /** Runs a graph; Java members are called by reflection, which takes the public ones only. */
  public static List<@Nullable Object> run(Graph graph, List<@Nullable Object> arguments) {
    return run(graph, arguments, new ReflectiveMembers());
  }

  /**
   * Runs a graph.
   *
   * @param arguments boxed scalars, arrays and other references; arrays may be changed
   * @return the results, boxed
   */
  public static List<@Nullable Object> run(
      Graph graph, List<@Nullable Object> arguments, Members members) {
    return runIn(
        (call, operands) -> members.call((Callee.Member) call.callee(), operands),
        graph,
        arguments);
  }

  /** Calls a public Java member by reflection. */
  public static @Nullable Object member(Callee.Member member, List<@Nullable Object> operands) {
    return new ReflectiveMembers().call(member, operands);
  }

  /** Runs a graph in surroundings of one's own. */
  public static List<@Nullable Object> runIn(
      Surroundings surroundings, Graph graph, List<@Nullable Object> arguments) {
    return new Evaluator(graph, surroundings).function(graph, arguments);
  }

  private List<@Nullable Object> function(Graph graph, List<@Nullable Object> arguments) {
    if (graph.parameters().size() != arguments.size()) {
      throw new IllegalArgumentException(
          graph.name() + " takes " + graph.parameters() + ", not " + arguments);
    }
    return new Activation().region(graph.body(), arguments);
  }

  /** One call of a function: the values that it has computed so far. */
  private final class Activation {
    private final Map<Value, @Nullable Object> values = new HashMap<>();

    private List<@Nullable Object> region(Region region, List<@Nullable Object> arguments) {
      bind(region.parameters(), arguments);
      return region(region);
    }

    private List<@Nullable Object> region(Region region) {
      for (Step step : region.steps()) {
        step(step);
      }
      return all(region.yields());
    }

    private void bind(List<Value> targets, List<@Nullable Object> given) {
      for (int i = 0; i < targets.size(); i++) {
        values.put(targets.get(i), given.get(i));
      }
    }

    private List<@Nullable Object> all(List<Value> wanted) {
      @Nullable Object[] found = new @Nullable Object[wanted.size()];
      for (int i = 0; i < found.length; i++) {
        found[i] = values.get(wanted.get(i));
      }
      return Arrays.asList(found);
    }

    private Object get(Value value) {
      return Objects.requireNonNull(values.get(value));
    }

    private int number(Value value) {
      return (Integer) get(value);
    }

    private void step(Step step) {
      surroundings.spend(1);
      if (step instanceof Step.Branch branch) {
        Region arm = (Boolean) get(branch.condition()) ? branch.then() : branch.otherwise();
        bind(branch.results(), region(arm));
      } else if (step instanceof Step.Loop loop) {
        loop(loop);
      } else if (step instanceof Step.While loop) {
        whileLoop(loop);
      } else if (step instanceof Step.Call call) {
        call(call);
      } else if (step instanceof Step.Throw thrown) {
        throw Evaluator.<RuntimeException>unchecked((Throwable) get(thrown.exception()));
      } else if (step.results().isEmpty()) {
        effect(step);
      } else {
        values.put(step.results().get(0), result(step));
      }
    }

    private void loop(Step.Loop loop) {
      int to = number(loop.to());
      int i = number(loop.from());
      List<@Nullable Object> carried = all(loop.initial());
      while (loop.stride() > 0 ? i < to : i > to) {
        values.put(loop.index(), i);
        bind(loop.carried(), carried);
        carried = region(loop.body());
        i += loop.stride();
      }
      bind(loop.results(), carried);
    }

    private void whileLoop(Step.While loop) {
      List<@Nullable Object> carried = all(loop.initial());
      while (true) {
        List<@Nullable Object> tested = region(loop.before(), carried);
        if (!(Boolean) Objects.requireNonNull(tested.get(0))) {
          bind(loop.results(), tested.subList(1, tested.size()));
          return;
        }
        carried = region(loop.after());
      }
    }

    private void call(Step.Call call) {
      List<@Nullable Object> operands = all(call.operands());
      if (call.callee() instanceof Callee.Member) {
        bind(call.results(), Arrays.asList(surroundings.call(call, operands)));
      } else {
        String name = call.callee().functions().findFirst().orElseThrow();
        bind(call.results(), function(Objects.requireNonNull(functions.get(name)), operands));
      }
    }

    private @Nullable Object result(Step step) {
      if (step instanceof Step.Constant constant) {
        return constant.value();
      } else if (step instanceof Step.Apply apply) {
        return surroundings.apply(apply.operation(), all(apply.operands()));
      } else if (step instanceof Step.Read read) {
        return Array.get(get(read.array()), number(read.index()));
      } else if (step instanceof Step.NewArray array) {
        int[] lengths = array.lengths().stream().mapToInt(this::number).toArray();
        surroundings.spend(Arrays.stream(lengths).asLongStream().reduce(1, (a, b) -> a * b));
        Type element = array.result().type();
        for (int i = 0; i < lengths.length; i++) {
          element = element.element();
        }
        return Array.newInstance(JavaTypes.classOf(element), lengths);
      } else if (step instanceof Step.ZerosLike zeros) {
        return zerosLike(get(zeros.array()));
      } else if (step instanceof Step.Clone clone) {
        return copyOf(get(clone.array()));
      }
      Step.Pop pop = (Step.Pop) step;
      return pop((Tape) get(pop.tape()), pop.result().type());
    }

    private void effect(Step step) {
      if (step instanceof Step.Write write) {
        Array.set(get(write.array()), number(write.index()), values.get(write.value()));
      } else if (step instanceof Step.Copy copy) {
        System.arraycopy(
            get(copy.source()),
            number(copy.from()),
            get(copy.target()),
            number(copy.to()),
            number(copy.length()));
      } else if (step instanceof Step.Fill fill) {
        fill(fill);
      } else {
        Step.Push push = (Step.Push) step;
        push((Tape) get(push.tape()), values.get(push.value()));
      }
    }

    private void fill(Step.Fill step) {
      Object array = get(step.array());
      int from = number(step.from());
      int to = number(step.to());
      if (from > to) {
        throw new IllegalArgumentException("fromIndex(" + from + ") > toIndex(" + to + ")");
      } else if (from < 0 || to > Array.getLength(array)) {
        throw new ArrayIndexOutOfBoundsException(from < 0 ? from : to);
      }
      for (int i = from; i < to; i++) {
        Array.set(array, i, values.get(step.value()));
      }
    }
  }

  private static Object copyOf(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  private static @Nullable Object zerosLike(@Nullable Object shape) {
    if (shape == null) {
      return null;
    }
    int length = Array.getLength(shape);
    Class<?> element = shape.getClass().getComponentType();
    Object zeros = Array.newInstance(element, length);
    for (int i = 0; element.isArray() && i < length; i++) {
      Array.set(zeros, i, zerosLike(Array.get(shape, i)));
    }
    return zeros;
  }

  private static void push(Tape tape, @Nullable Object value) {
    if (value instanceof Double number) {
      tape.push((double) number);
    } else if (value instanceof Float number) {
      tape.push((float) number);
    } else if (value instanceof Long number) {
      tape.push((long) number);
    } else if (value instanceof Boolean truth) {
      tape.push((boolean) truth);
    } else if (value instanceof Character character) {
      tape.push((int) character);
    } else if (value instanceof Number number) {
      tape.push(number.intValue());
    } else {
      tape.push(value);
    }
  }

  private static @Nullable Object pop(Tape tape, Type type) {
    if (!(type instanceof Type.Scalar scalar)) {
      return tape.popReference();
    }
    return switch (scalar) {
      case DOUBLE -> tape.popDouble();
      case FLOAT -> tape.popFloat();
      case LONG -> tape.popLong();
      case BOOLEAN -> tape.popBoolean();
      case INT -> tape.popInt();
      case CHAR -> (char) tape.popInt();
      case SHORT -> (short) tape.popInt();
      case BYTE -> (byte) tape.popInt();
    };
  }

  @SuppressWarnings("unchecked") // lets a checked exception pass as Java's own throw would
  static <E extends Throwable> RuntimeException unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
