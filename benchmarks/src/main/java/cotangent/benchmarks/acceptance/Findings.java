package cotangent.benchmarks.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came of trying one library. */
final class Findings {
  List<Candidate> candidates = List.of();

  /** So many methods of local and anonymous classes were left out. */
  int local;

  /** So many files do not compile without libraries that are optional. */
  int leftOut;

  /** What the compiler said of each candidate. */
  List<Outcome> outcomes = List.of();

  /** The methods that were compiled in the end, and what came of comparing them. */
  List<Outcome> compiled = List.of();

  List<Verdict> verdicts = List.of();

  /** Generated files with errors or warnings, and what javac says. */
  final Map<String, List<String>> bad = new TreeMap<>();

  /** Where the compiler said that the fault is its own. */
  final Set<String> defects = new TreeSet<>();

  /** What javac says of the library itself. */
  final Set<String> wrongJava = new TreeSet<>();

  /** How javac itself failed. */
  final List<String> crashes = new ArrayList<>();

  /** Processor time of the compilation, in seconds, with companions and without. */
  double with;

  double without;

  /** Processor time of the processing alone, with the default derivatives of all candidates. */
  double processing;

  boolean isClean() {
    return wrongJava.isEmpty()
        && bad.isEmpty()
        && defects.isEmpty()
        && crashes.isEmpty()
        && verdicts.stream().noneMatch(verdict -> verdict.kind() == Verdict.Kind.WRONG);
  }
}
