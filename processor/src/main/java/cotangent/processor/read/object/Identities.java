package cotangent.processor.read.object;

import cotangent.processor.read.names.Component;
import cotangent.processor.read.scope.Term;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Objects with an identity, and what to do where they go where only a value can stand. */
public final class Identities {
  private Identities() {}

  /** Whether a term is, or holds, an object that is one by its fields' variables. */
  public static boolean isIn(Term term) {
    return term instanceof Term.Mutable || term.parts().stream().anyMatch(Identities::isIn);
  }

  /**
   * Requires that a term can be held by values only.
   *
   * @throws Escape if there are objects with an identity in it: they become numbers then
   */
  public static void reject(Term term) {
    Set<Object> classes = new LinkedHashSet<>();
    collect(term, classes);
    if (!classes.isEmpty()) {
      throw indexed(classes);
    }
  }

  /**
   * Rejects a record that holds objects in a place where only its components could be.
   *
   * @throws Escape if it does: it is an object like others then
   */
  public static void rejectHolder(Term term) {
    if (term instanceof Term.Tuple record
        && record.holdsObjects()
        && record.known() instanceof DeclaredType type) {
      throw new Escape(found -> found.beObject((TypeElement) type.asElement()));
    }
  }

  /**
   * Rejects a record that meets null: then it is an object like others.
   *
   * @throws Escape if that wasn't known
   */
  public static void rejectNullable(Representations found, Term term) {
    if (term instanceof Term.Tuple record) {
      rejectNull(found, record.known());
    }
  }

  /**
   * Rejects null where there is otherwise a record.
   *
   * @throws Escape if the record wasn't an object like others so far
   */
  public static void rejectNull(Representations found, TypeMirror record) {
    if (record instanceof DeclaredType type
        && type.asElement() instanceof TypeElement element
        && element.getKind() == ElementKind.RECORD
        && !Component.isTensor(type)
        && !found.isObject(element)) {
      throw new Escape(all -> all.beObject(element));
    }
  }

  /** Returns what is thrown where objects of some classes have to be numbers. */
  static Escape indexed(Set<Object> classes) {
    return new Escape(
        found -> {
          boolean isNew = false;
          for (Object each : classes) {
            isNew |= found.index(each) || found.handOut(each);
          }
          return isNew;
        });
  }

  /** Finds the classes of objects with an identity. */
  private static void collect(Term term, Set<Object> classes) {
    if (term instanceof Term.Mutable mutable) {
      classes.add(mutable.made().of().key());
    }
    term.parts().forEach(part -> collect(part, classes));
  }
}
