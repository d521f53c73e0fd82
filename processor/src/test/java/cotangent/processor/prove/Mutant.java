package cotangent.processor.prove;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A method with one step spoilt, as a fault of the compiler might spoil it. */
record Mutant(Kind kind, Method method) {

  /** What is spoilt. */
  enum Kind {
    /** An operation of the slope is another one. */
    SLOPE,
    /** A number has the other sign. */
    SIGN,
    /** One of two paths that meet is lost, or a number isn't stored. */
    LOST_PATH,
    /** All that is kept of a loop goes into one place. */
    OVERWRITTEN_TAPE
  }

  private static final Map<Operation, Operation> OTHERS =
      Map.of(
          Operations.MUL, Operations.ADD,
          Operations.ADD, Operations.SUB,
          Operations.SUB, Operations.ADD,
          Operations.DIV, Operations.MUL,
          Operations.SIN, Operations.COS,
          Operations.COS, Operations.SIN,
          Operations.EXP, Operations.COS);

  /** Spoils a random step; empty where none can be spoilt that way. */
  static Optional<Mutant> of(Method method, Kind kind, Random random) {
    List<Step> candidates = new ArrayList<>();
    collect(method.graph(), kind, candidates);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Step target = candidates.get(random.nextInt(candidates.size()));
    List<Step> spoilt = spoilt(kind, target, random);
    return Optional.of(new Mutant(kind, method.with(with(method.graph(), target, spoilt))));
  }

  private static void collect(Graph graph, Kind kind, List<Step> found) {
    collect(graph.body(), kind, found);
    graph.functions().forEach(function -> collect(function, kind, found));
  }

  private static void collect(Region region, Kind kind, List<Step> found) {
    for (Step step : region.steps()) {
      if (isCandidate(kind, step)) {
        found.add(step);
      }
      step.regions().forEach(inner -> collect(inner, kind, found));
    }
  }

  private static boolean isCandidate(Kind kind, Step step) {
    boolean isReal = step instanceof Step.Apply apply && apply.result().type() == Type.DOUBLE;
    return switch (kind) {
      case SLOPE -> isReal && OTHERS.containsKey(((Step.Apply) step).operation());
      case SIGN -> isReal;
      case LOST_PATH ->
          isReal && ((Step.Apply) step).operation() == Operations.ADD
              || step instanceof Step.Write write && write.value().type() == Type.DOUBLE;
      case OVERWRITTEN_TAPE -> step instanceof Step.Write write && write.value().type().isScalar();
    };
  }

  private static List<Step> spoilt(Kind kind, Step step, Random random) {
    return switch (kind) {
      case SLOPE -> {
        Step.Apply apply = (Step.Apply) step;
        Operation other = OTHERS.get(apply.operation());
        yield List.of(new Step.Apply(apply.result(), other, apply.operands(), apply.position()));
      }
      case SIGN -> {
        Step.Apply apply = (Step.Apply) step;
        Value negative = new Value(Type.DOUBLE, "");
        yield List.of(
            new Step.Apply(negative, apply.operation(), apply.operands(), apply.position()),
            new Step.Apply(apply.result(), Operations.NEG, List.of(negative), Position.NONE));
      }
      case LOST_PATH -> {
        if (step instanceof Step.Apply apply) {
          Value kept = apply.operands().get(random.nextInt(2));
          Value zero = new Value(Type.DOUBLE, "");
          yield List.of(
              new Step.Constant(zero, 0.0),
              new Step.Apply(
                  apply.result(), Operations.ADD, List.of(kept, zero), apply.position()));
        }
        yield List.of();
      }
      case OVERWRITTEN_TAPE -> {
        Step.Write write = (Step.Write) step;
        Value first = new Value(Type.INT, "");
        yield List.of(
            new Step.Constant(first, 0),
            new Step.Write(write.array(), first, write.value(), write.position()));
      }
    };
  }

  private static Graph with(Graph graph, Step target, List<Step> spoilt) {
    List<Graph> functions =
        graph.functions().stream().map(function -> with(function, target, spoilt)).toList();
    return new Graph(graph.name(), with(graph.body(), target, spoilt), functions);
  }

  private static Region with(Region region, Step target, List<Step> spoilt) {
    List<Step> steps = new ArrayList<>();
    for (Step step : region.steps()) {
      if (step == target) {
        steps.addAll(spoilt);
      } else {
        steps.add(step.withRegions(inner -> with(inner, target, spoilt)));
      }
    }
    return new Region(region.parameters(), steps, region.yields());
  }
}
