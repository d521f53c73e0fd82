package cotangent.processor.report;

import java.util.List;
import java.util.Map;

/**
 * The source of a generated class, and what of the user's each of its lines computes.
 *
 * @param origins by the numbers of lines, counted from 1; what a line makes of a place, such as its
 *     derivative, has that place as {@linkplain Position#isMade made}
 */
public record Written(String source, Map<Integer, List<Position>> origins) {
  public Written {
    origins = Map.copyOf(origins);
  }

  /** Returns what a line computes. */
  public List<Position> origins(int line) {
    return origins.getOrDefault(line, List.of());
  }
}
