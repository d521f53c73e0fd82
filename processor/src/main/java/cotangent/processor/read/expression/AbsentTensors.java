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

  /** The records of which a matrix was taken without looking whether it is there. */
  private final Set<Object> trusted = new HashSet<>();

  private final Representations found;

  private AbsentTensors(Reading reading) {
    found = reading.representations();
  }

  public static AbsentTensors of(Reading reading) {
    return reading.part(AbsentTensors.class, AbsentTensors::new);
  }

  /** Looks at an element that was read; at parts of it not before they are asked for. */
  void read(Frame frame, Tree at, Term element) {
    note(element);
    if (element instanceof Term.Tuple tuple && isMatrix(tuple)) {
      require(frame, at, array(tuple), List.of());
    }
  }

  private void note(Term element) {
    if (element instanceof Term.Tuple tuple && isMatrix(tuple)) {
      parts.add(array(tuple));
    } else if (element instanceof Term.Tuple tuple
        && tuple.components().stream().anyMatch(AbsentTensors::isMatrix)) {
      loosen(tuple);
    }
    element.parts().forEach(this::note);
  }

  /**
   * Learns that a record may lack a matrix. Branches, loops and functions hand it on by other
   * values, so from here on all records of its class are looked at.
   */
  private void loosen(Term.Tuple record) {
    Object type = Representations.element(record.known());
    if (found.loosen(type) && trusted.contains(type)) {
      throw new Escape(known -> true);
    }
  }

  /** Looks at what a record holds. */
  void look(Frame frame, Tree at, Term.Tuple record, Term component) {
    look(frame, at, Representations.element(record.known()), component);
  }

  /**
   * Looks at what an object holds, which may be a record.
   *
   * @param type its class
   */
  void look(Frame frame, Tree at, Object type, Term component) {
    if (component instanceof Term.Tuple part && mayLack(type, part)) {
      require(frame, at, array(part), List.of());
    }
  }

  /** Looks at what a record holds, if it is the record that was asked for. */
  void lookIf(Frame frame, Tree at, Value isOne, Term.Tuple record, Term component) {
    Object type = Representations.element(record.known());
    if (component instanceof Term.Tuple part && mayLack(type, part)) {
      Value isNull = isNull(frame, at, array(part));
      Value isMissing = frame.at(at).apply(Operations.AND, isOne, isNull);
      JavaExceptions.throwIf(frame, at, isMissing, EXCEPTION, List.of());
    }
  }

  /**
   * Looks at what a field holds, if a tensor is asked for there before one is assigned.
   *
   * @param field its key
   */
  void lookUnset(Frame frame, Tree at, Object field, Term held) {
    if (held instanceof Term.Tuple part && isMatrix(part) && found.lacksTensor(field)) {
      require(frame, at, array(part), List.of());
    }
  }

  private boolean mayLack(Object type, Term.Tuple part) {
    if (!isMatrix(part)) {
      return false;
    }
    boolean isAsked = parts.contains(array(part)) || found.isLoose(type);
    if (!isAsked) {
      trusted.add(type);
    }
    return isAsked;
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
