package cotangent.processor.derive.reverse;

import cotangent.processor.derive.analyse.Activity;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every active array a shadow: an array of the same shape that holds the derivatives of its
 * numbers. Shadows are stored, handed on and swapped exactly as their arrays are, so that whatever
 * names an array is known by, its shadow is found the same way, and no analysis of aliases can be
 * wrong. The shadow of a tape is a tape for the cotangents of what is taken back from it.
 */
final class Shadows {
  private final Activity activity;
  private final Map<Value, Value> shadows = new HashMap<>();
  private final Map<Value, Boolean> constants = new HashMap<>();
  private final Set<Value> ones = new HashSet<>();

  Shadows(Activity activity) {
    this.activity = activity;
  }

  /** Whether a value has a shadow: an active array, or a tape that holds active numbers. */
  boolean has(Value value) {
    return value.type().isArray() ? activity.isActive(value) : activity.isActiveTape(value);
  }

  /** Returns the shadow of an array that {@link #has} one. */
  Value of(Value array) {
    Value known = shadows.get(array);
    if (known == null) {
      known = new Value(array.type(), Cotangents.name(array));
      put(array, known);
    }
    return known;
  }

  /** Whether a value is a shadow, wherever it is kept. */
  boolean isOne(Value value) {
    return ones.contains(value);
  }

  /** Notes that a shadow, or several, are kept in a value. */
  void isAlso(Value kept) {
    ones.add(kept);
  }

  /** Makes a value the shadow of an array. */
  void put(Value array, Value shadow) {
    shadows.put(array, shadow);
    ones.add(shadow);
  }

  /** Rewrites the body of a graph; the shadows of its parameters are made by the caller. */
  Region body(Region body) {
    GraphBuilder builder = new GraphBuilder();
    body.parameters().forEach(builder::parameter);
    body.steps().forEach(step -> rewrite(step, builder));
    return builder.yield(body.yields());
  }

  /** Rewrites a function: the shadows of its parameters and results follow them. */
  Graph function(Graph function) {
    GraphBuilder builder = new GraphBuilder();
    withShadows(function.parameters(), function.parameters()).forEach(builder::parameter);
    function.body().steps().forEach(step -> rewrite(step, builder));
    List<Value> results = withShadows(function.results(), function.results());
    return new Graph(function.name(), builder.yield(results), List.of());
  }

  private void rewrite(Step step, GraphBuilder b) {
    if (step instanceof Step.Branch branch) {
      List<Value> flow = branch.results();
      b.add(
          new Step.Branch(
              withShadows(flow, flow),
              branch.condition(),
              arm(branch.then(), flow),
              arm(branch.otherwise(), flow),
              branch.position()));
    } else if (step instanceof Step.Loop loop) {
      b.add(loop(loop));
    } else if (step instanceof Step.While loop) {
      b.add(whileLoop(loop));
    } else if (step instanceof Step.Pop pop && has(pop.result())) {
      b.add(new Step.Pop(of(pop.result()), pop.tape()));
      b.add(pop);
    } else if (step instanceof Step.Call call && call.callee() instanceof Callee.Function) {
      b.add(
          new Step.Call(
              withShadows(call.results(), call.results()),
              call.callee(),
              withShadows(call.operands(), call.operands()),
              call.position()));
    } else {
      b.add(step);
      if (step instanceof Step.Constant constant && constant.value() instanceof Boolean flag) {
        constants.put(constant.result(), flag);
      }
      follow(step, b);
    }
  }

  private void follow(Step step, GraphBuilder b) {
    if (step instanceof Step.Constant constant && has(constant.result())) {
      b.add(new Step.Constant(of(constant.result()), constant.value()));
    } else if (step instanceof Step.NewArray array && has(array.result())) {
      b.add(new Step.NewArray(of(array.result()), array.lengths(), Position.NONE));
    } else if (step instanceof Step.ZerosLike zeros && has(zeros.result())) {
      b.add(new Step.ZerosLike(of(zeros.result()), zeros.array()));
    } else if (step instanceof Step.Call call) {
      call.results().stream().filter(this::has).forEach(result -> b.add(ofCalled(result, call, b)));
    } else if (step instanceof Step.Clone clone && has(clone.result())) {
      b.add(
          clone.result().type().rank() == 1
              ? new Step.ZerosLike(of(clone.result()), clone.result())
              : new Step.Clone(of(clone.result()), of(clone.array()), Position.NONE));
    } else if (step instanceof Step.Apply apply && has(apply.result())) {
      b.add(
          new Step.Apply(
              of(apply.result()),
              apply.operation(),
              apply.operands().stream().map(v -> has(v) ? of(v) : v).toList(),
              Position.NONE));
    } else if (step instanceof Step.Read read && has(read.result())) {
      b.add(new Step.Read(of(read.result()), of(read.array()), read.index(), Position.NONE));
    } else if (step instanceof Step.Push push && has(push.value())) {
      b.add(new Step.Push(push.tape(), of(push.value())));
    } else if (step.results().stream().anyMatch(this::has)) {
      throw new IllegalStateException("no shadow of " + step);
    } else {
      followWrite(step, b);
    }
  }

  /** Writes arrays into the shadow of an array as they were written into the array. */
  private void followWrite(Step step, GraphBuilder b) {
    switch (step.kind()) {
      case WRITE -> write((Step.Write) step, b);
      case FILL -> fill((Step.Fill) step, b);
      case COPY -> copy((Step.Copy) step, b);
      case CONSTANT, APPLY, CALL, NEW_ARRAY, ZEROS_LIKE, CLONE, READ, PUSH, POP, THROW -> {
        // writes to no array
      }
      case BRANCH, LOOP, WHILE -> throw new IllegalStateException("no shadow of " + step);
    }
  }

  private void write(Step.Write write, GraphBuilder b) {
    if (has(write.value()) && has(write.array())) {
      b.add(new Step.Write(of(write.array()), write.index(), of(write.value()), Position.NONE));
    }
  }

  private void fill(Step.Fill fill, GraphBuilder b) {
    if (has(fill.value()) && has(fill.array())) {
      b.add(
          new Step.Fill(of(fill.array()), fill.from(), fill.to(), of(fill.value()), Position.NONE));
    }
  }

  private void copy(Step.Copy copy, GraphBuilder b) {
    if (has(copy.target()) && copy.target().type().rank() > 1) {
      b.add(
          new Step.Copy(
              of(copy.source()),
              copy.from(),
              of(copy.target()),
              copy.to(),
              copy.length(),
              Position.NONE));
    }
  }

  /**
   * The shadow of what a kernel returns is made by the length that follows from its operands, so
   * that the backward half can make it without the kernel's result.
   */
  private Step ofCalled(Value result, Step.Call call, GraphBuilder b) {
    if (!result.type().isArray()) {
      return new Step.Call(List.of(of(result)), call.callee(), call.operands(), Position.NONE);
    }
    Value length = TensorKernels.length(call, constants::get, b);
    return length == null
        ? new Step.ZerosLike(of(result), result)
        : new Step.NewArray(of(result), List.of(length), Position.NONE);
  }

  private Step loop(Step.Loop loop) {
    List<Value> flow = loop.carried();
    GraphBuilder body = new GraphBuilder();
    body.parameter(loop.index());
    withShadows(flow, flow).forEach(body::parameter);
    loop.body().steps().forEach(step -> rewrite(step, body));
    return loop.carrying(
        withShadows(loop.results(), flow),
        withShadows(loop.initial(), flow),
        body.yield(body.diverges() ? List.of() : withShadows(loop.body().yields(), flow)));
  }

  private Step whileLoop(Step.While loop) {
    GraphBuilder before = new GraphBuilder();
    withShadows(loop.carried(), loop.carried()).forEach(before::parameter);
    loop.before().steps().forEach(step -> rewrite(step, before));
    GraphBuilder after = new GraphBuilder();
    loop.after().steps().forEach(step -> rewrite(step, after));
    List<Value> exits = new ArrayList<>(List.of(loop.condition()));
    exits.addAll(withShadows(loop.exits(), loop.results()));
    return new Step.While(
        withShadows(loop.results(), loop.results()),
        withShadows(loop.initial(), loop.carried()),
        before.yield(exits),
        after.yield(
            after.diverges() ? List.of() : withShadows(loop.after().yields(), loop.carried())),
        loop.position());
  }

  private Region arm(Region region, List<Value> flow) {
    GraphBuilder builder = new GraphBuilder();
    region.steps().forEach(step -> rewrite(step, builder));
    return builder.yield(builder.diverges() ? List.of() : withShadows(region.yields(), flow));
  }

  /** Whether arrays that carry derivatives go into a call or come out of it. */
  boolean pass(Step.Call call) {
    return call.operands().stream().anyMatch(this::has)
        || call.results().stream().anyMatch(this::has);
  }

  /** Appends the shadows of those values whose counterpart in {@code flow} has one. */
  private List<Value> withShadows(List<Value> values, List<Value> flow) {
    List<Value> all = new ArrayList<>(values);
    for (int i = 0; i < values.size(); i++) {
      if (has(flow.get(i))) {
        all.add(of(values.get(i)));
      }
    }
    return all;
  }
}
