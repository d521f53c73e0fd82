package cotangent.processor.optimise.flow;

import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.ClassQuestions;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.optimise.rewrite.LocalArrays;
import cotangent.processor.optimise.rewrite.Memory;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.optimise.rewrite.Survey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes dead code: steps without effect whose results aren't used, carried values of loops and
 * results of branches that aren't, and writes to arrays that are never read. What is wanted is
 * found backwards from the results and effects, so values that only want each other, in a circle,
 * go as well.
 */
final class DeadCode {
  private static final Set<Type> PLAIN =
      Stream.of(
              "String",
              "Boolean",
              "Byte",
              "Short",
              "Character",
              "Integer",
              "Long",
              "Float",
              "Double")
          .map(name -> new Type.Reference("java.lang." + name))
          .collect(Collectors.toUnmodifiableSet());

  private final Graph graph;
  private final Memory memory;
  private final Places places;
  private final Map<Memory.Location, List<Step>> unreadWrites = new HashMap<>();
  private final Set<Memory.Location> readLocations = new HashSet<>();
  private final Set<Step> wantedSteps = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Value> wanted = new HashSet<>();
  private final Deque<Value> pending = new ArrayDeque<>();

  DeadCode(Survey seen) {
    this.graph = seen.graph();
    this.memory = seen.memory();
    this.places = seen.places();
  }

  Graph rewrite() {
    wantWhatIsDone(graph.body());
    graph.results().forEach(this::wantContents);
    while (!pending.isEmpty()) {
      follow(pending.pop());
    }
    Region body = kept(graph.body());
    return body == graph.body() ? graph : new Graph(graph.name(), body, graph.functions());
  }

  private void wantWhatIsDone(Region region) {
    for (Step step : region.steps()) {
      Memory.Location written = writesUnseen(step);
      if (written != null && !readLocations.contains(written)) {
        unreadWrites.computeIfAbsent(written, unused -> new ArrayList<>()).add(step);
      } else if (written != null || hasEffect(step)) {
        want(step);
      }
      for (Region inner : step.regions()) {
        wantWhatIsDone(inner);
      }
    }
  }

  /**
   * Returns the memory that a step writes to, if it belongs to this graph alone; it may still be
   * read later on.
   */
  private Memory.@Nullable Location writesUnseen(Step step) {
    Value array =
        switch (step.kind()) {
          case WRITE, FILL, COPY -> Accesses.of(step).written().get(0);
          case CALL -> TensorKernels.target(step);
          case CONSTANT, APPLY, NEW_ARRAY, ZEROS_LIKE, CLONE, READ, PUSH, POP -> null;
          case BRANCH, LOOP, WHILE, THROW -> null;
        };
    if (array == null || !isSure(step)) {
      return null;
    }
    Memory.Location location = memory.location(array);
    return memory.isOutside(location) ? null : location;
  }

  /** Whether the element that a step reads or writes certainly exists. */
  private boolean isSure(Step step) {
    return Rewriter.isMade(step)
        || (step instanceof Step.Write || step instanceof Step.Read)
            && (step.position().isChecked() && counts(step.operands().get(1))
                || isCounted(step.operands().get(1), step.operands().get(0)));
  }

  /** Whether an index is the counter of a loop over an array. */
  private boolean isCounted(Value index, Value array) {
    return places.maker(index) instanceof Step.Loop loop
        && loop.index() == index
        && loop.stride() > 0
        && places.definition(loop.from()) instanceof Step.Constant from
        && from.value() instanceof Integer first
        && first >= 0
        && places.definition(loop.to()) instanceof Step.Apply end
        && end.operation() == Operations.LENGTH
        && end.operands().get(0) == array;
  }

  /** Whether an index follows the counter of a loop that goes no further than arrays do. */
  private boolean counts(Value index) {
    Step step = places.maker(index);
    return step instanceof Step.Loop loop && loop.position().isChecked()
        || step instanceof Step.Apply apply
            && apply.position().isChecked()
            && apply.operands().stream().anyMatch(this::counts);
  }

  private boolean hasEffect(Step step) {
    return switch (step.kind()) {
      case CONSTANT, ZEROS_LIKE, BRANCH, LOOP -> false;
      case APPLY -> !Rewriter.isPure(step) && !Rewriter.isMade(step);
      case NEW_ARRAY -> mayBeNegative((Step.NewArray) step);
      case READ -> !isSure(step);
      case CLONE, WHILE -> !Rewriter.isMade(step);
      case CALL -> hasEffect((Step.Call) step);
      case WRITE, COPY, FILL, PUSH, POP, THROW -> true;
    };
  }

  private boolean mayBeNegative(Step.NewArray array) {
    return !array.position().isChecked() && !array.lengths().stream().allMatch(this::isLength);
  }

  private static boolean hasEffect(Step.Call call) {
    if (isText(call.callee())) {
      return !call.operands().stream().allMatch(operand -> isPlainText(operand.type()));
    } else if (onlyReads(call.callee()) || ClassQuestions.isOne(call)) {
      return !Rewriter.isMade(call);
    }
    return !onlyComputes(call) && !onlyKeeps(call.callee());
  }

  private static boolean onlyKeeps(Callee callee) {
    return callee instanceof Callee.Member member && member.onlyKeeps();
  }

  /** Whether a number certainly isn't negative. */
  private boolean isLength(Value value) {
    Step step = places.definition(value);
    return step instanceof Step.Constant constant
            && constant.value() instanceof Integer length
            && length >= 0
        || step instanceof Step.Apply apply && apply.operation() == Operations.LENGTH;
  }

  /** Whether a call is one of a kernel that neither changes tensors nor rejects any. */
  private static boolean onlyComputes(Step.Call call) {
    return TensorKernels.isKernel(call)
        && !call.results().isEmpty()
        && !TensorKernels.mayRefuse(call);
  }

  private static boolean onlyReads(Callee callee) {
    return callee instanceof Callee.Member member
        && (member.kind() == Callee.Member.Kind.FIELD
            || member.kind() == Callee.Member.Kind.STATIC_FIELD
            || member.kind() == Callee.Member.Kind.COMPONENT
            || member.kind() == Callee.Member.Kind.CAST
            || member.owner().equals("cotangent.Keys") && member.name().equals("changes"));
  }

  private static boolean isText(Callee callee) {
    return callee instanceof Callee.Member member
        && member.kind() == Callee.Member.Kind.CONCATENATION;
  }

  /** Whether a value becomes text without running any of the user's code. */
  private static boolean isPlainText(Type type) {
    return type.isScalar() || type.isArray() || PLAIN.contains(type);
  }

  private void want(@Nullable Step step) {
    for (Step at = step; at != null && wantedSteps.add(at); at = places.owner(places.region(at))) {
      if (at instanceof Step.Loop loop) {
        want(List.of(loop.from(), loop.to()));
      } else if (at instanceof Step.While loop) {
        want(loop.before().diverges() ? List.of() : List.of(loop.condition()));
      } else {
        want(at.operands());
      }
      wantWhatIsRead(at);
    }
  }

  private void want(List<Value> values) {
    for (Value value : values) {
      if (wanted.add(value)) {
        pending.push(value);
      }
    }
  }

  private void wantWhatIsRead(Step step) {
    for (Value array : Accesses.of(step).read()) {
      wantLocation(memory.location(array));
    }
    if (TensorKernels.isKernel(step)) {
      step.operands().stream()
          .filter(operand -> LocalArrays.reads(step, operand))
          .forEach(operand -> wantLocation(memory.location(operand)));
    } else if (step instanceof Step.ZerosLike zeros) {
      Value shape = zeros.array();
      for (Type type = shape.type(); type.rank() > 1; type = type.element()) {
        wantLocation(memory.location(shape, type));
      }
    }
  }

  /** Wants a result of the graph, and where it is an array, all that is in it. */
  private void wantContents(Value value) {
    want(List.of(value));
    for (Type type = value.type(); type.isArray(); type = type.element()) {
      wantLocation(memory.location(value, type));
    }
  }

  private void wantLocation(Memory.Location location) {
    if (readLocations.add(location)) {
      unreadWrites.getOrDefault(location, List.of()).forEach(this::want);
    }
  }

  /** Wants what a value is made of. */
  private void follow(Value value) {
    Step step = places.maker(value);
    if (step == null) {
      return;
    }
    want(step);
    if (step.regions().isEmpty()) {
      return;
    }
    for (Moves.Move move : Moves.of(step)) {
      if (move.way() == Moves.Way.HANDED_ON && move.to() == value) {
        want(List.of(move.from()));
      }
    }
  }

  private Region kept(Region region) {
    List<Step> steps = new ArrayList<>();
    boolean changed = false;
    for (Step step : region.steps()) {
      Step kept = wantedSteps.contains(step) ? kept(step) : null;
      changed |= kept != step;
      if (kept != null) {
        steps.add(kept);
      }
    }
    return changed ? new Region(region.parameters(), steps, region.yields()) : region;
  }

  private Step kept(Step whole) {
    Step step = whole.regions().isEmpty() ? whole : whole.withRegions(this::kept);
    if (step instanceof Step.Branch branch) {
      return Selection.of(branch, Selection.where(branch.results(), wanted::contains));
    } else if (step instanceof Step.Loop loop) {
      return Selection.of(loop, Selection.where(loop.carried(), wanted::contains));
    } else if (step instanceof Step.While loop) {
      return Selection.of(
          loop,
          Selection.where(loop.carried(), wanted::contains),
          Selection.where(loop.results(), wanted::contains));
    }
    return step;
  }
}
