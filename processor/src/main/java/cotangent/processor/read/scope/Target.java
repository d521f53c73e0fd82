package cotangent.processor.read.scope;

/**
 * Where a jump goes to: the end of a method, loop, switch or labelled statement, or the next
 * iteration of a loop.
 *
 * @param name what the flag is called that remembers the jump
 * @param number variables with a smaller number are still seen there
 */
public record Target(String name, int number) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
