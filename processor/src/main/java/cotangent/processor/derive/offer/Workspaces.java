package cotangent.processor.derive.offer;

import cotangent.processor.derive.analyse.CalledFunctions;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.op.TensorKernels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the overload of a method that takes its memory from a workspace, so that a training loop
 * allocates nothing. Arrays that leave the method stay its own.
 */
public final class Workspaces {
  private static final Type DOUBLES = Type.array(Type.DOUBLE);
  private static final Type FLOATS = Type.array(Type.FLOAT);
  private static final int MOST_DIMENSIONS = 4;

  /** The child of a workspace in which kernels work; {@link Packing} has the other one. */
  private static final int KERNELS = 1;

  private final Places places;
  private final Borrowable borrowable;
  private final RowTapes rowTapes;
  private final Series series;
  private final Map<Object, Integer> slots;
  private final Set<String> takers;
  private final Value workspace = new Value(Lending.WORKSPACE, "workspace");
  private boolean used;

  /**
   * @param body that of the graph, or of one of its functions
   * @param slots the places in the workspace that are taken
   * @param takers the functions that take a workspace
   */
  private Workspaces(Graph graph, Region body, Map<Object, Integer> slots, Set<String> takers) {
    this.slots = slots;
    this.takers = takers;
    places = new Places(body);
    Storage storage = Storage.forLending(graph, places);
    borrowable = new Borrowable(graph, body, places, storage);
    rowTapes = new RowTapes(body, places, storage, borrowable);
    series = new Series(body, places, storage, borrowable, rowTapes);
  }

  /**
   * Returns methods, and for each one that may need memory an overload that takes a workspace. That
   * a method needs none after all doesn't change what users may call: it depends on the optimiser.
   */
  public static List<Method> overloads(List<Method> methods) {
    Set<String> offering = new HashSet<>();
    List<Method> all = new ArrayList<>();
    for (Method method : methods) {
      if (mayNeedMemory(deciding(method, methods).graph())) {
        offering.add(method.name());
      }
    }
    for (Method method : methods) {
      Optional<String> target = Delegates.target(method);
      if (target.isPresent()) {
        all.add(method);
        if (offering.contains(target.get())) {
          all.add(Delegates.handingOn(method));
        }
      } else {
        all.addAll(offering.contains(method.name()) ? overloads(method) : List.of(method));
      }
    }
    return all;
  }

  /**
   * Returns the method that decides whether there is an overload: a gradient has one if the method
   * that adds it does. The arrays that it returns are never a workspace's.
   */
  private static Method deciding(Method method, List<Method> methods) {
    return methods.stream()
        .filter(other -> method.is(Mode.GRADIENT) && other.is(Mode.GRADIENT_ADDED))
        .findFirst()
        .orElse(method);
  }

  private static List<Method> overloads(Method method) {
    Map<Object, Integer> slots = new HashMap<>();
    Set<String> takers = new HashSet<>();
    List<Graph> functions = functions(method.graph(), slots, takers);
    Workspaces workspaces = new Workspaces(method.graph(), method.graph().body(), slots, takers);
    Method borrowing = workspaces.borrowing(method, functions);
    return workspaces.used
        ? List.of(Delegates.withFreshWorkspace(borrowing), borrowing)
        : List.of(method, Delegates.ignoring(method));
  }

  /**
   * Returns the functions of a graph, which take a workspace where they, or what they call, need
   * memory. Those that recur need memory of their own, since they run several times at once.
   */
  private static List<Graph> functions(
      Graph graph, Map<Object, Integer> slots, Set<String> takers) {
    Set<String> recursive = CalledFunctions.recursive(graph);
    Map<String, Graph> done = new HashMap<>();
    for (Graph function : CalledFunctions.calleesFirst(graph)) {
      if (!recursive.contains(function.name())) {
        Workspaces workspaces = new Workspaces(graph, function.body(), slots, takers);
        done.put(function.name(), workspaces.taking(function));
      }
    }
    Set<String> lending = new HashSet<>();
    for (String name : recursive) {
      if (CalledFunctions.by(graph, name).stream().anyMatch(takers::contains)) {
        lending.add(name);
      }
    }
    takers.addAll(lending);
    return graph.functions().stream()
        .map(
            function ->
                lending.contains(function.name())
                    ? Lending.function(function, new Value(Lending.WORKSPACE, "workspace"), takers)
                    : done.getOrDefault(function.name(), function))
        .toList();
  }

  private Graph taking(Graph function) {
    GraphBuilder body = new GraphBuilder();
    body.parameter(workspace);
    function.parameters().forEach(body::parameter);
    rewrite(function.body(), body);
    if (!used) {
      return function;
    }
    takers.add(function.name());
    return new Graph(function.name(), body.yield(function.results()), List.of());
  }

  /** Whether a method's steps may run more than once, or make arrays. */
  private static boolean mayNeedMemory(Graph graph) {
    return !graph.functions().isEmpty() || mayNeedMemory(graph.body());
  }

  private static boolean mayNeedMemory(Region region) {
    return region.steps().stream()
        .anyMatch(
            step ->
                step instanceof Step.Loop
                    || step instanceof Step.While
                    || step instanceof Step.NewArray made && !isDerivative(made, region)
                    || step.regions().stream().anyMatch(Workspaces::mayNeedMemory));
  }

  /** Whether an array is made to be returned as a derivative, and so is new in any case. */
  private static boolean isDerivative(Step.NewArray made, Region region) {
    return made.position().isMade() && region.yields().contains(made.result());
  }

  private Method borrowing(Method method, List<Graph> functions) {
    Graph graph = method.graph();
    GraphBuilder body = new GraphBuilder();
    body.parameter(workspace);
    graph.parameters().forEach(body::parameter);
    rewrite(graph.body(), body);
    return method.with(
        new Graph(graph.name(), body.yield(graph.results()), functions),
        Lending.taking(method.inputs()));
  }

  private void rewrite(Region region, GraphBuilder b) {
    series.beginningIn(region).forEach(array -> begin(array, b));
    for (Step step : region.steps()) {
      if (step instanceof Step.NewArray tape && rowTapes.isOutermost(tape)) {
        take(rowTapes.kind(tape), tape.lengths(), tape.result(), b);
      } else if (step instanceof Step.NewArray row && rowTapes.isRow(row)) {
        b.add(rowTapes.inPlace(row, b));
      } else if (step instanceof Step.NewArray array && borrowable.contains(array.result())) {
        borrow(array, b);
      } else if (step instanceof Step.NewArray array && series.contains(array.result())) {
        series.lend(array.result(), array.lengths().get(0), array.cleared(), b);
      } else if (step instanceof Step.NewArray tape && borrowable.isOfReferences(tape)) {
        take("references", tape.lengths(), tape.result(), b);
      } else if (step instanceof Step.ZerosLike zeros && borrowable.contains(zeros.result())) {
        borrow(zeros, b);
      } else if (step instanceof Step.Clone clone && isLent(clone.result())) {
        copy(clone, b);
      } else if (step instanceof Step.Call kernel && TensorKernels.isKernel(step)) {
        b.at(step.position());
        kernel(kernel, b);
      } else if (Lending.takes(step, takers)) {
        used = true;
        b.add(Lending.to((Step.Call) step, workspace));
      } else if (isNewTape(step)) {
        take("tape", List.of(), step.results().get(0), b);
      } else if (!rowTapes.putsRow(step)) {
        b.add(step.withRegions(this::rewritten));
      }
    }
  }

  private void borrow(Step.NewArray step, GraphBuilder b) {
    Type type = step.result().type();
    boolean mayBeLonger =
        !step.cleared() && step.position().isMade() && !borrowable.isMeasured(step.result());
    String kind = type.rank() > 1 ? kind(step) : kind((Type.Scalar) type.element(), !mayBeLonger);
    if (type.equals(DOUBLES) && !step.cleared() && !mayBeLonger) {
      kind = "exact";
    }
    if (kind == null) {
      b.add(step);
    } else if (type.rank() > 1 && !step.cleared()) {
      takeUncleared(step, b);
    } else {
      take(kind, step.lengths(), step.result(), b);
    }
  }

  private void takeUncleared(Step.NewArray step, GraphBuilder b) {
    used = true;
    List<Value> operands = new ArrayList<>(List.of(workspace, slot(step.result(), b)));
    operands.addAll(step.lengths());
    b.call(
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "cotangent.Uncleared", "array", true),
        List.of(step.result()),
        operands);
  }

  private Value slot(Value array, GraphBuilder b) {
    return b.constant(slots.computeIfAbsent(borrowable.owner(array), each -> slots.size()));
  }

  /** How an array of several dimensions is borrowed, if its rows are all of one length. */
  private static @Nullable String kind(Step.NewArray step) {
    int rank = step.lengths().size();
    Type type = step.result().type();
    return rank == type.rank() && rank <= MOST_DIMENSIONS && type.leaf() == Type.DOUBLE
        ? "zeros"
        : null;
  }

  private static @Nullable String kind(Type.Scalar element, boolean cleared) {
    return switch (element) {
      case DOUBLE -> cleared ? "zeros" : "doubles";
      case FLOAT -> cleared ? "floatZeros" : "floats";
      case INT -> cleared ? "intZeros" : "ints";
      case LONG -> cleared ? null : "longs";
      case BOOLEAN -> cleared ? "booleanZeros" : "booleans";
      default -> null;
    };
  }

  /** Lets a kernel put its result into an array of the workspace, and work there. */
  private void kernel(Step.Call kernel, GraphBuilder b) {
    List<Value> operands = new ArrayList<>(kernel.operands());
    boolean borrows = TensorKernels.borrowing(kernel).isPresent();
    if (borrows) {
      used = true;
      operands.add(0, child(b));
    }
    boolean puts = TensorKernels.putting(kernel).isPresent();
    Optional<Callee> twin = puts ? TensorKernels.putting(kernel) : TensorKernels.adding(kernel);
    Value length =
        twin.isPresent() && isLent(kernel.results().get(0))
            ? TensorKernels.length(kernel, this::constant, b)
            : null;
    if (twin.isPresent() && length != null) {
      Value result = kernel.results().get(0);
      if (series.contains(result)) {
        series.lend(result, length, !puts, b);
      } else {
        take(puts ? "exact" : "zeros", List.of(length), result, b);
      }
      operands.add(result);
      b.call(twin.get(), List.of(), operands);
    } else {
      b.call(
          borrows ? TensorKernels.borrowing(kernel).orElseThrow() : kernel.callee(),
          kernel.results(),
          operands);
    }
  }

  private boolean isLent(Value array) {
    return borrowable.contains(array) || series.contains(array);
  }

  /** Returns a workspace for kernels, whose slots are their own. */
  private Value child(GraphBuilder b) {
    Value child = new Value(Lending.WORKSPACE, "inner");
    call("cotangent.Workspace", "child", child, List.of(workspace, b.constant(KERNELS)), b);
    return child;
  }

  private @Nullable Object constant(Value value) {
    return places.definition(value) instanceof Step.Constant constant ? constant.value() : null;
  }

  private void borrow(Step.ZerosLike step, GraphBuilder b) {
    Type type = step.result().type();
    boolean isKnown = type.leaf() == Type.DOUBLE && type.rank() <= 2 || type.equals(FLOATS);
    if (isKnown) {
      take("zerosLike", List.of(step.array()), step.result(), b);
    } else {
      b.add(step);
    }
  }

  /** Copies an array into one of the workspace. */
  private void copy(Step.Clone clone, GraphBuilder b) {
    Value copy = clone.result();
    String kind = copy.type().equals(DOUBLES) ? "exact" : copyKind(copy.type());
    if (kind == null) {
      b.add(clone);
      return;
    }
    b.at(clone.position());
    Value length = b.apply(Operations.LENGTH, clone.array());
    if (series.contains(copy)) {
      series.lend(copy, length, false, b);
    } else {
      take(kind, List.of(length), copy, b);
    }
    Value zero = b.constant(0);
    b.add(new Step.Copy(clone.array(), zero, copy, zero, length, clone.position()));
  }

  private static @Nullable String copyKind(Type type) {
    return type.rank() == 1 ? kind((Type.Scalar) type.leaf(), true) : null;
  }

  /** Begins the series of an array, where the arrays before are forgotten. */
  private void begin(Value array, GraphBuilder b) {
    used = true;
    Value slot = b.constant(slots.computeIfAbsent(array, each -> slots.size()));
    call("cotangent.Workspace", "series", series.lender(array), List.of(workspace, slot), b);
  }

  private void take(String kind, List<Value> arguments, Value result, GraphBuilder b) {
    used = true;
    Value slot = result.type().isArray() ? slot(result, b) : b.constant(0);
    List<Value> operands = new ArrayList<>(List.of(workspace, slot));
    operands.addAll(arguments);
    call("cotangent.Workspace", kind, result, operands, b);
  }

  private static void call(
      String owner, String method, Value result, List<Value> operands, GraphBuilder b) {
    b.call(
        new Callee.Member(Callee.Member.Kind.METHOD, owner, method, true),
        List.of(result),
        operands);
  }

  private static boolean isNewTape(Step step) {
    return step instanceof Step.Call call
        && call.results().size() == 1
        && call.results().get(0).type().equals(Type.TAPE);
  }

  private Region rewritten(Region region) {
    GraphBuilder b = new GraphBuilder();
    region.parameters().forEach(b::parameter);
    rewrite(region, b);
    return b.yield(region.yields());
  }
}
