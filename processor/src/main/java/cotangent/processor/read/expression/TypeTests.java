package cotangent.processor.read.expression;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.names.PatternTypes;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scan.Patterns;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.read.shape.Nameable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads {@code instanceof}, and casts of objects that were made in sight. */
public final class TypeTests {

  private final Frame frame;
  private final Types types;

  public TypeTests(Frame frame) {
    this.frame = frame;
    this.types = frame.names().program().types();
  }

  /** Reads {@code value instanceof Type}, with or without a variable. */
  public Term read(InstanceOfTree tree) {
    Tree pattern = tree.getPattern();
    if (pattern != null && !(pattern instanceof BindingPatternTree)) {
      return new Conversions(frame)
          .term(match(pattern, frame.expressions().value(tree.getExpression()), false));
    }
    Term value = frame.expressions().value(tree.getExpression());
    VariableTree variable = pattern == null ? null : ((BindingPatternTree) pattern).getVariable();
    TypeMirror type = frame.names().type(variable == null ? tree.getType() : variable.getType());
    Value is = is(tree, value, type);
    if (variable != null) {
      bind(tree, declared(variable, type), value, type, is);
    }
    return new Conversions(frame).term(is);
  }

  /**
   * Tests whether a value fits a pattern, and gives the variables of the pattern their values.
   *
   * @param isPart whether the value is a component of a record; then null fits as well where all
   *     else of the type does
   */
  public Value match(Tree pattern, Term value, boolean isPart) {
    if (Patterns.isAny(pattern)) {
      return frame.draft().constant(true);
    } else if (Patterns.isRecord(pattern)) {
      return matchRecord(pattern, value);
    } else if (!(pattern instanceof BindingPatternTree binding)) {
      throw Syntax.refusal(frame, pattern);
    } else {
      VariableTree tree = binding.getVariable();
      boolean isInferred = frame.names().isInferred(tree);
      TypeMirror type = isInferred ? value.type() : frame.names().type(tree.getType());
      boolean isTotal = isPart && fitsAlways(value.type(), type);
      Value is = isTotal ? frame.draft().constant(true) : is(pattern, value, type);
      if (tree.getName().length() == 0) {
        return is;
      } else if (isTotal) {
        Term seen = new Conversions(frame).to(pattern, value, type);
        new Assignments(frame).bind(declared(tree, type), seen);
      } else {
        bind(pattern, declared(tree, type), value, type, is);
      }
      return is;
    }
  }

  private Variable declared(VariableTree tree, TypeMirror type) {
    return frame.environment().declareBinding(tree.getName().toString(), type);
  }

  private boolean fitsAlways(TypeMirror given, TypeMirror type) {
    return type.getKind().isPrimitive()
        ? types.isSameType(given, type)
        : !given.getKind().isPrimitive()
            && types.isSubtype(types.erasure(given), types.erasure(type));
  }

  private Value matchRecord(Tree pattern, Term value) {
    TypeMirror type = frame.names().type(Patterns.record(pattern));
    Value is = is(pattern, value, type);
    Variable whole = frame.environment().unnamed("", type);
    bind(pattern, whole, value, type, is);
    Term record = frame.environment().require(whole);
    frame.environment().forget(whole);
    List<? extends RecordComponentElement> components =
        ((TypeElement) ((DeclaredType) type).asElement()).getRecordComponents();
    List<Tree> parts = Patterns.components(pattern);
    for (int i = 0; i < parts.size(); i++) {
      if (!Patterns.isAny(parts.get(i))) {
        TypeMirror seen =
            new PatternTypes(types).of(components.get(i), (DeclaredType) type, value.type());
        Term part = part(pattern, record, components.get(i), i, is).as(seen);
        is = frame.draft().apply(Operations.AND, is, match(parts.get(i), part, true));
      }
    }
    return is;
  }

  /** Returns a component of a record; any value where the record doesn't fit. */
  private Term part(
      Tree at, Term record, RecordComponentElement component, int place, Value isThere) {
    if (record instanceof Term.Tuple tuple) {
      return tuple.components().get(place);
    } else if (record instanceof Term.Fixed fixed) {
      return fixed.fields().get(place);
    }
    TypeMirror type = types.asMemberOf((DeclaredType) record.type(), component);
    Objects objects = new Objects(frame);
    return chosen(
        at,
        type,
        isThere,
        () ->
            objects
                .each(
                    at,
                    record instanceof Term.Indexed indexed ? indexed.present(true) : record,
                    type,
                    one ->
                        one instanceof Term.Single outside
                            ? component(at, outside, component)
                            : objects.held(at, one, Objects.of(one).fields().get(place)))
                .as(type));
  }

  /** Reads a component of a record that came from outside and is held as a reference. */
  public Term component(Tree at, Term.Single record, RecordComponentElement component) {
    TypeMirror type = types.asMemberOf((DeclaredType) record.type(), component);
    ExecutableElement accessor = component.getAccessor();
    boolean isAccessible = frame.reading().isAccessible(accessor);
    if (!isAccessible) {
      throw Syntax.refusal(frame, at);
    }
    Callee callee =
        new Callee.Member(
            Callee.Member.Kind.METHOD,
            Spelling.of(types.erasure(record.type())),
            accessor.getSimpleName().toString(),
            true);
    Value value = new Value(frame.shapes().reference(type, frame.names().position(at)), "");
    frame.at(at).call(callee, List.of(value), List.of(record.value()));
    return new RecordReferences(frame).unpack(at, type, value);
  }

  private Value is(Tree at, Term value, TypeMirror type) {
    AskedRecords.of(frame.reading()).ask(value);
    if (value instanceof Term.Choice choice) {
      return isOneOf(at, choice, type);
    } else if (isKnown(value) || Specialised.isUnboxed(value)) {
      return fits(value, type) ? isThere(value) : frame.draft().constant(false);
    } else if (value instanceof Term.Single single && !single.value().type().isScalar()) {
      return isDecided(single, type) && !fits(single, type)
          ? frame.draft().constant(false)
          : outside(at, single, type);
    }
    throw Syntax.refusal(frame, at);
  }

  private Value isOneOf(Tree at, Term.Choice choice, TypeMirror type) {
    return new Objects(frame)
        .isOneWhere(
            choice,
            each ->
                isOpen(each, type)
                    ? outside(at, (Term.Single) each, type)
                    : fits(each, type) ? isThere(each) : null);
  }

  /** Whether only the object itself says, at run time, whether it is of a type. */
  private boolean isOpen(Term one, TypeMirror type) {
    return one instanceof Term.Single single
        && !single.value().type().isScalar()
        && !isDecided(single, type);
  }

  /** Whether the static type of a reference, as that of an enum's constant, says what it is. */
  private boolean isDecided(Term reference, TypeMirror type) {
    return reference instanceof Term.Single single
        && (fits(single, type) || !new Conversions(frame).casts().arePossible(held(single), type));
  }

  /** Returns the type that a reference has in the graph, whatever it is seen as here. */
  private TypeMirror held(Term.Single reference) {
    String name = reference.value().type().toString();
    TypeElement held = frame.names().program().elements().getTypeElement(name);
    return held == null ? reference.type() : held.asType();
  }

  /** Whether two references may be to one object, as far as their types say. */
  boolean mayBeOne(Term.Single one, Term.Single other) {
    return new Conversions(frame).casts().arePossible(made(one), made(other));
  }

  private Value isThere(Term value) {
    Draft draft = frame.draft();
    if (value instanceof Term.Single single && !single.value().type().isScalar()) {
      Value nothing = draft.constant(single.value().type(), null);
      return draft.apply(Operations.NE, single.value(), nothing);
    }
    return value instanceof Term.Indexed indexed && !indexed.isThere()
        ? draft.apply(Operations.NE, indexed.index(), draft.constant(0))
        : draft.constant(true);
  }

  static boolean isKnown(Term value) {
    return value.isObject() || value instanceof Term.Tuple;
  }

  boolean fits(Term value, TypeMirror type) {
    if (value instanceof Term.Nothing) {
      return false;
    }
    return types.isSubtype(types.erasure(made(value)), types.erasure(type));
  }

  /** Returns the type that an object was made of. */
  private TypeMirror made(Term value) {
    if (value instanceof Term.Tuple tuple) {
      return tuple.known();
    } else if (value instanceof Term.Single single) {
      return single.value().type() instanceof Type.Scalar scalar
          ? types.boxedClass(types.getPrimitiveType(TypeKind.valueOf(scalar.name()))).asType()
          : held(single);
    }
    ObjectClass of = Objects.of(value);
    if (of instanceof ObjectClass.Declared declared) {
      return declared.type();
    } else if (of instanceof ObjectClass.Library library) {
      return library.type();
    }
    return of instanceof ObjectClass.Closure closure
        ? closure.type()
        : ((ObjectClass.Anonymous) of).type();
  }

  /** Whether, at run time, an object that came from outside is of a type. */
  public Value outside(Tree at, Term.Single value, TypeMirror type) {
    Value literal = literal(at, type);
    Value is = new Value(Type.BOOLEAN, "");
    Callee test =
        new Callee.Member(Callee.Member.Kind.METHOD, "java.lang.Class", "isInstance", true);
    frame.at(at).call(test, List.of(is), List.of(literal, value.value()));
    return is;
  }

  /** Returns the object that stands for a class. */
  public Value literal(Tree at, TypeMirror type) {
    Nameable nameable = frame.shapes().nameable();
    Callee.Member.Access access =
        nameable.isClassNamed(type) ? Callee.Member.Access.NAMED : Callee.Member.Access.HANDLE;
    String name = nameable.erasure().of(type).toString();
    Value literal = new Value(new Type.Reference("java.lang.Class<?>"), "");
    frame
        .at(at)
        .call(
            new Callee.Member(Callee.Member.Kind.STATIC_FIELD, name, "class", access, List.of()),
            List.of(literal),
            List.of());
    return literal;
  }

  private void bind(Tree at, Variable variable, Term value, TypeMirror type, Value is) {
    if (Boolean.FALSE.equals(frame.draft().known(is))) {
      frame.environment().set(variable, frame.zero(at, type));
    } else if (value instanceof Term.Single single) {
      new Assignments(frame).bind(variable, cast(at, single, type, is));
    } else if (value instanceof Term.Choice choice) {
      Term.Choice seen = seen(at, choice, type, is);
      Predicate<Term> fits = one -> one instanceof Term.Choice || fits(one, type);
      boolean mayFit = seen.alternatives().stream().anyMatch(fits);
      Term fitting =
          mayFit
              ? new ObjectCasts(frame).cast(at, flat(at, narrowed(seen, fits).as(type), type), type)
              : frame.zero(at, type);
      frame.environment().set(variable, fitting);
    } else {
      boolean fits = fits(value, type);
      frame
          .environment()
          .set(
              variable, fits ? new ObjectCasts(frame).cast(at, value, type) : frame.zero(at, type));
    }
  }

  /** Returns an object as one of a type; anything where it isn't. */
  private Term cast(Tree at, Term.Single object, TypeMirror type, Value is) {
    Term cast = chosen(at, type, is, () -> new Conversions(frame).cast(at, object, type));
    if (cast instanceof Term.Single seen) {
      frame.draft().seenAs(seen.value(), object.value());
    }
    return cast;
  }

  /** Returns what an action gives where a condition holds; anything where it doesn't. */
  private Term chosen(Tree at, TypeMirror type, Value condition, Supplier<Term> action) {
    Variable result = frame.environment().unnamed("", type);
    return frame
        .branches()
        .choose(
            at,
            condition,
            result,
            () -> frame.environment().set(result, action.get()),
            () -> frame.environment().set(result, frame.zero(at, type)));
  }

  /**
   * Returns a choice in which objects that only turn out at run time to be of a type are of it.
   *
   * @param is whether what is chosen is of the type
   */
  private Term.Choice seen(Tree at, Term.Choice choice, TypeMirror type, Value is) {
    List<Term> all = new ArrayList<>();
    Draft draft = frame.draft();
    for (Term each : choice.alternatives()) {
      Value isThis = draft.apply(Operations.EQ, choice.tag(), draft.constant(all.size()));
      all.add(
          isOpen(each, type)
              ? cast(at, (Term.Single) each, type, draft.apply(Operations.AND, is, isThis))
              : each);
    }
    return new Term.Choice(choice.type(), choice.tag(), all);
  }

  /** Returns a term in which no choice is one of those that are chosen from. */
  private Term flat(Tree at, Term term, TypeMirror type) {
    return term instanceof Term.Choice
            && term.parts().stream().anyMatch(Term.Choice.class::isInstance)
        ? new Objects(frame).each(at, term, type, one -> one)
        : term;
  }

  /** Returns the objects of a choice that it may be. */
  public Term narrowed(Term.Choice choice, Predicate<Term> fits) {
    List<Term> fitting = new ArrayList<>();
    Value tag = frame.draft().constant(0);
    for (int i = 0; i < choice.alternatives().size(); i++) {
      if (fits.test(choice.alternatives().get(i))) {
        if (!fitting.isEmpty()) {
          Value isThis =
              frame.draft().apply(Operations.EQ, choice.tag(), frame.draft().constant(i));
          Value number = frame.draft().constant(fitting.size());
          tag = frame.draft().apply(Operations.SELECT, isThis, number, tag);
        }
        fitting.add(choice.alternatives().get(i));
      }
    }
    return fitting.size() == 1 ? fitting.get(0) : new Term.Choice(choice.type(), tag, fitting);
  }
}
