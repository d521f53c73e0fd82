package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.AskedRecords;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads optional values that are made in sight: a word that tells whether there is a value, and the
 * value.
 */
public final class OptionalValues {
  private static final String OPTIONAL = "java.util.Optional";
  private static final String OPTIONAL_DOUBLE = "java.util.OptionalDouble";
  private static final String NO_ELEMENT = "java.util.NoSuchElementException";
  private static final String VALUE = "value";
  private static final String PRESENT = "present";

  private final Frame frame;
  private final Draft draft;
  private final Conversions conversions;

  public OptionalValues(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.conversions = new Conversions(frame);
  }

  /** Whether an object is an optional value. */
  public static boolean isOptional(Term object) {
    return object instanceof Term.Fixed
        && Objects.of(object) instanceof ObjectClass.Library library
        && (library.name().equals(OPTIONAL) || library.name().equals(OPTIONAL_DOUBLE));
  }

  /** Makes an optional value; returns nothing for any other method. */
  Optional<Term> of(Tree at, ResolvedMethod method, List<Term> arguments) {
    String owner = method.owner().getQualifiedName().toString();
    boolean isOptional = owner.equals(OPTIONAL) || owner.equals(OPTIONAL_DOUBLE);
    if (!isOptional || !(method.result() instanceof DeclaredType type) || isKept(type)) {
      return Optional.empty();
    }
    switch (method.element().getSimpleName().toString()) {
      case "empty":
        return Optional.of(optional(type, false, nothing(at, type)));
      case "of":
        Term value = arguments.get(0);
        Term there = mayBeNull(value) ? new Objects(frame).present(at, value) : value;
        return Optional.of(optional(type, true, held(at, type, there)));
      case "ofNullable":
        return Optional.of(nullable(at, type, arguments.get(0)));
      default:
        return Optional.empty();
    }
  }

  /** Makes an optional value of what may be null. */
  private Term nullable(Tree at, DeclaredType type, Term value) {
    if (!Component.isTensor(value.known())) {
      Identities.rejectNullable(frame.reading().representations(), value);
      AskedRecords.of(frame.reading()).compare(value);
    }
    if (NullableNumbers.is(value)) {
      Term isThere =
          conversions.term(
              draft.not(draft.apply(Operations.EQ, value.leaves().get(0), draft.constant(0))));
      return optional(type, isThere, value.parts().get(1));
    }
    if (new NullableNumbers(draft).mayBeNull(value)) {
      return optional(type, false, nothing(at, type));
    }
    boolean isReference = value instanceof Term.Single single && !single.value().type().isScalar();
    if (isReference || mayBeNull(value)) {
      Objects objects = new Objects(frame);
      Value isNull = objects.areSame(at, value, new Term.Nothing(value.type()));
      Term isThere = conversions.term(draft.not(isNull));
      return optional(type, isThere, held(at, type, objects.notNull(value)));
    }
    return optional(type, true, held(at, type, value));
  }

  private static boolean mayBeNull(Term value) {
    return value instanceof Term.Choice choice
            && choice.alternatives().stream().anyMatch(OptionalValues::mayBeNull)
        || value instanceof Term.Nothing
        || value instanceof Term.Indexed indexed && !indexed.isThere();
  }

  /** Returns a value in a form that an absent value can have as well. */
  private Term held(Tree at, DeclaredType type, Term value) {
    TypeMirror held =
        type.getTypeArguments().isEmpty() ? number() : stored(type.getTypeArguments().get(0));
    boolean isRecord = value instanceof Term.Tuple && !Component.isTensor(value.known());
    return held.getKind().isPrimitive() || isRecord
        ? conversions.to(at, value, isRecord ? object() : held)
        : value;
  }

  private TypeMirror object() {
    return frame.names().program().elements().getTypeElement("java.lang.Object").asType();
  }

  private boolean isKept(DeclaredType type) {
    return frame.reading().representations().isWhole((TypeElement) type.asElement());
  }

  /** Returns what stands in the place of a value that isn't there. */
  private Term nothing(Tree at, DeclaredType type) {
    if (ObjectClass.Library.name(type).equals(OPTIONAL_DOUBLE)) {
      return frame.zero(at, number());
    }
    TypeMirror held =
        type.getTypeArguments().isEmpty() ? object() : stored(type.getTypeArguments().get(0));
    return held.getKind().isPrimitive() || Component.isTensor(held)
        ? frame.zero(at, held)
        : new Term.Nothing(object());
  }

  private TypeMirror number() {
    return frame.names().program().types().getPrimitiveType(TypeKind.DOUBLE);
  }

  private TypeMirror stored(TypeMirror type) {
    return conversions.isBoxed(type) ? frame.names().program().types().unboxedType(type) : type;
  }

  private Term optional(DeclaredType type, boolean isPresent, Term value) {
    return optional(type, conversions.term(draft.constant(isPresent)), value);
  }

  /** Returns an optional value that may be present. */
  public Term optional(DeclaredType type, Term isPresent, Term value) {
    DeclaredType plain = (DeclaredType) frame.names().program().types().erasure(type);
    ObjectClass of = new ObjectClass.Library(plain, List.of(PRESENT, VALUE));
    return new Term.Fixed(type, of, List.of(isPresent, value));
  }

  private void require(Tree at, Value present) {
    Runnable fail = () -> LibraryExceptions.fail(frame, at, NO_ELEMENT, "No value present");
    frame.branches().branch(at, present, Frame.NOTHING, fail);
  }

  /** Returns whether there is a value. */
  public Value isPresent(Term optional) {
    return frame.single(((Term.Fixed) optional).field(PRESENT));
  }

  /** Returns the value, which nobody asks for where it is absent. */
  public Term value(Tree at, Term optional) {
    Term value = ((Term.Fixed) optional).field(VALUE);
    return value instanceof Term.Nothing && optional.type() instanceof DeclaredType of
        ? nothing(at, of)
        : new Objects(frame).notNull(value);
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term object, List<Term> arguments) {
    String call = arguments.size() + " " + method.element().getSimpleName();
    Term.Fixed optional = (Term.Fixed) object;
    Value present = isPresent(optional);
    Term value = value(at, optional);
    switch (call) {
      case "0 isPresent":
        return optional.field(PRESENT);
      case "0 isEmpty":
        return conversions.term(draft.not(present));
      case "0 get", "0 getAsDouble", "0 orElseThrow":
        require(at, present);
        return record(at, value, method.result());
      case "1 orElseThrow":
        return orElseThrow(at, present, value, method.result(), arguments.get(0));
      case "1 orElse":
        return either(at, present, value, method, () -> arguments.get(0));
      case "1 orElseGet":
        return either(
            at, present, value, method, () -> new Applied(frame).call(at, arguments.get(0)));
      case "1 map":
        return mapped(at, present, value, arguments.get(0), (DeclaredType) method.result());
      case "1 filter":
        return filtered(at, present, optional, arguments.get(0));
      case "1 or":
        return otherwise(at, present, optional, arguments.get(0));
      case "1 flatMap":
        return value instanceof Term.Nothing ? null : flat(at, present, value, arguments.get(0));
      case "1 ifPresent":
        return given(at, present, value, arguments.get(0), Frame.NOTHING);
      case "2 ifPresentOrElse":
        Runnable otherwise = () -> new Applied(frame).call(at, arguments.get(1));
        return given(at, present, value, arguments.get(0), otherwise);
      default:
        return null;
    }
  }

  /** Throws what a function makes where there is nothing. */
  private Term orElseThrow(Tree at, Value present, Term value, TypeMirror type, Term supplier) {
    Runnable fail =
        () -> {
          Value thrown = frame.single(new Applied(frame).call(at, supplier));
          frame.at(at).throwing(thrown);
          throw new Diverged();
        };
    frame.branches().branch(at, present, Frame.NOTHING, fail);
    return record(at, value, type);
  }

  /** Hands a value to a function where there is one. */
  private Term given(Tree at, Value present, Term value, Term function, Runnable otherwise) {
    Runnable then =
        value instanceof Term.Nothing
            ? Frame.NOTHING
            : () -> new Applied(frame).call(at, function, value);
    frame.branches().branch(at, present, then, otherwise);
    return frame.nothing();
  }

  private Term otherwise(Tree at, Value present, Term.Fixed optional, Term supplier) {
    return frame
        .branches()
        .either(
            at,
            present,
            optional.type(),
            () -> optional,
            () -> new Applied(frame).call(at, supplier));
  }

  private Term filtered(Tree at, Value present, Term.Fixed optional, Term predicate) {
    Term value = new Objects(frame).notNull(optional.field(VALUE));
    if (value instanceof Term.Nothing) {
      return optional;
    }
    Term passes =
        frame
            .branches()
            .either(
                at,
                present,
                optional.field(PRESENT).type(),
                () -> new Applied(frame).call(at, predicate, value),
                () -> conversions.term(draft.constant(false)));
    return optional((DeclaredType) optional.type(), passes, value);
  }

  private @Nullable Term flat(Tree at, Value present, Term value, Term function) {
    List<Term> given = new ArrayList<>();
    DeclaredType any =
        (DeclaredType) frame.names().program().elements().getTypeElement(OPTIONAL).asType();
    Term result =
        frame
            .branches()
            .either(
                at,
                present,
                any,
                () -> {
                  Term made = new Applied(frame).call(at, function, value);
                  given.add(made);
                  return made;
                },
                () -> {
                  DeclaredType type = given.isEmpty() ? any : (DeclaredType) given.get(0).type();
                  return optional(type, false, nothing(at, type));
                });
    return given.isEmpty() || !isOptional(given.get(0)) ? null : result.as(given.get(0).type());
  }

  /** Returns a record, which is held as an object here, by its components. */
  private Term record(Tree at, Term value, TypeMirror type) {
    return value.isObject() && !(value instanceof Term.Nothing) && frame.shapes().isTakenApart(type)
        ? conversions.to(at, value, type)
        : value;
  }

  /** Returns the result of a function for a value; null where there is none. */
  private @Nullable Term mapped(
      Tree at, Value present, Term value, Term function, DeclaredType type) {
    List<Term> given = new ArrayList<>();
    Term mapped =
        frame
            .branches()
            .either(
                at,
                present,
                type,
                () -> {
                  Term made = new Applied(frame).call(at, function, value);
                  given.add(made);
                  return nullable(at, type, made);
                },
                () -> optional(type, false, nothing(at, type)));
    if (given.isEmpty() && !(value instanceof Term.Nothing)) {
      Term made = frame.imagined(() -> new Applied(frame).call(at, function, value));
      if (made == null) {
        return null;
      }
      DeclaredType known = (DeclaredType) of(type, made);
      return optional(known, false, nothing(at, known));
    }
    return given.isEmpty() ? null : mapped.as(of(type, given.get(0)));
  }

  /** Returns the type of an optional value that was made by a function. */
  private TypeMirror of(DeclaredType type, Term value) {
    boolean isNumber = value instanceof Term.Single one && one.value().type().isScalar();
    boolean isObject = value instanceof Term.Fixed || value instanceof Term.Mutable;
    TypeMirror held = value.known();
    if (isNumber) {
      held = conversions.box(frame.single(value).type());
    } else if (isObject && Objects.of(value) instanceof ObjectClass.Declared declared) {
      held = declared.type();
    }
    TypeElement element = (TypeElement) type.asElement();
    return frame.names().program().types().getDeclaredType(element, held);
  }

  private Term either(
      Tree at, Value present, Term value, ResolvedMethod method, Supplier<Term> other) {
    boolean isGiven = value instanceof Term.Nothing || frame.shapes().isTakenApart(method.result());
    TypeMirror type = stored(isGiven ? method.result() : value.type());
    return frame
        .branches()
        .either(
            at,
            present,
            type,
            () ->
                value instanceof Term.Nothing ? seen(at, other.get(), type) : seen(at, value, type),
            () -> seen(at, other.get(), type));
  }

  private Term seen(Tree at, Term term, TypeMirror type) {
    return type.getKind().isPrimitive() ? conversions.to(at, term, type) : record(at, term, type);
  }
}
