package cotangent.processor.read.stream;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.report.Problem;
import java.util.function.Supplier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** How far streams go that have no end by themselves. */
final class StreamLimits {
  private final Frame frame;
  private final Draft draft;

  StreamLimits(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
  }

  /** Returns the source of so many elements, each of which is made where it is asked for. */
  StreamSource counted(MethodInvocationTree limit, StreamSource all, Value most) {
    Value longest = draft.constant(Type.LONG, (long) Integer.MAX_VALUE);
    Value end = draft.cast(draft.apply(Operations.MIN, most, longest), Type.INT);
    return all.counted(
        end,
        index -> {
          if (!all.behind().equals(Frame.NOTHING)) {
            Value isFirst = draft.apply(Operations.EQ, index, draft.constant(0));
            frame.branches().branch(limit, isFirst, Frame.NOTHING, all.behind());
          }
          return all.element().apply(index);
        });
  }

  /**
   * Asks a source for another element, if one can still come through.
   *
   * @param isOpen whether one can; null where it always can
   */
  Value asks(Tree at, @Nullable Value isOpen, Supplier<Value> more) {
    if (isOpen == null) {
      return more.get();
    }
    Conversions conversions = new Conversions(frame);
    TypeMirror truth = frame.names().program().types().getPrimitiveType(TypeKind.BOOLEAN);
    return frame.single(
        frame
            .branches()
            .either(
                at,
                isOpen,
                truth,
                () -> conversions.term(more.get()),
                () -> conversions.term(draft.constant(false))));
  }

  /**
   * Returns the source of as many elements as come through.
   *
   * @param ends whether there is something that ends it
   */
  StreamSource asked(StreamSource all, boolean ends, MethodInvocationTree at) {
    if (!ends) {
      throw frame.refusal(
          at,
          Problem.STREAM,
          "a stream without an end",
          "write limit or takeWhile behind its beginning");
    }
    return all.until(() -> draft.constant(true));
  }
}
