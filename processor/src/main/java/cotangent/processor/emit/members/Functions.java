package cotangent.processor.emit.members;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.SourceVersion;

/** The functions of a graph as private methods of the companion. */
public final class Functions {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A function.
   *
   * @param name the name of its method
   * @param record the name of the record of its results, where there are several
   * @param components the names of that record's components
   */
  public record Entry(Graph graph, String name, String record, List<String> components) {
    public boolean returnsRecord() {
      return graph.results().size() > 1;
    }
  }

  /**
   * @param members knows the names that are taken
   */
  public Functions(List<Graph> functions, Members members) {
    for (Graph function : functions) {
      String name = members.freshName(function.name());
      String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      String record = function.results().size() > 1 ? members.freshName(capital + "Results") : "";
      entries.put(function.name(), new Entry(function, name, record, components(function)));
    }
  }

  /** Gives the name of the method of a function, or of a part of a method. */
  public String nameOf(String function) {
    Entry entry = entries.get(function);
    return entry == null ? function : entry.name();
  }

  public Entry get(String function) {
    return Objects.requireNonNull(entries.get(function));
  }

  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  private static List<String> components(Graph function) {
    List<String> components = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Value result : function.results()) {
      String name = result.name().isEmpty() ? "result" : result.name();
      name = SourceVersion.isKeyword(name) ? name + "_" : name;
      int count = counts.merge(name, 1, Integer::sum);
      components.add(count == 1 ? name : name + "_" + count);
    }
    return components;
  }
}
