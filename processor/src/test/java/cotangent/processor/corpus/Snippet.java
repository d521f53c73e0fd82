package cotangent.processor.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement or a block of a random program, as text: what opens it, what is inside, what closes
 * it. A program made of these can lose any of them, which is how a failing one is made small.
 *
 * @param open the statement, or the head of a block
 * @param inside the statements of a block
 * @param close what ends a block; empty for a statement
 */
record Snippet(String open, List<Snippet> inside, String close) {
  static Snippet statement(String text) {
    return new Snippet(text, List.of(), "");
  }

  /** How many statements and blocks there are, this one included. */
  int size() {
    return 1 + inside.stream().mapToInt(Snippet::size).sum();
  }

  /**
   * The same without one part.
   *
   * @param index which, counted in order of text, from 1; this one itself is 0
   * @param unwrap whether what is inside the part stays
   */
  Snippet without(int index, boolean unwrap) {
    List<Snippet> kept = new ArrayList<>();
    int next = 1;
    for (Snippet each : inside) {
      if (index == next) {
        if (unwrap) {
          kept.addAll(each.inside);
        }
      } else if (index > next && index < next + each.size()) {
        kept.add(each.without(index - next, unwrap));
      } else {
        kept.add(each);
      }
      next += each.size();
    }
    return new Snippet(open, kept, close);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    print(text, "");
    return text.toString();
  }

  private void print(StringBuilder text, String indent) {
    text.append(indent).append(open).append('\n');
    inside.forEach(each -> each.print(text, indent + "  "));
    if (!close.isEmpty()) {
      text.append(indent).append(close).append('\n');
    }
  }
}
