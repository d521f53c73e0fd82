package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of the library that hold one value: optional ones, references that are set, sums
 * that are added to.
 */
public final class Holders {
  private static final String OPTIONAL = "java.util.Optional";
  private static final String OPTIONAL_DOUBLE = "java.util.OptionalDouble";
  private static final String REFERENCE = "java.util.concurrent.atomic.AtomicReference";
  private static final String ADDER = "java.util.concurrent.atomic.DoubleAdder";
  private static final String NO_ELEMENT = "java.util.NoSuchElementException";
  private static final String VALUE = "value";
  private static final String PRESENT = "present";

  private final Frame frame;
  private final Draft draft;
  private final Conversions conversions;

  public Holders(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.conversions = new Conversions(frame);
  }

  /** Makes an object by a constructor; returns nothing where it isn't one of these. */
  Optional<Term> made(Tree at, DeclaredType type, List<Term> arguments) {
    String name = ObjectClass.Library.name(type);
    if (name.equals(ADDER)) {
      return Optional.of(mutable(type, zero(), zero().type()));
    } else if (!name.equals(REFERENCE) || type.getTypeArguments().size() != 1) {
      return Optional.empty();
    }
    TypeMirror held = type.getTypeArguments().get(0); // boxed: there may be none
    Term value =
        arguments.isEmpty() ? frame.zero(at, held) : conversions.to(at, arguments.get(0), held);
    return Optional.of(mutable(type, value, held));
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
        return mayBeNull(value)
            ? Optional.empty() // for null it would be an exception
            : Optional.of(optional(type, true, held(at, type, value)));
      default:
        return Optional.empty();
    }
  }

  private static boolean mayBeNull(Term value) {
    return value instanceof Term.Choice
        || value instanceof Term.Nothing
        || value instanceof Term.Indexed indexed && !indexed.isThere();
  }

  /** Returns a value in a form that an absent value can have as well. */
  private Term held(Tree at, DeclaredType type, Term value) {
    TypeMirror held =
        type.getTypeArguments().isEmpty()
            ? frame.names().program().types().getPrimitiveType(TypeKind.DOUBLE)
            : stored(type.getTypeArguments().get(0));
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
      return zero();
    }
    TypeMirror held =
        type.getTypeArguments().isEmpty() ? object() : stored(type.getTypeArguments().get(0));
    return held.getKind().isPrimitive() ? frame.zero(at, held) : new Term.Nothing(object());
  }

  private Term zero() {
    return new Term.Single(
        frame.names().program().types().getPrimitiveType(TypeKind.DOUBLE), draft.zero(Type.DOUBLE));
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

  private Term mutable(DeclaredType type, Term value, TypeMirror held) {
    ObjectClass of = new ObjectClass.Library(type, List.of(VALUE));
    Map<Object, Variable> fields = new LinkedHashMap<>();
    fields.put(VALUE, frame.environment().field(VALUE, held));
    Made made = new Made(of, fields);
    frame.environment().set(made.field(VALUE), value);
    return new Term.Mutable(type, made);
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term object, List<Term> arguments) {
    String name = method.element().getSimpleName().toString();
    String call = arguments.size() + " " + name;
    if (object instanceof Term.Fixed optional) {
      return ofOptional(at, call, method, optional, arguments);
    }
    Term.Mutable holder = (Term.Mutable) object;
    return ((ObjectClass.Library) Objects.of(object)).name().equals(ADDER)
        ? ofSum(at, call, holder, arguments)
        : ofReference(at, call, holder, arguments);
  }

  private Term value(Tree at, Term holder) {
    return new Objects(frame).held(at, holder, VALUE);
  }

  private Term set(Term.Mutable holder, Term value) {
    frame.environment().set(holder.made().field(VALUE), value);
    return frame.nothing();
  }

  private @Nullable Term ofSum(Tree at, String call, Term.Mutable sum, List<Term> arguments) {
    Term before = value(at, sum);
    switch (call) {
      case "1 add":
        Value more = conversions.scalar(at, arguments.get(0));
        frame.at(at);
        Value after = draft.apply(Operations.ADD, frame.single(before), more);
        return set(sum, new Term.Single(before.type(), after));
      case "0 sum", "0 doubleValue":
        return before;
      case "0 reset":
        return set(sum, zero());
      case "0 sumThenReset":
        set(sum, zero());
        return before;
      default:
        return null;
    }
  }

  private @Nullable Term ofReference(
      Tree at, String call, Term.Mutable reference, List<Term> arguments) {
    Term before = value(at, reference);
    TypeMirror held = reference.made().field(VALUE).type();
    switch (call) {
      case "0 get", "0 getPlain", "0 getAcquire":
        return before;
      case "1 set", "1 setPlain", "1 lazySet", "1 setRelease":
        return set(reference, conversions.to(at, arguments.get(0), held));
      case "1 getAndSet":
        set(reference, conversions.to(at, arguments.get(0), held));
        return before;
      case "1 updateAndGet", "1 getAndUpdate":
        Term after =
            conversions.to(at, new Applied(frame).call(at, arguments.get(0), before), held);
        set(reference, after);
        return call.endsWith("updateAndGet") ? after : before;
      case "2 accumulateAndGet", "2 getAndAccumulate":
        Term both =
            conversions.to(
                at, new Applied(frame).call(at, arguments.get(1), before, arguments.get(0)), held);
        set(reference, both);
        return call.endsWith("accumulateAndGet") ? both : before;
      default:
        return null;
    }
  }

  private void require(Tree at, Value present) {
    Runnable fail = () -> LibraryExceptions.fail(frame, at, NO_ELEMENT, "No value present");
    frame.branches().branch(at, present, Frame.NOTHING, fail);
  }

  private @Nullable Term ofOptional(
      Tree at, String call, ResolvedMethod method, Term.Fixed optional, List<Term> arguments) {
    Value present = frame.single(optional.field(PRESENT));
    Term value =
        optional.field(VALUE) instanceof Term.Nothing && optional.type() instanceof DeclaredType of
            ? nothing(at, of)
            : optional.field(VALUE);
    switch (call) {
      case "0 isPresent":
        return optional.field(PRESENT);
      case "0 isEmpty":
        return conversions.term(draft.not(present));
      case "0 get", "0 getAsDouble", "0 orElseThrow":
        require(at, present);
        return record(at, value, method.result());
      case "1 orElse":
        Term other = arguments.get(0);
        return either(at, present, value, method, () -> other);
      case "1 orElseGet":
        return either(
            at, present, value, method, () -> new Applied(frame).call(at, arguments.get(0)));
      case "1 map":
        return mapped(at, present, value, arguments.get(0), (DeclaredType) method.result());
      case "1 ifPresent":
        frame
            .branches()
            .branch(
                at,
                present,
                () -> new Applied(frame).call(at, arguments.get(0), value),
                Frame.NOTHING);
        return frame.nothing();
      default:
        return null;
    }
  }

  /** Returns a record, which is held as an object here, by its components. */
  private Term record(Tree at, Term value, TypeMirror type) {
    return value.isObject() && !(value instanceof Term.Nothing) && frame.shapes().isTakenApart(type)
        ? conversions.to(at, value, type)
        : value;
  }

  /** Returns the result of a function for a value; null where that could be null. */
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
                  return optional(type, true, held(at, type, made));
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
    return given.isEmpty() || mayBeNull(given.get(0)) ? null : mapped.as(of(type, given.get(0)));
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
