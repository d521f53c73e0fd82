package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.List;

/** Reads collectors: what becomes of all elements of a stream, or of those of a group. */
final class CollectorCalls {
  private final Frame frame;
  private final MethodInvocationTree at;

  CollectorCalls(Frame frame, MethodInvocationTree at) {
    this.frame = frame;
    this.at = at;
  }

  /** Returns the method of {@code Collectors} that makes a collector, or nothing. */
  private String name(ExpressionTree collector) {
    if (!(collector instanceof MethodInvocationTree call)) {
      return "";
    } else if (call.getMethodSelect() instanceof MemberSelectTree select) {
      String owner = select.getExpression().toString();
      return owner.equals("Collectors") || owner.endsWith(".Collectors")
          ? select.getIdentifier().toString()
          : "";
    }
    String name = ((IdentifierTree) call.getMethodSelect()).getName().toString();
    return frame.names().hasMethod(frame.names().owner().asType(), name) ? "" : name;
  }

  /** Reads what a collector makes of the elements that come through, as its type says. */
  Term seen(ExpressionTree collector, StreamPipeline pipeline) {
    Term collected = collected(collector, pipeline);
    Grouping grouping = new Grouping(frame, at, pipeline, this::collected);
    return collected.as(grouping.seen(collected.type()));
  }

  /** Reads what a collector makes of the elements that come through. */
  Term collected(ExpressionTree collector, StreamPipeline pipeline) {
    String name = name(collector);
    if (name.isEmpty()) {
      throw frame.refusal(collector, Problem.STREAM, "this collector", "write a loop");
    }
    MethodInvocationTree call = (MethodInvocationTree) collector;
    List<? extends ExpressionTree> arguments = call.getArguments();
    Ends ends = new Ends(frame, at, pipeline);
    switch (name + " " + arguments.size()) {
      case "toList 0":
        return new Collecting(frame, at, pipeline).list();
      case "toUnmodifiableList 0":
        return new Collecting(frame, at, pipeline).fixedList();
      case "counting 0":
        return pipeline.functions().boxed(at, ends.count());
      case "summingDouble 1":
        pipeline.map(call, "mapToDouble");
        return pipeline.functions().boxed(at, new Ends(frame, at, pipeline).sum());
      case "averagingDouble 1":
        pipeline.map(call, "mapToDouble");
        return average(pipeline);
      case "mapping 2", "filtering 2":
        pipeline.begin(call, name.equals("mapping") ? "map" : "filter");
        return collected(arguments.get(1), pipeline);
      case "reducing 2":
        return ends.reduced(arguments.get(0), arguments.get(1));
      case "collectingAndThen 2":
        return finished(collected(arguments.get(0), pipeline), arguments.get(1), pipeline);
      case "groupingBy 1", "groupingBy 2", "groupingBy 3":
        return new Grouping(frame, at, pipeline, this::collected).groups(arguments);
      case "partitioningBy 1", "partitioningBy 2":
        return new Grouping(frame, at, pipeline, this::collected).parts(arguments);
      case "toMap 2", "toMap 3", "toMap 4":
        return new Grouping(frame, at, pipeline, this::collected).entries(arguments);
      default:
        throw frame.refusal(collector, Problem.STREAM, "the collector " + name, "write a loop");
    }
  }

  private Term average(StreamPipeline pipeline) {
    Ends.Found mean = new Ends(frame, at, pipeline).average();
    Term zero = frame.zero(at, mean.type());
    return pipeline.functions().boxed(at, Ends.orElse(frame, at, mean, () -> zero));
  }

  private Term finished(Term collected, ExpressionTree function, StreamPipeline pipeline) {
    StreamFunctions functions = pipeline.functions();
    StreamFunctions.Given given = functions.given(function);
    Term whole =
        collected.as(new Grouping(frame, at, pipeline, this::collected).seen(collected.type()));
    return functions.boxed(at, functions.call(given, "Function", List.of(whole.type()), whole));
  }
}
