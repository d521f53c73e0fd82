package cotangent.processor.emit;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The functions of a graph as private methods of the companion. */
final class Functions {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A function.
   *
   * @param name the name of its method
   * @param record the name of the record of its results, where there are several
   * @param components the names of that record's components
   */
  record Entry(Graph graph, String name, String record, List<String> components) {
    boolean returnsRecord() {
      return graph.results().size() > 1;
    }
  }

  /**
   * @param taken names of members that exist already; those of the functions are added
   */
  Functions(List<Graph> functions, Set<String> taken) {
    for (Graph function : functions) {
      String name = fresh(function.name(), taken);
      String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      String record = function.results().size() > 1 ? fresh(capital + "Results", taken) : "";
      entries.put(function.name(), new Entry(function, name, record, components(function)));
    }
  }

  Entry get(String function) {
    return entries.get(function);
  }

  List<Entry> all() {
    return List.copyOf(entries.values());
  }

  private static String fresh(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private static List<String> components(Graph function) {
    List<String> components = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Value result : function.results()) {
      String name = result.name().isEmpty() ? "result" : result.name();
      int count = counts.merge(name, 1, Integer::sum);
      components.add(count == 1 ? name : name + "_" + count);
    }
    return components;
  }
}
