package cotangent.processor.host;

import static java.util.stream.Collectors.joining;

import com.sun.source.util.Trees;
import cotangent.processor.report.Account;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem.Severity;
import java.util.List;

/**
 * Adds to the message about a helper which annotated method needs it: the caret is at the helper,
 * where that can't be seen.
 */
public record NeededBy(Trees trees, ClassReport report, ClassReport.Printer printer)
    implements ClassReport.Printer {

  @Override
  public void print(Severity severity, String message, Position position) {
    Position call =
        position.path().stream().filter(each -> !each.isOfTensors()).findFirst().orElse(position);
    if (!call.equals(position)) { // the library's source says nothing to users
      printer.print(severity, message, call);
      return;
    }
    String needed =
        report.accounts().stream()
            .filter(account -> isAbout(account, message, position))
            .map(account -> needed(new CallChains(trees).to(position, account)))
            .findFirst()
            .orElse("");
    printer.print(severity, message + needed, position);
  }

  private static boolean isAbout(Account account, String message, Position position) {
    return account.findings().stream()
        .anyMatch(each -> each.message().equals(message) && each.position().equals(position));
  }

  private static String needed(List<Object> chain) {
    if (chain.size() < 2) {
      return "";
    }
    List<Object> between = chain.subList(1, chain.size() - 1);
    String through =
        between.stream().map(CallChains::simple).collect(joining(", ", ", through ", ""));
    return " Needed by "
        + CallChains.simple(chain.get(0))
        + (between.isEmpty() ? "" : through)
        + ".";
  }
}
