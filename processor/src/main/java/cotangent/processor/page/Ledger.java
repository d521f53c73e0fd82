package cotangent.processor.page;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import cotangent.processor.cost.Cost;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.report.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a review reads: for each method which operations are differentiated, and what the derivative
 * takes and keeps. There are no lines and no numbers of steps in it, so that only what changes a
 * derivative changes the text; each fact has a line of its own, in alphabetical order.
 */
public final class Ledger {
  private final TreeMap<String, Page> pages = new TreeMap<>();

  /** Adds a method. */
  public void add(Page page) {
    pages.put(page.name(), page);
  }

  /** Returns the text of the file. */
  public String json() {
    JsonStringWriter json = JsonWriter.indent("  ").string().object().value("format", 1);
    json.object("methods");
    pages.forEach((name, page) -> new Entry(page).write(json, name));
    return json.end().end().done() + "\n";
  }

  /** What is written of one method. */
  private static final class Entry {
    private final Primal primal;
    private final Page page;
    private final Map<String, Integer> operations = new TreeMap<>();
    private final Map<List<Position>, String> labels = new HashMap<>();

    Entry(Page page) {
      this.page = page;
      this.primal = page.primal();
      Graph graph = primal.method().graph();
      collect(graph.body());
      graph.functions().forEach(function -> collect(function.body()));
    }

    private void collect(Region region) {
      for (Step step : region.steps()) {
        if (step instanceof Step.Apply apply && apply.result().type().isReal()) {
          operations.merge(apply.operation().name(), 1, Integer::sum);
        }
        if (!step.results().isEmpty()) {
          labels.merge(step.position().path(), label(step), Entry::clearer);
        }
        step.regions().forEach(this::collect);
      }
    }

    private static String label(Step step) {
      String name = step.results().get(0).name();
      String what = step instanceof Step.Apply apply ? apply.operation().name() : "";
      return name.isEmpty() || what.isEmpty() ? name + what : name + " = " + what;
    }

    /** Among several steps at one place, the longest label says the most. */
    private static String clearer(String one, String other) {
      return other.length() > one.length() ? other : one;
    }

    private String labelOf(Position place) {
      String label = labels.getOrDefault(place.path(), "");
      return label.isEmpty() ? "others" : label;
    }

    void write(JsonStringWriter json, String name) {
      json.object(name);
      json.array("derivatives", primal.derivatives().stream().map(Mode::name).sorted().toList());
      json.array("by", primal.wrt().stream().sorted().map(this::input).toList());
      json.object("differentiates");
      operations.forEach(json::value);
      json.end();
      Cost cost = page.cost();
      if (cost != null) {
        write(json, cost);
      }
      json.end();
    }

    private String input(int place) {
      return primal.method().inputs().get(place).name();
    }

    private void write(JsonStringWriter json, Cost cost) {
      json.value("operations", cost.operations().toString());
      json.value("kept", cost.kept().toString());
      TreeMap<String, TreeSet<String>> kept = new TreeMap<>();
      cost.keptAt()
          .forEach(
              (place, bytes) ->
                  kept.computeIfAbsent(labelOf(place), unseen -> new TreeSet<>())
                      .add(bytes.toString()));
      json.object("keptOf");
      kept.forEach((label, bytes) -> json.value(label, String.join(", ", bytes)));
      json.end();
      json.array("again", new TreeSet<>(cost.again().stream().map(this::labelOf).toList()));
    }
  }
}
