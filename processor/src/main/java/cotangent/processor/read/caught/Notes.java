package cotangent.processor.read.caught;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Enclosed;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is noted between the steps of a block from which exceptions are caught: which values the
 * variables have there. An exception may come anywhere, and whoever catches it sees the variables
 * as they were then.
 */
final class Notes {
  /** What is thrown where sizes don't fit. */
  private static final List<String> MISFITS =
      List.of("java.lang.IllegalArgumentException", "java.lang.IndexOutOfBoundsException");

  /** From here on a variable has a value, or none. */
  record Note(Variable variable, @Nullable Term term) {}

  private final Draft draft;
  private final List<Note> notes = new ArrayList<>();
  private final Environment environment;

  private Notes(Reading reading) {
    this.draft = reading.draft();
    this.environment = new Environment(reading.values());
  }

  static Notes of(Reading reading) {
    return reading.part(Notes.class, Notes::new);
  }

  /** Reads a block in which notes are taken. */
  Enclosed block(Frame frame, Clauses clauses, Runnable action) {
    Enclosed[] block = new Enclosed[1];
    Runnable reading =
        () ->
            frame.environment().watched(this::note, () -> block[0] = Enclosed.read(frame, action));
    boolean areMisfitsCaught =
        MISFITS.stream().anyMatch(each -> clauses.fate(clauses.type(each)).isCaught());
    frame.environment().withMisfits(areMisfitsCaught, reading);
    return block[0];
  }

  private void note(Variable variable, @Nullable Term term) {
    if (variable.isField() || !variable.name().isEmpty()) {
      List<Value> leaves = term == null ? List.of() : term.leaves();
      draft.here().call(new Callee.Note(notes.size()), List.of(), leaves);
      notes.add(new Note(variable, term));
    }
  }

  /** Returns the note that a step is; null for any other step. */
  @Nullable Note at(Step step) {
    return step instanceof Step.Call call && call.callee() instanceof Callee.Note note
        ? notes.get(note.number())
        : null;
  }

  /** Visits the notes between steps, and inside them. */
  void in(List<Step> steps, Consumer<Note> visitor) {
    for (Step step : steps) {
      Note note = at(step);
      if (note != null) {
        visitor.accept(note);
      }
      step.regions().forEach(region -> in(region.steps(), visitor));
    }
  }

  /** Adds a step of a block that was read; its notes are kept as long as another block is open. */
  void add(Step step) {
    if (environment.isWatched()) {
      draft.here().add(step);
    } else if (at(step) == null) {
      draft.here().add(step.withRegions(this::without));
    }
  }

  private Region without(Region region) {
    List<Step> kept = new ArrayList<>();
    for (Step step : region.steps()) {
      if (at(step) == null) {
        kept.add(step.withRegions(this::without));
      }
    }
    return new Region(region.parameters(), kept, region.yields());
  }
}
