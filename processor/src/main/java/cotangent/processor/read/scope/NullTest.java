package cotangent.processor.read.scope;

import java.util.function.Supplier;

/**
 * What a truth value says of an object or a boxed number: whether it is null.
 *
 * @param of what was compared with null
 * @param present gives what it is where it isn't null
 * @param isNullIf whether it is null where the truth value is true, rather than where it is false
 */
public record NullTest(Term of, Supplier<Term> present, boolean isNullIf) {

  /** Returns what the opposite truth value says. */
  NullTest negated() {
    return new NullTest(of, present, !isNullIf);
  }

  /** Whether a term certainly isn't null where the truth value is this. */
  public boolean isPresent(Term term, boolean truth) {
    return isNullIf != truth && Term.areAlike(of, term) && of.leaves().equals(term.leaves());
  }
}
