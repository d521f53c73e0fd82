package cotangent.processor.read;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Primal;
import cotangent.processor.read.call.Calls;
import cotangent.processor.read.call.Helpers;
import cotangent.processor.read.call.Inlining;
import cotangent.processor.read.expression.Fields;
import cotangent.processor.read.frame.Calling;
import cotangent.processor.read.frame.Expressions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.GeneratedMethods;
import cotangent.processor.read.frame.GivenRules;
import cotangent.processor.read.frame.Language;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.frame.Statements;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.WrongJava;
import cotangent.processor.read.request.Request;
import cotangent.processor.read.request.Requests;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/** Reads the annotated methods of a class: the entry point of this stage. */
public final class Reader {
  /** Says what reads expressions, statements and calls, which contain each other. */
  private static final Language LANGUAGE =
      new Language() {
        @Override
        public Expressions expressions(Frame frame) {
          return new ExpressionVisitor(frame);
        }

        @Override
        public Statements statements(Frame frame) {
          return new StatementVisitor(frame);
        }

        @Override
        public Calling calling(Frame frame) {
          return new Calls(frame);
        }
      };

  private final Program program;
  private final ClassReport report;
  private final GeneratedMethods generated;
  private final GivenRules rules;

  private final Function<Graph, List<Refusal>> misfits;
  private final Consumer<Primal> incomplete;

  /**
   * @param generated what the methods may call besides what there is already
   * @param rules what is known of methods that aren't looked into
   * @param misfits finds what can't be carried out, which may be why a method never returns
   * @param incomplete is given what could be read of a method that is refused, to look for what
   *     else is wrong with it
   */
  public Reader(
      Program program,
      ClassReport report,
      GeneratedMethods generated,
      GivenRules rules,
      Function<Graph, List<Refusal>> misfits,
      Consumer<Primal> incomplete) {
    this.misfits = misfits;
    this.incomplete = incomplete;
    this.generated = generated;
    this.rules = rules;
    this.program = program;
    this.report = report;
  }

  /** Returns the methods that can be differentiated; the others are reported. */
  public List<Primal> read(TypeElement type) {
    List<Primal> primals = new ArrayList<>();
    for (Request request : Requests.of(type, program, report)) {
      read(request).ifPresent(primals::add);
    }
    return primals;
  }

  /**
   * Reads one method: once to count the calls of its helpers, and where some of them are to be
   * functions, once more.
   */
  public Optional<Primal> read(Request request) {
    Readings readings = readings(request);
    int said = report.size();
    Readings.Outcome outcome = read(readings);
    Set<TypeElement> mayBeNull = conditional(outcome);
    if (outcome.whole() != null) {
      mayBeNull.addAll(readings.asked());
    }
    if (!mayBeNull.isEmpty()) {
      report.forget(said);
      readings.lets(mayBeNull, true);
      outcome = read(readings);
      if (outcome.whole() == null) {
        report.forget(said);
        readings.lets(mayBeNull, false);
        outcome = read(readings);
      }
    }
    return settled(outcome);
  }

  /** Returns the records that may be null, as nobody asks for their components on some ways. */
  private Set<TypeElement> conditional(Readings.Outcome outcome) {
    Primal primal = outcome.whole();
    return primal == null
        ? new LinkedHashSet<>()
        : ConditionalRecords.of(primal.method(), primal.wrt(), primal.receiver().inputs()).stream()
            .map(type -> program.elements().getTypeElement(type.replaceAll("<.*", "")))
            .filter(type -> type != null && program.names(type).isPresent())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Readings.Outcome read(Readings readings) {
    Helpers helpers = Helpers.counted();
    int said = report.size();
    Readings.Outcome outcome = readings.with(helpers);
    if (helpers.haveAnyApart()) {
      report.forget(said);
      outcome = readings.perhaps(helpers.decided());
      if (outcome.whole() == null) {
        report.forget(said);
        outcome = readings.with(Helpers.inPlace());
      }
    }
    return outcome;
  }

  /** Reads one method with all helpers in place of their calls. */
  public Optional<Primal> readInPlace(Request request) {
    return settled(readings(request).with(Helpers.inPlace()));
  }

  private Optional<Primal> settled(Readings.Outcome outcome) {
    if (outcome.rest() != null) {
      incomplete.accept(outcome.rest());
    }
    return Optional.ofNullable(outcome.whole());
  }

  private Readings readings(Request request) {
    return new Readings(
        request.position(),
        report,
        (helpers, found, fieldsReplaced, stops) -> {
          Reading reading =
              new Reading(
                  program,
                  Owner.of(request.method()),
                  request.method().getSimpleName().toString(),
                  report,
                  generated,
                  rules,
                  LANGUAGE,
                  found,
                  fieldsReplaced,
                  stops);
          Inlining.following(helpers, reading);
          return read(reading, request);
        });
  }

  private Readings.Outcome read(Reading reading, Request request) {
    try {
      return readWhole(reading, request);
    } catch (Reading.Stopped refused) {
      return Readings.Outcome.NOTHING;
    }
  }

  private Readings.Outcome readWhole(Reading reading, Request request) {
    try {
      AnnotatedMethod method = new AnnotatedMethod(reading, request);
      Primal primal = method.read();
      if (!method.returns()) {
        List<Refusal> reasons = misfits.apply(primal.method().graph());
        (reasons.isEmpty() ? List.of(method.neverReturns()) : reasons).forEach(reading::refused);
        return Readings.Outcome.NOTHING;
      }
      Fields.of(reading).requireStaying();
      return reading.isRefused()
          ? new Readings.Outcome(null, reading.isLeftToJavac() ? null : primal)
          : new Readings.Outcome(primal, null);
    } catch (Refusal | WrongJava refused) {
      reading.refused(refused);
      return Readings.Outcome.NOTHING;
    } finally {
      reading.leaveToJavac();
    }
  }
}
