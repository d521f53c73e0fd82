package cotangent.processor.host;

import static java.util.stream.Collectors.joining;

import com.sun.source.util.Trees;
import cotangent.processor.report.Account;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Adds to the message about a helper which annotated method needs it: the caret is at the helper,
 * where that can't be seen.
 */
public record NeededBy(Trees trees, ClassReport report, ClassReport.Printer printer)
    implements ClassReport.Printer {

  @Override
  public void print(Severity severity, String message, Position position) {
    Optional<Account> about =
        report.accounts().stream()
            .filter(account -> isAbout(account, message, position))
            .findFirst();
    Position annotated = about.map(Account::position).orElse(position);
    Position place = position.ofUser().orElse(annotated);
    String needed =
        place.equals(position)
            ? about.map(account -> needed(new CallChains(trees).to(position, account))).orElse("")
            : "";
    printer.print(severity, message + needed, place);
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
