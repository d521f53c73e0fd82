package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.UpperBounds;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Term;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads casts of objects that were made in sight. Null is of every type. */
public final class ObjectCasts {
  private static final String MISFIT = "java.lang.ClassCastException";

  private final Frame frame;
  private final TypeTests tests;
  private final Types types;

  public ObjectCasts(Frame frame) {
    this.frame = frame;
    this.tests = new TypeTests(frame);
    this.types = frame.names().program().types();
  }

  /** Returns an object whose type has several bounds as that which has a method. */
  public Term having(Tree at, ResolvedMethod method, Term object) {
    return object instanceof Term.Single || object instanceof Term.Choice
        ? UpperBounds.further(object.type(), method.owner(), types)
            .map(bound -> new Conversions(frame).to(at, object, bound))
            .orElse(object)
        : object;
  }

  /** Reads a cast. */
  Term cast(Tree at, Term value, TypeMirror type) {
    if (value instanceof Term.Tuple) {
      return new Conversions(frame).to(at, value, type);
    }
    boolean isRecord = frame.shapes().isTakenApart(type);
    if (!(type instanceof DeclaredType)
        || value instanceof Term.Nothing
        || !isRecord && types.isSubtype(types.erasure(value.type()), types.erasure(type))) {
      return value.as(type);
    }
    if (isRecord && types.isSameType(value.type(), type) && ObjectArrays.mayBeNull(value)) {
      TypeElement record = (TypeElement) ((DeclaredType) type).asElement();
      throw new Escape(found -> found.beObject(record)); // it is an object like any other
    }
    return value instanceof Term.Choice choice
            && choice.alternatives().stream().anyMatch(Term.Nothing.class::isInstance)
        ? besideNull(at, choice, type)
        : each(at, value, type);
  }

  private Term besideNull(Tree at, Term.Choice choice, TypeMirror type) {
    boolean allFit =
        !frame.shapes().isTakenApart(type)
            && choice.alternatives().stream().allMatch(one -> isCertain(one, type));
    return allFit
        ? choice.as(type)
        : frame
            .branches()
            .either(
                at,
                new Objects(frame).areSame(at, choice, new Term.Nothing(type)),
                type,
                () -> new Term.Nothing(type),
                () -> each(at, new Objects(frame).notNull(choice), type));
  }

  /** Whether one of several is certainly null or of a type. */
  private boolean isCertain(Term one, TypeMirror type) {
    if (Specialised.isNumber(one)) {
      TypeMirror box = new Conversions(frame).box(frame.single(one).type());
      return types.isSubtype(box, types.erasure(type));
    }
    return one instanceof Term.Nothing || TypeTests.isKnown(one) && tests.fits(one, type);
  }

  private Term each(Tree at, Term value, TypeMirror type) {
    return new Objects(frame).each(at, value, type, one -> one(at, one, type)).as(type);
  }

  private Term one(Tree at, Term one, TypeMirror type) {
    boolean isKnown = TypeTests.isKnown(one) || Specialised.isUnboxed(one);
    if (isKnown && !tests.fits(one, type)) {
      return unlessNull(at, one, type);
    } else if (one instanceof Term.Single) {
      return new Conversions(frame).to(at, one, type);
    }
    return frame.shapes().isTakenApart(type) && one instanceof Term.Fixed record
        ? new Term.Tuple(type, record.fields())
        : one;
  }

  /** Throws what Java throws for an object of another class, if there is one. */
  private Term unlessNull(Tree at, Term one, TypeMirror type) {
    if (!(one instanceof Term.Indexed indexed) || indexed.isThere()) {
      throw misfit(at);
    }
    Value isNull = new Objects(frame).areSame(at, one, new Term.Nothing(type));
    frame
        .branches()
        .branch(
            at,
            isNull,
            Frame.NOTHING,
            () -> {
              throw misfit(at);
            });
    return new Term.Nothing(type);
  }

  private Diverged misfit(Tree at) {
    return JavaExceptions.thrown(frame, at, MISFIT);
  }
}
