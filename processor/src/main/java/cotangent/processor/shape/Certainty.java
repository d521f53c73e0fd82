package cotangent.processor.shape;

import cotangent.processor.graph.Step;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which declared sizes are certain: those that were met each time that the declaration was come
 * across, on all ways that the method can take. All others have to be looked at when it runs.
 */
final class Certainty {
  /** For each declaration that was come across, what isn't certainly as it declares. */
  private final Map<Step, Set<Integer>> doubtful = new IdentityHashMap<>();

  private final boolean isAsked;
  private boolean isNone;

  /**
   * @param isAsked whether anything is declared
   */
  Certainty(boolean isAsked) {
    this.isAsked = isAsked;
  }

  /** Whether anybody wants to know. */
  boolean isAsked() {
    return isAsked;
  }

  /** Notes that a declaration was come across. */
  void see(Step declaration) {
    doubtful.computeIfAbsent(declaration, each -> new HashSet<>());
  }

  /**
   * Notes that something may not be as declared.
   *
   * @param subject its place among all that the declaration is about
   */
  void doubt(Step declaration, int subject) {
    doubtful.computeIfAbsent(declaration, each -> new HashSet<>()).add(subject);
  }

  /** Notes that there are ways which aren't followed, so that nothing is certain. */
  void lose() {
    isNone = true;
  }

  /** Whether something certainly is as declared. */
  boolean isCertain(Step declaration, int subject) {
    Set<Integer> doubts = isNone ? null : doubtful.get(declaration);
    return doubts != null && !doubts.contains(subject);
  }
}
