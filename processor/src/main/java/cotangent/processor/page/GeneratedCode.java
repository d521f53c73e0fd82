package cotangent.processor.page;

import com.grack.nanojson.JsonStringWriter;
import cotangent.processor.report.Position;
import cotangent.processor.report.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The methods that were generated for an annotated one, cut out of the companion: overloads
 * together, each with the private methods that it calls.
 */
final class GeneratedCode {
  private static final Pattern NAME = Pattern.compile("\\bstatic [^(=]*?\\b(\\w+)\\(");
  private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\(");

  /** The lines of each member, by its name; a blank line ends a member. */
  private final Map<String, List<Integer>> members = new LinkedHashMap<>();

  private final List<String> lines;
  private final Written companion;

  GeneratedCode(Written companion) {
    this.companion = companion;
    this.lines = companion.source().lines().toList();
    int start = 0;
    for (int i = 0; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).isBlank()) {
        name(start, i);
        start = i + 1;
      }
    }
  }

  /** Notes a member by its name, if it is a method. */
  private void name(int start, int end) {
    for (int i = start; i < end; i++) {
      Matcher name = NAME.matcher(lines.get(i));
      if (lines.get(i).matches(" {2}[a-z].*") && name.find()) {
        List<Integer> member = members.computeIfAbsent(name.group(1), unseen -> new ArrayList<>());
        for (int line = start; line < end && !lines.get(line).equals("}"); line++) {
          member.add(line);
        }
        member.add(-1);
        return;
      }
    }
  }

  /**
   * Writes the methods with these names, and for each line the numbers of the steps that it
   * computes.
   */
  void write(JsonStringWriter json, Collection<String> names, GraphJson graphs) {
    for (String name : names) {
      if (members.containsKey(name)) {
        List<Integer> all = new ArrayList<>();
        collect(name, all, new HashSet<>(Set.of(name)));
        json.object(name);
        json.array("lines", all.stream().map(i -> i < 0 ? "" : lines.get(i)).toList());
        json.array("steps");
        all.forEach(i -> write(json, i < 0 ? List.of() : companion.origins(i + 1), graphs));
        json.end();
        json.end();
      }
    }
  }

  private void collect(String name, List<Integer> all, Set<String> seen) {
    List<Integer> member = members.getOrDefault(name, List.of());
    all.addAll(member);
    for (int line : member) {
      Matcher call = CALL.matcher(line < 0 ? "" : lines.get(line));
      while (call.find()) {
        if (isPrivate(call.group(1)) && seen.add(call.group(1))) {
          collect(call.group(1), all, seen);
        }
      }
    }
  }

  private boolean isPrivate(String name) {
    return members.getOrDefault(name, List.of()).stream()
        .anyMatch(line -> line >= 0 && lines.get(line).startsWith("  private static "));
  }

  /**
   * Steps whose derivative a line takes have negative numbers, those that it computes positive
   * ones.
   */
  private static void write(JsonStringWriter json, List<Position> origins, GraphJson graphs) {
    Set<Integer> steps = new TreeSet<>();
    for (Position origin : origins) {
      graphs.stepsAt(origin).forEach(step -> steps.add(origin.isMade() ? -1 - step : step));
    }
    json.array(steps);
  }
}
