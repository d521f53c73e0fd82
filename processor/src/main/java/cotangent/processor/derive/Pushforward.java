package cotangent.processor.derive;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;

/** Writes the steps of a region, and beside each what it does to the tangents. */
final class Pushforward {
  private final Tangents tangents;

  Pushforward(Tangents tangents) {
    this.tangents = tangents;
  }

  void steps(Region region, GraphBuilder b) {
    region.steps().forEach(step -> step(step, b));
  }

  /** Rewrites a function: the tangents of its parameters and results follow them. */
  Graph function(Graph function) {
    GraphBuilder b = new GraphBuilder();
    tangents.results(function.parameters(), function.parameters()).forEach(b::parameter);
    steps(function.body(), b);
    return new Graph(
        name(function.name()), b.yield(yields(function.body(), function.results(), b)), List.of());
  }

  private String name(String function) {
    int directions = tangents.directions();
    return function + (directions == 1 ? "Tangent" : "Tangents" + directions);
  }

  private List<Value> yields(Region region, List<Value> flow, GraphBuilder b) {
    return region.diverges() ? List.of() : tangents.with(region.yields(), flow, b);
  }

  private void step(Step step, GraphBuilder b) {
    if (step instanceof Step.Branch branch) {
      b.add(
          new Step.Branch(
              tangents.results(branch.results(), branch.results()),
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
      if (step instanceof Step.Apply apply) {
        apply(apply, b);
      } else if (step instanceof Step.Push push) {
        push(push, b);
      } else {
        memory(step, b);
      }
    }
  }

  private void apply(Step.Apply step, GraphBuilder b) {
    if (!tangents.has(step.result())) {
      return;
    }
    List<Value> results = new ArrayList<>();
    for (int d = 0; d < tangents.directions(); d++) {
      results.add(step.result().type().isArray() ? ofArray(step, d, b) : ofNumber(step, d, b));
    }
    tangents.put(step.result(), results);
  }

  /** An operation that hands on an array hands on its tangents. */
  private Value ofArray(Step.Apply step, int direction, GraphBuilder b) {
    Value[] operands =
        step.operands().stream()
            .map(v -> v.type().isArray() ? tangents.of(v).get(direction) : v)
            .toArray(Value[]::new);
    return b.apply(tangents.name(step.result(), direction), step.operation(), operands);
  }

  private Value ofNumber(Step.Apply step, int direction, GraphBuilder b) {
    Formula f = new Formula(b);
    Op op = (Op) step.operation();
    Value sum = null;
    for (int i = 0; i < step.operands().size(); i++) {
      Value operand = step.operands().get(i);
      if (op.slope(i) != Op.Slope.NONE && tangents.has(operand)) {
        Value tangent = f.convert(tangents.of(operand).get(direction), step.result().type());
        Value scaled = scaled(step, op, i, tangent, f);
        if (scaled != null) {
          sum = sum == null ? scaled : f.add(sum, scaled);
        }
      }
    }
    return sum == null ? Tangents.zero(step.result().type(), b) : sum;
  }

  /**
   * Scales a tangent by a slope. What doesn't move contributes nothing, also where the slope is
   * infinite. A quotient needs no care: where its slopes are infinite, so is itself.
   */
  private static Value scaled(Step.Apply step, Op op, int operand, Value tangent, Formula f) {
    Value scaled = op.slope(operand).scale(f, step.operands(), step.result(), tangent);
    if (scaled == null || scaled == tangent || !op.singular() || op == Operations.DIV) {
      return scaled;
    }
    Value zero = f.literal(0, tangent.type());
    return f.select(f.apply(Operations.EQ, tangent, zero), zero, scaled);
  }

  /** Does to the memory of the tangents what a step does to memory. */
  private void memory(Step step, GraphBuilder b) {
    if (step instanceof Step.Write write && tangents.has(write.array())) {
      List<Value> written = tangents.orZeros(write.value(), b);
      for (int d = 0; d < written.size(); d++) {
        b.write(tangents.of(write.array()).get(d), write.index(), written.get(d));
      }
    } else if (step instanceof Step.Fill fill && tangents.has(fill.array())) {
      List<Value> written = tangents.orZeros(fill.value(), b);
      for (int d = 0; d < written.size(); d++) {
        Value array = tangents.of(fill.array()).get(d);
        b.add(new Step.Fill(array, fill.from(), fill.to(), written.get(d), Position.NONE));
      }
    } else if (step instanceof Step.Copy copy && tangents.has(copy.target())) {
      copy(copy, b);
    } else if (step.results().stream().anyMatch(tangents::has)) {
      for (int d = 0; d < tangents.directions(); d++) {
        b.add(made(step, tangents.of(step.results().get(0)).get(d), d));
      }
    }
  }

  /** Gives the step that makes the tangent of the array or the number that a step gives. */
  private Step made(Step step, Value tangent, int d) {
    if (step instanceof Step.Constant constant) {
      return new Step.Constant(tangent, constant.value());
    } else if (step instanceof Step.NewArray array) {
      return new Step.NewArray(tangent, array.lengths(), Position.NONE);
    } else if (step instanceof Step.ZerosLike zeros) {
      return new Step.ZerosLike(tangent, zeros.array());
    } else if (step instanceof Step.Read read) {
      Value array = tangents.of(read.array()).get(d);
      return new Step.Read(tangent, array, read.index(), Position.NONE);
    } else if (step instanceof Step.Clone clone) {
      return tangents.has(clone.array())
          ? new Step.Clone(tangent, tangents.of(clone.array()).get(d), Position.NONE)
          : new Step.ZerosLike(tangent, clone.array());
    }
    throw new IllegalStateException("no tangent of " + step);
  }

  private void copy(Step.Copy copy, GraphBuilder b) {
    for (int d = 0; d < tangents.directions(); d++) {
      Value target = tangents.of(copy.target()).get(d);
      if (tangents.has(copy.source())) {
        Value source = tangents.of(copy.source()).get(d);
        b.add(new Step.Copy(source, copy.from(), target, copy.to(), copy.length(), Position.NONE));
      } else {
        new ArrayCode(b).clear(target, copy.to(), copy.length());
      }
    }
  }

  private void push(Step.Push push, GraphBuilder b) {
    if (carries(push.value())) {
      tangents
          .orZeros(push.value(), b)
          .forEach(tangent -> b.add(new Step.Push(push.tape(), tangent)));
    }
  }

  private void pop(Step.Pop pop, GraphBuilder b) {
    if (carries(pop.result())) {
      List<Value> popped = tangents.of(pop.result());
      for (int d = popped.size() - 1; d >= 0; d--) {
        b.add(new Step.Pop(popped.get(d), pop.tape()));
      }
    }
    b.add(pop);
  }

  /** Tells whether tangents follow a value on a tape: all of a type do, or none. */
  private boolean carries(Value value) {
    return value.type().isArray()
        ? tangents.has(value)
        : tangents.activity().isActiveOnTape(value.type());
  }

  private void call(Step.Call call, GraphBuilder b) {
    if (!(call.callee() instanceof Callee.Function callee)) {
      b.add(call);
      for (Value result : call.results()) {
        if (tangents.has(result)) {
          tangents.of(result).forEach(tangent -> b.add(new Step.ZerosLike(tangent, result)));
        }
      }
    } else if (!tangents.activity().isActiveFunction(callee.name())) {
      b.add(call);
    } else {
      Graph function = tangents.activity().function(callee.name());
      List<Value> operands = tangents.with(call.operands(), function.parameters(), b);
      b.add(
          new Step.Call(
              tangents.results(call.results(), function.results()),
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
    tangents.results(carried, carried).forEach(body::parameter);
    steps(loop.body(), body);
    b.add(
        new Step.Loop(
            tangents.results(loop.results(), carried),
            loop.from(),
            loop.to(),
            loop.stride(),
            tangents.with(loop.initial(), carried, b),
            body.yield(yields(loop.body(), carried, body)),
            loop.position()));
  }

  private void whileLoop(Step.While loop, GraphBuilder b) {
    GraphBuilder before = new GraphBuilder();
    tangents.results(loop.carried(), loop.carried()).forEach(before::parameter);
    steps(loop.before(), before);
    List<Value> exits = new ArrayList<>(List.of(loop.condition()));
    exits.addAll(tangents.with(loop.exits(), loop.results(), before));
    b.add(
        new Step.While(
            tangents.results(loop.results(), loop.results()),
            tangents.with(loop.initial(), loop.carried(), b),
            before.yield(exits),
            arm(loop.after(), loop.carried()),
            loop.position()));
  }
}
