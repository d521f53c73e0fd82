package cotangent.processor.optimise.array;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.optimise.rewrite.Rewriter;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes apart arrays of a few elements that are only accessed by constant indices: each element
 * becomes a variable, which needs no memory, no tape and no shadow.
 */
final class SmallArrays extends Rewriter {
  private final SmallArrayUses uses;
  private final Map<Region, Runnable> whenOpened = new IdentityHashMap<>();
  private final Map<Region, Runnable> whenClosed = new IdentityHashMap<>();
  private Map<Element, Value> contents = new HashMap<>();

  private record Element(Value array, int index) {}

  private SmallArrays(SmallArrayUses uses) {
    this.uses = uses;
  }

  static Graph in(Graph graph) {
    SmallArrayUses uses = new SmallArrayUses(graph);
    return uses.isEmpty() ? graph : new SmallArrays(uses).rewrite(graph);
  }

  @Override
  protected void opened(Region region) {
    whenOpened.getOrDefault(region, () -> {}).run();
  }

  @Override
  protected void closed(Region region) {
    whenClosed.getOrDefault(region, () -> {}).run();
  }

  @Override
  protected void rewrite(Step step) {
    switch (step.kind()) {
      case NEW_ARRAY, ZEROS_LIKE, CLONE, READ, WRITE, APPLY -> {
        if (!isDissolved(step)) {
          add(step);
        }
      }
      case BRANCH -> branch((Step.Branch) step);
      case LOOP -> loop((Step.Loop) step);
      case WHILE -> whileLoop((Step.While) step);
      case CONSTANT, CALL, COPY, FILL, PUSH, POP, THROW -> add(step);
    }
  }

  /** Replaces a step, where it concerns a small array. */
  private boolean isDissolved(Step step) {
    if ((step instanceof Step.NewArray || step instanceof Step.ZerosLike)
        && isSmall(step.results().get(0))) {
      make(step.results().get(0));
    } else if (step instanceof Step.ZerosLike zeros && isSmall(zeros.array())) {
      Value length = constant(Type.INT, uses.length(zeros.array()));
      add(new Step.NewArray(zeros.result(), List.of(length), zeros.position()));
    } else if (step instanceof Step.Clone clone
        && (isSmall(clone.array()) || isSmall(clone.result()))) {
      copy(clone);
    } else if (step instanceof Step.Read read && isSmall(read.array())) {
      replace(read.result(), content(element(read.array(), read.index())));
    } else if (step instanceof Step.Write write && isSmall(write.array())) {
      contents.put(element(write.array(), write.index()), write.value());
    } else if (step instanceof Step.Apply apply
        && apply.operation() == Operations.LENGTH
        && isSmall(apply.operands().get(0))) {
      replace(apply.result(), constant(Type.INT, uses.length(apply.operands().get(0))));
    } else {
      return false;
    }
    return true;
  }

  /** Rewrites a loop that never comes to its end, so that nothing is known behind it. */
  private void endless(Step loop) {
    Map<Element, Value> before = new HashMap<>(contents);
    add(inside(loop));
    contents = before;
  }

  private boolean isSmall(Value array) {
    return uses.isSmall(array);
  }

  private void make(Value array) {
    Type type = array.type().element();
    for (int i = 0; i < uses.length(array); i++) {
      contents.put(new Element(array, i), unassigned(type));
    }
  }

  private void copy(Step.Clone clone) {
    Value copy = clone.result();
    if (!isSmall(copy)) {
      Value length = constant(Type.INT, uses.length(clone.array()));
      add(new Step.NewArray(copy, List.of(length), clone.position()));
    }
    for (int i = 0; i < uses.length(clone.array()); i++) {
      Value element = element(clone, i);
      if (isSmall(copy)) {
        contents.put(new Element(copy, i), element);
      } else {
        add(new Step.Write(copy, constant(Type.INT, i), element, clone.position()));
      }
    }
  }

  /** Returns an element of the array that is cloned. */
  private Value element(Step.Clone clone, int i) {
    if (isSmall(clone.array())) {
      return content(new Element(clone.array(), i));
    }
    Value element = new Value(clone.array().type().element(), "");
    add(new Step.Read(element, clone.array(), constant(Type.INT, i), Position.NONE));
    return element;
  }

  private Element element(Value array, Value index) {
    return new Element(array, uses.index(index));
  }

  private Value content(Element element) {
    return current(Objects.requireNonNull(contents.get(element), "used before it is made"));
  }

  private void branch(Step.Branch branch) {
    boolean ends = !branch.then().diverges() || !branch.otherwise().diverges();
    List<Element> changed = ends ? changed(branch) : List.of();
    Map<Element, Value> before = contents;
    Region then = arm(branch.then(), changed, before);
    Region otherwise = arm(branch.otherwise(), changed, before);
    List<Value> results = variables(changed);
    add(
        inside(
            new Step.Branch(
                joined(branch.results(), results),
                branch.condition(),
                then,
                otherwise,
                branch.position())));
    contents = before;
    set(changed, results);
  }

  /** Returns an arm that also yields what it leaves in the elements. */
  private Region arm(Region arm, List<Element> changed, Map<Element, Value> before) {
    List<Value> left = arm.diverges() ? List.of() : variables(changed);
    Region extended = new Region(List.of(), arm.steps(), joined(arm.yields(), left));
    whenOpened.put(extended, () -> contents = new HashMap<>(before));
    whenClosed.put(extended, () -> replaceAllBy(left, changed));
    return extended;
  }

  private void loop(Step.Loop loop) {
    if (loop.body().diverges()) {
      endless(loop);
      return;
    }
    List<Element> changed = changed(loop);
    List<Value> initial = joined(loop.initial(), contentsOf(changed));
    List<Value> carried = variables(changed);
    List<Value> left = variables(changed);
    List<Value> results = variables(changed);
    Region body =
        new Region(
            joined(loop.body().parameters(), carried),
            loop.body().steps(),
            joined(loop.body().yields(), left));
    whenOpened.put(body, () -> set(changed, carried));
    whenClosed.put(body, () -> replaceAllBy(left, changed));
    add(inside(loop.carrying(joined(loop.results(), results), initial, body)));
    set(changed, results);
  }

  private void whileLoop(Step.While loop) {
    if (loop.before().diverges()) {
      endless(loop);
      return;
    }
    List<Element> changed = changed(loop);
    List<Value> initial = joined(loop.initial(), contentsOf(changed));
    List<Value> carried = variables(changed);
    List<Value> exits = variables(changed);
    List<Value> left = loop.after().diverges() ? List.of() : variables(changed);
    List<Value> results = variables(changed);
    Region before =
        new Region(
            joined(loop.carried(), carried),
            loop.before().steps(),
            joined(loop.before().yields(), exits));
    Region after = new Region(List.of(), loop.after().steps(), joined(loop.after().yields(), left));
    whenOpened.put(before, () -> set(changed, carried));
    whenOpened.put(after, () -> replaceAllBy(exits, changed));
    whenClosed.put(after, () -> replaceAllBy(left, changed));
    add(
        inside(
            new Step.While(
                joined(loop.results(), results), initial, before, after, loop.position())));
    set(changed, results);
  }

  /** Finds the elements of arrays made before that a step with regions writes to. */
  private List<Element> changed(Step step) {
    Set<Element> written = new LinkedHashSet<>();
    step.regions().forEach(region -> findWritten(region, written));
    written.retainAll(contents.keySet());
    return List.copyOf(written);
  }

  private void findWritten(Region region, Set<Element> written) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Write write && isSmall(write.array())) {
        written.add(element(write.array(), write.index()));
      }
      step.regions().forEach(inner -> findWritten(inner, written));
    }
  }

  private List<Value> contentsOf(List<Element> elements) {
    return elements.stream().map(this::content).toList();
  }

  private void set(List<Element> elements, List<Value> values) {
    for (int i = 0; i < elements.size(); i++) {
      contents.put(elements.get(i), values.get(i));
    }
  }

  /** Goes on from what the elements hold at the end of a region. */
  private void replaceAllBy(List<Value> standIns, List<Element> elements) {
    for (int i = 0; i < standIns.size(); i++) {
      replace(standIns.get(i), content(elements.get(i)));
    }
  }

  private static List<Value> variables(List<Element> elements) {
    return elements.stream().map(SmallArrays::variable).toList();
  }

  private static Value variable(Element element) {
    String array = element.array().name();
    String name = array.isEmpty() ? "" : array + element.index();
    return new Value(element.array().type().element(), name);
  }

  private static List<Value> joined(List<Value> some, List<Value> more) {
    List<Value> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
