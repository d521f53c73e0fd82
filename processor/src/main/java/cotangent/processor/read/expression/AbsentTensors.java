package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/**
 * Tells tensors that are null from those that are there, by their arrays. Whatever is done with a
 * vector that is null fails as in Java, since it has no array; of a matrix the sizes are read from
 * elsewhere, where they are 0. So where matrices may be null, as elements of arrays and lists may,
 * it is looked whether one is there before anything of it is read.
 */
public final class AbsentTensors {
  private static final String EXCEPTION = "java.lang.NullPointerException";

  /** Stands for the fields of objects from outside. */
  private static final Object OUTSIDE = AbsentTensors.class;

  /** Stands for tensors that became objects. */
  private static final Object OBJECTS = Component.class;

  private final Representations found;

  /** Whether something of a matrix was read without looking. */
  private boolean isTrusting;

  /** Whether some tensor was found to be null, or was compared with it. */
  private boolean isAware;

  /** Whether some tensor became an object. */
  private boolean hasObjects;

  /** The arrays of tensors that came out of objects, and were taken to be there. */
  private final Set<Value> trusted = new HashSet<>();

  private AbsentTensors(Reading reading) {
    found = reading.representations();
  }

  public static AbsentTensors of(Reading reading) {
    return reading.part(AbsentTensors.class, AbsentTensors::new);
  }

  /** Returns what stands for null of a type, beside one that is there. */
  public Term none(Frame frame, Tree at, TypeMirror type) {
    return Component.isTensor(type) ? nothing(frame, at, type) : new Term.Nothing(type);
  }

  /** Returns a tensor that is null. */
  Term nothing(Frame frame, Tree at, TypeMirror tensor) {
    Term nothing = frame.zero(at, tensor);
    beAware();
    note(nothing);
    return nothing;
  }

  /** Returns the value that says whether a tensor is null: whoever asks knows that it may be. */
  public Value isNull(Frame frame, Tree at, Term.Tuple tensor) {
    if (trusted.contains(array(tensor))) {
      throw new Escape(known -> known.lackTensor(OUTSIDE));
    }
    beAware();
    note(tensor);
    return isNull(frame, at, array(tensor));
  }

  /** Whether it is looked whether a tensor is null before it becomes an object. */
  boolean mayBeNullObjects() {
    hasObjects = true;
    return isAware || found.lacksTensor(OBJECTS);
  }

  private void beAware() {
    isAware = true;
    if (hasObjects && !found.lacksTensor(OBJECTS)) {
      throw new Escape(known -> known.lackTensor(OBJECTS));
    }
  }

  /**
   * Learns from an element of an array or list, or what else may lack them, that matrices may be
   * null. Branches, loops and functions hand them on by other values, so from here on all are
   * looked at.
   */
  public void note(Term element) {
    if (isMatrix(element) && found.mayLackMatrices() && isTrusting) {
      throw new Escape(known -> true);
    }
    element.parts().forEach(this::note);
  }

  /**
   * Reads a part of a tensor that comes out of an object: where some are compared with null, it is
   * looked whether it is there.
   */
  void take(Draft draft, Callee accessor, Value tensor, Value part) {
    GraphBuilder here = draft.at(Position.NONE);
    if (!found.lacksTensor(OUTSIDE)) {
      here.call(accessor, List.of(part), List.of(tensor));
      trusted.add(part);
      return;
    }
    unlessNull(here, tensor, part, accessor, List.of(tensor));
  }

  /** Puts a tensor together that leaves as an object; null where it may be null and is. */
  void give(GraphBuilder here, Callee wrap, List<Value> parts, Value whole) {
    if (isAware) {
      unlessNull(here, parts.get(parts.size() - 1), whole, wrap, parts);
    } else {
      here.call(wrap, List.of(whole), parts);
    }
  }

  private static void unlessNull(
      GraphBuilder here, Value reference, Value result, Callee callee, List<Value> operands) {
    GraphBuilder nothing = new GraphBuilder();
    boolean isSize = result.type() == Type.INT;
    Value none = isSize ? nothing.constant(0) : nothing.constant(result.type(), null);
    GraphBuilder there = new GraphBuilder().at(here.position());
    Value made = new Value(result.type(), result.name());
    there.call(callee, List.of(made), operands);
    Value isNull = here.apply(Operations.EQ, reference, here.constant(reference.type(), null));
    here.add(
        new Step.Branch(
            List.of(result), isNull, nothing.yield(none), there.yield(made), here.position()));
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
