package cotangent.processor.host;

import com.sun.source.util.Trees;
import cotangent.processor.read.names.Place;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem.Severity;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Prints messages with the caret on the exact expression. */
public final class TreePrinter implements ClassReport.Printer {
  private final Trees trees;
  private final Messager messager;

  public TreePrinter(Trees trees, Messager messager) {
    this.trees = trees;
    this.messager = messager;
  }

  @Override
  public void print(Severity severity, String message, Position position) {
    Diagnostic.Kind kind =
        severity == Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
    if (!(position.handle() instanceof Place place)) {
      messager.printMessage(kind, message);
    } else if (severity == Severity.ERROR || !Suppression.covers(place, trees)) {
      trees.printMessage(kind, message, place.tree(), place.unit());
    }
  }
}
