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
  private final boolean lombokFollows;
  private boolean isOrderBlamed;

  /**
   * @param lombokFollows whether Lombok is going to change what was read
   */
  public Doubts(Defects defects, Report.Printer printer, boolean lombokFollows) {
    this.defects = defects;
    this.printer = printer;
    this.lombokFollows = lombokFollows;
  }

  @Override
  public void misread(Position position, String decided, String found) {
    if (lombokFollows) {
      blameOrder(position);
      return;
    }
    Report report = new Report();
    String difference = "read as " + decided + " what javac takes for " + found;
    defects.report(new IllegalStateException(difference), position, report);
    report.print(printer);
  }

  @Override
  public void givenUp(Position position, String text) {
    if (lombokFollows) {
      blameOrder(position);
      return;
    }
    Report report = new Report();
    report.add(Problem.UNCERTAIN_NAME, position, text);
    report.print(printer);
  }

  /** Says once that the order of the processors is to blame. */
  private void blameOrder(Position position) {
    if (!isOrderBlamed) {
      isOrderBlamed = true;
      Report report = new Report();
      report.add(Problem.LOMBOK_LATER, position);
      report.print(printer);
    }
  }
}
