package cotangent.processor.emit.members;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphText;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** The functions of a graph as private methods of the companion. */
public final class PrivateMethods {
  /** The name of a result that has none. */
  public static final String RESULT = "result";

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Entry> added = new ArrayList<>();

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
   * @param known the functions that the companion has, by their text and that of all they call;
   *     those that are new are added
   */
  public PrivateMethods(List<Graph> functions, CompanionMembers members, Map<String, Entry> known) {
    Map<String, Graph> byName = new LinkedHashMap<>();
    functions.forEach(function -> byName.put(function.name(), function));
    Map<String, String> texts = new TreeMap<>();
    functions.forEach(function -> texts.put(function.name(), GraphText.print(function)));
    for (Graph function : functions) {
      String text = closure(function, byName, texts);
      Entry entry = known.get(text);
      if (entry == null) {
        entry = entry(function, members);
        known.put(text, entry);
        added.add(entry);
      }
      entries.put(function.name(), entry);
    }
  }

  private static Entry entry(Graph function, CompanionMembers members) {
    String name = members.freshName(function.name());
    String record =
        function.results().size() > 1 ? members.freshName(CamelCase.capital(name) + "Results") : "";
    return new Entry(function, name, record, components(function));
  }

  /** Returns the text of a function and of all that it calls. */
  private static String closure(
      Graph function, Map<String, Graph> functions, Map<String, String> texts) {
    Set<String> called = new TreeSet<>();
    collect(function.body(), functions, called);
    StringBuilder text = new StringBuilder(texts.get(function.name()));
    called.forEach(name -> text.append(texts.get(name)));
    return text.toString();
  }

  private static void collect(Region region, Map<String, Graph> functions, Set<String> called) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call
          && call.callee() instanceof Callee.Function function
          && called.add(function.name())) {
        collect(Objects.requireNonNull(functions.get(function.name())).body(), functions, called);
      }
      step.regions().forEach(inner -> collect(inner, functions, called));
    }
  }

  /** Returns the name of the method of a function, or of a part of a method. */
  public String nameOf(String function) {
    Entry entry = entries.get(function);
    return entry == null ? function : entry.name();
  }

  public Entry get(String function) {
    return Objects.requireNonNull(entries.get(function));
  }

  /** Returns the functions that the companion didn't have before. */
  public List<Entry> added() {
    return added;
  }

  private static List<String> components(Graph function) {
    List<String> components = new ArrayList<>();
    for (Value result : function.results()) {
      String wanted = result.name().isEmpty() ? hint(function, result) : result.name();
      String name = SourceVersion.isKeyword(wanted) ? wanted + "_" : wanted;
      for (int i = 2; components.contains(name); i++) {
        name = wanted + i;
      }
      components.add(name);
    }
    return components;
  }

  private static String hint(Graph function, Value result) {
    for (Step step : function.body().steps()) {
      if (step instanceof Step.Apply apply
          && apply.result() == result
          && apply.operation() instanceof Op op
          && !op.hint().isEmpty()) {
        return op.hint();
      }
    }
    return RESULT;
  }
}
