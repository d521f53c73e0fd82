package cotangent.processor.host;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Defects;
import cotangent.processor.report.Position;

/** Passes events on, and shields javac from what goes wrong there. */
public final class Guarded implements TaskListener {
  private final TaskListener listener;
  private final Defects defects;
  private final ClassReport.Printer printer;

  public Guarded(TaskListener listener, Defects defects, ClassReport.Printer printer) {
    this.listener = listener;
    this.defects = defects;
    this.printer = printer;
  }

  @Override
  public void started(TaskEvent event) {
    boolean isOurs =
        event.getKind() == TaskEvent.Kind.GENERATE || event.getKind() == TaskEvent.Kind.ANALYZE;
    if (isOurs) {
      guard(() -> listener.started(event));
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      guard(() -> listener.finished(event));
    }
  }

  private void guard(Runnable action) {
    try {
      DeepStack.run(action);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      if (Defects.isJavacs(e)) {
        throw e;
      }
      ClassReport report = new ClassReport();
      defects.report(e, Position.NONE, report);
      report.print(printer);
    }
  }
}
