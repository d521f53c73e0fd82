package cotangent.processor.read.object;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Boxed numbers that may be null: a word that tells whether there is one, and the number. */
public final class NullableNumbers {
  private final Draft draft;

  public NullableNumbers(Draft draft) {
    this.draft = draft;
  }

  /** Whether a term is such a number. */
  public static boolean is(Term term) {
    return term instanceof Term.Choice choice
        && choice.alternatives().size() == 2
        && choice.alternatives().get(0) instanceof Term.Nothing
        && Specialised.isNumber(choice.alternatives().get(1));
  }

  /** Returns the form of such a number; its values mean nothing. */
  public static Term form(TypeMirror box, Type scalar) {
    return number(box, new Value(Type.INT, ""), new Value(scalar, ""));
  }

  private static Term number(TypeMirror box, Value isThere, Value number) {
    return new Term.Choice(
        box, isThere, List.of(new Term.Nothing(box), new Term.Single(box, number)));
  }

  /** Returns the form of what is one number or the other; null where that isn't such a number. */
  @Nullable Term common(Term one, Term other) {
    Type scalar = scalar(one);
    if (scalar == null) {
      return scalar(other) == null ? null : common(other, one);
    }
    Type another = scalar(other);
    boolean fits =
        another == null
            ? isNull(other) || isReference(other, scalar)
            : another.equals(scalar) && (is(one) || is(other));
    return fits
        ? Stream.concat(Stream.of(one, other), parts(one, other))
            .flatMap(term -> Stream.of(term.type(), term.known()))
            .filter(type -> isBox(type, scalar) || type.getKind() == TypeKind.TYPEVAR)
            .findFirst()
            .map(box -> form(box, scalar))
            .orElse(null)
        : null;
  }

  private static Stream<Term> parts(Term one, Term other) {
    return Stream.concat(one.parts().stream(), other.parts().stream());
  }

  private static boolean isBox(TypeMirror type, Type scalar) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(box(scalar));
  }

  private static @Nullable Type scalar(Term term) {
    if (is(term)) {
      return scalar(term.parts().get(1));
    }
    return Specialised.isNumber(term) ? ((Term.Single) term).value().type() : null;
  }

  /** Whether a term is null, or a number that may be. */
  public boolean mayBeNull(Term term) {
    return is(term) || isNull(term);
  }

  private boolean isNull(Term term) {
    return term instanceof Term.Nothing
        || term.type().getKind() == TypeKind.NULL
        || term instanceof Term.Single single && draft.isNull(single.value());
  }

  /** Whether a term is an object from outside that boxes a number. */
  private static boolean isReference(Term term, Type scalar) {
    return term instanceof Term.Single single
        && single.value().type().toString().equals(box(scalar));
  }

  private static String box(Type scalar) {
    return ((Type.Scalar) scalar).box().getName();
  }

  /** Returns a number, or null, in such a form. */
  Term as(Term form, Term term) {
    if (isNull(term)) {
      return form.with(form.leaves().stream().map(leaf -> draft.zero(leaf.type())).iterator());
    } else if (is(term)) {
      return term;
    }
    Value value = ((Term.Single) term).value();
    return value.type().isScalar()
        ? number(form.type(), draft.constant(1), value)
        : unboxed(form, value);
  }

  private Term unboxed(Term form, Value reference) {
    List<Value> like = form.leaves();
    Type scalar = like.get(1).type();
    GraphBuilder none = new GraphBuilder();
    GraphBuilder some = new GraphBuilder().at(draft.here().position());
    Callee.Member callee =
        new Callee.Member(Callee.Member.Kind.METHOD, box(scalar), scalar + "Value", true);
    Value number = some.call(callee, List.of(new Value(scalar, "")), List.of(reference)).get(0);
    List<Value> zeros =
        like.stream().map(leaf -> none.constant(leaf.type(), leaf.type().unassigned())).toList();
    Value isNull = draft.apply(Operations.EQ, reference, draft.constant(reference.type(), null));
    return form.with(
        draft
            .here()
            .branch(isNull, none.yield(zeros), some.yield(some.constant(1), number), like)
            .iterator());
  }

  /** Returns such a number as the object that boxes it, or null. */
  public Value boxed(Term number) {
    List<Value> leaves = number.leaves();
    Type.Scalar scalar = (Type.Scalar) leaves.get(1).type();
    Type type = new Type.Reference(box(scalar));
    GraphBuilder none = new GraphBuilder();
    GraphBuilder some = new GraphBuilder().at(draft.here().position());
    Value value = Boxes.boxed(some, scalar, leaves.get(1));
    Value isNull = draft.apply(Operations.EQ, leaves.get(0), draft.constant(0));
    return draft
        .here()
        .branch(
            isNull,
            none.yield(none.constant(type, null)),
            some.yield(value),
            List.of(new Value(type, "")))
        .get(0);
  }
}
