package cotangent.processor.derive.forward;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** Writes the steps of a region, and with each what it does to the tangents. */
final class Pushforward {
  private final List<Tangents> directions;

  Pushforward(List<Tangents> directions) {
    this.directions = directions;
  }

  void steps(Region region, GraphBuilder b) {
    region.steps().forEach(step -> step(step, b));
  }

  /** Rewrites a function: the tangents of its parameters and results follow them. */
  Graph function(Graph function) {
    if (!isActive(function.name())) {
      return function;
    }
    GraphBuilder b = new GraphBuilder();
    withTangents(function.parameters(), function.parameters()).forEach(b::parameter);
    steps(function.body(), b);
    List<Value> yields = yields(function.body(), function.results(), b);
    return new Graph(name(function.name()), b.yield(yields), List.of());
  }

  /** Whether a function carries tangents. */
  boolean isActive(String function) {
    return directions.stream().anyMatch(d -> d.activity().isActiveFunction(function));
  }

  private String name(String function) {
    return function + suffix(directions.size());
  }

  /** Returns the ending of the names of functions that carry tangents in some directions. */
  static String suffix(int directions) {
    return directions == 1
        ? DerivedName.TANGENT.ending()
        : DerivedName.TANGENTS.ending() + directions;
  }

  /** Appends the tangents of those values whose counterpart in {@code flow} has some. */
  private List<Value> withTangents(List<Value> values, List<Value> flow, GraphBuilder b) {
    List<Value> all = new ArrayList<>(values);
    directions.forEach(direction -> all.addAll(direction.of(values, flow, b)));
    return all;
  }

  private List<Value> withTangents(List<Value> results, List<Value> flow) {
    List<Value> all = new ArrayList<>(results);
    directions.forEach(direction -> all.addAll(direction.ofResults(results, flow)));
    return all;
  }

  private List<Value> yields(Region region, List<Value> flow, GraphBuilder b) {
    return region.diverges() ? List.of() : withTangents(region.yields(), flow, b);
  }

  private void step(Step step, GraphBuilder b) {
    if (step instanceof Step.Branch branch) {
      b.add(
          new Step.Branch(
              withTangents(branch.results(), branch.results()),
              branch.condition(),
              arm(branch.then(), branch.results()),
              arm(branch.otherwise(), branch.results()),
              branch.position()));
    } else if (step instanceof Step.Loop loop) {
      loop(loop, b);
    } else if (step instanceof Step.While loop) {
      whileLoop(loop, b);
    } else if (step instanceof Step.Call call) {
      call(call, b);
    } else if (step instanceof Step.Pop pop) {
      pop(pop, b);
    } else {
      b.add(step);
      directions.forEach(direction -> new PushforwardStep(direction, b).follow(step));
    }
  }

  /** Takes back what {@link PushforwardStep} pushed after the value, last first. */
  private void pop(Step.Pop pop, GraphBuilder b) {
    for (int d = directions.size() - 1; d >= 0; d--) {
      if (PushforwardStep.isOnActiveTape(pop.result(), directions.get(d))) {
        b.add(new Step.Pop(directions.get(d).of(pop.result()), pop.tape()));
      }
    }
    b.add(pop);
  }

  private void call(Step.Call call, GraphBuilder b) {
    if (call.callee() instanceof Callee.Ruled) {
      b.add(call);
      new PushforwardRule(call, directions, b).follow();
    } else if (!(call.callee() instanceof Callee.Function callee)) {
      b.add(call);
      for (Tangents direction : directions) {
        call.results().stream()
            .filter(direction::has)
            .forEach(result -> direction.put(result, b.zerosLike(direction.name(result), result)));
      }
    } else if (!isActive(callee.name())) {
      b.add(call);
    } else {
      Graph function = directions.get(0).activity().function(callee.name());
      List<Value> operands = withTangents(call.operands(), function.parameters(), b);
      b.add(
          new Step.Call(
              withTangents(call.results(), function.results()),
              new Callee.Function(name(callee.name())),
              operands,
              call.position()));
    }
  }

  private Region arm(Region region, List<Value> flow) {
    GraphBuilder b = new GraphBuilder();
    steps(region, b);
    return b.yield(yields(region, flow, b));
  }

  private void loop(Step.Loop loop, GraphBuilder b) {
    List<Value> carried = loop.carried();
    GraphBuilder body = new GraphBuilder();
    body.parameter(loop.index());
    withTangents(carried, carried).forEach(body::parameter);
    steps(loop.body(), body);
    b.add(
        loop.carrying(
            withTangents(loop.results(), carried),
            withTangents(loop.initial(), carried, b),
            body.yield(yields(loop.body(), carried, body))));
  }

  private void whileLoop(Step.While loop, GraphBuilder b) {
    GraphBuilder before = new GraphBuilder();
    withTangents(loop.carried(), loop.carried()).forEach(before::parameter);
    steps(loop.before(), before);
    List<Value> exits = new ArrayList<>(List.of(loop.condition()));
    exits.addAll(withTangents(loop.exits(), loop.results(), before));
    b.add(
        new Step.While(
            withTangents(loop.results(), loop.results()),
            withTangents(loop.initial(), loop.carried(), b),
            before.yield(exits),
            arm(loop.after(), loop.carried()),
            loop.position()));
  }
}
