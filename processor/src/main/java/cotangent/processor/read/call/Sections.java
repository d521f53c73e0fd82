package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import java.util.function.Function;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds where lists and queues that were made in sight have their elements, so that all of them are
 * gone through in one way, and what is written to them meanwhile is seen.
 */
public final class Sections {
  private final Frame frame;

  public Sections(Frame frame) {
    this.frame = frame;
  }

  /** Whether a term is a collection whose elements are in an array, or one of several. */
  public static boolean has(Term term) {
    return Lists.isList(term)
        || Queues.isQueue(term)
        || term instanceof Term.Choice choice
            && choice.alternatives().stream().allMatch(Sections::has);
  }

  /** Returns where the elements of a collection are now. */
  public Section of(Tree at, Term collection) {
    if (Queues.isQueue(collection)) {
      return new Queues(frame).section(at, collection);
    } else if (Lists.isList(collection)) {
      return new Lists(frame).section(at, collection);
    }
    Term first = ((Term.Choice) collection).alternatives().get(0);
    TypeMirror element = Arrays.element(of(at, first).array());
    TypeMirror array = frame.names().program().types().getArrayType(element);
    return new Section(
        new Objects(frame).each(at, collection, array, one -> of(at, one).array()),
        number(at, collection, Section::from),
        number(at, collection, Section::size));
  }

  private Value number(Tree at, Term choice, Function<Section, Value> part) {
    TypeMirror number = frame.names().program().types().getPrimitiveType(TypeKind.INT);
    return frame.single(
        new Objects(frame)
            .each(at, choice, number, one -> new Term.Single(number, part.apply(of(at, one)))));
  }
}
