package cotangent.processor.read.frame;

import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads code that runs while a lock is held: a branch whose other arm is never taken. The backward
 * half of a branch has the same condition, so that it holds the lock too.
 */
public final class Locked {
  private Locked() {}

  /** Reads a block; an object that was made in sight is no other thread's, and needs no lock. */
  public static void read(Frame frame, Tree at, Term lock, Runnable block) {
    if (!(lock instanceof Term.Single single)) {
      block.run();
      return;
    }
    Value held = frame.at(at).apply(Operations.HOLDS, single.value());
    Enclosed inner = Enclosed.read(frame, block);
    if (inner.isNever()) {
      inner.steps().forEach(frame.draft().here()::add);
      inner.resume();
      return;
    }
    GraphBuilder then = new GraphBuilder();
    inner.steps().forEach(then::add);
    GraphBuilder never = new GraphBuilder();
    List<Value> zeros = new ArrayList<>();
    frame
        .draft()
        .in(
            never,
            () -> inner.live().forEach(value -> zeros.add(frame.draft().zero(value.type()))));
    inner.resume(
        frame.at(at).branch(held, then.yield(inner.live()), never.yield(zeros), inner.live()));
  }

  /** Throws what Java throws where a lock is null: to hold one throws nothing that is caught. */
  public static void require(Frame frame, SynchronizedTree at, Term lock) {
    String written = at.getExpression().toString();
    if (!(lock instanceof Term.Single single)
        || single.value().type().isScalar()
        || frame.draft().known(single.value()) != null
        || written.equals("(this)")
        || written.endsWith(".class)")) {
      return;
    }
    Callee check =
        new Callee.Member(
            Callee.Member.Kind.STATIC_METHOD, "java.util.Objects", "requireNonNull", true);
    Value there = new Value(single.value().type(), "");
    frame.at(at).call(check, List.of(there), List.of(single.value()));
  }
}
