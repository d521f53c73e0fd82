package cotangent.processor.page;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.page.Diagram.Box;
import cotangent.processor.page.Diagram.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the diagram of a graph, rolled up: a loop is one box, whatever the length of its run. */
final class Drawing {
  private final Words words;
  private final Diagram diagram = new Diagram();
  private final Map<Value, Box> makers = new HashMap<>();
  private final Counter counter;

  /** Numbers boxes through all diagrams. */
  private static final class Counter {
    private int next;
  }

  private Drawing(Words words, Counter counter) {
    this.words = words;
    this.counter = counter;
  }

  static Diagram of(Graph graph) {
    Words words = new Words();
    if (graph.body().yields().size() == 1) {
      words.call(graph.body().yields().get(0), "result");
    }
    Drawing drawing = new Drawing(words, new Counter());
    drawing.begin(graph.parameters(), Kind.INPUT);
    drawing.steps(graph.body());
    return drawing.diagram;
  }

  private Box begin(Value value, Kind kind) {
    return diagram.add(counter.next++, kind, words.name(value), List.of());
  }

  private void begin(List<Value> values, Kind kind) {
    values.forEach(value -> makers.put(value, begin(value, kind)));
  }

  private void steps(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Constant constant) {
        words.inline(constant);
      } else {
        add(step);
      }
    }
    region.yields().forEach(value -> use(value, begin(value, Kind.RESULT)));
  }

  private void add(Step step) {
    List<Diagram> inside = new ArrayList<>();
    List<Value> outside = new ArrayList<>();
    for (Region region : step.regions()) {
      inside.add(inner(region, outside));
    }
    Kind kind = inside.isEmpty() ? Kind.STEP : Kind.STRUCTURE;
    Box box = diagram.add(counter.next++, kind, words.of(step), inside);
    step.operands().forEach(operand -> use(operand, box));
    outside.forEach(value -> use(value, box));
    step.results().forEach(result -> makers.put(result, box));
  }

  /** Draws a region. What it uses from outside is drawn in it as well, and added to the list. */
  private Diagram inner(Region region, List<Value> outside) {
    Drawing drawing = new Drawing(words, counter);
    drawing.begin(region.parameters(), Kind.OUTSIDE);
    drawing.steps(region);
    for (Value value : drawing.makers.keySet()) {
      if (makers.containsKey(value)) {
        outside.add(value);
      }
    }
    return drawing.diagram;
  }

  private void use(Value value, Box box) {
    if (!words.isInlined(value)) {
      diagram.connect(makers.computeIfAbsent(value, unseen -> begin(unseen, Kind.OUTSIDE)), box);
    }
  }
}
