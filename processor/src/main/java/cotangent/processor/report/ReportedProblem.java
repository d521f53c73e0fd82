package cotangent.processor.report;

/** One thing that is to be said, and where. */
public record ReportedProblem(Problem problem, Position position, String message) {

  public boolean isError() {
    return problem.severity() == Problem.Severity.ERROR;
  }
}
