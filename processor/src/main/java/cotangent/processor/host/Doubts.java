package cotangent.processor.host;

import cotangent.processor.read.names.Hindsight;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Defects;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;

/** Reports where javac understood the program differently. */
public final class Doubts implements Hindsight.Listener {
  private final Defects defects;
  private final ClassReport.Printer printer;
  private final boolean lombokFollows;
  private boolean isOrderBlamed;

  /**
   * @param lombokFollows whether Lombok is going to change what was read
   */
  public Doubts(Defects defects, ClassReport.Printer printer, boolean lombokFollows) {
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
    ClassReport report = new ClassReport();
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
    ClassReport report = new ClassReport();
    report.add(Problem.UNCERTAIN_NAME, position, text);
    report.print(printer);
  }

  /** Says once that the order of the processors is to blame. */
  private void blameOrder(Position position) {
    if (!isOrderBlamed) {
      isOrderBlamed = true;
      ClassReport report = new ClassReport();
      report.add(Problem.LOMBOK_LATER, position);
      report.print(printer);
    }
  }
}
