package cotangent.processor.read;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.Source;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The methods that recur: each is read once, as a function that takes all it needs. */
final class Functions {
  private final Reading reading;
  private final Map<ExecutableElement, String> names = new LinkedHashMap<>();
  private final Map<ExecutableElement, Graph> graphs = new LinkedHashMap<>();
  private final List<Graph> adopted = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private int depth;

  Functions(Reading reading) {
    this.reading = reading;
  }

  /**
   * Takes the functions of another graph along.
   *
   * @return what is called instead of them
   */
  UnaryOperator<Callee> adopted(List<Graph> functions) {
    Map<Callee, Callee> callees = new HashMap<>();
    for (Graph function : functions) {
      String name = freeName(function.name());
      taken.add(name);
      callees.put(new Callee.Function(function.name()), new Callee.Function(name));
    }
    UnaryOperator<Callee> renaming = callee -> callees.getOrDefault(callee, callee);
    for (Graph function : functions) {
      String name = ((Callee.Function) renaming.apply(new Callee.Function(function.name()))).name();
      adopted.add(GraphCopy.function(name, function, renaming));
    }
    return renaming;
  }

  boolean has(ExecutableElement method) {
    return names.containsKey(method);
  }

  /** Tells whether a function is being read. */
  boolean isReading() {
    return depth > 0;
  }

  List<Graph> graphs() {
    List<Graph> all = new ArrayList<>(graphs.values());
    all.addAll(adopted);
    return all;
  }

  /** Calls a function, and reads it where that wasn't done yet. */
  Term call(Frame caller, Tree at, Source source, @Nullable Term self, List<Term> arguments) {
    if (!has(source.element())) {
      read(source, self);
    }
    List<Value> operands = new ArrayList<>();
    if (self != null) {
      operands.addAll(self.leaves());
    }
    arguments.forEach(argument -> operands.addAll(argument.leaves()));
    operands.addAll(reading.fields().inputs().leaves());
    TypeMirror type = source.element().getReturnType();
    Callee callee = new Callee.Function(names.get(source.element()));
    if (type.getKind() == TypeKind.VOID) {
      caller.at(at).call(callee, List.of(), operands);
      return caller.expressions().nothing();
    }
    Shapes.Shape shape = reading.shapes().of(type, caller.names().position(at));
    List<Value> results = shape.leaves().stream().map(leaf -> new Value(leaf, "")).toList();
    return shape.term(caller.at(at).call(callee, results, operands).iterator());
  }

  private void read(Source source, @Nullable Term self) {
    String name = freeName(source.element().getSimpleName().toString());
    names.put(source.element(), name);
    depth++;
    try {
      graphs.put(source.element(), graph(name, source, self));
    } finally {
      depth--;
      if (!graphs.containsKey(source.element())) {
        names.remove(source.element());
      }
    }
  }

  private String freeName(String name) {
    String free = name;
    for (int i = 2;
        free.equals(reading.name()) || names.containsValue(free) || taken.contains(free);
        i++) {
      free = name + i;
    }
    return free;
  }

  private Graph graph(String name, Source source, @Nullable Term self) {
    GraphBuilder builder = new GraphBuilder();
    Position at = source.names().position(source.tree());
    Term receiver = self == null ? null : parameter(builder, self.type(), "self", at);
    List<Term> parameters = new ArrayList<>();
    for (int i = 0; i < source.tree().getParameters().size(); i++) {
      VariableTree tree = source.tree().getParameters().get(i);
      TypeMirror type = source.element().getParameters().get(i).asType();
      parameters.add(parameter(builder, type, tree.getName().toString(), at));
    }
    List<Value> results = new ArrayList<>();
    reading
        .fields()
        .inputs()
        .asParametersOf(
            builder, () -> results.addAll(results(builder, source, receiver, parameters)));
    return new Graph(name, builder.yield(results), List.of());
  }

  private List<Value> results(
      GraphBuilder builder, Source source, @Nullable Term self, List<Term> parameters) {
    Frame frame = new Frame(reading, source.names(), source.element().getReturnType(), self);
    List<Value> results = new ArrayList<>();
    frame.region(
        builder,
        () -> {
          reading
              .inlining()
              .within(source.element(), () -> Inlining.body(frame, source, parameters));
          results.addAll(Inlining.result(frame, source).leaves());
        });
    return results;
  }

  private Term parameter(GraphBuilder builder, TypeMirror type, String name, Position at) {
    Shapes.Shape shape = reading.shapes().of(type, at);
    List<Type> leaves = shape.leaves();
    return shape.term(
        leaves.stream().map(leaf -> builder.parameter(leaf, name)).toList().iterator());
  }
}
