package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import java.util.function.Function;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The part of an array that holds the elements of a list or a queue, one after the other. */
public record Section(Term array, Value from, Value size) {

  /** Returns where the elements of one of several collections are. */
  static Section either(Frame frame, Tree at, Term.Choice choice, Function<Term, Section> of) {
    TypeMirror element = Arrays.element(of.apply(choice.alternatives().get(0)).array);
    TypeMirror array = frame.names().program().types().getArrayType(element);
    Objects objects = new Objects(frame);
    return new Section(
        objects.each(at, choice, array, one -> of.apply(one).array),
        number(frame, at, choice, one -> of.apply(one).from),
        number(frame, at, choice, one -> of.apply(one).size));
  }

  /** Returns a number of one of several collections. */
  static Value number(Frame frame, Tree at, Term.Choice choice, Function<Term, Value> of) {
    TypeMirror number = frame.names().program().types().getPrimitiveType(TypeKind.INT);
    return frame.single(
        new Objects(frame).each(at, choice, number, one -> new Term.Single(number, of.apply(one))));
  }

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
