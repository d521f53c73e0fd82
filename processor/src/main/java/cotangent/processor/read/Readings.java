package cotangent.processor.read;

import cotangent.processor.graph.Primal;
import cotangent.processor.read.call.Helpers;
import cotangent.processor.read.expression.Fields;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Representations;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one annotated method. What one of them finds out about how objects are held,
 * those after it know from the start: a method that needs ten lessons isn't taught them once more
 * for each way in which its helpers may be called.
 */
final class Readings {
  /**
   * After so many readings in which something was refused, that is said, and the method is not read
   * again for what was found out about its objects: it can take hundreds of readings until all is
   * found in a method that reaches half of a library.
   */
  private static final int MOST_REFUSED_READINGS = 8;

  private final Position annotated;
  private final ClassReport report;
  private final Single single;
  private final Representations found = new Representations();
  private boolean fieldsReplaced;
  private boolean refused;
  private int refusedReadings;

  /**
   * What a reading came to.
   *
   * @param whole the method; null where it is refused
   * @param rest what could be read of a method that is refused; null where that is no program
   */
  record Outcome(@Nullable Primal whole, @Nullable Primal rest) {
    static final Outcome NOTHING = new Outcome(null, null);
  }

  /** Reads the method once. */
  interface Single {

    /**
     * Reads the method once.
     *
     * @param helpers which helpers become functions
     * @param found how objects are held
     * @param fieldsReplaced whether fields may be written meanwhile by code that isn't looked into
     * @param stops whether it ends with the first refusal
     */
    Outcome read(Helpers helpers, Representations found, boolean fieldsReplaced, boolean stops);
  }

  /**
   * @param annotated the place of the annotation
   */
  Readings(Position annotated, ClassReport report, Single single) {
    this.annotated = annotated;
    this.report = report;
    this.single = single;
  }

  /** Notes of records whether null may come in their place, for all readings to come. */
  void lets(Set<TypeElement> records, boolean mayBeNull) {
    records.forEach(record -> found.let(record, mayBeNull));
  }

  /** Returns the records from outside in whose place null would make a difference. */
  Set<TypeElement> asked() {
    return found.asked();
  }

  /** Reads the method, and says all that is wrong with it. */
  Outcome with(Helpers helpers) {
    Outcome outcome = with(helpers, false);
    refused |= outcome.whole == null;
    return outcome;
  }

  /**
   * Reads the method for the case that it is accepted; one that was refused before mostly is again,
   * which the first refusal shows.
   */
  Outcome perhaps(Helpers helpers) {
    return with(helpers, refused);
  }

  /**
   * Reads the method; what it hands objects to is left unread only if it is refused otherwise, as
   * nothing is found out about objects that go there.
   */
  private Outcome with(Helpers helpers, boolean stops) {
    int said = report.size();
    Outcome outcome = taught(helpers, stops);
    if (outcome.whole == null && found.leftCalls().allow()) {
      report.forget(said);
      refusedReadings = 0;
      return taught(helpers, stops);
    }
    return outcome;
  }

  private Outcome taught(Helpers helpers, boolean stops) {
    while (true) {
      int said = report.size();
      int errors = report.errors();
      helpers.begin();
      try {
        return single.read(helpers, found, fieldsReplaced, stops);
      } catch (Fields.Replaced replaced) {
        report.forget(said);
        fieldsReplaced = true;
      } catch (Escape escape) {
        if (escape.ofRecords() != null) {
          report.add(Problem.ARRAY_OF_RECORDS, annotated, escape.ofRecords());
          return Outcome.NOTHING;
        }
        if (report.errors() > errors && ++refusedReadings > MOST_REFUSED_READINGS) {
          return Outcome.NOTHING;
        }
        report.forget(said);
        Position position = escape.position();
        found.learnsAt(position, escape.method());
        boolean isNew = escape.teach(found);
        report.note(account -> account.loses(found.lost()));
        if (!isNew) {
          report.add(
              Problem.FUNCTION_ESCAPES,
              position == null ? annotated : position,
              "an object that is made here",
              Problem.HERE_ONLY);
          return Outcome.NOTHING;
        }
      }
    }
  }
}
