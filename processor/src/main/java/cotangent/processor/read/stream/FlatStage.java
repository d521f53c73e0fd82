package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.loop.CountedAction;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import javax.lang.model.type.ArrayType;

/** Reads {@code flatMap} and its kin: loops inside the loop over the stream around. */
final class FlatStage {
  private final Frame frame;
  private final StreamFunctions functions;

  FlatStage(Frame frame, StreamFunctions functions) {
    this.frame = frame;
    this.functions = functions;
  }

  /** Lets the elements of a stream through that a function makes of an element. */
  void flow(Stage stage, Term element, FlatSinks.Sink sink) {
    ExpressionTree tree = stage.called().tree();
    Sources sources = new Sources(frame);
    if (tree instanceof MemberReferenceTree reference
        && reference.getName().contentEquals("stream")
        && sources.isGoneThrough(element)) {
      boolean isArray = element.type() instanceof ArrayType;
      StreamSource inner =
          isArray ? sources.array(stage.call(), element) : sources.list(stage.call(), element);
      new CountedAction(frame, stage.call())
          .repeat(
              inner.from(),
              inner.to(),
              sink.assigned(),
              index -> {
                sink.action().accept(inner.element().apply(index));
                inner.behind().run();
              });
    } else if (tree instanceof LambdaExpressionTree lambda
        && lambda.getBody() instanceof MethodInvocationTree body) {
      FlatSinks.of(frame.reading())
          .during(body, sink, () -> stage.apply(functions, "Consumer", element));
    } else if (tree instanceof MemberReferenceTree) {
      Term stream = stage.apply(functions, "Function", element);
      new OutsideStreams(frame).flow(stage.call(), stream, sink);
    } else {
      throw frame.refusal(
          stage.call(),
          Problem.STREAM,
          "flatMap by another function than a lambda of one expression",
          "write a stream in the lambda");
    }
  }
}
