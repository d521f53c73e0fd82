package cotangent.processor.read.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.AbsentTensors;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Fields;
import cotangent.processor.read.expression.GivenElements;
import cotangent.processor.read.expression.ObjectArrays;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.GeneratedMethods;
import cotangent.processor.read.frame.GeneratedMethods.Generated;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.GeneratedRecord;
import cotangent.processor.read.shape.TypeShape;
import cotangent.processor.read.shape.TypeShapes;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Reads calls of companions: the graph of the derivative is put in place of the call, so that it is
 * differentiated again like everything else.
 */
public final class GeneratedCalls {
  private static final Type WORKSPACE = new Type.Reference("cotangent.Workspace");

  private final Frame frame;
  private final Types types;
  private final GeneratedMethods methods;

  public GeneratedCalls(Frame frame) {
    this.frame = frame;
    this.types = frame.names().program().types();
    this.methods = frame.reading().generated();
  }

  /** Finds the companion that an expression names, unless it names a variable. */
  Optional<String> companion(ExpressionTree tree) {
    ExpressionTree leftmost = tree;
    while (leftmost instanceof MemberSelectTree select) {
      leftmost = select.getExpression();
    }
    boolean isName =
        leftmost instanceof IdentifierTree identifier
            && frame.environment().named(identifier.getName().toString()) == null;
    return isName
        ? frame.names().possibleNames(tree).stream().filter(methods::isCompanion).findFirst()
        : Optional.empty();
  }

  /** Finds the companion whose method is imported by its simple name. */
  Optional<String> importedFrom(String method) {
    return frame.names().staticallyImportedFrom(method).stream()
        .filter(methods::isCompanion)
        .findFirst();
  }

  /** Returns the record of a companion that a tree names as a type. */
  public Optional<TypeMirror> type(Tree tree) {
    if (!(tree instanceof MemberSelectTree select)) {
      return Optional.empty();
    }
    return companion(select.getExpression())
        .flatMap(
            companion ->
                methods.returning(companion, select.getIdentifier().toString()).stream()
                    .findFirst()
                    .map(generated -> record(tree, companion, generated)));
  }

  Term call(Tree at, String companion, String name, List<Term> given) {
    List<Term> arguments = spread(at, companion, name, present(at, withoutWorkspace(given)));
    Generated chosen = choose(at, companion, name, arguments);
    Method method = chosen.method();
    boolean isChecked = !method.record().isEmpty() && isChecked(at, chosen, arguments);
    Graph graph = MatrixArrays.apart(method.graph());
    PutTogether tensors = new PutTogether(frame, at, graph);
    List<Value> parts =
        GraphCopy.inline(
            tensors.parts(graph),
            operands(at, chosen, arguments),
            frame.at(at),
            Functions.of(frame.reading()).adopted(graph.functions()));
    if (isChecked) {
      new ShapeNotes(frame).done(at);
    }
    if (graph.body().diverges()) {
      throw new Diverged();
    }
    if (method.outputs().isEmpty()) {
      return frame.nothing();
    }
    TypeShape shape =
        method.record().isEmpty()
            ? shape(at, method.outputs().get(0), chosen)
            : record(at, companion, chosen).shape();
    Term result =
        new GivenElements(frame.reading())
            .entered(shape.term(tensors.leaves(graph, parts, this::mirror).iterator()));
    jacobians(at, chosen, arguments, result);
    if (method.outputs().stream().anyMatch(Port::mayBeLacking)) {
      AbsentTensors.of(frame.reading()).note(result);
    }
    return result;
  }

  private static List<Term> withoutWorkspace(List<Term> given) {
    boolean hasOne =
        !given.isEmpty()
            && given.get(0) instanceof Term.Single first
            && first.value().type().equals(WORKSPACE);
    return hasOne ? given.subList(1, given.size()) : given;
  }

  /** Notes how large the matrices are that are Jacobians of a vector by another one. */
  private void jacobians(Tree at, Generated chosen, List<Term> arguments, Term record) {
    List<Port> passed = chosen.passed();
    Term value = chosen.method().is(Mode.JACOBIAN) ? record.parts().get(0) : record;
    for (int i = 0; i < arguments.size() && Component.isTensor(value.known()); i++) {
      String name = passed.get(i).name();
      Term by = arguments.get(i);
      Term derivative = component(record, Port.name("d", name)).orElse(null);
      if (derivative instanceof Term.Tuple matrix
          && matrix.leaves().size() == 3
          && Component.isTensor(by.known())) {
        new ShapeNotes(frame).jacobian(at, value, name, by, matrix);
      }
    }
  }

  /** Notes what a method that computes derivatives checks of its arguments; tells if it does. */
  private boolean isChecked(Tree at, Generated chosen, List<Term> arguments) {
    ExecutableElement original = chosen.request().method();
    boolean isStatic = original.getModifiers().contains(Modifier.STATIC);
    List<Term> given = isStatic ? arguments : arguments.subList(1, arguments.size());
    return new ShapeNotes(frame).checked(at, original, given);
  }

  /**
   * Returns arguments none of which is null, if it is a record: Java would have its components.
   * Lists that were made in sight become lists as they come from outside.
   */
  private List<Term> present(Tree at, List<Term> arguments) {
    Objects objects = new Objects(frame);
    Lists lists = new Lists(frame);
    return arguments.stream()
        .map(each -> ObjectArrays.mayBeNull(each) ? objects.present(at, each) : each)
        .map(each -> Lists.isOneOfLists(each) ? lists.given(at, each) : each)
        .toList();
  }

  /** Packs the last arguments into an array where only a variadic method can be meant. */
  private List<Term> spread(Tree at, String companion, String name, List<Term> arguments) {
    List<Generated> all = candidates(at, companion, name);
    if (all.stream().anyMatch(each -> fits(each, arguments, false))) {
      return arguments;
    }
    for (Generated each : all) {
      int last = each.passed().size() - 1;
      if (arguments.size() >= last && each.request().isVariadic(each.passed())) {
        List<? extends VariableElement> parameters = each.request().method().getParameters();
        ArrayType type = (ArrayType) parameters.get(parameters.size() - 1).asType();
        List<Term> elements = new ArrayList<>();
        for (Term argument : arguments.subList(last, arguments.size())) {
          elements.add(new Conversions(frame).to(at, argument, type.getComponentType()));
        }
        List<Term> packed = new ArrayList<>(arguments.subList(0, last));
        packed.add(new Arrays(frame).packed(at, type, elements));
        return packed;
      }
    }
    return arguments;
  }

  private List<Generated> candidates(Tree at, String companion, String name) {
    try {
      return methods.named(companion, name);
    } catch (GeneratedMethods.Circular circular) {
      throw frame.refusal(at, Problem.CIRCULAR_DERIVATIVE, companion + "." + name);
    }
  }

  private List<Value> operands(Tree at, Generated chosen, List<Term> arguments) {
    List<Value> operands = new ArrayList<>();
    List<Port> passed = chosen.passed();
    for (int i = 0; i < arguments.size(); i++) {
      operands.addAll(converted(at, arguments.get(i), passed.get(i)));
      if (i == 0 && arguments.get(0) instanceof Term.Single object) {
        for (ResolvedField field : chosen.request().fields()) {
          operands.addAll(Fields.of(frame.reading()).ofObject(frame, at, object, field).leaves());
        }
      }
    }
    return operands;
  }

  private Generated choose(Tree at, String companion, String name, List<Term> arguments) {
    List<Generated> fitting =
        candidates(at, companion, name).stream().filter(g -> fits(g, arguments, false)).toList();
    List<Generated> exact = fitting.stream().filter(g -> fits(g, arguments, true)).toList();
    List<Generated> best = exact.isEmpty() ? fitting : exact;
    if (best.isEmpty()) {
      throw frame.names().wrong(at);
    } else if (best.size() > 1) {
      throw frame.refusal(at, Problem.UNCERTAIN_CALL, name);
    }
    return best.get(0);
  }

  /** Whether arguments can be passed, either as they are or widened. */
  private static boolean fits(Generated generated, List<Term> arguments, boolean exactly) {
    List<Port> inputs = generated.passed();
    if (inputs.size() != arguments.size()) {
      return false;
    }
    for (int i = 0; i < inputs.size(); i++) {
      List<Type> wanted = inputs.get(i).leaves().map(Port.Leaf::type).toList();
      List<Type> given = arguments.get(i).leaves().stream().map(Value::type).toList();
      boolean scalar = inputs.get(i) instanceof Port.Leaf && wanted.get(0).isScalar();
      boolean fits =
          exactly || !scalar
              ? wanted.size() == given.size() && fits(wanted, given)
              : given.size() == 1 && !given.get(0).isArray();
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(List<Type> wanted, List<Type> given) {
    for (int i = 0; i < wanted.size(); i++) {
      boolean references =
          wanted.get(i) instanceof Type.Reference && given.get(i) instanceof Type.Reference;
      if (!references && !wanted.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private List<Value> converted(Tree at, Term argument, Port input) {
    if (input instanceof Port.Leaf leaf && leaf.type().isScalar()) {
      TypeMirror target =
          types.getPrimitiveType(TypeKind.valueOf(((Type.Scalar) leaf.type()).name()));
      return new Conversions(frame).to(at, argument, target).leaves();
    }
    return argument.leaves();
  }

  private GeneratedRecord record(Tree at, String companion, Generated generated) {
    List<Port> outputs = generated.method().outputs();
    return new GeneratedRecord(
        companion + "." + generated.method().record(),
        outputs.stream().map(Port::name).toList(),
        outputs.stream().map(output -> shape(at, output, generated)).toList());
  }

  private TypeShape shape(Tree at, Port port, Generated generated) {
    return shape(at, port, type(at, port, generated));
  }

  /**
   * Returns the shape of an output: lists of records are held by their elements, as they go out.
   */
  private TypeShape shape(Tree at, Port port, TypeMirror type) {
    TypeShape shape = frame.shapes().of(type, frame.names().position(at));
    return shape.port(port.name()).isLike(port)
        ? shape
        : frame.shapes().atBoundary(type, frame.names().position(at), TypeShapes.Lacking.NOTHING);
  }

  /** Returns the type of an output; but for arrays and numbers, the original mentions it. */
  private TypeMirror type(Tree at, Port port, Generated generated) {
    if (port instanceof Port.Leaf leaf && leaf.type().leaf().isScalar()) {
      return mirror(leaf.type());
    } else if (port instanceof Port.Leaf leaf && Component.isTensor(leaf.type().leaf())) {
      return mirror(leaf.type());
    }
    ExecutableElement original = generated.request().method();
    Stream<TypeMirror> parameters = original.getParameters().stream().map(VariableElement::asType);
    Stream<TypeMirror> fields = generated.request().fields().stream().map(ResolvedField::type);
    return Stream.of(Stream.of(original.getReturnType()), parameters, fields)
        .flatMap(mentioned -> mentioned)
        .filter(type -> isOf(type, port, at))
        .findFirst()
        .orElseThrow(() -> frame.refusal(at, Problem.UNCERTAIN_CALL, port.name()));
  }

  private boolean isOf(TypeMirror type, Port port, Tree at) {
    if (type.getKind() == TypeKind.VOID) {
      return false;
    }
    return shape(at, port, type).port(port.name()).isLike(port);
  }

  private TypeMirror mirror(Type type) {
    if (Component.isTensor(type)) {
      return frame.names().program().elements().getTypeElement(type.toString()).asType();
    }
    return type instanceof Type.Array array
        ? types.getArrayType(mirror(array.element()))
        : types.getPrimitiveType(TypeKind.valueOf(((Type.Scalar) type).name()));
  }

  /** Returns a component of a companion's record. */
  static Optional<Term> component(Term receiver, String name) {
    if (receiver instanceof Term.Tuple tuple && tuple.type() instanceof GeneratedRecord record) {
      int index = record.indexOf(name);
      return index < 0 ? Optional.empty() : Optional.of(tuple.components().get(index));
    }
    return Optional.empty();
  }
}
