package cotangent.processor.emit;

/** Breaks comments of generated code into lines. */
final class Comments {
  /** The width of a line of a member's comment. */
  private static final int COMMENT = 93;

  private Comments() {}

  /** Breaks the text of a comment into lines. */
  static String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int start = 0;
    for (String word : text.split(" (?![^{]*\\})", -1)) {
      if (lines.length() > 0) {
        boolean fits = lines.length() - start + 1 + word.length() <= COMMENT;
        lines.append(fits ? ' ' : '\n');
        start = fits ? start : lines.length();
      }
      lines.append(word);
    }
    return lines.toString();
  }
}
