package cotangent.processor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is to be said about one class, and says it in the order of the source. */
public final class Report {

  /** Puts a message before the user, at the exact place. */
  public interface Printer {
    void print(Problem.Severity severity, String message, Position position);
  }

  private record Entry(Problem problem, Position position, String message) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Set<Object> said = new HashSet<>();

  /** Adds a message; the same one at the same place is said once. */
  public void add(Problem problem, Position position, Object... arguments) {
    add(new Entry(problem, position, problem.message(arguments)));
  }

  /** Adds a refusal that was caught. */
  public void add(Refusal refusal) {
    add(new Entry(refusal.problem(), refusal.position(), refusal.getMessage()));
  }

  /** Adds all that another report has. */
  public void addAll(Report other) {
    other.entries.forEach(this::add);
  }

  private void add(Entry entry) {
    if (said.add(List.of(entry.position.handle(), entry.message))) {
      entries.add(entry);
    }
  }

  /** Counts the errors so far; more after a method was read means that the method was refused. */
  public int errors() {
    return (int)
        entries.stream()
            .filter(entry -> entry.problem.severity() == Problem.Severity.ERROR)
            .count();
  }

  /** Prints everything, sorted by position, and forgets it. */
  public void print(Printer printer) {
    entries.stream()
        .sorted(Comparator.comparing(Entry::position, Position.IN_SOURCE_ORDER))
        .forEach(entry -> printer.print(entry.problem.severity(), entry.message, entry.position));
    entries.clear();
  }
}
