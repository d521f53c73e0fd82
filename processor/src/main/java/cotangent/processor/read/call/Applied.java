package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Functional;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.List;

/** Calls a function that the library is handed. */
public final class Applied {
  private final Frame frame;

  public Applied(Frame frame) {
    this.frame = frame;
  }

  /** Returns what a function gives for some arguments. */
  public Term call(Tree at, Term function, Term... arguments) {
    Functional functional =
        frame
            .names()
            .program()
            .functional(function.type())
            .orElseThrow(() -> frame.names().wrong(at));
    ResolvedMethod method =
        new ResolvedMethod(
            functional.method(), functional.parameters(), functional.result(), false);
    List<Term> passed = List.of(arguments);
    return frame.calling().on(at, method, function, passed);
  }
}
