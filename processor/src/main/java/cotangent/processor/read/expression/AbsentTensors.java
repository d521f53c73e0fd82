package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.scope.Term;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at matrices that come out of arrays and lists, whose elements may be null. A vector that
 * isn't there has no array, so that whatever is done with it fails as in Java; but of a matrix the
 * sizes are read from arrays of their own, where they are 0.
 */
public final class AbsentTensors {
  private static final String EXCEPTION = "java.lang.NullPointerException";

  /** The arrays of matrices that were read as a part of an element. */
  private final Set<Value> parts = new HashSet<>();

  private AbsentTensors() {}

  public static AbsentTensors of(Reading reading) {
    return reading.part(AbsentTensors.class, known -> new AbsentTensors());
  }

  /** Looks at an element that was read; at parts of it not before they are asked for. */
  void read(Frame frame, Tree at, Term element) {
    if (element instanceof Term.Tuple tuple) {
      note(tuple);
      look(frame, at, tuple);
    }
  }

  private void note(Term.Tuple tuple) {
    if (isMatrix(tuple)) {
      parts.add(array(tuple));
    }
    for (Term component : tuple.components()) {
      if (component instanceof Term.Tuple part) {
        note(part);
      }
    }
  }

  /** Looks at what a record holds. */
  public void look(Frame frame, Tree at, Term component) {
    if (component instanceof Term.Tuple part && isMatrix(part) && parts.contains(array(part))) {
      require(frame, at, array(part), List.of());
    }
  }

  /**
   * Reads the test that throws where an array is null.
   *
   * @param message what the exception says, if anything
   */
  public static void require(Frame frame, Tree at, Value array, List<Value> message) {
    Value nothing = frame.draft().constant(array.type(), null);
    Value isNull = frame.at(at).apply(Operations.EQ, array, nothing);
    GraphBuilder guard = new GraphBuilder().at(frame.names().position(at));
    Value thrown = new Value(new Type.Reference(EXCEPTION), "");
    guard.call(
        new Callee.Member(Callee.Member.Kind.NEW, EXCEPTION, "", true), List.of(thrown), message);
    guard.throwing(thrown);
    frame.at(at).branch(isNull, guard.yield(), new GraphBuilder().yield(), List.of());
  }

  private static boolean isMatrix(Term.Tuple tuple) {
    return Component.isTensor(tuple.known()) && tuple.components().size() > 1;
  }

  private static Value array(Term.Tuple tensor) {
    List<Value> leaves = tensor.leaves();
    return leaves.get(leaves.size() - 1);
  }
}
