package cotangent.processor.read.object;

/**
 * What becomes of calls that are handed objects of the method, but no numbers, where they can't be
 * read. To leave them as they are keeps the objects as in the source, so it is tried last: it may
 * be that it wasn't known yet how these are held.
 */
public final class LeftCalls {
  private boolean isMissed;
  private boolean isAllowed;

  /** Whether such calls are left as they are. */
  public boolean isAllowed() {
    return isAllowed;
  }

  /** Notes that one couldn't be read. */
  public void miss() {
    isMissed = true;
  }

  /** Lets them be left as they are; returns whether that makes a difference. */
  public boolean allow() {
    boolean isNew = isMissed && !isAllowed;
    isAllowed |= isNew;
    return isNew;
  }
}
