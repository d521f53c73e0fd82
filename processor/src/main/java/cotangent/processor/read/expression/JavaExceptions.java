package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Diverged;
import java.util.List;

/**
 * Throws what Java and its library throw, with their words, where they are given something wrong.
 */
public final class JavaExceptions {
  private JavaExceptions() {}

  /**
   * Reads a test that throws.
   *
   * @param message what the text of the exception is put together of, if it has one: values, and
   *     text as it is
   */
  public static void throwIf(
      Frame frame, Tree at, Value isWrong, String exception, List<?> message) {
    if (Boolean.FALSE.equals(frame.draft().known(isWrong))) {
      return;
    }
    GraphBuilder guard = new GraphBuilder().at(frame.names().position(at));
    frame.draft().in(guard, () -> guard.throwing(exception(guard, exception, message)));
    frame.at(at).branch(isWrong, guard.yield(), new GraphBuilder().yield(), List.of());
  }

  /** Throws without a test; what is returned ends the reading of what would follow. */
  static Diverged thrown(Frame frame, Tree at, String exception) {
    GraphBuilder here = frame.at(at);
    here.throwing(exception(here, exception, List.of()));
    return new Diverged();
  }

  private static Value exception(GraphBuilder here, String type, List<?> message) {
    Callee made = new Callee.Member(Callee.Member.Kind.NEW, type, "", true).keeping();
    Value exception = new Value(new Type.Reference(type), "");
    return here.call(made, List.of(exception), text(here, message)).get(0);
  }

  private static List<Value> text(GraphBuilder here, List<?> message) {
    List<Value> parts =
        message.stream()
            .map(part -> part instanceof Value value ? value : here.constant(Type.STRING, part))
            .toList();
    Callee text =
        new Callee.Member(Callee.Member.Kind.CONCATENATION, "java.lang.String", "concat", true);
    return parts.size() < 2 ? parts : here.call(text, List.of(new Value(Type.STRING, "")), parts);
  }
}
