package cotangent.benchmarks.acceptance;

import cotangent.benchmarks.acceptance.Candidate.Place;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Annotates public libraries by machine, compiles them, and compares originals with companions.
 * Ends with 1 where a derivative is wrong, a generated file is bad, or the compiler has a defect.
 */
public final class Acceptance {
  private static final String ROW = "%-42s %10s %9s %9s %9s %6s %6s %8s%n";

  private final PrintStream out;

  private Acceptance(PrintStream out) {
    this.out = out;
  }

  /**
   * Tries libraries.
   *
   * @param arguments the file of libraries, the folder to work in, the class path of annotated
   *     code, the processor path, then names of libraries; all of them if there is none
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> names = List.of(arguments).subList(4, arguments.length);
    Path work = Path.of(arguments[1]).toAbsolutePath();
    Trial.Tools tools = new Trial.Tools(work, arguments[2], arguments[3]);
    Acceptance acceptance = new Acceptance(System.out);
    boolean isClean = true;
    for (Library library : Library.all(Path.of(arguments[0]))) {
      if (names.isEmpty() || names.contains(library.name())) {
        Findings findings = new Trial(library, tools).run();
        acceptance.print(library, findings);
        isClean &= findings.isClean();
      }
    }
    System.exit(isClean ? 0 : 1);
  }

  private void print(Library library, Findings findings) {
    out.printf(
        ROW, "library", "candidates", "accepted", "compared", "right", "wrong", "slow", "undrawn");
    row(library.name() + " static", findings, true);
    row(library.name() + " instance", findings, false);
    out.printf(
        "  bad generated files %d, defects %d, crashes %d, left out: %d methods of local classes, %d files that need more libraries%n",
        findings.bad.size(),
        findings.defects.size(),
        findings.crashes.size(),
        findings.local,
        findings.leftOut);
    out.printf(
        "  compiled in %.1f s, without companions in %.1f s%n", findings.with, findings.without);
    cost(findings);
    shares(findings);
    refusals(findings);
    details(findings);
    out.println();
  }

  private void row(String name, Findings findings, boolean isStatic) {
    Map<Place, Boolean> statics =
        findings.candidates.stream()
            .collect(Collectors.toMap(Candidate::place, Candidate::isStatic, (a, b) -> a));
    Map<Verdict.Kind, Integer> kinds = new HashMap<>();
    for (int i = 0; i < findings.verdicts.size(); i++) {
      if (isAbout(findings.compiled.get(i), statics, isStatic)) {
        kinds.merge(findings.verdicts.get(i).kind(), 1, Integer::sum);
      }
    }
    int right = kinds.getOrDefault(Verdict.Kind.RIGHT, 0);
    int wrong = kinds.getOrDefault(Verdict.Kind.WRONG, 0);
    out.printf(
        ROW,
        name,
        statics.values().stream().filter(each -> each == isStatic).count(),
        findings.outcomes.stream()
            .filter(each -> each.isAccepted() && isAbout(each, statics, isStatic))
            .count(),
        right + wrong,
        right,
        wrong,
        kinds.getOrDefault(Verdict.Kind.TIMEOUT, 0),
        kinds.getOrDefault(Verdict.Kind.UNDRAWN, 0));
  }

  private static boolean isAbout(Outcome outcome, Map<Place, Boolean> statics, boolean isStatic) {
    Place place = outcome.place();
    return statics.entrySet().stream()
        .anyMatch(
            each ->
                each.getValue() == isStatic
                    && each.getKey().line() == place.line()
                    && each.getKey().name().equals(place.name())
                    && place.file().endsWith("/" + each.getKey().file()));
  }

  /** What is generated where nothing but the annotation is added, and how long that takes. */
  private void cost(Findings findings) {
    long accepted = findings.outcomes.stream().filter(Outcome::isAccepted).count();
    out.printf(
        "  %s; annotations processed in %.1f s, %.3f s for each method that is accepted%n",
        Bulk.of(findings.outcomes),
        findings.processing,
        findings.processing / Math.max(1, accepted));
  }

  /** Of a library that calls others, both what users of it see and what Cotangent refuses. */
  private void shares(Findings findings) {
    long accepted = findings.outcomes.stream().filter(Outcome::isAccepted).count();
    long leaving = findings.outcomes.stream().filter(Outcome::leaves).count();
    int all = findings.candidates.size();
    out.printf(
        "  accepted %.0f %%, without %d methods that hand numbers to other libraries %.0f %%%n",
        100.0 * accepted / all, leaving, 100.0 * accepted / (all - leaving));
  }

  private void refusals(Findings findings) {
    Map<String, Integer> with = new TreeMap<>();
    Map<String, Integer> only = new TreeMap<>();
    for (Outcome outcome : findings.outcomes) {
      if (!outcome.isAccepted()) {
        List<String> errors = outcome.errors().isEmpty() ? List.of("javac") : outcome.errors();
        errors.forEach(code -> with.merge(code, 1, Integer::sum));
        if (errors.size() == 1) {
          only.merge(errors.get(0), 1, Integer::sum);
        }
      }
    }
    String text =
        with.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(
                each ->
                    each.getKey()
                        + " "
                        + each.getValue()
                        + " ("
                        + only.getOrDefault(each.getKey(), 0)
                        + ")")
            .collect(Collectors.joining(", "));
    out.println("  refused with it (only by it): " + text);
  }

  private void details(Findings findings) {
    List<String> lines = new ArrayList<>();
    findings.bad.forEach((file, said) -> lines.add("bad file " + file + ": " + said.get(0)));
    findings.defects.forEach(each -> lines.add("defect " + each));
    findings.wrongJava.stream().limit(3).forEach(each -> lines.add("javac " + each));
    findings.crashes.forEach(each -> lines.add("crash " + each));
    for (int i = 0; i < findings.verdicts.size(); i++) {
      Verdict verdict = findings.verdicts.get(i);
      if (Stream.of(Verdict.Kind.RIGHT, Verdict.Kind.UNDRAWN).noneMatch(verdict.kind()::equals)) {
        lines.add(verdict.kind() + " " + findings.compiled.get(i).place() + ": " + verdict.text());
      }
    }
    lines.forEach(line -> out.println("  " + line.replace("\n", "\n    ")));
    out.flush();
  }
}
