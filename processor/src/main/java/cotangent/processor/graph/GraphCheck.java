package cotangent.processor.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes sure that a graph is well-formed: every value is defined once and before it is used, and
 * types and numbers of operands, yields and results agree. It runs after every stage, so that a
 * defect of the compiler ends in an internal error and never in wrong code.
 */
public final class GraphCheck {
  private final Map<String, Graph> functions;
  private final Map<Value, Scope> scopes = new HashMap<>();

  private GraphCheck(Map<String, Graph> functions) {
    this.functions = functions;
  }

  /**
   * Checks a graph and its functions.
   *
   * @return the graph
   * @throws IllegalStateException with the text of the graph where it makes no sense
   */
  public static Graph check(Graph graph) {
    Map<String, Graph> functions =
        graph.functions().stream().collect(Collectors.toMap(Graph::name, Function.identity()));
    try {
      new GraphCheck(functions).body(graph);
      for (Graph function : graph.functions()) {
        require(function.functions().isEmpty(), "functions inside of", function.name());
        new GraphCheck(functions).body(function);
      }
    } catch (Broken broken) {
      throw new IllegalStateException(broken.getMessage() + "\n" + GraphText.print(graph), broken);
    }
    return graph;
  }

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
      super(message);
    }
  }

  /** A region, while what it makes can be seen and after. */
  private static final class Scope {
    private boolean isOpen = true;
  }

  private void body(Graph graph) {
    open(graph.body());
  }

  /** Checks a region and returns its scope, which the caller closes. */
  private Scope open(Region region) {
    Scope scope = new Scope();
    for (Value parameter : region.parameters()) {
      define(parameter, scope);
    }
    int size = region.steps().size();
    for (int i = 0; i < size; i++) {
      Step step = region.steps().get(i);
      boolean last = i == size - 1;
      require(!(step instanceof Step.Throw) || last, "step after a throw", step);
      for (Value operand : step.operands()) {
        use(operand, step);
      }
      step(step);
      for (Value result : step.results()) {
        define(result, scope);
      }
    }
    for (Value yield : region.yields()) {
      use(yield, "the yields");
    }
    return scope;
  }

  private void region(Region region) {
    open(region).isOpen = false;
  }

  private void define(Value value, Scope scope) {
    require(scopes.put(value, scope) == null, "second definition of", value);
  }

  private void use(Value value, Object where) {
    Scope scope = scopes.get(value);
    if (scope == null || !scope.isOpen) {
      String fault = scope == null ? " is undefined in " : " is out of sight in ";
      throw new Broken(value + fault + where);
    }
  }

  private void step(Step step) {
    switch (step.kind()) {
      case CONSTANT -> constant((Step.Constant) step);
      case APPLY -> apply((Step.Apply) step);
      case CALL -> call((Step.Call) step);
      case BRANCH -> branch((Step.Branch) step);
      case LOOP -> loop((Step.Loop) step);
      case WHILE -> whileLoop((Step.While) step);
      case PUSH -> typed(((Step.Push) step).tape(), Type.TAPE, step);
      case POP -> typed(((Step.Pop) step).tape(), Type.TAPE, step);
      case NEW_ARRAY, ZEROS_LIKE, CLONE, READ, WRITE, COPY, FILL -> array(step);
      case THROW -> {
        // anything may be thrown
      }
    }
  }

  private void constant(Step.Constant step) {
    Object value = step.value();
    Type type = step.result().type();
    if (value == null) {
      require(!type.isScalar(), "null of a primitive type", step);
    } else if (value instanceof String) {
      typed(step.result(), Type.STRING, step);
    } else {
      require(
          type.isScalar() && ((Type.Scalar) type).box() == value.getClass(),
          "constant of another type",
          step);
    }
  }

  private void apply(Step.Apply step) {
    Type type;
    try {
      type = step.operation().type(Value.types(step.operands()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Broken(step.operation().name() + " " + e.getMessage() + ": " + step.operands());
    }
    typed(step.result(), type, step);
  }

  private void call(Step.Call step) {
    if (step.callee() instanceof Callee.Function callee) {
      Graph function = function(callee.name());
      fit(step.operands(), function.parameters(), step);
      fit(function.results(), step.results(), step);
    } else if (step.callee() instanceof Callee.Ruled ruled) {
      ruled(step, ruled);
    } else if (step.callee() instanceof Callee.Member) {
      require(step.results().size() <= 1, "a Java member has one result", step);
    } else {
      require(false, "a note of the reader's is left in", step);
    }
  }

  private Graph function(String name) {
    Graph function = functions.get(name);
    if (function == null) {
      throw new Broken("no function is named " + name);
    }
    return function;
  }

  private void ruled(Step.Call step, Callee.Ruled ruled) {
    Graph primal = function(ruled.primal());
    fit(step.operands(), primal.parameters(), step);
    fit(primal.results(), step.results(), step);
    List<Value> by = ruled.by().stream().map(step.operands()::get).toList();
    if (!ruled.pullback().isEmpty()) {
      Graph pullback = function(ruled.pullback());
      fit(joined(step.operands(), step.results(), step.results()), pullback.parameters(), step);
      fit(pullback.results(), by, step);
    }
    if (!ruled.pushforward().isEmpty()) {
      Graph pushforward = function(ruled.pushforward());
      fit(joined(step.operands(), step.results(), by), pushforward.parameters(), step);
      fit(pushforward.results(), step.results(), step);
    }
  }

  private static List<Value> joined(List<Value> first, List<Value> second, List<Value> third) {
    return Stream.of(first, second, third).flatMap(List::stream).toList();
  }

  private void branch(Step.Branch step) {
    typed(step.condition(), Type.BOOLEAN, step.condition());
    for (Region arm : step.regions()) {
      require(arm.parameters().isEmpty(), "parameters in an arm of", step.results());
      region(arm);
      arm(arm, step);
    }
  }

  private void arm(Region arm, Step.Branch step) {
    if (arm.diverges()) {
      require(arm.yields().isEmpty(), "yields after a throw in", step.results());
    } else {
      fit(arm.yields(), step.results(), "a branch");
    }
  }

  private void loop(Step.Loop step) {
    require(step.stride() != 0, "a loop that doesn't advance", step.results());
    require(!step.body().parameters().isEmpty(), "no index of the loop for", step.results());
    typed(step.from(), Type.INT, "a loop");
    typed(step.to(), Type.INT, "a loop");
    typed(step.index(), Type.INT, "a loop");
    fit(step.initial(), step.carried(), "a loop's start");
    region(step.body());
    if (!step.body().diverges()) {
      fit(step.body().yields(), step.carried(), "a loop");
    }
    fit(step.carried(), step.results(), "a loop's results");
  }

  private void whileLoop(Step.While step) {
    fit(step.initial(), step.carried(), "a loop's start");
    Scope before = open(step.before());
    if (!step.before().diverges()) {
      require(!step.before().yields().isEmpty(), "no condition of the loop for", step.results());
      typed(step.condition(), Type.BOOLEAN, "a loop's condition");
      fit(step.exits(), step.results(), "a loop's results");
    }
    require(step.after().parameters().isEmpty(), "parameters in the loop for", step.results());
    region(step.after());
    if (!step.after().diverges()) {
      fit(step.after().yields(), step.carried(), "a loop");
    }
    before.isOpen = false;
  }

  private void array(Step step) {
    if (step instanceof Step.NewArray array) {
      array.lengths().forEach(length -> typed(length, Type.INT, step));
      require(
          !array.lengths().isEmpty() && array.lengths().size() <= array.result().type().rank(),
          "number of dimensions in",
          step);
    } else if (step instanceof Step.ZerosLike zeros) {
      require(zeros.array().type().isArray(), "no array:", step);
      typed(zeros.result(), zeros.array().type(), step);
    } else if (step instanceof Step.Clone clone) {
      require(clone.array().type().isArray(), "no array:", step);
      typed(clone.result(), clone.array().type(), step);
    } else if (step instanceof Step.Read read) {
      fits(element(read.array(), read.index(), step), read.result().type(), step);
    } else if (step instanceof Step.Write write) {
      fits(write.value().type(), element(write.array(), write.index(), step), step);
    } else if (step instanceof Step.Fill fill) {
      typed(fill.to(), Type.INT, step);
      fits(fill.value().type(), element(fill.array(), fill.from(), step), step);
    } else if (step instanceof Step.Copy copy) {
      typed(copy.length(), Type.INT, step);
      fits(
          element(copy.source(), copy.from(), step), element(copy.target(), copy.to(), step), step);
    } else {
      throw new Broken("nobody checks " + step);
    }
  }

  private Type element(Value array, Value index, Step step) {
    require(array.type().isArray(), "no array:", step);
    typed(index, Type.INT, step);
    return array.type().element();
  }

  private void typed(Value value, Type type, Object where) {
    if (!value.type().equals(type)) {
      throw new Broken(value + " should be " + type + " in " + where);
    }
  }

  private void fit(List<Value> given, List<Value> wanted, Object where) {
    if (given.size() != wanted.size()) {
      throw new Broken(given + " for " + wanted + " in " + where);
    }
    for (int i = 0; i < given.size(); i++) {
      fits(given.get(i).type(), wanted.get(i).type(), where);
    }
  }

  /** References may be of a subtype, which we don't know: javac does. */
  private void fits(Type given, Type wanted, Object where) {
    boolean references =
        given instanceof Type.Reference && !wanted.isScalar()
            || wanted instanceof Type.Reference && !given.isScalar();
    if (!references && !given.equals(wanted)) {
      throw new Broken(given + " for " + wanted + " in " + where);
    }
  }

  private static void require(boolean met, String message, Object where) {
    if (!met) {
      throw new Broken(message + " " + where);
    }
  }
}
