package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.RecordReferences;
import cotangent.processor.read.expression.SeenTypes;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.Erasure;
import cotangent.processor.read.shape.Shapes;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls whose callee isn't looked into. That nothing differentiable flows through them is
 * checked when the graph is complete.
 */
public final class OpaqueCalls {
  private final Frame frame;

  public OpaqueCalls(Frame frame) {
    this.frame = frame;
  }

  /** Reads a call of a method whose arguments have the types of its parameters. */
  Term method(Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    List<TypeMirror> given = arguments.stream().<TypeMirror>map(Term::type).toList();
    return method(at, method, receiver, arguments, given);
  }

  /**
   * Reads a call of a method.
   *
   * @param given the types that the arguments had before they were converted
   */
  public Term method(
      Tree at,
      ResolvedMethod method,
      @Nullable Term receiver,
      List<Term> arguments,
      List<TypeMirror> given) {
    List<Term> operands = new ArrayList<>();
    if (receiver != null) {
      checkVariables(at, method, receiver);
      operands.add(new Conversions(frame).boxed(at, receiver));
    }
    operands.addAll(arguments);
    boolean accessible = isAccessible(method.element(), receiver);
    Callee.Member callee =
        new Callee.Member(
            receiver == null ? Callee.Member.Kind.STATIC_METHOD : Callee.Member.Kind.METHOD,
            method.owner().getQualifiedName().toString(),
            method.element().getSimpleName().toString(),
            accessible,
            accessible
                ? List.of()
                : new Erasure(frame.names().program().types()).signature(method.element()));
    List<TypeMirror> seen = new ArrayList<>(given);
    if (receiver != null) {
      seen.add(0, receiver.type());
    }
    return call(at, callee, method.result(), operands, seen);
  }

  /** Tells whether a method may be named; a class may inherit a public one from a hidden class. */
  private boolean isAccessible(ExecutableElement method, @Nullable Term receiver) {
    boolean inherited =
        method.getModifiers().contains(Modifier.PUBLIC)
            && receiver != null
            && receiver.type() instanceof DeclaredType declared
            && frame.reading().isAccessible(declared.asElement());
    return inherited || frame.reading().isAccessible(method);
  }

  /** Refuses what can't be written where a type variable of a generic helper has no name. */
  private void checkVariables(Tree at, ResolvedMethod method, Term receiver) {
    if (receiver.type().getKind() == TypeKind.DECLARED
        && Shapes.hasVariables(receiver.type())
        && method.element().getParameters().stream()
            .anyMatch(parameter -> Shapes.hasVariables(parameter.asType()))) {
      throw frame.refusal(
          at,
          Problem.SYNTAX,
          "the method " + method.element().getSimpleName() + " of a " + receiver.type(),
          "call it outside of the generic method");
    }
  }

  /** Reads the making of an object; see above. */
  Term constructor(
      Tree at,
      TypeMirror type,
      ResolvedMethod constructor,
      List<Term> arguments,
      List<TypeMirror> given) {
    if (Shapes.hasVariables(type)) {
      throw frame.refusal(
          at, Problem.SYNTAX, "a new " + type, "make the object outside of the generic method");
    }
    boolean accessible = frame.reading().isAccessible(constructor.element());
    Callee.Member callee =
        new Callee.Member(
            Callee.Member.Kind.NEW,
            constructor.owner().getQualifiedName().toString(),
            "",
            accessible,
            accessible
                ? List.of()
                : new Erasure(frame.names().program().types()).signature(constructor.element()));
    return call(at, callee, type, arguments, given);
  }

  private Term call(
      Tree at, Callee.Member member, TypeMirror type, List<Term> operands, List<TypeMirror> seen) {
    RecordReferences records = new RecordReferences(frame);
    List<Value> values = operands.stream().map(operand -> records.pack(at, operand)).toList();
    Callee callee =
        member.accessible() ? new SeenTypes(frame, at).in(member, values, seen) : member;
    if (type.getKind() == TypeKind.VOID) {
      frame.at(at).call(callee, List.of(), values);
      return frame.nothing();
    }
    Value result = new Value(frame.shapes().reference(type, frame.names().position(at)), "");
    frame.at(at).call(callee, List.of(result), values);
    return records.unpack(at, type, result);
  }
}
