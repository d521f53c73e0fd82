package cotangent.processor.read;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.ResolvedMethod;
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
      operands.add(frame.expressions().conversions().boxed(at, receiver));
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
    RecordReferences records = new RecordReferences(frame);
    List<Value> values = operands.stream().map(operand -> records.pack(at, operand)).toList();
    if (type.getKind() == TypeKind.VOID) {
      frame.at(at).call(callee, List.of(), values);
      return frame.expressions().nothing();
    }
    Value result = new Value(frame.shapes().reference(type, frame.names().position(at)), "");
    frame.at(at).call(callee, List.of(result), values);
    return records.unpack(at, type, result);
  }
}
