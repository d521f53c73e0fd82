package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.AbsentTensors;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads the library's methods that return what they are given: {@code Double.valueOf(x)}, {@code
 * boxed.doubleValue()}, {@code Objects.requireNonNull(array)}.
 */
final class HandedOn {
  private static final String OBJECTS = "java.util.Objects";

  private final Frame frame;
  private final Conversions conversions;

  HandedOn(Frame frame, Conversions conversions) {
    this.frame = frame;
    this.conversions = conversions;
  }

  /** Reads a call of one of them; returns nothing for any other method. */
  Optional<Term> call(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    String name = method.element().getSimpleName().toString();
    if (receiver != null) {
      return unboxed(at, name, receiver, arguments);
    } else if (name.equals("valueOf")) {
      return boxed(method, arguments);
    }
    return method.owner().getQualifiedName().contentEquals(OBJECTS) && !arguments.isEmpty()
        ? perhapsNull(at, method, arguments)
        : Optional.empty();
  }

  /** Reads what is asked of something that may be null. */
  private Optional<Term> perhapsNull(Tree at, ResolvedMethod method, List<Term> arguments) {
    Term given = arguments.get(0);
    boolean isTensor = Component.isTensor(given.known());
    boolean isArray = given instanceof Term.Single one && one.value().type().isArray();
    boolean isKnown = given.isObject() || given instanceof Term.Tuple;
    if (given instanceof Term.Fixed object && method.element().getParameters().size() == 1) {
      Identities.rejectNull(frame.reading().representations(), object.of().type());
    }
    List<Term> others = arguments.subList(1, arguments.size());
    if (others.stream().noneMatch(Term::isObject) && (isTensor || isArray)) {
      return required(at, method, given, others);
    }
    return isKnown && !isTensor || Specialised.isNumber(given)
        ? new RetoldCalls(frame).ofClass(OBJECTS, at, method, arguments)
        : Optional.empty();
  }

  private Optional<Term> required(Tree at, ResolvedMethod method, Term given, List<Term> message) {
    if (!method.element().getSimpleName().contentEquals("requireNonNull")) {
      return Optional.empty();
    }
    List<Value> leaves = given.leaves();
    List<Value> text = message.stream().map(frame::single).toList();
    AbsentTensors.require(frame, at, leaves.get(leaves.size() - 1), text);
    return Optional.of(given);
  }

  private Optional<Term> boxed(ResolvedMethod method, List<Term> arguments) {
    return conversions.isBoxed(method.result())
            && arguments.size() == 1
            && arguments.get(0).type().getKind().isPrimitive()
        ? Optional.of(arguments.get(0).as(method.result()))
        : Optional.empty();
  }

  private Optional<Term> unboxed(Tree at, String name, Term receiver, List<Term> arguments) {
    if (!(receiver instanceof Term.Single single) || !single.value().type().isScalar()) {
      return Optional.empty();
    } else if (name.equals("compareTo")) {
      return Optional.of(compared(at, single.value(), arguments.get(0)));
    } else if (name.equals("equals")) {
      return equal(at, single.value(), arguments.get(0));
    }
    if (arguments.isEmpty() && (name.equals("isNaN") || name.equals("isInfinite"))) {
      return asked(at, name, single.value());
    } else if (!arguments.isEmpty() || !name.endsWith("Value")) {
      return Optional.empty();
    }
    String kind = name.substring(0, name.length() - "Value".length()).toUpperCase(Locale.ROOT);
    Type type = Type.Scalar.valueOf(kind);
    frame.at(at);
    return Optional.of(
        new Term.Single(
            frame.names().program().types().getPrimitiveType(TypeKind.valueOf(kind)),
            frame.draft().cast(single.value(), type)));
  }

  /** Reads what a boxed number, which is held unboxed, is asked of itself. */
  private Optional<Term> asked(Tree at, String name, Value number) {
    frame.at(at);
    return Operations.method(
            conversions.box(number.type()).toString(), name, List.of(number.type()))
        .map(operation -> conversions.term(frame.draft().apply(operation, number)));
  }

  /** Reads whether a boxed number, which is held unboxed, equals another one, or null. */
  private Optional<Term> equal(Tree at, Value number, Term other) {
    if (other instanceof Term.Nothing) {
      return Optional.of(conversions.term(frame.draft().constant(false)));
    } else if (NullableNumbers.is(other)) {
      Value tag = other.leaves().get(0);
      Value isThere = frame.draft().apply(Operations.EQ, tag, frame.draft().constant(1));
      Value same = frame.single(equal(at, number, other.parts().get(1)).orElseThrow());
      return Optional.of(conversions.term(frame.draft().apply(Operations.AND, isThere, same)));
    } else if (!Specialised.isNumber(other)) {
      return Optional.empty();
    }
    boolean areAlike = frame.single(other).type().equals(number.type());
    Value order = areAlike ? frame.single(compared(at, number, other)) : frame.draft().constant(1);
    Value zero = frame.draft().constant(0);
    return Optional.of(conversions.term(frame.draft().apply(Operations.EQ, order, zero)));
  }

  /** Reads the comparison of two boxed numbers, which are held unboxed. */
  private Term compared(Tree at, Value number, Term other) {
    TypeMirror type = conversions.box(number.type());
    Value another = conversions.scalar(at, conversions.seen(at, other, type)); // of a type variable
    String box = type.toString();
    Optional<Op> operation =
        Operations.method(box, "compare", List.of(number.type(), another.type()));
    frame.at(at);
    if (operation.isPresent()) {
      return conversions.term(frame.draft().apply(operation.get(), number, another));
    }
    Callee compare = new Callee.Member(Callee.Member.Kind.STATIC_METHOD, box, "compare", true);
    Value result = new Value(Type.INT, "");
    frame.at(at).call(compare, List.of(result), List.of(number, another));
    return conversions.term(result);
  }
}
