package cotangent.processor.emit.members;

import cotangent.processor.report.Position;
import cotangent.processor.report.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers which of the user's expressions each generated line computes. Where a line will end up
 * is known only when the class is written as a whole, so lines carry marks, which are taken out of
 * the text then.
 */
public final class Origins {
  private static final char OPEN = '\u0003';
  private static final char CLOSE = '\u0004';

  private final List<List<Position>> marked = new ArrayList<>();

  /** Returns the mark for a line that computes something of these places. */
  public String mark(Collection<Position> places) {
    if (places.isEmpty()) {
      return "";
    }
    marked.add(List.copyOf(places));
    return OPEN + Integer.toString(marked.size() - 1) + CLOSE;
  }

  /** Takes the marks out of a text. */
  public Written written(String text) {
    StringBuilder source = new StringBuilder();
    Map<Integer, List<Position>> origins = new HashMap<>();
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == OPEN) {
        int end = text.indexOf(CLOSE, i);
        origins.put(line, marked.get(Integer.parseInt(text.substring(i + 1, end))));
        i = end;
      } else {
        line += c == '\n' ? 1 : 0;
        source.append(c);
      }
    }
    return new Written(source.toString(), origins);
  }
}
