package cotangent.processor.emit.print;

import cotangent.processor.emit.java.InfixOperators;
import cotangent.processor.emit.java.TypeText;
import java.util.ArrayList;
import java.util.List;

/** Breaks lines that are too long, where the expression is nested least. */
public final class Wrapping {
  /** The class and the method indent the body by two each. */
  private static final int ROOM = 100 - 4;

  /** A rank below those of all places at which a line may be broken. */
  private static final int LAST = 20;

  private Wrapping() {}

  /** Returns a statement as lines that are indented to a depth. */
  public static List<String> wrap(String statement, int depth) {
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

  /** Finds the last place within the width that is in the fewest parentheses and binds least. */
  private static int breakPoint(String line) {
    int best = line.length();
    int bestRank = Integer.MAX_VALUE;
    int depth = 0;
    int first = line.length() - line.stripLeading().length();
    for (int i = first; i < line.length() && width(line.substring(0, i)) < ROOM; i++) {
      i = endOfQuoted(line, TypeText.endOfName(line, i));
      char c = line.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      int rank = c == ' ' ? rank(line.substring(0, i), line.substring(i + 1)) : LAST;
      if (rank < LAST && LAST * depth + rank <= bestRank) {
        best = i;
        bestRank = LAST * depth + rank;
      }
    }
    return best;
  }

  /** Returns the last place of the text that begins at a place, or that place. */
  private static int endOfQuoted(String line, int start) {
    char quote = line.charAt(start);
    if (quote != '"' && quote != '\'') {
      return start;
    }
    int end = start + 1;
    while (end < line.length() && line.charAt(end) != quote) {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    return end < line.length() ? end : start;
  }

  /**
   * Ranks a place between two words: lines are broken after commas and before operators, those that
   * bind least first.
   */
  private static int rank(String before, String after) {
    if (before.endsWith(",") || before.endsWith(";")) {
      return 0;
    } else if (after.startsWith("? ") || after.startsWith(": ")) {
      return 1;
    }
    String token = after.substring(0, Math.max(0, after.indexOf(' ')));
    if (InfixOperators.isInfix(token)) {
      return 1 + InfixOperators.precedence(token);
    }
    return before.endsWith(" =") ? LAST - 1 : LAST;
  }
}
