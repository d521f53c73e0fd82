package cotangent.processor.emit;

import java.util.ArrayList;
import java.util.List;

/** Breaks comments of generated code into lines. */
final class Comments {
  /** The width of a line of a member's comment. */
  private static final int COMMENT = 93;

  private Comments() {}

  /** Breaks the text of a comment into lines. */
  static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int start = 0;
    for (String word : words(text)) {
      if (lines.length() > 0) {
        boolean fits = lines.length() - start + 1 + word.length() <= COMMENT;
        lines.append(fits ? ' ' : '\n');
        start = fits ? start : lines.length();
      }
      lines.append(word);
    }
    return lines.toString();
  }

  /** Splits a text at spaces, but not inside of tags in braces. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
      int opening = text.indexOf('{', space);
      int closing = text.indexOf('}', space);
      boolean isInTag = closing >= 0 && (opening < 0 || closing < opening);
      if (!isInTag) {
        words.add(text.substring(start, space));
        start = space + 1;
      }
    }
    words.add(text.substring(start));
    return words;
  }
}
