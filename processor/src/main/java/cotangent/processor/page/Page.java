package cotangent.processor.page;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import cotangent.processor.cost.Cost;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.report.Position;
import cotangent.processor.report.Written;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the page of one annotated method: one file, with its data, its scripts and its style in
 * it.
 *
 * @param className the class of the method, as source names it
 * @param primal the method, as it was read and is differentiated
 * @param starts what its inputs begin with
 * @param file the name of its source file
 * @param source the text of that file
 * @param isShown whether a position lies in that file
 * @param companion the companion
 * @param generated the names of the methods that were generated for it
 * @param cost what its derivative costs, if that was counted
 */
public record Page(
    String className,
    Primal primal,
    Starts starts,
    String file,
    String source,
    Predicate<Position> isShown,
    Written companion,
    Collection<String> generated,
    @Nullable Cost cost) {
  /** The scripts, each after those that it imports. */
  private static final List<String> SCRIPTS =
      List.of(
          "types",
          "real",
          "whole",
          "numbers",
          "memory",
          "solving",
          "kernels",
          "foreign",
          "texts",
          "sorting",
          "declared",
          "outside",
          "rules",
          "stretches",
          "run",
          "derive",
          "words",
          "dom",
          "inputs",
          "search",
          "starts",
          "player",
          "tables",
          "groups",
          "boxes",
          "crossings",
          "far",
          "layout",
          "picture",
          "map",
          "telling",
          "memoir",
          "trouble",
          "trace",
          "descend",
          "state",
          "code",
          "controls",
          "page");

  private static final Pattern IMPORT =
      Pattern.compile("^import [^;]*;\\R", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern EXPORT = Pattern.compile("^export ", Pattern.MULTILINE);

  /** Returns the name of the page's file, without its ending. */
  public String name() {
    String overload = primal.overload() == 1 ? "" : Integer.toString(primal.overload());
    return className + "." + primal.method().name() + overload;
  }

  /** Returns the data of the page: what {@code docs/graph-format.md} describes. */
  public String json() {
    JsonStringWriter json = JsonWriter.string().object();
    writeData(json);
    return json.end().done();
  }

  private GraphJson writeData(JsonStringWriter json) {
    Graph graph = primal.method().graph();
    json.value("format", 1);
    json.value("class", className);
    json.value("method", primal.method().name());
    json.value("file", file);
    json.value("line", primal.position().line());
    json.array("derivatives", primal.derivatives().stream().map(Mode::name).sorted().toList());
    inputs(json);
    leaves(json, "outputs", primal.method().outputs());
    GraphJson graphs = new GraphJson(json, isShown);
    graphs.write("graph", graph);
    json.object("functions");
    graph.functions().forEach(function -> graphs.write(function.name(), function));
    json.end();
    graphs.writeCalls();
    if (cost != null) {
      writeCost(json, cost, graphs);
    }
    SlopesJson.write(json, graph);
    return graphs;
  }

  /** Writes what the backward half relies on: what is kept, and what is computed again. */
  private static void writeCost(JsonStringWriter json, Cost cost, GraphJson graphs) {
    json.object("cost");
    json.value("isWhole", cost.isWhole());
    json.value("operations", cost.operations().toString());
    json.value("kept", cost.kept().toString());
    json.object("keptAt");
    Map<Integer, String> kept = new TreeMap<>();
    cost.keptAt().forEach((p, bytes) -> graphs.stepsAt(p).forEach(s -> kept.put(s, "" + bytes)));
    kept.forEach((step, bytes) -> json.value(step.toString(), bytes));
    json.end();
    Set<Integer> again = new TreeSet<>();
    cost.again().forEach(place -> again.addAll(graphs.stepsAt(place)));
    json.array("again", again);
    json.end();
  }

  private void inputs(JsonStringWriter json) {
    json.array("inputs");
    List<Port> ports = primal.method().inputs();
    for (int i = 0; i < ports.size(); i++) {
      boolean isWanted = primal.wrt().contains(i);
      for (Leaf leaf : Leaf.of(ports.get(i))) {
        json.object();
        json.value("name", leaf.name());
        json.value("type", leaf.port().type().toString());
        json.value("isActive", isWanted && leaf.port().isDifferentiable());
        if (!leaf.whole().isEmpty()) {
          json.value(leaf.isTensor() ? "tensor" : "elements", leaf.whole());
        }
        String meant = leaf.isTensor() ? leaf.whole() : leaf.name();
        if (starts.shapes().containsKey(meant)) {
          json.value("shape", starts.shapes().get(meant));
        }
        if (starts.ranges().containsKey(meant)) {
          json.array("between", starts.ranges().get(meant));
        }
        json.end();
      }
    }
    json.end();
  }

  private static void leaves(JsonStringWriter json, String key, List<Port> ports) {
    json.array(key);
    for (Port port : ports) {
      for (Leaf leaf : Leaf.of(port)) {
        json.object();
        json.value("name", leaf.name());
        json.value("type", leaf.port().type().toString());
        json.end();
      }
    }
    json.end();
  }

  /**
   * A leaf with the names of the records that it is in, as Java would name it.
   *
   * @param whole the name of the tensor or the array of records that it is a part of, if it is
   */
  private record Leaf(String name, Port.Leaf port, String whole, boolean isTensor) {
    static List<Leaf> of(Port port) {
      List<Leaf> all = new ArrayList<>();
      collect("", port, "", all);
      return all;
    }

    private static void collect(String prefix, Port port, String tensor, List<Leaf> all) {
      String name = prefix + port.name();
      if (port instanceof Port.Composite composite) {
        String whole = composite.isTensor() ? name : "";
        composite.components().forEach(part -> collect(name + ".", part, whole, all));
      } else if (port instanceof Port.Elements elements) {
        elements.leaves().forEach(leaf -> all.add(new Leaf(leaf.name(), leaf, name, false)));
      } else {
        all.add(new Leaf(name, (Port.Leaf) port, tensor, !tensor.isEmpty()));
      }
    }
  }

  private Drawing.Subject drawn() {
    List<String> wholes =
        primal.method().inputs().stream()
            .flatMap(port -> Leaf.of(port).stream())
            .map(leaf -> leaf.isTensor() ? leaf.whole() : "")
            .toList();
    return new Drawing.Subject(primal.method().graph(), wholes, isShown);
  }

  /** Returns the graph as a picture. */
  public String svg() {
    return Svg.of(drawn());
  }

  /** Returns the graph in the language of Graphviz. */
  public String dot() {
    return Dot.of(drawn());
  }

  /** Returns the page itself. */
  public String html() {
    JsonStringWriter data = JsonWriter.string().object();
    GraphJson graphs = writeData(data);
    String scripts =
        "/*\n"
            + resource("dagre-LICENSE")
            + "*/\n"
            + resource("dagre.min.js")
            + scripts(SCRIPTS.get(SCRIPTS.size() - 1));
    return resource("page.html")
        .replace("{{title}}", Markup.escaped(simpleClassName() + "." + primal.method().name()))
        .replace("{{style}}", resource("page.css"))
        .replace("{{data}}", inScript(data.end().done()))
        .replace("{{texts}}", inScript(texts(graphs)))
        .replace("{{scripts}}", scripts);
  }

  /** Returns the scripts up to one of them, as one text. */
  public static String scripts(String last) {
    StringBuilder scripts = new StringBuilder();
    for (String script : SCRIPTS.subList(0, SCRIPTS.indexOf(last) + 1)) {
      String text = resource(script + ".js");
      text = EXPORT.matcher(IMPORT.matcher(text).replaceAll("")).replaceAll("");
      scripts.append("\n").append(text);
    }
    return scripts.toString();
  }

  private String simpleClassName() {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private String texts(GraphJson graphs) {
    JsonStringWriter json = JsonWriter.string().object().value("source", source);
    json.object("generated");
    new GeneratedCode(companion).write(json, generated, graphs);
    return json.end().end().done();
  }

  /** Keeps a browser from taking a piece of data for the end of the script. */
  private static String inScript(String json) {
    return json.replace("</", "<\\/").replace("<!--", "<\\!--");
  }

  static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
