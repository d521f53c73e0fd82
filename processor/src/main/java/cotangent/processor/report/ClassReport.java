package cotangent.processor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is to be said about one class, and says it in the order of the source. */
public final class ClassReport {

  /** Puts a message before the user, at the exact place. */
  public interface Printer {
    void print(Problem.Severity severity, String message, Position position);
  }

  private final List<ReportedProblem> findings = new ArrayList<>();
  private final Set<Object> said = new HashSet<>();
  private final Map<Object, Account> accounts = new LinkedHashMap<>();
  private @Nullable Account current;

  /** Adds a message; the same one at the same place is said once. */
  public void add(Problem problem, Position position, Object... arguments) {
    add(new ReportedProblem(problem, position, problem.message(arguments)));
  }

  /** Adds a refusal that was caught. */
  public void add(Refusal refusal) {
    add(new ReportedProblem(refusal.problem(), refusal.position(), refusal.getMessage()));
  }

  /** Counts what has been said so far. */
  public int size() {
    return findings.size();
  }

  /** Takes back what was said since there was so much of it. */
  public void forget(int size) {
    List<ReportedProblem> since = findings.subList(size, findings.size());
    since.forEach(finding -> said.remove(key(finding)));
    note(account -> account.forget(since));
    since.clear();
  }

  private static Object key(ReportedProblem finding) {
    Position position = finding.position();
    return List.of(position.ofUser().orElse(position).handle(), finding.message());
  }

  /** Adds what was found elsewhere. */
  public void add(ReportedProblem finding) {
    if (current != null) {
      current.hears(finding);
    } else {
      accounts.values().forEach(account -> account.hears(finding));
    }
    if (said.add(key(finding))) {
      findings.add(finding);
    }
  }

  /**
   * Carries out work on one annotated method: what is added meanwhile is about it. What is added
   * outside such work is about all of the class.
   *
   * @param position of its annotation
   */
  public <T extends @Nullable Object> T about(Object method, Position position, Supplier<T> work) {
    Account outer = current;
    current = accounts.computeIfAbsent(method, key -> new Account(key, position));
    try {
      return work.get();
    } finally {
      current = outer;
    }
  }

  /** Notes something of the method that is worked on. */
  public void note(Consumer<Account> noting) {
    if (current != null) {
      noting.accept(current);
    }
  }

  /** Notes that something in the method that is worked on is left to the compiler to reject. */
  public void leftToCompiler() {
    note(Account::isLeftToCompiler);
  }

  /**
   * Whether nothing was said of the method that is worked on, nor left to the compiler, that would
   * be a reason to leave it out.
   */
  public boolean isSilent() {
    return current != null && !current.isExplained();
  }

  /**
   * Returns where objects go where they can't be looked into, by their classes, in the method that
   * is worked on.
   */
  public Map<String, Position> lost() {
    return current == null ? Map.of() : current.lost();
  }

  /**
   * Notes the calls by which a method is reached while another one is read, the outermost first.
   */
  public void reached(Object method, List<Object> chain) {
    note(account -> account.reaches(method, chain));
  }

  /** Returns what became of the annotated methods. */
  public List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  /** Counts the errors so far; more after a method was read means that the method was refused. */
  public int errors() {
    return (int) findings.stream().filter(ReportedProblem::isError).count();
  }

  /** Prints everything, sorted by position, and forgets it. */
  public void print(Printer printer) {
    findings.stream()
        .sorted(Comparator.comparing(ReportedProblem::position, Position.IN_SOURCE_ORDER))
        .forEach(
            finding ->
                printer.print(finding.problem().severity(), finding.message(), finding.position()));
    findings.clear();
  }
}
