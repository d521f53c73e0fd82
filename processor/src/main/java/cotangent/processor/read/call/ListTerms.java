package cotangent.processor.read.call;

import cotangent.processor.read.scope.FixedList;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;

/**
 * Tells lists that were made in sight by what stands for them: those that hold their elements, and
 * those that show what another list holds.
 */
final class ListTerms {
  static final String HOLDER = "holder";
  static final String FROM = "from";
  static final String SIZE = "size";

  /** How often the holder had changed when the part was made; it is of no use after the next. */
  static final String SINCE = "since";

  private ListTerms() {}

  private static boolean has(Term term, String key) {
    return term instanceof Term.Fixed fixed
        && fixed.of() instanceof ObjectClass.Library library
        && library.fields().contains(key);
  }

  /** Returns which of the lists that neither grow nor shrink a list is. */
  static FixedList kind(Term list) {
    return list instanceof Term.Fixed fixed && fixed.of() instanceof ObjectClass.Library library
        ? library.list()
        : FixedList.NONE;
  }

  /** Returns a list as one of those that neither grow nor shrink. */
  static Term as(FixedList kind, Term list) {
    Term.Fixed fixed = (Term.Fixed) list;
    ObjectClass.Library of = (ObjectClass.Library) fixed.of();
    return new Term.Fixed(
        fixed.type(), new ObjectClass.Library(of.type(), of.fields(), kind), fixed.fields());
  }

  /** Whether a collection is one that can be given more elements. */
  static boolean isGrowing(Term collection) {
    return collection instanceof Term.Mutable || collection instanceof Term.Indexed;
  }

  /** Whether a term is a list that shows another one. */
  static boolean isView(Term term) {
    return isPart(term) || isReadOnly(term);
  }

  /** Whether a term is a part of a list. */
  static boolean isPart(Term term) {
    return has(term, HOLDER);
  }

  /** Whether a part is of a list that shows an array, and never grows. */
  static boolean isOfArray(Term part) {
    return !has(part, SINCE);
  }

  /** Whether a list can be written to, as far as that is known. */
  static boolean isWritable(Term list) {
    return isGrowing(list)
        || isPart(list)
            && (isOfArray(list) || holders(list).stream().allMatch(ListTerms::isGrowing));
  }

  /** Whether a term is a list that can be read only, and shows another one. */
  static boolean isReadOnly(Term term) {
    return has(term, ObjectClass.Library.SHOWN) && !has(term, "keys");
  }

  /** Returns the list that a list that can only be read shows. */
  static Term shown(Term view) {
    return ((Term.Fixed) view).field(ObjectClass.Library.SHOWN);
  }

  /** Returns the list that holds the elements which a list shows. */
  static Term holder(Term list) {
    return isReadOnly(list)
        ? holder(shown(list))
        : isPart(list) ? ((Term.Fixed) list).field(HOLDER) : list;
  }

  /** Returns what holds the elements that a collection shows, or several of these. */
  static List<Term> holders(Term collection) {
    Term holder = holder(collection);
    return holder instanceof Term.Choice choice
        ? choice.alternatives().stream().flatMap(each -> holders(each).stream()).toList()
        : List.of(holder);
  }
}
