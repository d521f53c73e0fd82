package cotangent.processor.read.caught;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.List;

/** A resource of a {@code try} statement, which is closed at the end. */
final class Resource {
  private final Frame frame;
  private final Tree at;
  private final Term object;

  /** Reads what makes the resource. */
  Resource(Frame frame, Tree at) {
    this.frame = frame;
    this.at = at;
    if (at instanceof VariableTree variable) {
      frame.statements().read(variable, Frame.NOTHING);
      String name = variable.getName().toString();
      object = frame.environment().require(requireNonNull(frame.environment().named(name)));
    } else {
      object = frame.expressions().value((ExpressionTree) at);
    }
  }

  /** Closes it, unless it is null. */
  void close() {
    ResolvedMethod method = frame.names().implied(object.type(), "close", List.of(), at);
    if (object.isObject()) {
      Objects objects = new Objects(frame);
      frame
          .branches()
          .branch(
              at,
              objects.areSame(at, object, new Term.Nothing(object.type())),
              Frame.NOTHING,
              () -> frame.calling().on(at, method, objects.notNull(object), List.of()));
      return;
    }
    Value reference = frame.single(object);
    Value none = frame.draft().constant(reference.type(), null);
    frame
        .branches()
        .branch(
            at,
            frame.at(at).apply(Operations.NE, reference, none),
            () -> frame.calling().on(at, method, object, List.of()),
            Frame.NOTHING);
  }
}
