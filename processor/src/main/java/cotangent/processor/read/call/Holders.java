package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Made;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of the library that hold one value: references that are set, sums that are added
 * to.
 */
final class Holders {
  private static final String REFERENCE = "java.util.concurrent.atomic.AtomicReference";
  private static final String ADDER = "java.util.concurrent.atomic.DoubleAdder";
  private static final String VALUE = "value";

  private final Frame frame;
  private final Draft draft;
  private final Conversions conversions;

  Holders(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.conversions = new Conversions(frame);
  }

  /** Makes an object by a constructor; returns nothing where it isn't one of these. */
  Optional<Term> made(Tree at, DeclaredType type, List<Term> arguments) {
    String name = ObjectClass.Library.name(type);
    if (name.equals(ADDER)) {
      return Optional.of(mutable(at, type, zero(), zero().type()));
    } else if (!name.equals(REFERENCE) || type.getTypeArguments().size() != 1) {
      return Optional.empty();
    }
    TypeMirror held = type.getTypeArguments().get(0); // boxed: there may be none
    Term value =
        arguments.isEmpty() ? frame.zero(at, held) : conversions.to(at, arguments.get(0), held);
    return Optional.of(mutable(at, type, value, held));
  }

  private Term zero() {
    return new Term.Single(
        frame.names().program().types().getPrimitiveType(TypeKind.DOUBLE), draft.zero(Type.DOUBLE));
  }

  private Term mutable(Tree at, DeclaredType type, Term value, TypeMirror held) {
    ObjectClass of = new ObjectClass.Library(type, List.of(VALUE));
    Map<Object, Variable> fields = new LinkedHashMap<>();
    fields.put(VALUE, frame.environment().field(VALUE, held));
    Made made = new Made(of, fields);
    frame.environment().set(made.field(VALUE), value);
    return Arenas.of(frame.reading()).perhaps(frame, at, new Term.Mutable(type, made));
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term object, List<Term> arguments) {
    String name = method.element().getSimpleName().toString();
    String call = arguments.size() + " " + name;
    return ((ObjectClass.Library) Objects.of(object)).name().equals(ADDER)
        ? ofSum(at, call, object, arguments)
        : ofReference(at, call, object, arguments);
  }

  private Term value(Tree at, Term holder) {
    return new Objects(frame).held(at, holder, VALUE);
  }

  private Term set(Tree at, Term holder, Term value) {
    new Objects(frame).assign(at, holder, VALUE, value);
    return frame.nothing();
  }

  private @Nullable Term ofSum(Tree at, String call, Term sum, List<Term> arguments) {
    Term before = value(at, sum);
    switch (call) {
      case "1 add":
        Value more = conversions.scalar(at, arguments.get(0));
        frame.at(at);
        Value after = draft.apply(Operations.ADD, frame.single(before), more);
        return set(at, sum, new Term.Single(before.type(), after));
      case "0 sum", "0 doubleValue":
        return before;
      case "0 reset":
        return set(at, sum, zero());
      case "0 sumThenReset":
        set(at, sum, zero());
        return before;
      default:
        return null;
    }
  }

  private @Nullable Term ofReference(Tree at, String call, Term reference, List<Term> arguments) {
    Term before = value(at, reference);
    TypeMirror held =
        ((ObjectClass.Library) Objects.of(reference)).type().getTypeArguments().get(0);
    switch (call) {
      case "0 get", "0 getPlain", "0 getAcquire":
        return before;
      case "1 set", "1 setPlain", "1 lazySet", "1 setRelease":
        return set(at, reference, conversions.to(at, arguments.get(0), held));
      case "1 getAndSet":
        set(at, reference, conversions.to(at, arguments.get(0), held));
        return before;
      case "1 updateAndGet", "1 getAndUpdate":
        Term after =
            conversions.to(at, new Applied(frame).call(at, arguments.get(0), before), held);
        set(at, reference, after);
        return call.endsWith("updateAndGet") ? after : before;
      case "2 accumulateAndGet", "2 getAndAccumulate":
        Term both =
            conversions.to(
                at, new Applied(frame).call(at, arguments.get(1), before, arguments.get(0)), held);
        set(at, reference, both);
        return call.endsWith("accumulateAndGet") ? both : before;
      default:
        return null;
    }
  }
}
