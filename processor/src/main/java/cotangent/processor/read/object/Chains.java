package cotangent.processor.read.object;

import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Objects that hold others of their class, which hold others in turn: with each round of a loop, or
 * each call of a recursion, there are more of them, so that they can't be held by their values.
 */
public final class Chains {
  private Chains() {}

  /**
   * Rejects what has become too large to be held by its values.
   *
   * @throws Escape if there is an object of a class in another one of that class
   */
  public static void reject(Term term) {
    rejectGrowing(null, term);
  }

  /**
   * Rejects what grows.
   *
   * @param before what was known of it so far; null where it has certainly become too large
   * @throws Escape if objects of a class are in more of that class than before: they become numbers
   */
  public static void rejectGrowing(@Nullable Term before, Term term) {
    Map<Object, Integer> depths = depths(term);
    Map<Object, Integer> known = before == null ? Map.of() : depths(before);
    Set<Object> chained = new LinkedHashSet<>();
    depths.forEach(
        (type, depth) -> {
          int least = known.getOrDefault(type, before == null ? 1 : depth);
          if (depth > least) {
            chained.add(type);
          }
        });
    if (!chained.isEmpty()) {
      throw Identities.indexed(chained);
    }
  }

  /**
   * Rejects objects that hold one of several others, which hold some in turn: written out, there
   * would be too many.
   *
   * @throws Escape if there are some: they become numbers
   */
  public static void rejectHolders(Term term) {
    Set<Object> holders = new LinkedHashSet<>();
    collectHolders(term, holders);
    if (!holders.isEmpty()) {
      throw Identities.indexed(holders);
    }
  }

  private static void collectHolders(Term term, Set<Object> holders) {
    if (term instanceof Term.Fixed fixed
        && fixed.of() instanceof ObjectClass.Declared declared
        && fixed.fields().stream().anyMatch(Term::isObject)) {
      holders.add(declared.element());
    }
    term.parts().forEach(part -> collectHolders(part, holders));
  }

  /** Whether a function holds another one that was made at the same place. */
  public static boolean areFunctionsIn(Term term) {
    return areFunctionsIn(term, new ArrayList<>());
  }

  private static boolean areFunctionsIn(Term term, List<ObjectClass> around) {
    if (!isFunction(term)) {
      return term.parts().stream().anyMatch(part -> areFunctionsIn(part, around));
    }
    ObjectClass of = ((Term.Fixed) term).of();
    if (around.contains(of)) {
      return true;
    }
    around.add(of);
    boolean are = term.parts().stream().anyMatch(part -> areFunctionsIn(part, around));
    around.remove(around.size() - 1);
    return are;
  }

  /** Whether a term is a function that is known. */
  public static boolean isFunction(Term term) {
    return term instanceof Term.Fixed fixed
        && (fixed.of() instanceof ObjectClass.Closure
            || fixed.of() instanceof ObjectClass.Anonymous);
  }

  /** How deeply objects of each class are nested at most. */
  private static Map<Object, Integer> depths(Term term) {
    Map<Object, Integer> depths = new LinkedHashMap<>();
    List<Term> parts = term instanceof Term.Columns all ? List.of(all.form()) : term.parts();
    for (Term part : parts) {
      depths(part).forEach((type, depth) -> depths.merge(type, depth, Math::max));
    }
    if (term instanceof Term.Fixed fixed && !(fixed.of() instanceof ObjectClass.Library)) {
      depths.merge(fixed.of().key(), 1, Integer::sum);
    } else if (term instanceof Term.Tuple record
        && record.known() instanceof DeclaredType type
        && type.asElement() instanceof TypeElement element) {
      depths.merge(element, 1, Integer::sum);
    }
    return depths;
  }
}
