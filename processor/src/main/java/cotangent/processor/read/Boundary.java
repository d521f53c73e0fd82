package cotangent.processor.read;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.Lists;
import cotangent.processor.read.expression.ObjectArrays;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.expression.Records;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.object.Representations;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.PlainRecords;
import cotangent.processor.read.shape.TypeShape;
import cotangent.processor.read.shape.TypeShapes;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * How the inputs and outputs of a method are held. What carries derivatives is taken apart into its
 * numbers, even a list of records, which is a reference everywhere else.
 */
record Boundary(Reading reading, Names names) {

  /** A result of a method, and how it is put together again. */
  record Output(TypeShape shape, Term term) {}

  /** Returns the shape of what is constant at entry. */
  TypeShape of(TypeMirror type, Tree at) {
    TypeShape shape = reading.shapes().of(type, names.position(at));
    new PlainRecords(names.program()).require(shape, names.position(at));
    return shape;
  }

  /** Returns the shape of a record, however it is held in the method. */
  TypeShape byComponents(TypeMirror record, Tree at) {
    return atBoundary(record, at, each -> false, each -> false);
  }

  /** Returns the shape of an input. */
  TypeShape input(TypeMirror type, String name, Tree at, boolean isChosen) {
    if (!isChosen) {
      return of(type, at);
    }
    Representations found = reading.representations();
    TypeShape shape = plain(atBoundary(type, at, found::isObject, found::mayLackElements), at);
    requireHeld(shape, name, names.position(at));
    return shape;
  }

  /** Returns the shape of a differentiated field, which is read from its object. */
  TypeShape ofField(TypeMirror type, Tree at) {
    TypeShape shape = atBoundary(type, at, record -> false, record -> false);
    rejectLists(shape, names.position(at));
    return plain(shape, at);
  }

  /** Returns the result of a method, with the elements of the lists in it. */
  Output output(Frame frame, TypeMirror type, Tree at, Term term) {
    TypeShape shape = atBoundary(type, at, record -> false, record -> false);
    return settled(frame, at, plain(shape, at), term);
  }

  private TypeShape atBoundary(
      TypeMirror type, Tree at, Predicate<TypeElement> records, Predicate<TypeElement> elements) {
    TypeShapes.Lacking lacking = new TypeShapes.Lacking(records, elements);
    return reading.shapes().atBoundary(type, names.position(at), lacking);
  }

  private Output settled(Frame frame, Tree at, TypeShape shape, Term given) {
    if (shape instanceof TypeShape.Composite record
        && !Component.isTensor(record.type())
        && ObjectArrays.mayBeNull(given)) {
      return nullable(frame, at, record, given);
    }
    boolean isObject = shape instanceof TypeShape.Composite && given.isObject();
    Term term = isObject ? Records.apart(frame, at, given, shape.type()) : given;
    if (shape instanceof TypeShape.Composite record && term instanceof Term.Tuple tuple) {
      List<TypeShape> shapes = new ArrayList<>();
      List<Term> terms = new ArrayList<>();
      for (int i = 0; i < record.components().size(); i++) {
        Output each = settled(frame, at, record.components().get(i), tuple.components().get(i));
        shapes.add(each.shape);
        terms.add(each.term);
      }
      return new Output(
          new TypeShape.Composite(record.type(), record.names(), shapes),
          new Term.Tuple(tuple.type(), terms, tuple.known()));
    } else if (shape instanceof TypeShape.Elements elements && Lists.isList(term)) {
      return settled(frame, at, elements, new Lists(frame).exactly(at, term));
    } else if (shape instanceof TypeShape.Elements elements
        && term instanceof Term.Columns columns) {
      requireFlat(elements, names.position(at));
      TypeShape element = element(frame, at, elements.element(), columns.form());
      return new Output(new TypeShape.Elements(elements.type(), element, elements.array()), term);
    } else if (term instanceof Term.Single single) {
      return new Output(new TypeShape.Leaf(shape.type(), single.value().type()), term);
    }
    return new Output(shape, term);
  }

  /** Returns a record that may be null: whether it is there, and its components, if it is. */
  private Output nullable(Frame frame, Tree at, TypeShape.Composite shape, Term given) {
    Objects objects = new Objects(frame);
    if (given instanceof Term.Choice choice
        && choice.alternatives().size() == 2
        && choice.alternatives().get(0) instanceof Term.Nothing) {
      Output there = settled(frame, at, shape, choice.alternatives().get(1));
      if (!holdsNull(there.shape)) {
        return orNull(there, with(isThere(frame, at, given, shape), there.term.leaves()));
      }
    }
    GraphBuilder none = new GraphBuilder();
    GraphBuilder some = new GraphBuilder();
    Output[] there = new Output[1];
    frame.region(some, () -> there[0] = settled(frame, at, shape, objects.notNull(given)));
    List<Value> parts = with(some.constant(Type.BOOLEAN, true), there[0].term.leaves());
    List<Value> nothing =
        parts.stream().map(part -> none.constant(part.type(), part.type().unassigned())).toList();
    Value isThere = isThere(frame, at, given, shape);
    List<Value> either =
        reading.draft().here().branch(isThere, some.yield(parts), none.yield(nothing), parts);
    return orNull(there[0], either);
  }

  private static Value isThere(Frame frame, Tree at, Term given, TypeShape shape) {
    Value isNull = new Objects(frame).areSame(at, given, new Term.Nothing(shape.type()));
    return frame.draft().not(isNull);
  }

  /** Whether a record holds one that may be null, of which nothing is to be said where it isn't. */
  private static boolean holdsNull(TypeShape shape) {
    return shape instanceof TypeShape.Composite record
        && record.components().stream()
            .filter(TypeShape.Composite.class::isInstance)
            .anyMatch(each -> ((TypeShape.Composite) each).mayBeNull() || holdsNull(each));
  }

  private static Output orNull(Output there, List<Value> leaves) {
    TypeShape.Composite record = (TypeShape.Composite) there.shape;
    TypeShape shape = record.telling(Type.BOOLEAN);
    return new Output(shape, shape.term(leaves.iterator()));
  }

  private static List<Value> with(Value isThere, List<Value> parts) {
    List<Value> leaves = new ArrayList<>(List.of(isThere));
    leaves.addAll(parts);
    return leaves;
  }

  /** Refuses lists in a list that is made here: some of their places may not be in use. */
  private static void requireFlat(TypeShape.Elements elements, Position at) {
    if (elements.element() instanceof TypeShape.Elements inner
        && inner.type() instanceof DeclaredType) {
      throw new Refusal(Problem.RESULT_NOT_DIFFERENTIABLE, at, elements.type());
    }
  }

  /** Returns the shape of each of many, of which some may be null. */
  private TypeShape element(Frame frame, Tree at, TypeShape shape, Term form) {
    if (!(shape instanceof TypeShape.Composite record)
        || Component.isTensor(record.type())
        || !ObjectArrays.mayBeNull(form)) {
      return settled(frame, at, shape, form).shape;
    } else if (form instanceof Term.Choice choice && choice.alternatives().size() == 2) {
      Output there = settled(frame, at, shape, choice.alternatives().get(1));
      return ((TypeShape.Composite) there.shape).telling(Type.INT);
    }
    throw new Refusal(Problem.NULL_RECORD, names.position(at), Spelling.of(record.type()));
  }

  /** Makes sure that derivatives can be held as what they are derivatives of. */
  private TypeShape plain(TypeShape shape, Tree at) {
    PlainRecords records = new PlainRecords(names.program());
    records.require(shape, names.position(at));
    records.picky(shape, names.position(at)).forEach(reading::warn);
    return shape;
  }

  /** Says where a list goes that can't be held by its elements, and what is called on it there. */
  private Refusal changed(TypeElement list, String name, Position at) {
    Representations found = reading.representations();
    String method = found.caller(list);
    Position lost = found.lost().getOrDefault(list.getQualifiedName().toString(), at);
    return method == null
        ? new Refusal(Problem.FUNCTION_ESCAPES, at, "the list " + name, Problem.HERE_ONLY)
        : new Refusal(Problem.LIST_CALLED, lost, name, method, name);
  }

  /** Refuses a list that goes where it cannot be held by its elements. */
  private void requireHeld(TypeShape shape, String name, Position at) {
    if (shape instanceof TypeShape.Elements elements) {
      if (shape.type() instanceof DeclaredType list
          && reading.representations().isWhole((TypeElement) list.asElement())) {
        throw changed((TypeElement) list.asElement(), name, at);
      }
      requireHeld(elements.element(), name, at);
    } else if (shape instanceof TypeShape.Composite record) {
      for (int i = 0; i < record.names().size(); i++) {
        requireHeld(record.components().get(i), record.names().get(i), at);
      }
    }
  }

  private static void rejectLists(TypeShape shape, Position at) {
    if (shape instanceof TypeShape.Elements) {
      throw new Refusal(Problem.ARRAY_OF_RECORDS, at, shape.type());
    } else if (shape instanceof TypeShape.Composite record) {
      record.components().forEach(component -> rejectLists(component, at));
    }
  }

  /** Returns the leaves by the names that their values get: those of tensors begin with its own. */
  static Stream<Port.Leaf> named(Port port) {
    if (!(port instanceof Port.Composite composite)) {
      return port.leaves();
    }
    if (port.isTensor()) {
      return port.leaves()
          .map(leaf -> new Port.Leaf(CamelCase.joined(port.name(), leaf.name()), leaf.type()));
    }
    Stream<Port.Leaf> own = composite.own().stream().flatMap(Boundary::named);
    return composite.isRecordOrNull()
        ? Stream.concat(
            Stream.of(new Port.Leaf(CamelCase.joined("has", port.name()), Type.BOOLEAN)), own)
        : own;
  }
}
