package cotangent.processor.read;

import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.names.WrongJava;
import cotangent.processor.read.request.Request;
import cotangent.processor.read.request.Requests;
import cotangent.processor.report.Position;
import cotangent.processor.report.Refusal;
import cotangent.processor.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the annotated methods of a class: the entrance to this stage. */
public final class Reader {
  private final Program program;
  private final Report report;
  private final GeneratedMethods generated;

  /**
   * @param generated what the methods may call besides what there is already
   */
  public Reader(Program program, Report report, GeneratedMethods generated) {
    this.generated = generated;
    this.program = program;
    this.report = report;
  }

  /** Gives the methods that can be differentiated; the report hears of the others. */
  public List<Primal> read(TypeElement type) {
    List<Primal> primals = new ArrayList<>();
    for (Request request : Requests.of(type, program, report)) {
      read(request).ifPresent(primals::add);
    }
    return primals;
  }

  /** Reads one method. */
  public Optional<Primal> read(Request request) {
    String name = request.method().getSimpleName().toString();
    Reading reading =
        new Reading(
            program, (TypeElement) request.method().getEnclosingElement(), name, report, generated);
    try {
      Method method = new Body(reading, request.source()).read();
      return reading.isRefused()
          ? Optional.empty()
          : Optional.of(
              new Primal(
                  method,
                  request.overload(),
                  wrt(request),
                  request.derivatives(),
                  request.position()));
    } catch (Refusal | WrongJava refused) {
      reading.refused(refused);
      return Optional.empty();
    }
  }

  private static List<Integer> wrt(Request request) {
    List<? extends VariableElement> parameters = request.method().getParameters();
    int receiver = request.isStatic() ? 0 : 1;
    return request.wrt().stream().map(each -> parameters.indexOf(each) + receiver).toList();
  }

  /** One annotated method while it is read. */
  private static final class Body {
    private final Reading reading;
    private final Source source;
    private final Position position;
    private final List<Port> inputs = new ArrayList<>();
    private final List<Term> arguments = new ArrayList<>();
    private final List<Value> parameters = new ArrayList<>();

    Body(Reading reading, Source source) {
      this.reading = reading;
      this.source = source;
      this.position = source.names().position(source.tree());
    }

    Method read() {
      Term self =
          source.element().getModifiers().contains(Modifier.STATIC)
              ? null
              : input("self", source.element().getEnclosingElement().asType());
      if (self instanceof Term.Single single) {
        reading.receiver(single.value());
      }
      for (VariableElement parameter : source.element().getParameters()) {
        arguments.add(input(parameter.getSimpleName().toString(), parameter.asType()));
      }
      GraphBuilder body = reading.draft().here();
      List<Value> results = results(self);
      GraphBuilder whole = new GraphBuilder();
      parameters.forEach(whole::parameter);
      Fields.used(reading.prologue().steps(), body.steps(), results).forEach(whole::add);
      body.steps().forEach(whole::add);
      Graph graph = new Graph(reading.name(), whole.yield(results), reading.functions().graphs());
      return new Method(
          reading.name(), graph, inputs, outputs(), "", "Computes {@code " + reading.name() + "}.");
    }

    private Term input(String name, TypeMirror type) {
      Shapes.Shape shape = boundary(type);
      inputs.add(shape.port(name));
      List<Value> leaves =
          shape.port(name).leaves().map(leaf -> new Value(leaf.type(), leaf.name())).toList();
      parameters.addAll(leaves);
      return shape.term(leaves.iterator());
    }

    private List<Port> outputs() {
      return source.element().getReturnType().getKind() == TypeKind.VOID
          ? List.of()
          : List.of(boundary(source.element().getReturnType()).port("value"));
    }

    private Shapes.Shape boundary(TypeMirror type) {
      Shapes.Shape shape = reading.shapes().of(type, position);
      new PlainRecords(source.names().program()).require(shape, position);
      return shape;
    }

    /** Reads the body in place, or, where it turns out to recur, as a function. */
    private List<Value> results(@Nullable Term self) {
      Frame frame = new Frame(reading, source.names(), source.element().getReturnType(), self);
      GraphBuilder body = new GraphBuilder();
      try {
        frame.region(
            body,
            () ->
                reading
                    .inlining()
                    .within(source.element(), () -> Inlining.body(frame, source, arguments)));
        reading.draft().splice(body);
        return Inlining.result(frame, source).leaves();
      } catch (Inlining.Recursive recursive) {
        return reading.functions().call(frame, source.tree(), source, self, arguments).leaves();
      } catch (Diverged never) {
        return outputs().stream()
            .flatMap(Port::leaves)
            .map(leaf -> reading.draft().zero(leaf.type()))
            .toList();
      }
    }
  }
}
