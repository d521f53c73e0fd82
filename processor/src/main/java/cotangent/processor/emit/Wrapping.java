package cotangent.processor.emit;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines that are too long, where the expression is nested least. */
final class Wrapping {
  /** The class and the method indent the body by two each. */
  private static final int ROOM = 100 - 4;

  private Wrapping() {}

  /** Gives a statement as lines that are indented to a depth. */
  static List<String> wrap(String statement, int depth) {
    List<String> lines = new ArrayList<>();
    breakLine("  ".repeat(depth) + statement, "  ".repeat(depth + 2), lines);
    return lines;
  }

  private static void breakLine(String line, String indent, List<String> into) {
    int at = line.length();
    if (width(line) > ROOM) {
      at = breakPoint(line);
    }
    if (at >= line.length()) {
      into.add(line);
      return;
    }
    into.add(line.substring(0, at).stripTrailing());
    breakLine(indent + line.substring(at).stripLeading(), indent, into);
  }

  private static int width(String line) {
    return TypeText.plain(line).length();
  }

  /** Finds the last place in the room that is in the fewest parentheses. */
  private static int breakPoint(String line) {
    int best = line.length();
    int bestDepth = Integer.MAX_VALUE;
    int depth = 0;
    boolean isQuoted = false;
    int start = line.length() - line.stripLeading().length() + 1;
    for (int i = start; i < line.length() && width(line.substring(0, i)) < ROOM; i++) {
      char c = line.charAt(i);
      isQuoted ^= c == '"' && line.charAt(i - 1) != '\\';
      if (isQuoted) {
        continue;
      }
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (isBreak(line, i) && depth <= bestDepth) {
        best = i;
        bestDepth = depth;
      }
    }
    return best;
  }

  /** Lines are broken before operators, and after commas and the assignment. */
  private static boolean isBreak(String line, int at) {
    if (line.charAt(at) != ' ') {
      return false;
    }
    String before = line.substring(0, at);
    String after = line.substring(at + 1);
    return before.endsWith(",")
        || before.endsWith(" =")
        || after.matches("(?s)([-+*/%<>&|^?:]|[<>=!]=|&&|\\|\\||<<|>>>?) .*");
  }
}
