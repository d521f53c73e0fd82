package cotangent.processor.emit;

import java.util.ArrayList;
import java.util.List;

/** Puts on one line what doesn't need three, and fields on consecutive lines. */
final class TidyLines {
  private static final String FIELD = "    private ";
  private static final String OPENING = "/**";
  private static final String MIDDLE = "* ";
  private static final String CLOSING = "*/";

  /** The longest comment that has room on one line. */
  private static final int LONGEST = 86;

  private TidyLines() {}

  static String of(String source) {
    return String.join("\n", comments(fields(braces(List.of(source.split("\n", -1))))));
  }

  /** Closes empty bodies where they are opened. */
  private static List<String> braces(List<String> lines) {
    List<String> tidy = new ArrayList<>(lines.size());
    for (String line : lines) {
      int last = tidy.size() - 1;
      String text = line.stripLeading();
      if (last >= 0 && tidy.get(last).endsWith("{") && text.startsWith("}")) {
        tidy.set(last, tidy.get(last) + text);
      } else {
        tidy.add(line);
      }
    }
    return tidy;
  }

  /** Leaves out what stands between fields. */
  private static List<String> fields(List<String> lines) {
    List<String> tidy = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      boolean isBetween =
          lines.get(i).isEmpty()
              && i > 0
              && i + 1 < lines.size()
              && isField(lines.get(i - 1))
              && isField(lines.get(i + 1));
      if (!isBetween) {
        tidy.add(lines.get(i));
      }
    }
    return tidy;
  }

  private static boolean isField(String line) {
    return line.startsWith(FIELD)
        && line.endsWith(";")
        && line.indexOf('(') < 0
        && line.indexOf('=') < 0;
  }

  /** Puts short comments on one line. */
  private static List<String> comments(List<String> lines) {
    List<String> tidy = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith(OPENING) && i + 2 < lines.size()) {
        String middle = lines.get(i + 1).stripLeading();
        String closing = lines.get(i + 2).stripLeading();
        int length = middle.length() - MIDDLE.length();
        if (middle.startsWith(MIDDLE)
            && length >= 1
            && length <= LONGEST
            && closing.startsWith(CLOSING)) {
          String text = middle.substring(MIDDLE.length());
          tidy.add(lines.get(i) + " " + text + " " + closing);
          i += 2;
          continue;
        }
      }
      tidy.add(lines.get(i));
    }
    return tidy;
  }
}
