package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.expression.Records;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads the methods that every object has, of objects that are held by their parts and whose class
 * doesn't declare them: those of records are written by the compiler. {@code java.util.Objects}
 * asks for the same.
 */
final class ObjectMethods {
  private final Frame frame;
  private final Conversions conversions;

  ObjectMethods(Frame frame) {
    this.frame = frame;
    this.conversions = new Conversions(frame);
  }

  /**
   * Reads a call of one of them; returns nothing for any other method.
   *
   * @param arguments as they are written
   */
  Optional<Term> call(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    if (receiver == null) {
      return ofHelper(at, method, arguments).map(conversions::term);
    }
    boolean isRecord = Equality.isRecord(receiver);
    if (frame.names().program().source(method.element()).isPresent()
        || !isRecord && !isDeclared(receiver) && !Objects.isAnonymous(receiver)) {
      return Optional.empty();
    }
    String called = method.element().getSimpleName() + "/" + arguments.size();
    Equality equality = new Equality(frame);
    return switch (called) {
      case "getClass/0" ->
          Objects.isAnonymous(receiver)
              ? Optional.empty()
              : Optional.of(classOf(at, method, receiver));
      case "clone/0" -> Optional.of(copy(at, receiver));
      case "equals/1" ->
          Optional.of(
              conversions.term(
                  isRecord
                      ? equality.equalRecord(at, receiver, arguments.get(0))
                      : new Objects(frame).areSame(at, receiver, arguments.get(0))));
      case "hashCode/0" ->
          isRecord
              ? Optional.of(conversions.term(equality.hashRecord(at, receiver)))
              : Optional.empty();
      case "toString/0" ->
          isRecord && !(receiver instanceof Term.Tuple)
              ? Optional.of(text(at, method, receiver))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isDeclared(Term term) {
    return (term instanceof Term.Fixed
            || term instanceof Term.Mutable
            || term instanceof Term.Indexed)
        && Objects.of(term) instanceof ObjectClass.Declared;
  }

  private Term copy(Tree at, Term object) {
    Program program = frame.names().program();
    TypeMirror cloneable = program.elements().getTypeElement("java.lang.Cloneable").asType();
    if (!program.types().isSubtype(Objects.madeAs(object), cloneable)) {
      throw frame.refusal(
          at,
          Problem.SYNTAX,
          "clone() of an object whose class does not implement Cloneable",
          "let the class implement it: Java makes no copy of others");
    }
    return object instanceof Term.Tuple ? object : new Construction(frame).copy(at, object);
  }

  private Term classOf(Tree at, ResolvedMethod method, Term object) {
    TypeMirror type =
        object instanceof Term.Tuple tuple ? tuple.known() : Objects.of(object).type();
    TypeMirror erased = frame.names().program().types().erasure(type);
    return new Term.Single(method.result(), new TypeTests(frame).literal(at, erased));
  }

  private Term text(Tree at, ResolvedMethod method, Term record) {
    Term whole = Records.apart(frame, at, record, Objects.of(record).type());
    return frame.calling().call(at, method, whole, List.of());
  }

  /** Reads a call of a method of {@code java.util.Objects}. */
  private Optional<Value> ofHelper(Tree at, ResolvedMethod method, List<Term> arguments) {
    if (!method.owner().getQualifiedName().contentEquals("java.util.Objects")) {
      return Optional.empty();
    }
    Equality equality = new Equality(frame);
    return switch (method.element().getSimpleName().toString()) {
      case "equals" ->
          arguments.stream().anyMatch(ObjectMethods::isHeldByParts)
              ? Optional.of(equality.equal(at, arguments.get(0), arguments.get(1)))
              : Optional.empty();
      case "hashCode" ->
          isHeldByParts(arguments.get(0))
              ? Optional.of(equality.hash(at, arguments.get(0)))
              : Optional.empty();
      case "hash" ->
          method.spread() ? Optional.of(equality.hashAll(at, 1, arguments)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isHeldByParts(Term term) {
    return Equality.isRecord(term)
        || isDeclared(term)
        || term instanceof Term.Choice
        || Component.isTensor(term.known());
  }
}
