package cotangent.verify;

/** Writes a report as an HTML page: one file, no scripts. */
final class ReportPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Derivatives, verified</title>
      <style>
      body { font: 16px/1.5 sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; padding: .25rem .75rem; border-bottom: 1px solid #ddd; }
      td { vertical-align: top; }
      td.number, th.number { text-align: right; }
      .right { color: #1a6b2f; }
      .wrong { color: #b00020; font-weight: bold; }
      .not { color: #8a5a00; }
      code { white-space: pre-wrap; overflow-wrap: anywhere; }
      </style>
      """;

  private final Report report;

  ReportPage(Report report) {
    this.report = report;
  }

  String text() {
    StringBuilder html = new StringBuilder(HEAD);
    html.append("<h1>Derivatives, verified</h1>\n<p>").append(escaped(report.verdict()));
    html.append(".</p>\n<table>\n<tr><th>Class<th>Generated method<th>Verdict");
    html.append("<th class=\"number\">Points<th class=\"number\">Compared</tr>\n");
    report.findings().forEach(each -> row(each, html));
    return html.append("</table>\n</html>\n").toString();
  }

  private static void row(Finding each, StringBuilder html) {
    String word = each.status().word();
    html.append("<tr><td>").append(escaped(each.type()));
    html.append("<td><code>").append(escaped(each.generated())).append("</code>");
    html.append("<td class=\"").append(word).append("\">").append(word);
    html.append("<td class=\"number\">").append(each.points());
    html.append("<td class=\"number\">").append(each.compared()).append("</tr>\n");
    if (!each.message().isEmpty()) {
      html.append("<tr><td><td colspan=\"4\"><code>").append(escaped(each.message()));
      html.append(each.point().isEmpty() ? "" : "\nat " + escaped(each.point()));
      html.append("</code></tr>\n");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
