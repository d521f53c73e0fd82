package cotangent.processor.read;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Receiver;
import cotangent.processor.graph.Value;
import cotangent.processor.op.KernelNames;
import cotangent.processor.read.call.ClassGuards;
import cotangent.processor.read.call.EnumBodies;
import cotangent.processor.read.call.Functions;
import cotangent.processor.read.call.Inlining;
import cotangent.processor.read.call.MethodBody;
import cotangent.processor.read.call.OpenMethods;
import cotangent.processor.read.call.RuledCalls;
import cotangent.processor.read.call.ShapeNotes;
import cotangent.processor.read.caught.Twins;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Fields;
import cotangent.processor.read.expression.GivenElements;
import cotangent.processor.read.expression.GivenRecords;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.request.Request;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.Nameable;
import cotangent.processor.read.shape.TypeShape;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * One annotated method while it is being read: its object and parameters become the inputs of a
 * graph, its body the steps, and what it returns the outputs.
 */
final class AnnotatedMethod {
  private final Reading reading;
  private final Request request;
  private final Source source;
  private final Position position;
  private final Boundary boundary;
  private @Nullable Term self;
  private final List<Port> inputs = new ArrayList<>();
  private final List<Port> outputs = new ArrayList<>();
  private final List<Integer> wrt = new ArrayList<>();
  private final List<Term> arguments = new ArrayList<>();
  private final List<Value> parameters = new ArrayList<>();
  private boolean returns = true;

  AnnotatedMethod(Reading reading, Request request) {
    this.reading = reading;
    this.request = request;
    this.source = request.source();
    this.position = source.names().position(source.tree());
    this.boundary = new Boundary(reading, source.names());
  }

  Primal read() {
    Receiver receiver = receiver();
    for (int i = 0; i < source.tree().getParameters().size(); i++) {
      VariableElement parameter = source.element().getParameters().get(i);
      Tree at = source.tree().getParameters().get(i).getType();
      boolean isChosen = request.wrt().contains(parameter);
      String name = parameter.getSimpleName().toString();
      arguments.add(input(boundary.input(parameter.asType(), name, at, isChosen), name, isChosen));
    }
    return new Primal(
        method(),
        receiver,
        request.overload(),
        original(),
        wrt,
        request.derivatives(),
        request.position());
  }

  /** Whether it reaches its end on any way; known when it has been read. */
  boolean returns() {
    return returns;
  }

  Refusal neverReturns() {
    return new Refusal(Problem.NEVER_RETURNS, position, reading.name());
  }

  /** Returns the method as it was written, where the class of some object decides what is read. */
  private @Nullable Callee original() {
    if (!ClassGuards.of(reading).guards()) {
      return null;
    }
    ExecutableElement method = source.element();
    Nameable nameable = reading.shapes().nameable();
    Callee.Member.Access access = nameable.accessOfOriginal(method);
    return new Callee.Member(
        request.isStatic() ? Callee.Member.Kind.STATIC_METHOD : Callee.Member.Kind.METHOD,
        Owner.of(method).getQualifiedName().toString(),
        method.getSimpleName().toString(),
        access,
        access == Callee.Member.Access.NAMED ? List.of() : nameable.erasure().signature(method));
  }

  /** Adds the inputs that stand for the object on which the method is called. */
  private Receiver receiver() {
    if (request.isStatic()) {
      return new Receiver(List.of(), 0, List.of());
    }
    TypeMirror owner = Owner.of(source.element()).asType();
    boolean isChosen = !request.fields().isEmpty();
    TypeShape shape =
        isChosen && reading.shapes().haveComponents(owner)
            ? boundary.byComponents(owner, source.tree())
            : boundary.of(owner, source.tree());
    GraphBuilder reads = new GraphBuilder();
    if (shape instanceof TypeShape.Composite record && isChosen) {
      shape = held(record);
      self = components((TypeShape.Composite) shape);
    } else {
      self = input(shape, "self", false);
      if (self instanceof Term.Single object) {
        reading.receiver(object.value());
        reading.draft().in(reads, () -> request.fields().forEach(each -> field(object, each)));
      }
    }
    return new Receiver(List.of(shape.port("self")), inputs.size(), reads.steps());
  }

  private Term components(TypeShape.Composite record) {
    List<Term> components = new ArrayList<>();
    for (int i = 0; i < record.names().size(); i++) {
      String name = record.names().get(i);
      components.add(input(record.components().get(i), name, isChosen(name)));
    }
    return new Term.Tuple(record.type(), components);
  }

  /** Returns the shape of a record some of whose components are differentiated. */
  private TypeShape held(TypeShape.Composite record) {
    List<TypeShape> components = new ArrayList<>();
    for (int i = 0; i < record.names().size(); i++) {
      String name = record.names().get(i);
      TypeMirror type = record.components().get(i).type();
      components.add(boundary.input(type, name, source.tree(), isChosen(name)));
    }
    return new TypeShape.Composite(record.type(), record.names(), components);
  }

  private boolean isChosen(String field) {
    return request.fields().stream()
        .anyMatch(each -> each.element().getSimpleName().contentEquals(field));
  }

  private void field(Term.Single object, ResolvedField field) {
    Frame frame = new Frame(reading, source.names(), field.type(), object);
    Term term = Fields.of(reading).input(frame, source.tree(), object, field);
    TypeShape shape = boundary.ofField(field.type(), source.tree());
    if (shape instanceof TypeShape.Composite && !(term instanceof Term.Tuple)) {
      throw new Refusal(Problem.NULL_RECORD, position, Spelling.of(field.type()));
    }
    input(shape.port(field.element().getSimpleName().toString()), term, true);
  }

  private Method method() {
    GraphBuilder body = reading.draft().here();
    List<Value> results = results();
    GraphBuilder whole = new GraphBuilder();
    parameters.forEach(whole::parameter);
    Fields.used(reading.prologue().steps(), body.steps(), results).forEach(whole::add);
    body.steps().forEach(whole::add);
    List<Graph> functions = Twins.with(Functions.of(reading).graphs(), reading);
    Graph read = new Graph(reading.name(), whole.yield(results), functions);
    Map<Value, String> names = reading.draft().suggested();
    KernelNames.find(read.body(), names);
    Graph graph = names.isEmpty() ? read : GraphCopy.renamed(read, names);
    return new Method(
        reading.name(),
        Optional.empty(),
        graph,
        inputs,
        outputs,
        "",
        "Computes {@code " + reading.name() + "}.");
  }

  private Term input(TypeShape shape, String name, boolean isChosen) {
    List<Value> leaves =
        Boundary.named(shape.port(name)).map(leaf -> new Value(leaf.type(), leaf.name())).toList();
    return input(shape.port(name), shape.term(leaves.iterator()), isChosen);
  }

  private Term input(Port port, Term term, boolean isChosen) {
    if (isChosen) {
      wrt.add(inputs.size());
    }
    inputs.add(port);
    parameters.addAll(term.leaves());
    return new GivenElements(reading).entered(term);
  }

  private List<Value> given(Frame frame, Term result) {
    TypeMirror type = source.element().getReturnType();
    if (type.getKind() == TypeKind.VOID) {
      return List.of();
    }
    Boundary.Output output = boundary.output(frame, type, source.tree().getReturnType(), result);
    outputs.add(output.shape().port("value"));
    return output.term().leaves();
  }

  /** Reads the body in place, or, where it turns out to recur, as a function. */
  private List<Value> results() {
    Frame outside = frame();
    Optional<Term> ruled =
        self == null
            ? new RuledCalls(outside)
                .byOwnRule(
                    source.tree(), ResolvedMethod.declared(source.element()), null, arguments)
            : Optional.empty();
    if (ruled.isPresent()) {
      return given(outside, ruled.get());
    }
    hold(outside);
    Frame frame = frame();
    GraphBuilder body = new GraphBuilder();
    Term[] chosen = new Term[1];
    try {
      frame.region(body, () -> chosen[0] = body(frame));
      reading.draft().splice(body);
      Term result =
          chosen[0] == null || frame.flow().isNever()
              ? MethodBody.result(frame, source.tree())
              : chosen[0];
      return given(frame, result);
    } catch (Inlining.Recursive recursive) {
      return given(
          frame, Functions.of(reading).call(frame, source.tree(), source, self, arguments));
    } catch (Diverged never) {
      returns = reading.isRefused(); // what was left out may be what would return
      return List.of();
    }
  }

  private Frame frame() {
    return new Frame(reading, source.names(), source.element().getReturnType(), self);
  }

  /** Takes what comes from outside as such is held in the method. */
  private void hold(Frame frame) {
    Arenas.of(reading).begin(frame);
    GivenRecords given = new GivenRecords(frame);
    arguments.replaceAll(each -> given.held(source.tree(), each));
    self = self == null ? null : given.held(source.tree(), self);
  }

  /** Reads the statements; returns what an object's own class, if it has another body, returns. */
  private @Nullable Term body(Frame frame) {
    new ShapeNotes(frame)
        .given(source.tree(), source.element(), self, Fields.of(reading).inputs().all(), arguments);
    if (self instanceof Term.Single object) {
      ClassGuards.of(reading).requireOwn(frame, source.tree(), source.element(), object);
    }
    Term chosen = EnumBodies.of(reading).overriding(frame, source, self, arguments);
    if (chosen == null) {
      OpenMethods.of(reading)
          .within(source.element(), () -> MethodBody.read(frame, source, arguments));
    }
    return chosen;
  }
}
