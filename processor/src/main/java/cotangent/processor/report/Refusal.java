package cotangent.processor.report;

/**
 * Thrown where something cannot be differentiated, and caught where reading can go on with the next
 * statement, so that all errors of a method come in one run.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final transient Position position;
  private final String message;

  public Refusal(Problem problem, Position position, Object... arguments) {
    super(null, null, false, false);
    this.problem = problem;
    this.position = position;
    this.message = problem.message(arguments);
  }

  private Refusal(Refusal found, Position position) {
    super(null, null, false, false);
    this.problem = found.problem;
    this.position = position;
    this.message = found.message;
  }

  /** Returns the same refusal of another place. */
  public Refusal at(Position place) {
    return new Refusal(this, place);
  }

  public Problem problem() {
    return problem;
  }

  public Position position() {
    return position;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
