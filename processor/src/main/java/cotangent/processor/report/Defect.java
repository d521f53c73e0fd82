package cotangent.processor.report;

/** Thrown where Cotangent itself is wrong, with what helps in finding out why. */
public final class Defect extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String graph;

  /**
   * @param stage what was going on
   * @param graph the text of the graph that was worked on
   */
  public Defect(String stage, String graph, Throwable cause) {
    super(stage + ": " + cause, cause);
    this.graph = graph;
  }

  String graph() {
    return graph;
  }
}
