package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Diverged;
import java.util.List;

/** Throws what methods of the library throw. */
final class LibraryExceptions {
  private LibraryExceptions() {}

  /** Throws an exception without a message. */
  static void fail(Frame frame, Tree at, String exception) {
    fail(frame, at, exception, List.of());
  }

  static void fail(Frame frame, Tree at, String exception, String message) {
    fail(frame, at, exception, List.of(frame.draft().constant(Type.STRING, message)));
  }

  private static void fail(Frame frame, Tree at, String exception, List<Value> given) {
    Callee callee = new Callee.Member(Callee.Member.Kind.NEW, exception, "", true);
    Value thrown = new Value(new Type.Reference(exception), "");
    frame.at(at).call(callee, List.of(thrown), given);
    frame.at(at).throwing(thrown);
    throw new Diverged();
  }
}
