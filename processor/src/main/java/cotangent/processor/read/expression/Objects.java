package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.Superclasses;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.NullTest;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.function.Function;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads what is done with objects that were made in sight: their fields, their identity. */
public final class Objects {
  private static final String NULL = "java.lang.NullPointerException";

  /** What is done with an object. */
  public interface Action {
    Term on(Term object);
  }

  private final Frame frame;
  private final Types types;

  public Objects(Frame frame) {
    this.frame = frame;
    this.types = frame.names().program().types();
  }

  /** Returns the class of an object that is known to be of one. */
  public static ObjectClass of(Term object) {
    if (object instanceof Term.Indexed indexed) {
      return indexed.of();
    }
    return object instanceof Term.Fixed fixed ? fixed.of() : ((Term.Mutable) object).made().of();
  }

  /** Returns the type of an object with the type arguments that it was made with. */
  public static TypeMirror madeAs(Term object) {
    boolean isMade = object.isObject() && !(object instanceof Term.Choice);
    return isMade && !(of(object) instanceof ObjectClass.Library)
        ? of(object).known()
        : object.type();
  }

  /** Returns the object around an object; null where there is none, or none is known. */
  public @Nullable Term outer(Tree at, Term object) {
    if (!isMade(object)) {
      return null;
    }
    ObjectClass of = of(object);
    Object key =
        of instanceof ObjectClass.Declared declared ? declared.element() : ObjectClass.OUTER;
    if (!of.fields().contains(key)) {
      return null;
    }
    return object instanceof Term.Mutable mutable
        ? frame.environment().get(mutable.made().field(key))
        : held(at, object, key);
  }

  /** Whether an object is of a class of Java's own library. */
  static boolean isOfLibrary(Term object) {
    return isMade(object) && of(object) instanceof ObjectClass.Library;
  }

  /** Whether an object is of an anonymous class. */
  public static boolean isAnonymous(Term object) {
    return isMade(object) && of(object) instanceof ObjectClass.Anonymous;
  }

  /** Whether a term is one object that was made in sight. */
  public static boolean isMade(Term object) {
    return object instanceof Term.Fixed
        || object instanceof Term.Mutable
        || object instanceof Term.Indexed;
  }

  /**
   * Whether an object has a field of which there is no element: of an anonymous class one that its
   * class declares, of a class of the library one that what is retold of it names.
   */
  public static boolean hasOwn(Term object, String name) {
    return (isAnonymous(object) || isOfLibrary(object)) && of(object).fields().contains(name);
  }

  /** Returns what a field holds. */
  public Term held(Tree at, Term object, Object key) {
    if (!of(object).fields().contains(key)) {
      if (of(object).fields().contains(ObjectClass.Library.SHOWN)) {
        return held(at, ((Term.Fixed) object).field(ObjectClass.Library.SHOWN), key);
      } else if (key.equals(ObjectClass.Library.CHANGES)) {
        return new Conversions(frame).term(frame.draft().constant(0)); // List.of(..) has none
      }
      throw frame.names().wrong(at);
    } else if (object instanceof Term.Fixed fixed) {
      return fixed.field(key);
    } else if (object instanceof Term.Indexed indexed) {
      return Arenas.of(frame.reading()).read(frame, at, indexed, key);
    }
    Variable field = ((Term.Mutable) object).made().field(key);
    Term value = frame.environment().get(field);
    if (value == null) {
      throw frame.unassigned(at, field);
    }
    return value;
  }

  /** Does something with each object that a term may be, and gives what comes of it. */
  public Term each(Tree at, Term term, TypeMirror type, Action action) {
    if (term instanceof Term.Nothing) {
      return fail(at);
    }
    return term instanceof Term.Choice choice ? from(at, choice, 0, type, action) : action.on(term);
  }

  /** Writes a field, and gives what is written. */
  public void assign(Tree at, Term object, Object key, Term value) {
    each(
        at,
        object,
        types.getNoType(TypeKind.VOID),
        one -> {
          if (one instanceof Term.Indexed indexed) {
            Arenas.of(frame.reading()).write(frame, at, indexed, key, value);
          } else if (one instanceof Term.Mutable mutable
              && mutable.made().fields().containsKey(key)) {
            frame.environment().set(mutable.made().field(key), value);
          } else {
            Whole.require(one);
            throw frame.refusal(at, Problem.FIELD_WRITTEN, at);
          }
          return frame.nothing();
        });
  }

  private Term from(Tree at, Term.Choice choice, int i, TypeMirror type, Action action) {
    Term alternative = choice.alternatives().get(i);
    Action done = one -> one instanceof Term.Nothing ? fail(at) : action.on(one.as(choice.type()));
    if (i == choice.alternatives().size() - 1) {
      return done.on(alternative);
    }
    Draft draft = frame.draft();
    Value isThis = draft.apply(Operations.EQ, choice.tag(), draft.constant(i));
    return frame
        .branches()
        .either(
            at,
            isThis,
            type,
            () -> done.on(alternative),
            () -> from(at, choice, i + 1, type, action));
  }

  /** Throws what Java throws where null is used as an object. */
  public Term fail(Tree at) {
    throw JavaExceptions.thrown(frame, at, NULL);
  }

  /** Throws what Java throws where null is asked for its members. */
  public void requireMembers(Tree at, Term object) {
    boolean isNull = isNull(object) && !frame.reading().isRefused(); // then it may be anything
    if (isNull || isNullSoFar(object)) {
      fail(at);
    }
  }

  /** Whether nothing but null was found so far, where an object would be held by its fields. */
  private boolean isNullSoFar(Term object) {
    return object instanceof Term.Single
        && object.type() instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type
        && Program.isLocal(type)
        && takesApart(type);
  }

  /** Whether objects of a class are held by their fields. */
  public boolean takesApart(TypeElement type) {
    Program program = frame.names().program();
    return Superclasses.chain(type).stream()
            .noneMatch(each -> frame.reading().representations().isWhole(each))
        && (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD)
        && Superclasses.chain(type).stream().allMatch(each -> program.names(each).isPresent())
        && !program.isThrowable(type);
  }

  /** Returns an object that isn't null; throws what Java throws where it is. */
  public Term present(Tree at, Term object) {
    return object instanceof Term.Indexed indexed
        ? Arenas.of(frame.reading()).present(frame, at, indexed)
        : each(at, object, object.type(), one -> one);
  }

  /** Returns what an object is where it isn't null. */
  public Term notNull(Term object) {
    if (object instanceof Term.Choice choice) {
      return new TypeTests(frame).narrowed(choice, one -> !(one instanceof Term.Nothing));
    }
    return object instanceof Term.Indexed indexed ? indexed.present(true) : object;
  }

  /** Compares two references, of which one at least is to an object that was made in sight. */
  public Value areSame(Tree at, Term one, Term other) {
    if (isNull(one) || isNull(other)) {
      return isNothing(at, isNull(one) ? other : one);
    } else if (one instanceof Term.Columns && other instanceof Term.Columns) {
      return frame.at(at).apply(Operations.EQ, Arrays.first(one), Arrays.first(other));
    } else if (one instanceof Term.Indexed a && other instanceof Term.Indexed b) {
      return areSame(at, a, b);
    } else if (one instanceof Term.Single outside && !Specialised.isNumber(one)) {
      return isOutside(at, outside, other);
    } else if (other instanceof Term.Single outside && !Specialised.isNumber(other)) {
      return isOutside(at, outside, one);
    } else if (one instanceof Term.Choice choice && isTold(choice)) {
      return isOneOf(at, choice, other);
    } else if (other instanceof Term.Choice choice && isTold(choice)) {
      return isOneOf(at, choice, one);
    } else if (one instanceof Term.Mutable a && other instanceof Term.Mutable b) {
      return frame.draft().constant(a.made().equals(b.made()));
    }
    identify(one);
    identify(other);
    throw frame.refusal(at, Problem.IDENTITY);
  }

  /** Whether a term is a constant of an enum, of which there is only one. */
  private static boolean isConstant(Term term) {
    return term instanceof Term.Single single
        && single.type() instanceof DeclaredType type
        && type.asElement().getKind() == ElementKind.ENUM;
  }

  /** Whether something is an object that came from outside, which none is that is made in sight. */
  private Value isOutside(Tree at, Term.Single outside, Term term) {
    Draft draft = frame.draft();
    if (term instanceof Term.Choice choice) {
      return isOneWhere(choice, each -> isOutside(at, outside, each));
    } else if (term instanceof Term.Single single) {
      if (!new TypeTests(frame).mayBeOne(single, outside)) {
        return draft.constant(false);
      } else if (Specialised.isNumber(single)) {
        throw frame.refusal(at, Problem.IDENTITY);
      }
      return draft.apply(Operations.EQ, single.value(), outside.value());
    } else if (term instanceof Term.Nothing || term instanceof Term.Indexed) {
      return draft.apply(Operations.AND, isNothing(at, term), isNothing(at, outside));
    }
    boolean isRecord =
        term instanceof Term.Tuple || of(term).type().asElement().getKind() == ElementKind.RECORD;
    if (isRecord && !isConstant(outside)) {
      throw frame.refusal(at, Problem.IDENTITY); // it may be a copy of the one from outside
    }
    return draft.constant(false);
  }

  /** Asks for objects that are told apart, if they are of a class whose fields never change. */
  private static void identify(Term term) {
    if (term instanceof Term.Choice choice) {
      choice.alternatives().forEach(Objects::identify);
    } else if (term instanceof Term.Fixed fixed
        && fixed.of() instanceof ObjectClass.Declared declared
        && declared.element().getKind() == ElementKind.CLASS) {
      throw new Escape(found -> found.identify(declared.element()));
    }
  }

  private Value areSame(Tree at, Term.Indexed one, Term.Indexed other) {
    Draft draft = frame.draft();
    if (one.of().equals(other.of())) {
      if (one.of().type().asElement().getKind() == ElementKind.RECORD) {
        throw frame.refusal(at, Problem.IDENTITY); // one may have been copied on its way
      }
      return draft.apply(Operations.EQ, one.index(), other.index());
    }
    Value zero = draft.constant(0);
    return draft.apply(
        Operations.AND,
        draft.apply(Operations.EQ, one.index(), zero),
        draft.apply(Operations.EQ, other.index(), zero));
  }

  /** Whether all that may be chosen has an identity. */
  private static boolean isTold(Term.Choice choice) {
    return choice.alternatives().stream()
        .allMatch(
            each ->
                each instanceof Term.Indexed
                    || each instanceof Term.Mutable
                    || each instanceof Term.Nothing);
  }

  private Value isOneOf(Tree at, Term.Choice choice, Term other) {
    return isOneWhere(choice, each -> areSame(at, each, other));
  }

  /**
   * Whether, at run time, a choice is an object for which something holds.
   *
   * @param holds gives whether it holds; null where it certainly doesn't
   */
  Value isOneWhere(Term.Choice choice, Function<Term, @Nullable Value> holds) {
    Draft draft = frame.draft();
    Value is = draft.constant(false);
    for (int i = 0; i < choice.alternatives().size(); i++) {
      Value one = holds.apply(choice.alternatives().get(i));
      if (one != null) {
        Value isThis = draft.apply(Operations.EQ, choice.tag(), draft.constant(i));
        is = draft.apply(Operations.OR, is, draft.apply(Operations.AND, isThis, one));
      }
    }
    return is;
  }

  private boolean isNull(Term term) {
    return term instanceof Term.Nothing
        || term instanceof Term.Single single && frame.draft().isNull(single.value());
  }

  private Value isNothing(Tree at, Term term) {
    Draft draft = frame.draft();
    if (isNull(term)) {
      return draft.constant(true);
    } else if (Specialised.isNumber(term)) {
      return draft.constant(false);
    } else if (term instanceof Term.Indexed indexed) {
      return indexed.isThere()
          ? draft.constant(false)
          : tested(term, draft.apply(Operations.EQ, indexed.index(), draft.constant(0)));
    }
    if (term instanceof Term.Columns || term instanceof Term.Single) {
      Value reference = term.leaves().get(0);
      return frame.at(at).apply(Operations.EQ, reference, draft.constant(reference.type(), null));
    }
    if (term instanceof Term.Choice choice) {
      return tested(term, isOneOf(at, choice, new Term.Nothing(choice.type())));
    } else if (term.isGivenList()) {
      return isNothing(at, term.parts().get(0));
    }
    AskedRecords.of(frame.reading()).compare(term);
    return draft.constant(false);
  }

  /** Notes what it says of a term whether it is null. */
  private Value tested(Term term, Value isNull) {
    frame.draft().nullTests().note(isNull, new NullTest(term, () -> notNull(term), true));
    return isNull;
  }

  /** Returns the object as it is seen in a member of a class. */
  public static Term seenIn(Term object, TypeElement owner) {
    return of(object) instanceof ObjectClass.Library ? object : object.as(owner.asType());
  }
}
