package cotangent.processor.read.expression;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Expressions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what is done with arrays: making them, their elements, their length. */
public final class Arrays {

  /** An element of an array, whose array and index are evaluated already. */
  public record Place(Value array, Value index, TypeMirror type) {}

  private final Frame frame;
  private final Expressions expressions;
  private final Conversions conversions;

  public Arrays(Frame frame) {
    this.frame = frame;
    this.expressions = frame.expressions();
    this.conversions = new Conversions(frame);
  }

  /** Reads an expression that is an array. */
  Term.Single array(ExpressionTree tree) {
    return array(tree, expressions.value(tree));
  }

  public Term.Single array(Tree at, Term term) {
    if (term instanceof Term.Single single
        && single.value().type().isArray()
        && single.type() instanceof ArrayType) {
      return single;
    }
    throw frame.names().wrong(at);
  }

  public static TypeMirror element(Term array) {
    return ((ArrayType) array.type()).getComponentType();
  }

  public Place place(ArrayAccessTree tree) {
    Term.Single array = array(tree.getExpression());
    Value index = expressions.index(tree.getIndex());
    return new Place(array.value(), index, element(array));
  }

  public Term read(Tree at, Place place) {
    return new Term.Single(place.type, frame.at(at).read("", place.array, place.index));
  }

  void write(Tree at, Place place, Term value) {
    Term held = place.array.type().element().isScalar() ? value : conversions.boxed(at, value);
    frame.at(at).write(place.array, place.index, frame.single(held));
  }

  Value length(Tree at, Value array) {
    return frame.at(at).apply(cotangent.processor.op.Operations.LENGTH, array);
  }

  /** Reads {@code new double[n][m]}, {@code new double[] {a, b}} and {@code {a, b}}. */
  public Term create(NewArrayTree tree, @Nullable TypeMirror target) {
    if (tree.getInitializers() != null) {
      return initialised(tree, type(tree, target));
    }
    TypeMirror type = frame.names().type(tree.getType());
    List<Value> lengths =
        tree.getDimensions().stream().map(dimension -> expressions.index(dimension)).toList();
    // javac counts the dimensions without a length into the element type
    for (int i = 0; i < lengths.size(); i++) {
      type = frame.names().program().types().getArrayType(type);
    }
    return allocate(tree, type, lengths);
  }

  private Term allocate(Tree at, TypeMirror type, List<Value> lengths) {
    if (!frame.shapes().nameable().isClassNamed(type)) {
      return allocateHidden(at, type, lengths);
    }
    Value array =
        frame
            .at(at)
            .newArray(
                "",
                frame.shapes().of(type, frame.names().position(at)).leaves().get(0),
                lengths.toArray(new Value[0]));
    return new Term.Single(type, array);
  }

  /** Makes an array of a class that the companion can't name. */
  private Term allocateHidden(Tree at, TypeMirror type, List<Value> lengths) {
    if (lengths.size() > 1) {
      throw frame.refusal(
          at,
          Problem.SYNTAX,
          "a new array of arrays of a private class",
          "make the class package-private, or make one row after the other");
    }
    Callee callee =
        new Callee.Member(
            Callee.Member.Kind.NEW,
            frame.shapes().nameable().erasure().of(type).toString(),
            "",
            Callee.Member.Access.HANDLE,
            List.of());
    Value array = new Value(frame.shapes().reference(type, frame.names().position(at)), "");
    return new Term.Single(type, frame.at(at).call(callee, List.of(array), lengths).get(0));
  }

  private TypeMirror type(NewArrayTree tree, @Nullable TypeMirror target) {
    if (tree.getType() != null) {
      return frame.names().program().types().getArrayType(frame.names().type(tree.getType()));
    }
    if (target == null) {
      throw frame.names().wrong(tree);
    }
    return target;
  }

  private Term initialised(NewArrayTree tree, TypeMirror type) {
    if (!(type instanceof ArrayType arrayType)) {
      throw frame.names().wrong(tree);
    }
    List<? extends ExpressionTree> elements = tree.getInitializers();
    Term array = allocate(tree, type, List.of(frame.draft().constant(elements.size())));
    for (int i = 0; i < elements.size(); i++) {
      Term element = expressions.value(elements.get(i), arrayType.getComponentType());
      if (element instanceof Term.Tuple) {
        throw frame.refusal(tree, Problem.ARRAY_OF_RECORDS, type);
      }
      put(elements.get(i), array, i, element);
    }
    return array;
  }

  /** Packs the last arguments of a call into an array. */
  public Term packed(Tree at, TypeMirror type, List<Term> elements) {
    Term array = allocate(at, type, List.of(frame.draft().constant(elements.size())));
    for (int i = 0; i < elements.size(); i++) {
      put(at, array, i, elements.get(i));
    }
    return array;
  }

  private void put(Tree at, Term array, int i, Term element) {
    Value index = frame.draft().constant(i);
    write(at, new Place(frame.single(array), index, element(array)), element);
  }

  public Term clone(Tree at, Term.Single array) {
    return new Term.Single(array.type(), frame.at(at).cloned("", array.value()));
  }
}
