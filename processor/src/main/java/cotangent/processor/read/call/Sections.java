package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds where lists and queues that were made in sight have their elements, so that all of them are
 * gone through in one way, and what is written to them meanwhile is seen.
 */
public final class Sections {
  private final Frame frame;
  private final Draft draft;
  private final Arrays arrays;

  public Sections(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.arrays = new Arrays(frame);
  }

  /** The part of an array that holds the elements of a collection, one after the other. */
  public record Section(Term array, Value from, Value size) {}

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
    TypeMirror element = Arrays.element(of(at, first).array);
    TypeMirror array = frame.names().program().types().getArrayType(element);
    return new Section(
        new Objects(frame).each(at, collection, array, one -> of(at, one).array),
        number(at, collection, Section::from),
        number(at, collection, Section::size));
  }

  private Value number(Tree at, Term choice, Function<Section, Value> part) {
    TypeMirror number = frame.names().program().types().getPrimitiveType(TypeKind.INT);
    return frame.single(
        new Objects(frame)
            .each(at, choice, number, one -> new Term.Single(number, part.apply(of(at, one)))));
  }

  /** Returns the place of an element, by its number. */
  public Arrays.ElementPlace place(Section section, Value index) {
    return new Arrays.ElementPlace(
        section.array, plus(section.from, index), Arrays.element(section.array));
  }

  /** Returns where a section ends. */
  Value end(Section section) {
    return plus(section.from, section.size);
  }

  private Value plus(Value from, Value more) {
    boolean isFirst = draft.known(from) instanceof Integer first && first == 0;
    return isFirst ? more : draft.apply(Operations.ADD, from, more);
  }

  /** Returns an array of exactly the elements. */
  public Term copied(Tree at, Section section) {
    Term all = arrays.fresh(at, (ArrayType) section.array.type(), section.size);
    arrays.copy(at, section.array, section.from, all, draft.constant(0), section.size);
    return all;
  }

  /** Returns what holds the elements that a collection shows, or several of these. */
  static List<Term> holders(Term collection) {
    if (collection instanceof Term.Choice choice) {
      return choice.alternatives().stream().flatMap(each -> holders(each).stream()).toList();
    }
    return List.of(ListViews.holder(collection));
  }
}
