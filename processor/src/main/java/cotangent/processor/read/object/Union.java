package cotangent.processor.read.object;

import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a variable holds where it may hold one object or another: the common form of two terms.
 * Objects of one class that never change meet field by field; what else meets is told apart by a
 * number.
 */
public final class Union {
  /** More alternatives with an identity than this mean that every round of a loop makes objects. */
  private static final int MOST = 16;

  /**
   * What has more leaves than this grows with each round of a loop, or each call of a recursion.
   */
  private static final int WIDEST = 100;

  private final Draft draft;
  private final TypeShapes shapes;
  private final NullableNumbers numbers;

  public Union(Draft draft, TypeShapes shapes) {
    this.draft = draft;
    this.shapes = shapes;
    this.numbers = new NullableNumbers(draft);
  }

  /** Returns the form of both terms; null where there is none. Its values mean nothing. */
  public @Nullable Term of(Term one, Term other) {
    if (Term.areSame(one, other)) {
      return one;
    }
    Term form = wider(one, other);
    return form == null || form.leaves().size() > WIDEST ? null : form;
  }

  private @Nullable Term wider(Term one, Term other) {
    Term number = numbers.common(one, other);
    if (number != null) {
      return number;
    }
    if (one instanceof Term.Fixed a && other instanceof Term.Fixed b && a.of().equals(b.of())) {
      List<Term> fields = parts(a, b);
      return fields == null ? null : new Term.Fixed(a.type(), a.of(), fields);
    }
    if (Term.areAlike(one, other)) {
      if (one instanceof Term.Single a && other instanceof Term.Single b) {
        return shapes.common(a, b);
      } else if (one instanceof Term.Tuple a && other instanceof Term.Tuple b) {
        return new Term.Tuple(a.type(), Objects.requireNonNull(parts(a, b)), a.known());
      } else if (!(one instanceof Term.Choice)) {
        return one;
      }
    }
    if (one instanceof Term.Nothing && other instanceof Term.Single
        || isNull(one) && isArray(other)) {
      return other;
    } else if (other instanceof Term.Nothing && one instanceof Term.Single
        || isNull(other) && isArray(one)) {
      return one;
    }
    if (one instanceof Term.Indexed a && fits(a, other)) {
      return a.present(false);
    } else if (other instanceof Term.Indexed b && fits(b, one)) {
      return b.present(false);
    }
    if (one instanceof Term.Columns && isNull(other)) {
      return one;
    } else if (other instanceof Term.Columns && isNull(one)) {
      return other;
    }
    return mayBeChosen(one, other) && mayBeChosen(other, one) ? choice(one, other) : null;
  }

  /** Returns the forms of what two objects of one class are made of; null where one has none. */
  private @Nullable List<Term> parts(Term one, Term other) {
    List<Term> parts = new ArrayList<>();
    for (int i = 0; i < one.parts().size(); i++) {
      Term part = of(one.parts().get(i), other.parts().get(i));
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts;
  }

  /** Returns the form in which an array holds an object: there is at least one leaf. */
  public Term held(Term value) {
    Term told = told(value);
    return told.leaves().isEmpty()
        ? new Term.Choice(told.type(), draft.constant(0), List.of(told))
        : told;
  }

  private boolean fits(Term.Indexed form, Term term) {
    return isNull(term) || term instanceof Term.Indexed other && other.of().equals(form.of());
  }

  private boolean isNull(Term term) {
    return term instanceof Term.Nothing
        || term instanceof Term.Single single && draft.isNull(single.value());
  }

  private static boolean isArray(Term term) {
    return term instanceof Term.Single single && single.value().type().isArray();
  }

  /** Returns a term whose nulls are known as such also by others than this draft. */
  public Term told(Term term) {
    if (isNull(term)) {
      return new Term.Nothing(term.type());
    } else if (term instanceof Term.Fixed fixed) {
      return new Term.Fixed(
          fixed.type(), fixed.of(), fixed.fields().stream().map(this::told).toList());
    } else if (term instanceof Term.Choice choice) {
      return new Term.Choice(
          choice.type(), choice.tag(), choice.alternatives().stream().map(this::told).toList());
    }
    return term;
  }

  private static boolean mayBeChosen(Term term, Term other) {
    return term instanceof Term.Tuple && other instanceof Term.Choice
        || term.isObject() && !(term instanceof Term.Columns)
        || term instanceof Term.Single single
            && !single.value().type().isArray()
            && (!single.value().type().isScalar() || Specialised.isUnboxed(single));
  }

  private @Nullable Term choice(Term one, Term other) {
    List<Term> all = new ArrayList<>(alternatives(one));
    for (Term term : alternatives(other)) {
      int place = place(all, term);
      if (place < 0) {
        all.add(term);
      } else {
        Term both = of(all.get(place), term);
        if (both == null) {
          return null;
        }
        all.set(place, both);
      }
    }
    if (all.size() == 2 && all.get(1) instanceof Term.Nothing) {
      Collections.swap(all, 0, 1); // whether it is null, and whether it isn't, is one question then
    }
    return all.stream().filter(Term.Mutable.class::isInstance).count() > MOST
        ? null
        : new Term.Choice(one.type(), draft.constant(0), all);
  }

  private List<Term> alternatives(Term term) {
    if (term instanceof Term.Choice choice) {
      return choice.alternatives();
    }
    return List.of(isNull(term) ? new Term.Nothing(term.type()) : term);
  }

  /** Finds the alternative that a term can be held as; -1 where there is none. */
  private int place(List<Term> alternatives, Term term) {
    for (int i = 0; i < alternatives.size(); i++) {
      Term each = alternatives.get(i);
      boolean fits =
          each instanceof Term.Fixed a && term instanceof Term.Fixed b
              ? a.of().equals(b.of())
              : each instanceof Term.Indexed c && term instanceof Term.Indexed d
                  ? c.of().equals(d.of())
                  : Term.areAlike(each, term);
      if (fits) {
        return i;
      }
    }
    return -1;
  }

  /** Returns a term in a form that holds it. */
  public Term as(Term form, Term term) {
    if (NullableNumbers.is(form)) {
      return numbers.as(form, term);
    } else if (form instanceof Term.Nothing) {
      return form;
    } else if (form instanceof Term.Single && term instanceof Term.Nothing
        || isArray(form) && !isArray(term) && isNull(term)) {
      return zero(form);
    }
    if (form instanceof Term.Fixed wide && term instanceof Term.Fixed narrow) {
      List<Term> fields = new ArrayList<>();
      for (int i = 0; i < wide.fields().size(); i++) {
        fields.add(as(wide.fields().get(i), narrow.fields().get(i)));
      }
      return new Term.Fixed(term.type(), narrow.of(), fields);
    }
    if (form instanceof Term.Indexed indexed) {
      return isNull(term) ? zero(form) : ((Term.Indexed) term).present(indexed.isThere());
    }
    if (form instanceof Term.Columns columns) {
      return isNull(term) ? zero(columns) : term;
    }
    return form instanceof Term.Choice choice ? as(choice, term) : term;
  }

  private Term as(Term.Choice choice, Term term) {
    List<Term> given = alternatives(term);
    List<Integer> places = new ArrayList<>();
    given.forEach(each -> places.add(place(choice.alternatives(), each)));
    List<Term> all = new ArrayList<>();
    for (int i = 0; i < choice.alternatives().size(); i++) {
      Term wide = choice.alternatives().get(i);
      int from = places.indexOf(i);
      all.add(from < 0 ? zero(wide) : as(wide, given.get(from)));
    }
    Value tag =
        term instanceof Term.Choice narrow
            ? moved(narrow.tag(), places)
            : draft.constant(places.get(0));
    return new Term.Choice(term.type(), tag, all);
  }

  private Value moved(Value tag, List<Integer> places) {
    boolean moves = false;
    for (int i = 0; i < places.size(); i++) {
      moves |= places.get(i) != i;
    }
    if (!moves) {
      return tag;
    }
    Value moved = draft.constant(places.get(places.size() - 1));
    for (int i = places.size() - 2; i >= 0; i--) {
      Value isThis = draft.apply(Operations.EQ, tag, draft.constant(i));
      moved = draft.apply(Operations.SELECT, isThis, draft.constant(places.get(i)), moved);
    }
    return moved;
  }

  private Term zero(Term form) {
    return form.with(form.leaves().stream().map(leaf -> draft.zero(leaf.type())).iterator());
  }
}
