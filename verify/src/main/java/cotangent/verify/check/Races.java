package cotangent.verify.check;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which generated methods are still to run for long beside another thread: each once, whatever the
 * number of points, where its companion reaches what calls may share.
 */
public final class Races {
  private final boolean areNeeded;
  private final Set<String> started = ConcurrentHashMap.newKeySet();

  public Races(boolean areNeeded) {
    this.areNeeded = areNeeded;
  }

  boolean starts(String suffix) {
    return areNeeded && started.add(suffix);
  }
}
