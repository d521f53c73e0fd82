package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import java.util.List;

/** Throws what Java's library throws, with its words, where it is given something wrong. */
public final class LibraryChecks {
  private LibraryChecks() {}

  /**
   * Reads a test that throws.
   *
   * @param message what the text of the exception is put together of: values, and text as it is
   */
  public static void throwIf(
      Frame frame, Tree at, Value isWrong, String exception, List<Object> message) {
    GraphBuilder guard = new GraphBuilder().at(frame.names().position(at));
    frame.draft().in(guard, () -> guard.throwing(exception(guard, exception, message)));
    frame.at(at).branch(isWrong, guard.yield(), new GraphBuilder().yield(), List.of());
  }

  private static Value exception(GraphBuilder guard, String type, List<Object> message) {
    List<Value> parts =
        message.stream()
            .map(part -> part instanceof Value value ? value : guard.constant(Type.STRING, part))
            .toList();
    Callee text =
        new Callee.Member(Callee.Member.Kind.CONCATENATION, "java.lang.String", "concat", true);
    Callee made = new Callee.Member(Callee.Member.Kind.NEW, type, "", true);
    List<Value> said = guard.call(text, List.of(new Value(Type.STRING, "")), parts);
    return guard.call(made, List.of(new Value(new Type.Reference(type), "")), said).get(0);
  }
}
