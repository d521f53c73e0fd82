package cotangent.processor.read.call;

import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShape;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/**
 * What a function of the graph takes: a value for each leaf of what it is given.
 *
 * @param at where the function is declared
 */
record Parameters(Reading reading, GraphBuilder function, Position at) {

  /** What is known of a parameter before there is one. */
  record Input(String name, TypeMirror type) {}

  /** Returns the parameters of a method. */
  static List<Input> inputs(Source source) {
    return source.element().getParameters().stream()
        .map(each -> new Input(each.getSimpleName().toString(), each.asType()))
        .toList();
  }

  /** Returns a parameter for what is handed over, of which more may be known than its type. */
  Term of(Term given, TypeMirror type, String name) {
    if (!given.holdsObjects() && !Specialised.isMore(given)) {
      return of(type, name);
    }
    Iterator<String> hints = given.names(name).iterator();
    List<Value> leaves = new ArrayList<>();
    given.leaves().forEach(leaf -> leaves.add(function.parameter(leaf.type(), hints.next())));
    return given.with(leaves.iterator());
  }

  /**
   * Returns a parameter for the object of a method: the parts of a record go by their own names.
   */
  Term ofObject(Term given) {
    boolean isRecord = given instanceof Term.Tuple && !Component.isTensor(given.type());
    return of(given, given.type(), isRecord ? "" : "self");
  }

  /** Returns a parameter of a type. */
  Term of(TypeMirror type, String name) {
    TypeShape shape = reading.shapes().of(type, at);
    Iterator<String> names = names(shape, name).iterator();
    List<Value> leaves = new ArrayList<>();
    shape.leaves().forEach(leaf -> leaves.add(function.parameter(leaf, names.next())));
    return shape.term(leaves.iterator());
  }

  private static Stream<String> names(TypeShape shape, String name) {
    if (!(shape instanceof TypeShape.Composite record)) {
      return shape.port(name).leaves().map(Port.Leaf::name);
    } else if (Component.isTensor(record.type())) {
      return Component.names(record.type(), name).stream();
    }
    return IntStream.range(0, record.names().size())
        .boxed()
        .flatMap(
            i -> names(record.components().get(i), CamelCase.joined(name, record.names().get(i))));
  }
}
