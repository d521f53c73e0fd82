package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import javax.lang.model.type.ArrayType;

/** The part of an array that holds the elements of a list or a queue, one after the other. */
public record Section(Term array, Value from, Value size) {

  /** Returns the place of an element, by its number. */
  public Arrays.ElementPlace place(Frame frame, Value index) {
    return new Arrays.ElementPlace(array, plus(frame, index), Arrays.element(array));
  }

  /** Returns where it ends. */
  Value end(Frame frame) {
    return plus(frame, size);
  }

  private Value plus(Frame frame, Value more) {
    Draft draft = frame.draft();
    boolean isFirst = draft.known(from) instanceof Integer first && first == 0;
    return isFirst ? more : draft.apply(Operations.ADD, from, more);
  }

  /** Returns an array of exactly the elements. */
  Term copied(Frame frame, Tree at) {
    Arrays arrays = new Arrays(frame);
    Term all = arrays.fresh(at, (ArrayType) array.type(), size);
    arrays.copy(at, array, from, all, frame.draft().constant(0), size);
    return all;
  }
}
