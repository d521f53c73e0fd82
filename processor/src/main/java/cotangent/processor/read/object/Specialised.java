package cotangent.processor.read.object;

import cotangent.processor.graph.Value;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * What a method is known by that is given objects: it is read once for each kind of them, so that a
 * solver is made for the function that it is given.
 */
public final class Specialised {
  private Specialised() {}

  /**
   * Returns what a call is known by: the method, and the classes of the objects that it is given.
   */
  public static Object key(Object method, @Nullable Term self, List<Term> arguments) {
    List<Term> all = all(self, arguments).toList();
    if (all.stream().allMatch(Specialised::isPlain)) {
      return method;
    }
    List<Object> key = new ArrayList<>(List.of(method));
    all.forEach(term -> key.add(isPlain(term) ? "" : kind(term)));
    return key;
  }

  /** Whether a parameter's type says what is given. */
  private static boolean isPlain(Term term) {
    return !term.holdsObjects() && !isMore(term);
  }

  /** Whether more is known of a reference or number than its type says. */
  public static boolean isMore(Term term) {
    return isUnboxed(term) || isConstant(term);
  }

  /** Whether a term is a constant of an enum in the place of an interface. */
  private static boolean isConstant(Term term) {
    return term instanceof Term.Single single
        && single.known() instanceof DeclaredType known
        && known.asElement().getKind() == ElementKind.ENUM
        && single.type() instanceof DeclaredType seen
        && seen.asElement().getKind() == ElementKind.INTERFACE
        && single.value().type().toString().equals(known.toString());
  }

  private static Object kind(Term term) {
    if (term instanceof Term.Mutable mutable) {
      return mutable.made();
    } else if (!term.holdsObjects()) {
      return term.leaves().stream().map(Value::type).toList();
    }
    List<Object> kinds = new ArrayList<>();
    kinds.add(term instanceof Term.Fixed fixed ? fixed.of() : term.getClass());
    if (term instanceof Term.Indexed indexed) {
      kinds.addAll(List.of(indexed.of(), indexed.isThere()));
    }
    term.parts().forEach(part -> kinds.add(kind(part)));
    if (term instanceof Term.Columns columns) {
      kinds.add(kind(columns.form()));
    }
    return kinds;
  }

  /** Whether an object that boxes a number is held as the number. */
  public static boolean isUnboxed(Term term) {
    return isNumber(term) && !term.type().getKind().isPrimitive();
  }

  /** Whether a number is held as such, whatever type it is given as. */
  public static boolean isNumber(Term term) {
    return term instanceof Term.Single single && single.value().type().isScalar();
  }

  /** Whether what is handed over can become parameters: objects that change can't. */
  public static boolean isPossible(@Nullable Term self, List<Term> arguments) {
    return all(self, arguments).allMatch(Specialised::isPossible);
  }

  private static boolean isPossible(Term term) {
    return !(term instanceof Term.Mutable)
        && !(term instanceof Term.Columns columns && !isPossible(columns.form()))
        && term.parts().stream().allMatch(Specialised::isPossible);
  }

  private static Stream<Term> all(@Nullable Term self, List<Term> arguments) {
    return Stream.concat(Stream.ofNullable(self), arguments.stream());
  }
}
