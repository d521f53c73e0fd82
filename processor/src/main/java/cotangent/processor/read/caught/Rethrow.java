package cotangent.processor.read.caught;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.OpenMethods;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Rethrows an exception that was caught for a while. Java must see that the method may throw it, so
 * it is cast to its type.
 */
final class Rethrow {
  private static final String THROWABLE = "java.lang.Throwable";

  private final Frame frame;
  private final Tree at;
  private final Value exception;

  private Rethrow(Frame frame, Tree at, Value exception) {
    this.frame = frame;
    this.at = at;
    this.exception = exception;
  }

  /** Throws an exception, whatever its static type is. */
  static void on(Frame frame, Tree at, Value exception) {
    String type = exception.type().toString();
    boolean isVague = type.equals(THROWABLE) || type.equals("java.lang.Exception");
    if (!isVague || frame.environment().isWatched()) {
      frame.at(at).throwing(exception);
    } else {
      new Rethrow(frame, at, exception).throwOn();
    }
  }

  private void throwOn() {
    List<TypeMirror> types = new ArrayList<>(OpenMethods.of(frame.reading()).declared());
    if (exception.type().toString().equals(THROWABLE)) {
      types.add(type("java.lang.Error").asType()); // which no Exception can be cast to
    }
    types.removeIf(type -> type.toString().equals("java.lang.RuntimeException"));
    for (TypeMirror type : types) {
      Term.Single seen = new Term.Single(type(THROWABLE).asType(), exception);
      Value is = new TypeTests(frame).outside(at, seen, type);
      GraphBuilder then = new GraphBuilder();
      frame.draft().in(then, () -> as(type.toString()));
      frame.at(at).branch(is, then.yield(), new GraphBuilder().yield(), List.of());
    }
    as("java.lang.RuntimeException");
  }

  private TypeElement type(String name) {
    return frame.names().program().elements().getTypeElement(name);
  }

  private void as(String type) {
    Callee cast = new Callee.Member(Callee.Member.Kind.CAST, type, "", true);
    Value seen = new Value(new Type.Reference(type), "");
    frame.draft().at(Position.NONE).call(cast, List.of(seen), List.of(exception));
    frame.at(at).throwing(seen);
  }
}
