package cotangent.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells what came of verifying some methods.
 *
 * @param findings one for each generated method
 */
public record Report(List<Finding> findings) {
  /**
   * Keeps its own list.
   *
   * @param findings one for each generated method
   */
  public Report {
    findings = List.copyOf(findings);
  }

  /**
   * Puts several reports together.
   *
   * @param reports in the order in which they are to be read
   * @return a report with all findings
   */
  public static Report of(List<Report> reports) {
    List<Finding> all = new ArrayList<>();
    reports.forEach(report -> all.addAll(report.findings));
    return new Report(all);
  }

  /**
   * Returns whether anything is wrong.
   *
   * @return whether a finding is {@link Status#WRONG}
   */
  public boolean hasFailures() {
    return count(Status.WRONG) > 0;
  }

  /**
   * Returns whether every generated method was compared and agrees.
   *
   * @return whether all findings are {@link Status#RIGHT}
   */
  public boolean isComplete() {
    return count(Status.RIGHT) == findings.size();
  }

  private long count(Status status) {
    return findings.stream().filter(finding -> finding.status() == status).count();
  }

  /**
   * Sums it up in a line.
   *
   * @return such as {@code 12 generated methods of 5 methods: all right}
   */
  public String verdict() {
    long originals =
        findings.stream().map(each -> each.type() + "." + each.method()).distinct().count();
    StringBuilder text = new StringBuilder();
    text.append(number(findings.size(), "generated method"));
    text.append(" of ").append(number(originals, "annotated method")).append(": ");
    if (isComplete()) {
      return text.append(findings.isEmpty() ? "nothing to verify" : "all right").toString();
    }
    List<String> parts = new ArrayList<>();
    for (Status status : Status.values()) {
      if (count(status) > 0) {
        parts.add(count(status) + " " + status.word());
      }
    }
    return text.append(String.join(", ", parts)).toString();
  }

  private static String number(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /**
   * Writes a line for each generated method, and what is to be said of those that aren't right.
   *
   * @return text for a terminal
   */
  public String table() {
    int width = findings.stream().mapToInt(each -> name(each).length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Finding each : findings) {
      String line =
          String.format(
              Locale.ROOT,
              "%-" + Math.max(1, width) + "s  %-12s  %3d points  %6d compared",
              name(each),
              each.status().word(),
              each.points(),
              each.compared());
      text.append(line).append('\n');
    }
    findings.stream()
        .filter(each -> !each.message().isEmpty())
        .forEach(each -> explain(each, text));
    return text.toString();
  }

  private static void explain(Finding each, StringBuilder text) {
    text.append('\n').append(name(each)).append(": ").append(each.status().word()).append("\n  ");
    text.append(each.message()).append('\n');
    if (!each.point().isEmpty()) {
      text.append("  at ").append(each.point()).append('\n');
    }
  }

  private static String name(Finding each) {
    return each.type().substring(each.type().lastIndexOf('.') + 1) + "." + each.generated();
  }

  /**
   * Writes it as a page that works without a network.
   *
   * @return the text of an HTML file
   */
  public String html() {
    return new ReportPage(this).text();
  }
}
