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
    if (isOfUser(position)) {
      String needed =
          about.map(account -> needed(new CallChains(trees).to(position, account))).orElse("");
      printer.print(severity, message + needed, position);
    } else {
      Position annotated = about.map(Account::position).orElse(position);
      Optional<Position> call = position.path().stream().filter(NeededBy::isOfUser).findFirst();
      printer.print(severity, message, call.orElse(annotated));
    }
  }

  /** Whether a place says something to users: source of libraries doesn't. */
  private static boolean isOfUser(Position position) {
    return !position.isOfTensors() && !position.isRetold();
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
