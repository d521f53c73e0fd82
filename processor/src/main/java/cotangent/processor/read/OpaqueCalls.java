package cotangent.processor.read;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls whose callee isn't looked into. That nothing differentiable flows through them is
 * checked when the graph is complete.
 */
final class OpaqueCalls {
  private final Frame frame;

  OpaqueCalls(Frame frame) {
    this.frame = frame;
  }

  Term method(Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    List<Term> operands = new ArrayList<>();
    if (receiver != null) {
      operands.add(boxed(at, receiver));
    }
    operands.addAll(arguments);
    Callee callee =
        new Callee.Member(
            receiver == null ? Callee.Member.Kind.STATIC_METHOD : Callee.Member.Kind.METHOD,
            method.owner().getQualifiedName().toString(),
            method.element().getSimpleName().toString(),
            frame.reading().isAccessible(method.element()));
    return call(at, callee, method.result(), operands);
  }

  Term constructor(Tree at, TypeMirror type, ResolvedMethod constructor, List<Term> arguments) {
    Callee callee =
        new Callee.Member(
            Callee.Member.Kind.NEW,
            constructor.owner().getQualifiedName().toString(),
            "",
            frame.reading().isAccessible(constructor.element()));
    return call(at, callee, type, arguments);
  }

  private Term call(Tree at, Callee callee, TypeMirror type, List<Term> operands) {
    List<Value> values = new ArrayList<>();
    for (Term operand : operands) {
      if (operand instanceof Term.Tuple) {
        throw frame.refusal(at, Problem.RECORD_PASSED, operand.type());
      }
      values.add(frame.single(operand));
    }
    if (type.getKind() == TypeKind.VOID) {
      frame.at(at).call(callee, List.of(), values);
      return frame.expressions().nothing();
    }
    if (!(frame.shapes().of(type, frame.names().position(at)) instanceof Shapes.Shape.Leaf leaf)) {
      throw frame.refusal(at, Problem.RECORD_PASSED, type);
    }
    Value result = new Value(leaf.graphType(), "");
    return new Term.Single(type, frame.at(at).call(callee, List.of(result), values).get(0));
  }

  /** Boxes a receiver that is held as a number. */
  private Term boxed(Tree at, Term receiver) {
    if (!(receiver instanceof Term.Single single) || !single.value().type().isScalar()) {
      return receiver;
    }
    TypeMirror box =
        frame
            .names()
            .program()
            .types()
            .boxedClass(
                (javax.lang.model.type.PrimitiveType)
                    frame.expressions().conversions().primitive(single.value().type()))
            .asType();
    Callee callee =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, box.toString(), "valueOf", true);
    Value result = new Value(new Type.Reference(box.toString()), "");
    return new Term.Single(
        box, frame.at(at).call(callee, List.of(result), List.of(single.value())).get(0));
  }
}
