package cotangent.benchmarks.acceptance;

import com.fasterxml.jackson.databind.json.JsonMapper;
import cotangent.verify.Finding;
import cotangent.verify.Gradients;
import cotangent.verify.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies the methods of a report, in a process of its own, as libraries may loop forever or exit.
 * Prints a line of JSON for each method.
 */
final class Driving {
  private static final int POINTS = 6;

  private final Map<String, List<Finding>> known = new HashMap<>();

  private Driving() {}

  /**
   * @param arguments the report, and how many of its methods are passed over
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.setErr(System.out);
    JsonMapper json = new JsonMapper();
    List<Outcome> outcomes = Outcome.read(Path.of(arguments[0]));
    Driving driving = new Driving();
    for (int i = Integer.parseInt(arguments[1]); i < outcomes.size(); i++) {
      out.println(json.writeValueAsString(driving.verdict(outcomes, i)));
      out.flush();
    }
    Runtime.getRuntime().halt(0);
  }

  private Verdict verdict(List<Outcome> outcomes, int index) {
    Outcome outcome = outcomes.get(index);
    try {
      Class<?> type = type(outcome.type());
      String name = outcome.place().name();
      List<Finding> findings =
          known.computeIfAbsent(
              type.getName() + "." + name,
              key -> Gradients.of(type).method(name).points(POINTS).report().findings());
      String method = name + number(outcomes, outcome);
      return verdict(findings.stream().filter(each -> each.method().equals(method)).toList());
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return new Verdict(Verdict.Kind.UNDRAWN, "the driver ended with " + e);
    }
  }

  /** Which of the methods of its name it is, as findings do. */
  private static String number(List<Outcome> outcomes, Outcome outcome) {
    long before =
        outcomes.stream()
            .filter(each -> each.type().equals(outcome.type()))
            .filter(each -> each.place().name().equals(outcome.place().name()))
            .filter(each -> each.place().line() < outcome.place().line())
            .count();
    return before == 0 ? "" : " " + (before + 1);
  }

  private static Verdict verdict(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.status() == Status.WRONG) {
        return new Verdict(Verdict.Kind.WRONG, finding.message() + ", at " + finding.point());
      }
    }
    int compared = findings.stream().mapToInt(Finding::compared).sum();
    return compared > 0
        ? new Verdict(Verdict.Kind.RIGHT, compared + " derivatives")
        : new Verdict(
            Verdict.Kind.UNDRAWN,
            findings.stream()
                .map(Finding::message)
                .filter(message -> !message.isEmpty())
                .findFirst()
                .orElse("nothing was found"));
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        throw e;
      }
      return type(name.substring(0, dot) + "$" + name.substring(dot + 1));
    }
  }
}
