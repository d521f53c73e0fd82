package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.names.Supertypes;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.Castability;
import cotangent.processor.read.shape.GeneratedRecord;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Converts values as Java does: promotion, assignment, casts, boxing. */
public final class Conversions {
  static final String OBJECT = "java.lang.Object";

  private final Frame frame;
  private final Types types;
  private final Castability casts;

  public Conversions(Frame frame) {
    this.frame = frame;
    this.types = frame.names().program().types();
    this.casts = new Castability(types);
  }

  /** Returns a constant: a boxed scalar or a text. */
  public Term constant(Object value) {
    if (value instanceof String text) {
      return new Term.Single(string(), frame.draft().constant(Type.STRING, text));
    }
    return term(frame.draft().constant(Type.Scalar.of(value), value));
  }

  public TypeMirror string() {
    return frame.names().program().elements().getTypeElement("java.lang.String").asType();
  }

  public static boolean isString(TypeMirror type) {
    return Spelling.of(type).equals("java.lang.String");
  }

  public TypeMirror primitive(Type type) {
    return types.getPrimitiveType(TypeKind.valueOf(((Type.Scalar) type).name()));
  }

  public Term term(Value scalar) {
    return new Term.Single(primitive(scalar.type()), scalar);
  }

  /** Returns a number or truth value, unboxed where need be. */
  public Value scalar(Tree at, Term term) {
    if (term instanceof Term.Single single) {
      if (single.value().type().isScalar()) {
        return single.value();
      }
      if (isBoxed(term.type())) {
        new Objects(frame).requireMembers(at, single);
        return unboxed(at, single);
      }
      TypeMirror known = frame.names().known(term.type());
      if (term.type().getKind() == TypeKind.TYPEVAR && isBoxed(known)) {
        return scalar(at, seen(at, single, known)); // an element of a collection of them
      }
    } else if (term instanceof Term.Nothing && isBoxed(term.type())) {
      return frame.single(new Objects(frame).present(at, term)); // which throws what Java throws
    } else if (NullableNumbers.is(term)) {
      TypeMirror number = primitive(term.leaves().get(1).type());
      return frame.single(new Objects(frame).each(at, term, number, one -> one.as(number)));
    }
    throw frame.names().wrong(at);
  }

  public boolean isBoxed(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && switch (Spelling.of(type)) {
          case "java.lang.Boolean",
              "java.lang.Byte",
              "java.lang.Short",
              "java.lang.Character",
              "java.lang.Integer",
              "java.lang.Long",
              "java.lang.Float",
              "java.lang.Double" ->
              true;
          default -> false;
        };
  }

  /** Returns the record of a companion that all types must be. */
  TypeMirror generated(Tree at, List<TypeMirror> all) {
    if (all.get(0) instanceof GeneratedRecord record && all.stream().allMatch(record::equals)) {
      return record;
    }
    throw frame.names().wrong(at);
  }

  /** Whether a type is primitive or a boxed one. */
  public boolean isScalar(TypeMirror type) {
    return type.getKind().isPrimitive() || isBoxed(type);
  }

  /** Casts a term: to a box first where an object is then unboxed, as in {@code (int) object}. */
  public Term cast(Tree at, Term term, TypeMirror type) {
    if (type instanceof PrimitiveType primitive
        && term.type().getKind() == TypeKind.DECLARED
        && !isBoxed(term.type())) {
      TypeMirror box = types.boxedClass(primitive).asType();
      return casts.arePossible(term.type(), box)
          ? to(at, to(at, term, box), type)
          : to(at, term, type);
    }
    return to(at, term, type);
  }

  private Value unboxed(Tree at, Term.Single boxed) {
    PrimitiveType primitive = types.unboxedType(boxed.type());
    String name = primitive.getKind().name().toLowerCase(Locale.ROOT);
    Callee callee =
        new Callee.Member(
            Callee.Member.Kind.METHOD, Spelling.of(boxed.type()), name + "Value", true);
    Value result = new Value(Type.Scalar.valueOf(primitive.getKind().name()), "");
    return frame.at(at).call(callee, List.of(result), List.of(boxed.value())).get(0);
  }

  /**
   * Returns the result of a generic method with the type that it has at its call; where the value
   * was made as something wider, it is cast.
   */
  public Term seen(Tree at, Term term, TypeMirror type) {
    if (term instanceof Term.Choice choice
        && !NullableNumbers.is(choice)
        && choice.alternatives().stream().anyMatch(Specialised::isNumber)) {
      return new ObjectCasts(frame).cast(at, choice, type);
    } else if (!(term instanceof Term.Single single) || single.value().type().isScalar()) {
      return term.as(type);
    } else {
      return seen(at, single, type, Position.NONE);
    }
  }

  private Term seen(Tree at, Term.Single term, TypeMirror type, Position ofCast) {
    Type wanted = frame.shapes().reference(type, frame.names().position(at));
    Term.Single seen =
        isKnownAs(term, wanted, type, ofCast)
            ? new Term.Single(type, term.value(), term.known())
            : new Term.Single(type, cast(ofCast, castable(term, type), type, wanted));
    return frame.shapes().isTakenApart(type)
        ? new RecordReferences(frame).unpack(at, type, seen.value())
        : seen;
  }

  /**
   * Returns a value in a form that Java can cast, where more is known about it than the program
   * says.
   */
  private Value castable(Term.Single term, TypeMirror type) {
    TypeMirror object = frame.names().program().elements().getTypeElement(OBJECT).asType();
    return casts.arePossible(term.known(), type)
        ? term.value()
        : cast(Position.NONE, term.value(), object, new Type.Reference(OBJECT));
  }

  /** Whether Java takes a value for one of a type without a cast. */
  private boolean isKnownAs(Term.Single single, Type wanted, TypeMirror type, Position ofCast) {
    Type held = single.value().type();
    boolean isNamed = frame.shapes().nameable().isClassNamed(type);
    if (isNamed ? isObject(wanted) || held.equals(wanted) : ofCast.isMade()) {
      return true;
    }
    boolean isWider = held.toString().contains("?") && !wanted.toString().contains("?");
    return !isWider
        && frame.shapes().nameable().isClassNamed(single.known())
        && types.isSubtype(types.erasure(single.known()), types.erasure(type));
  }

  private static boolean isObject(Type type) {
    return type.toString().equals(OBJECT);
  }

  private Value cast(Position position, Value value, TypeMirror type, Type wanted) {
    boolean isNamed = frame.shapes().nameable().isClassNamed(type);
    Callee cast =
        new Callee.Member(
            Callee.Member.Kind.CAST,
            frame.shapes().nameable().erasure().of(type).toString(),
            "",
            isNamed ? Callee.Member.Access.NAMED : Callee.Member.Access.HANDLE,
            List.of());
    Value result = new Value(wanted, "");
    frame.draft().at(position).call(cast, List.of(result), List.of(value));
    frame.draft().seenAs(result, value);
    return result;
  }

  /** Returns the class whose objects hold numbers of a type. */
  public TypeMirror box(Type scalar) {
    return types.boxedClass((PrimitiveType) primitive(scalar)).asType();
  }

  /** Boxes a number that goes where only a reference can be. */
  public Term boxed(Tree at, Term term) {
    if (!(term instanceof Term.Single single) || !single.value().type().isScalar()) {
      return term;
    }
    TypeMirror box = box(single.value().type());
    Callee callee =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, Spelling.of(box), "valueOf", true);
    Value result = new Value(new Type.Reference(Spelling.of(box)), "");
    frame.at(at).call(callee, List.of(result), List.of(single.value()));
    return new Term.Single(box, result);
  }

  /** Returns the type that arithmetic on two numbers is done in. */
  public static Type promoted(Type one, Type other) {
    if (one == Type.DOUBLE || other == Type.DOUBLE) {
      return Type.DOUBLE;
    } else if (one == Type.FLOAT || other == Type.FLOAT) {
      return Type.FLOAT;
    } else if (one == Type.LONG || other == Type.LONG) {
      return Type.LONG;
    }
    return Type.INT;
  }

  /** Converts a number to what a unary operator works on. */
  public Value promoted(Value number) {
    return frame.draft().cast(number, promoted(number.type(), Type.INT));
  }

  /** Returns the type that a switch expression has by itself. */
  public TypeMirror common(Frame at, Tree tree, List<TypeMirror> all) {
    TypeMirror first = all.get(0);
    if (all.stream().anyMatch(type -> type instanceof GeneratedRecord)) {
      return generated(tree, all);
    }
    if (all.stream().allMatch(type -> types.isSameType(type, first))) {
      return first;
    }
    if (all.stream().allMatch(this::isScalar)) {
      Type promoted =
          all.stream()
              .map(type -> type.getKind().isPrimitive() ? type : types.unboxedType(type))
              .<Type>map(type -> Type.Scalar.valueOf(type.getKind().name()))
              .reduce(Conversions::promoted)
              .orElseThrow();
      return primitive(promoted);
    }
    return shared(all).orElseThrow(() -> at.refusal(tree, Problem.MIXED_REPRESENTATION));
  }

  /** Returns the one type that objects of several types share; nothing where that isn't certain. */
  Optional<TypeMirror> shared(List<TypeMirror> all) {
    List<TypeMirror> common = new Supertypes(types).common(all);
    return common.size() == 1 ? Optional.of(common.get(0)) : Optional.empty();
  }

  /** Rejects an assignment of a number that Java doesn't allow without a cast. */
  public void checkAssignable(Tree at, Term term, TypeMirror target) {
    if (target.getKind().isPrimitive()
        && isScalar(term.type())
        && !types.isAssignable(term.type(), target)
        && !isNarrowedConstant(term, target)) {
      throw frame.names().wrong(at);
    }
  }

  private boolean isNarrowedConstant(Term term, TypeMirror target) {
    return term instanceof Term.Single single
        && frame.draft().known(single.value()) != null
        && switch (target.getKind()) {
          case BYTE, SHORT, CHAR -> true;
          default -> false;
        };
  }

  /**
   * Converts what is assigned. An array of a type variable becomes one of what that stands for
   * without a cast, which an {@code Object[]} in its place wouldn't stand.
   */
  public Term assigned(Tree at, Term term, TypeMirror target) {
    boolean isOfVariable =
        term.type() instanceof ArrayType array && Spelling.hasVariables(array.getComponentType());
    return isOfVariable
            && target instanceof ArrayType
            && !types.isAssignable(types.erasure(term.type()), types.erasure(target))
        ? term.as(target)
        : to(at, term, target);
  }

  /** Converts what is assigned, passed, returned or cast to a type. */
  public Term to(Tree at, Term term, TypeMirror target) {
    if (target instanceof GeneratedRecord) {
      generated(at, List.of(target, term.type()));
      return term;
    }
    if (target.getKind() == TypeKind.NONE || target.getKind() == TypeKind.VOID) {
      throw frame.names().wrong(at);
    }
    if (target.getKind().isPrimitive()) {
      Value value = scalar(at, term);
      Type type = Type.Scalar.valueOf(target.getKind().name());
      if ((value.type() == Type.BOOLEAN) != (type == Type.BOOLEAN)) {
        throw frame.names().wrong(at);
      }
      return new Term.Single(target, frame.draft().cast(value, type));
    }
    if (term instanceof Term.Pending pending) {
      return pending.condition() == null
          ? new Closures(frame).create(pending.type().tree(), target)
          : new Choices(frame).function(pending, pending.condition(), target);
    }
    return term.type().getKind() == TypeKind.NULL
        ? nothing(at, target)
        : reference(at, term, target);
  }

  private Term nothing(Tree at, TypeMirror target) {
    if (frame.shapes().isTakenApart(target)) {
      TypeElement record = (TypeElement) ((DeclaredType) target).asElement();
      if (Component.isTensor(record)) {
        return AbsentTensors.of(frame.reading()).nothing(frame, at, target);
      } else if (frame.names().program().names(record).isEmpty()) {
        throw frame.refusal(at, Problem.NULL_RECORD, target);
      }
      throw new Escape(found -> found.beObject(record)); // it is an object like any other
    }
    return frame.zero(at, target);
  }

  /** Returns a value in a form in which null can stand beside it. */
  public Term besideNull(Tree at, Term value) {
    return Component.isTensor(value.known()) ? value : asObject(at, value);
  }

  /** Returns a value in a form in which objects can stand beside it: records are objects, too. */
  Term asObject(Tree at, Term value) {
    TypeMirror object = frame.names().program().elements().getTypeElement(OBJECT).asType();
    return value instanceof Term.Tuple ? to(at, value, object) : value;
  }

  Castability casts() {
    return casts;
  }

  private Term reference(Tree at, Term term, TypeMirror target) {
    if (!casts.arePossible(term.type(), target)) {
      throw frame.names().wrong(at);
    }
    if (term.isObject()) {
      return new ObjectCasts(frame).cast(at, term, target);
    }
    if (term instanceof Term.Tuple record) {
      return frame.shapes().isTakenApart(target) || target.getKind() == TypeKind.TYPEVAR
          ? term.as(target)
          : Records.asObject(frame, at, record, target)
              .orElseThrow(() -> frame.refusal(at, Problem.RECORD_AS, term.type(), target));
    }
    Type type = frame.single(term).type();
    if (isBoxed(target) && type.isScalar()) {
      Type wanted = Type.Scalar.valueOf(types.unboxedType(target).getKind().name());
      if ((type == Type.BOOLEAN) != (wanted == Type.BOOLEAN)) {
        throw frame.names().wrong(at);
      }
      return new Term.Single(target, frame.draft().cast(frame.single(term), wanted));
    }
    if (type.isScalar() && !types.isAssignable(box(type), types.erasure(target))) {
      throw frame.names().wrong(at);
    }
    boolean isOfUnboxed =
        target instanceof ArrayType array
            && !array.getComponentType().getKind().isPrimitive()
            && type.isArray()
            && type.element().isScalar();
    if (type.isScalar() || isOfUnboxed || target.getKind() == TypeKind.TYPEVAR) {
      return term.as(target);
    }
    boolean fits = types.isAssignable(types.erasure(term.type()), types.erasure(target));
    return seen(at, (Term.Single) term, target, fits ? Position.NONE : frame.names().position(at));
  }
}
