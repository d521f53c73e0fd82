package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/**
 * Tells tensors that are null from those that are there, by their arrays. Whatever is done with a
 * vector that is null fails as in Java, since it has no array; of a matrix the sizes are read from
 * elsewhere, where they are 0. So where matrices may be null, as elements of arrays and lists may,
 * it is looked whether one is there before anything of it is read.
 */
public final class AbsentTensors {
  private static final String EXCEPTION = "java.lang.NullPointerException";

  private final Representations found;

  /** Whether something of a matrix was read without looking. */
  private boolean isTrusting;

  private AbsentTensors(Reading reading) {
    found = reading.representations();
  }

  public static AbsentTensors of(Reading reading) {
    return reading.part(AbsentTensors.class, AbsentTensors::new);
  }

  /** Returns a tensor that is null. */
  public Term nothing(Frame frame, Tree at, TypeMirror tensor) {
    Term nothing = frame.zero(at, tensor);
    note(nothing);
    return nothing;
  }

  /** Returns the value that says whether a tensor is null. */
  static Value isNull(Frame frame, Tree at, Term.Tuple tensor) {
    return isNull(frame, at, array(tensor));
  }

  /**
   * Learns from an element of an array or list that matrices may be null. Branches, loops and
   * functions hand them on by other values, so from here on all are looked at.
   */
  void note(Term element) {
    if (isMatrix(element) && found.mayLackMatrices() && isTrusting) {
      throw new Escape(known -> true);
    }
    element.parts().forEach(this::note);
  }

  /** Looks whether a matrix is there of which something is read. */
  void look(Frame frame, Tree at, Term.Tuple read) {
    if (!isMatrix(read)) {
      return;
    } else if (found.areMatricesLacking()) {
      require(frame, at, array(read), List.of());
    } else {
      isTrusting = true;
    }
  }

  /**
   * Reads the test that throws where an array is null.
   *
   * @param message what the exception says, if anything
   */
  public static void require(Frame frame, Tree at, Value array, List<Value> message) {
    JavaExceptions.throwIf(frame, at, isNull(frame, at, array), EXCEPTION, message);
  }

  private static Value isNull(Frame frame, Tree at, Value array) {
    Value nothing = frame.draft().constant(array.type(), null);
    return frame.at(at).apply(Operations.EQ, array, nothing);
  }

  private static boolean isMatrix(Term term) {
    return term instanceof Term.Tuple tuple
        && Component.isTensor(tuple.known())
        && tuple.components().size() > 1;
  }

  private static Value array(Term.Tuple tensor) {
    List<Value> leaves = tensor.leaves();
    return leaves.get(leaves.size() - 1);
  }
}
