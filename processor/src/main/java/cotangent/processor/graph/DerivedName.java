package cotangent.processor.graph;

import java.util.Arrays;

/**
 * The endings of the names of functions that are made of others, so that a function which is read
 * can be given a name that none of them will have.
 */
public enum DerivedName {
  TANGENT("Tangent"),
  /** Followed by the number of directions. */
  TANGENTS("Tangents"),
  FORWARD("Forward"),
  BACKWARD("Backward"),
  /** Some rounds of a loop that keeps what it carries at checkpoints only; a number may follow. */
  ROUNDS("Rounds"),
  /** Value and derivatives in one run. */
  AT_ONCE("Grad"),
  FIRST_RUN("FirstRun"),
  OF_RULES("OfRules");

  private final String ending;

  DerivedName(String ending) {
    this.ending = ending;
  }

  public String ending() {
    return ending;
  }

  /** Returns the name of what is made of a function. */
  public String of(String function) {
    return function + ending;
  }

  /**
   * Returns the name of the function that one may be made of: the name itself if it has no ending.
   */
  public static String origin(String name) {
    return Arrays.stream(values())
        .filter(made -> made.endsOf(name))
        .findFirst()
        .map(made -> name.substring(0, name.lastIndexOf(made.ending)))
        .orElse(name);
  }

  private boolean isNumbered() {
    return this == TANGENTS || this == ROUNDS;
  }

  private boolean endsOf(String name) {
    int at = name.lastIndexOf(ending);
    String rest = at < 0 ? name : name.substring(at + ending.length());
    return at >= 0 && (rest.isEmpty() || isNumbered() && rest.chars().allMatch(Character::isDigit));
  }
}
