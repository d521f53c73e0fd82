package cotangent.processor.read.expression;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Expressions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what is done with arrays: making them, their elements, their length. */
public final class Arrays {

  /** An element of an array, whose array and index are evaluated already. */
  public record ElementPlace(Term array, Value index, TypeMirror type) {}

  private final Frame frame;
  private final Expressions expressions;
  private final Conversions conversions;
  private final ObjectArrays objects;

  public Arrays(Frame frame) {
    this.frame = frame;
    this.expressions = frame.expressions();
    this.conversions = new Conversions(frame);
    this.objects = new ObjectArrays(frame);
  }

  /** Returns an array, whichever way it is held. */
  public Term array(Tree at, Term term) {
    boolean isArray =
        term instanceof Term.Columns
            || term instanceof Term.Single single && single.value().type().isArray();
    if (isArray && term.type() instanceof ArrayType) {
      return term;
    }
    if (term instanceof Term.Nothing && term.type() instanceof ArrayType) {
      return new Objects(frame).present(at, term); // which throws what Java throws
    }
    Whole.require(term);
    throw frame.names().wrong(at);
  }

  public static TypeMirror element(Term array) {
    return ((ArrayType) array.type()).getComponentType();
  }

  /** Returns the array that says how long an array of objects is, and whether it is null. */
  public static Value first(Term array) {
    return array instanceof Term.Columns columns
        ? columns.arrays().get(0)
        : ((Term.Single) array).value();
  }

  public ElementPlace place(ArrayAccessTree tree) {
    Term array = array(tree.getExpression(), expressions.value(tree.getExpression()));
    Value index = expressions.index(tree.getIndex());
    return new ElementPlace(array, index, element(array));
  }

  public Term read(Tree at, ElementPlace place) {
    if (place.array instanceof Term.Columns columns) {
      return objects.read(at, columns, place.index, false);
    }
    return new Term.Single(place.type, frame.at(at).read("", first(place.array), place.index));
  }

  /** Reads an element that is certainly there. */
  public Term element(Tree at, ElementPlace place) {
    return place.array instanceof Term.Columns columns
        ? objects.read(at, columns, place.index, true)
        : read(at, place);
  }

  public void write(Tree at, ElementPlace place, Term value) {
    if (place.array instanceof Term.Columns columns) {
      objects.write(at, columns, place.index, value);
      return;
    }
    Value held = held(at, (Term.Single) place.array, value);
    frame.at(at).write(first(place.array), place.index, held);
  }

  private Value held(Tree at, Term.Single array, Term given) {
    Term value = conversions.asObject(at, given);
    objects.rejectObject(array, value);
    Type element = array.value().type().element();
    Value held = frame.single(element.isScalar() ? value : conversions.boxed(at, value));
    boolean isNull = frame.draft().isNull(held);
    if (!element.isScalar() && !isNull && !takes(array, held.type())) {
      throw frame.refusal(
          at,
          Problem.SYNTAX,
          "an element that its array doesn't take, which is made with another type,",
          "make the array with the type of its variable");
    }
    return held;
  }

  /** Whether an array takes a value: it may have been made with a narrower type than is seen. */
  private boolean takes(Term.Single array, Type value) {
    Program program = frame.names().program();
    Type element = array.value().type().element();
    TypeMirror seen = program.types().erasure(((ArrayType) array.type()).getComponentType());
    if (seen.toString().equals(element.toString()) || value.equals(element)) {
      return true;
    }
    TypeElement given = program.elements().getTypeElement(value.toString());
    TypeElement held = program.elements().getTypeElement(element.toString());
    boolean isKnown = (given != null || value.isArray()) && (held != null || element.isArray());
    return !isKnown
        || held != null && held.toString().equals("java.lang.Object")
        || given != null && held != null && program.types().isSubtype(erased(given), erased(held));
  }

  private TypeMirror erased(TypeElement type) {
    return frame.names().program().types().erasure(type.asType());
  }

  /** Returns what to write into the arrays that hold an array's elements, for a value. */
  public List<Value> held(Tree at, Term array, Term value) {
    if (array instanceof Term.Columns columns) {
      return objects.held(at, columns, value);
    }
    return List.of(held(at, (Term.Single) array, value));
  }

  public Value length(Tree at, Term array) {
    frame.at(at);
    return frame.draft().apply(Operations.LENGTH, first(array));
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
    return made(tree, type, lengths);
  }

  /** Makes an array of some lengths. */
  public Term made(Tree at, TypeMirror type, List<Value> lengths) {
    boolean isEmpty = Integer.valueOf(0).equals(frame.draft().known(lengths.get(0)));
    Position place = frame.names().position(at);
    Term made = allocate(at, type, lengths, isEmpty || frame.reading().isFilled(at), place);
    if (isEmpty) {
      frame.draft().noteEmpty(first(made));
    }
    return made;
  }

  /**
   * Makes an array.
   *
   * @param isFilled whether no element is read before it is assigned
   */
  private Term allocate(
      Tree at, TypeMirror type, List<Value> lengths, boolean isFilled, Position place) {
    Term form = objects.form(at, type, lengths.size(), isFilled);
    if (form != null) {
      return objects.allocate(place, type, form, lengths);
    }
    if (!frame.shapes().nameable().isClassNamed(type)) {
      return allocateHidden(at, type, lengths);
    }
    Value array =
        frame
            .draft()
            .at(place)
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
    Term array = fresh(tree, type, frame.draft().constant(elements.size()));
    for (int i = 0; i < elements.size(); i++) {
      Term element = expressions.value(elements.get(i), arrayType.getComponentType());
      put(elements.get(i), array, i, element);
    }
    return array;
  }

  /** Makes an array whose elements are assigned before they are read. */
  public Term fresh(Tree at, TypeMirror type, Value length) {
    return allocate(at, type, List.of(length), true, frame.names().position(at));
  }

  /** Makes room for elements that are still to come. How much it is, the program can't ask. */
  public Term room(Tree at, ArrayType type, Value length) {
    return allocate(at, type, List.of(length), true, frame.names().position(at).made());
  }

  /** Makes an array of boxed numbers of an array of numbers, which nobody else has. */
  public Term boxed(Tree at, ArrayType type, Term numbers) {
    Term boxes = fresh(at, type, length(at, numbers));
    copyEach(at, numbers, boxes, length(at, numbers));
    return boxes;
  }

  /** Packs the last arguments of a call into an array. */
  public Term packed(Tree at, TypeMirror type, List<Term> elements) {
    Term array = fresh(at, type, frame.draft().constant(elements.size()));
    for (int i = 0; i < elements.size(); i++) {
      put(at, array, i, elements.get(i));
    }
    return array;
  }

  /** Packs the last arguments of a call into an array that is as it is in the source. */
  public Term packedWhole(Tree at, TypeMirror type, List<Term> elements) {
    Value length = frame.draft().constant(elements.size());
    Value array =
        frame.at(at).newArray("", Type.array(new Type.Reference(Conversions.OBJECT)), length);
    RecordReferences records = new RecordReferences(frame);
    for (int i = 0; i < elements.size(); i++) {
      Value element = records.pack(at, conversions.boxed(at, elements.get(i)));
      frame.at(at).write(array, frame.draft().constant(i), element);
    }
    return new Term.Single(type, array);
  }

  private void put(Tree at, Term array, int i, Term element) {
    Value index = frame.draft().constant(i);
    write(at, new ElementPlace(array, index, element(array)), element);
  }

  public Term clone(Tree at, Term array) {
    List<Value> clones =
        array.leaves().stream().map(each -> frame.at(at).cloned("", each)).toList();
    return array.with(clones.iterator());
  }

  /** Copies elements as the library does; those of records or objects column by column. */
  public void copy(Tree at, Term source, Value from, Term target, Value to, Value count) {
    Position position = frame.names().position(at);
    for (int i = 0; i < source.leaves().size(); i++) {
      Value column = source.leaves().get(i);
      Value into = target.leaves().get(i);
      frame.at(at).add(new Step.Copy(column, from, into, to, count, position));
    }
  }

  /** Whether the elements of two arrays are held in the same way. */
  public static boolean areAlike(Term one, Term other) {
    return one instanceof Term.Columns a && other instanceof Term.Columns b
        ? Term.areSame(a.form(), b.form())
        : one.leaves().size() == other.leaves().size() && areOfNumbers(one) == areOfNumbers(other);
  }

  private static boolean areOfNumbers(Term array) {
    return array.leaves().get(0).type().element().isScalar();
  }

  /**
   * Copies the first elements of an array to the beginning of another, which may hold objects of
   * more classes.
   */
  public void copyEach(Tree at, Term source, Term target, Value count) {
    Value zero = frame.draft().constant(0);
    if (areAlike(source, target)) {
      copy(at, source, zero, target, zero, count);
      return;
    }
    GraphBuilder round = new GraphBuilder();
    Value index = round.parameter(Type.INT, "i");
    frame.draft().counts(index);
    frame
        .draft()
        .in(
            round,
            () -> {
              Term read = read(at, new ElementPlace(source, index, element(source)));
              ElementPlace place = new ElementPlace(target, index, element(target));
              write(at, place, conversions.to(at, read, element(target)));
            });
    frame.at(at).loop(zero, count, 1, List.of(), round.yield());
  }

  /** Returns an array that begins with all elements of another, and has room for more. */
  public Term longer(Tree at, Term array, Value length) {
    Term longer = fresh(at, (ArrayType) array.type(), length);
    Value zero = frame.draft().constant(0);
    copy(at, array, zero, longer, zero, length(at, array));
    return longer;
  }
}
