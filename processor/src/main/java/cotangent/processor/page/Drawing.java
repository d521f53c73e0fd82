package cotangent.processor.page;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.page.Diagram.Box;
import cotangent.processor.page.Diagram.Kind;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the diagram of a graph, rolled up: a loop is one box, however often it runs, and so are a
 * tensor and the call of a helper from another file, such as an operation on tensors.
 */
final class Drawing {
  private final Subject subject;
  private final Words words;
  private final Diagram diagram = new Diagram();
  private final Map<Value, Box> makers = new HashMap<>();
  private final Map<Position.Call, Box> calls = new IdentityHashMap<>();
  private final Counter counter;

  /** Numbers boxes through all diagrams. */
  private static final class Counter {
    private int next;
  }

  /**
   * What is drawn.
   *
   * @param wholes for each parameter the name of the tensor that it is a part of; empty for others
   * @param isShown whether a position lies in the file that the method is in
   */
  record Subject(Graph graph, List<String> wholes, Predicate<Position> isShown) {}

  private Drawing(Subject subject, Words words, Counter counter) {
    this.subject = subject;
    this.words = words;
    this.counter = counter;
  }

  static Diagram of(Subject subject) {
    Words words = new Words();
    Region body = subject.graph.body();
    if (body.yields().size() == 1) {
      words.call(body.yields().get(0), "result");
    }
    Drawing drawing = new Drawing(subject, words, new Counter());
    drawing.beginInputs();
    drawing.steps(body);
    return drawing.diagram;
  }

  private void beginInputs() {
    Map<String, Box> tensors = new HashMap<>();
    List<Value> parameters = subject.graph.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Value parameter = parameters.get(i);
      String whole = subject.wholes.get(i);
      Box box =
          whole.isEmpty()
              ? begin(parameter, Kind.INPUT)
              : tensors.computeIfAbsent(whole, name -> box(Kind.INPUT, name, List.of()));
      makers.put(parameter, box);
    }
  }

  private Box box(Kind kind, String said, List<Diagram> inside) {
    return diagram.add(counter.next++, kind, said, inside);
  }

  private Box begin(Value value, Kind kind) {
    return box(kind, words.name(value), List.of());
  }

  private void begin(List<Value> values, Kind kind) {
    values.forEach(value -> makers.put(value, begin(value, kind)));
  }

  private void steps(Region region) {
    for (Step step : region.steps()) {
      Position.Call closed = closed(step.position());
      if (step instanceof Step.Constant constant) {
        words.inline(constant);
      } else if (closed == null) {
        add(step);
      } else {
        Box box = calls.computeIfAbsent(closed, call -> box(Kind.STEP, call.name(), List.of()));
        connect(step, box);
        step.results().forEach(result -> makers.put(result, box));
      }
    }
    region.yields().forEach(value -> use(value, begin(value, Kind.RESULT)));
  }

  /** Returns the outermost call of another file's helper around a place; null if there is none. */
  private Position.@Nullable Call closed(Position position) {
    Position.Call call = position.call();
    if (call == null || subject.isShown.test(position)) {
      return null;
    }
    while (call.at().call() != null && !subject.isShown.test(call.at())) {
      call = call.at().call();
    }
    return call;
  }

  /** Connects what a step, and all that is in it, takes from elsewhere. */
  private void connect(Step step, Box box) {
    for (Value operand : step.operands()) {
      if (makers.containsKey(operand)) {
        use(operand, box);
      }
    }
    for (Region region : step.regions()) {
      region.steps().forEach(inner -> connect(inner, box));
    }
  }

  private void add(Step step) {
    List<Diagram> inside = new ArrayList<>();
    List<Value> outside = new ArrayList<>();
    for (Region region : step.regions()) {
      inside.add(inner(region, outside));
    }
    Kind kind = inside.isEmpty() ? Kind.STEP : Kind.STRUCTURE;
    Box box = box(kind, words.of(step), inside);
    step.operands().forEach(operand -> use(operand, box));
    outside.forEach(value -> use(value, box));
    step.results().forEach(result -> makers.put(result, box));
  }

  /** Draws a region. What it uses from outside is drawn in it as well, and added to the list. */
  private Diagram inner(Region region, List<Value> outside) {
    Drawing drawing = new Drawing(subject, words, counter);
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
