package cotangent.processor.read.expression;

import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Notes which records from outside the method asks whether they are null, other than by comparing
 * them with it: then they are taken for ones that may be, when the method is read again.
 */
public final class AskedRecords {
  private final Reading reading;
  private final Set<List<Value>> given = new HashSet<>();
  private final Set<List<Value>> elements = new HashSet<>();

  private AskedRecords(Reading reading) {
    this.reading = reading;
  }

  /** Returns the one of a method that is being read. */
  public static AskedRecords of(Reading reading) {
    return reading.part(AskedRecords.class, AskedRecords::new);
  }

  /** Notes that a record, if it is one that is held by its components, came from outside. */
  void give(Term term) {
    if (term instanceof Term.Tuple record && !Component.isTensor(record.known())) {
      given.add(record.leaves());
    }
  }

  /** Notes that a record, if it is one, is an element of an array and certainly there. */
  void giveElement(Term term) {
    boolean isRecord =
        term instanceof Term.Tuple record && !Component.isTensor(record.known())
            || term instanceof Term.Fixed object
                && object.of() instanceof ObjectClass.Declared declared
                && declared.element().getKind() == ElementKind.RECORD;
    if (isRecord) {
      elements.add(term.leaves());
    }
  }

  /**
   * Finds out that null may be among the elements of an array from outside, since one of them is
   * compared with it.
   *
   * @throws Escape if that wasn't known
   */
  public void compare(Term element) {
    Representations found = reading.representations();
    if (!elements.contains(element.leaves())) {
      return;
    }
    TypeMirror type = element instanceof Term.Fixed object ? object.of().type() : element.known();
    TypeElement record = (TypeElement) ((DeclaredType) type).asElement();
    if (!found.isIndexed(record) && !found.mayLackElements(record)) {
      throw new Escape(all -> all.beObject(record) | all.lackElements(record));
    }
  }

  /**
   * Notes that null would make a difference in the place of a term; of an element, that may be in
   * the place of what was put into the array.
   */
  public void ask(Term term) {
    if (term instanceof Term.Tuple record
        && (given.contains(record.leaves()) || elements.contains(record.leaves()))) {
      TypeElement element = (TypeElement) ((DeclaredType) record.known()).asElement();
      reading.representations().ask(element);
    }
  }
}
