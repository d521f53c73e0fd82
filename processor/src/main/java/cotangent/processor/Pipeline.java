package cotangent.processor;

import cotangent.processor.read.names.Program;
import cotangent.processor.read.request.Request;
import cotangent.processor.read.request.Requests;
import cotangent.processor.report.Report;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The flow in one glance: the way from an annotated class to its companion: read, derive, optimise, emit. */
final class Pipeline {
  private final Program program;
  private final Report report;
  private final Defects defects;

  Pipeline(Program program, Report report, Defects defects) {
    this.program = program;
    this.report = report;
    this.defects = defects;
  }

  static Optional<String> companion(
      TypeElement type, CompanionName name, Program program, Report report, Defects defects) {
    return new Pipeline(program, report, defects).run(type, name);
  }

  private Optional<String> run(TypeElement type, CompanionName name) {
    List<Request> requests = Requests.of(type, program, report);
    return Optional.empty();
  }
}
