package cotangent.processor.host;

import cotangent.processor.read.names.Hindsight;
import cotangent.processor.report.Defects;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Report;

/** Reports where javac understood the program differently. */
public final class Doubts implements Hindsight.Listener {
  private final Defects defects;
  private final Report.Printer printer;

  public Doubts(Defects defects, Report.Printer printer) {
    this.defects = defects;
    this.printer = printer;
  }

  @Override
  public void misread(Position position, String decided, String found) {
    Report report = new Report();
    String difference = "read as " + decided + " what javac takes for " + found;
    defects.report(new IllegalStateException(difference), position, report);
    report.print(printer);
  }

  @Override
  public void givenUp(Position position, String text) {
    Report report = new Report();
    report.add(Problem.UNCERTAIN_NAME, position, text);
    report.print(printer);
  }
}
