package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads streams that have no end by their source: {@code iterate} and {@code generate}. */
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
      return StreamSource.endless(from, kind, Set.of(), () -> made(kind, function), Frame.NOTHING);
    }
    Term seed = seed(kind, arguments.get(0));
    Variable current = frame.environment().unnamed("current", seed.type());
    frame.environment().set(current, seed);
    StreamSource all =
        StreamSource.endless(
            from,
            kind,
            Set.of(current),
            () -> frame.environment().require(current),
            () -> frame.environment().set(current, next(current, function)));
    if (arguments.size() == 2) {
      return all;
    }
    StreamFunctions.Given test = functions.given(arguments.get(1));
    return all.until(() -> frame.single(apply(test, "Predicate", current)));
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

  private Term next(Variable current, StreamFunctions.Given function) {
    return apply(function, "UnaryOperator", current);
  }

  private Term apply(StreamFunctions.Given function, String type, Variable current) {
    Term before = frame.environment().require(current);
    List<TypeMirror> typed = StreamFunctions.isNumber(before) ? List.of() : List.of(before.type());
    return functions.call(function, StreamFunctions.prefix(before) + type, typed, before);
  }
}
