package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads streams that have no end by themselves: {@code iterate} and {@code generate}. */
final class EndlessSources {
  private final Frame frame;
  private final StreamFunctions functions;
  private final MethodInvocationTree call;

  EndlessSources(Frame frame, MethodInvocationTree call) {
    this.frame = frame;
    this.functions = new StreamFunctions(frame);
    this.call = call;
  }

  /**
   * Reads a source.
   *
   * @param kind the primitive type of its elements, or {@code DECLARED}
   */
  StreamSource read(TypeKind kind) {
    Value from = frame.draft().constant(0);
    List<? extends ExpressionTree> arguments = call.getArguments();
    StreamFunctions.Given function = functions.given(arguments.get(arguments.size() - 1));
    if (arguments.size() == 1) {
      return StreamSource.endless(from, kind, Set.of(), index -> made(kind, function));
    }
    Term seed = seed(kind, arguments.get(0));
    Variable current = frame.environment().unnamed("current", seed.type());
    frame.environment().set(current, seed);
    return StreamSource.endless(
        from, kind, Set.of(current), index -> next(index, current, function));
  }

  private Term seed(TypeKind kind, ExpressionTree tree) {
    if (kind != TypeKind.DECLARED) {
      TypeMirror number = frame.names().program().types().getPrimitiveType(kind);
      return frame.expressions().value(tree, number);
    }
    Term seed = frame.expressions().value(tree);
    return seed.type().getKind().isPrimitive()
        ? seed.as(new Conversions(frame).box(frame.single(seed).type()))
        : seed;
  }

  private Term made(TypeKind kind, StreamFunctions.Given function) {
    String type = kind == TypeKind.DECLARED ? "" : StreamFunctions.prefix(kind);
    Term made = functions.call(function, type + "Supplier", List.of());
    return kind == TypeKind.DECLARED ? functions.boxed(call, made) : made;
  }

  private Term next(Value index, Variable current, StreamFunctions.Given function) {
    Value isFirst = frame.draft().apply(Operations.EQ, index, frame.draft().constant(0));
    Term before = frame.environment().require(current);
    boolean isNumber = StreamFunctions.isNumber(before);
    List<TypeMirror> typed = isNumber ? List.of() : List.of(before.type());
    String type = StreamFunctions.prefix(before) + "UnaryOperator";
    Term value =
        frame
            .branches()
            .either(
                call,
                isFirst,
                current.type(),
                () -> before,
                () -> functions.call(function, type, typed, before));
    frame.environment().set(current, value);
    return value;
  }
}
