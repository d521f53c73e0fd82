package cotangent.processor.derive.offer;

import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the derivatives of a method are derivatives of, and with respect to what: the inputs to
 * differentiate with respect to, and the outputs that depend on them. A method without a result has
 * the arrays that it writes to as its outputs.
 */
public final class Outline {
  private final Primal primal;
  private final Graph graph;
  private final List<List<Value>> leaves = new ArrayList<>();
  private final List<Port> differentiated = new ArrayList<>();
  private final List<Value> written;
  private final List<Value> writtenFields;
  private final Storage storage;

  public Outline(Primal primal) {
    this.primal = primal;
    Graph body = primal.method().graph();
    Iterator<Value> parameters = body.parameters().iterator();
    for (Port input : primal.method().inputs()) {
      leaves.add(input.leaves().map(leaf -> parameters.next()).toList());
    }
    this.storage = new Storage(body, new Places(body.body()), false);
    this.written =
        body.parameters().stream()
            .filter(value -> value.type().isArray() && storage.isWritten(value))
            .toList();
    this.writtenFields =
        body.body().steps().stream()
            .filter(Outline::isFieldOfArray)
            .map(step -> step.results().get(0))
            .filter(storage::isWrittenHere)
            .toList();
    if (primal.method().outputs().isEmpty()) {
      List<Value> results = addWrittenArrays();
      this.graph =
          new Graph(
              body.name(),
              new Region(body.parameters(), body.body().steps(), results),
              body.functions());
    } else {
      differentiated.addAll(primal.method().outputs());
      this.graph = body;
    }
  }

  private List<Value> addWrittenArrays() {
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      Port input = primal.method().inputs().get(i);
      Value array = leaves.get(i).get(0);
      if ((input instanceof Port.Elements || input.isTensor())
          && input.isDifferentiable()
          && leaves.get(i).stream().anyMatch(written::contains)) {
        differentiated.add(input);
        results.addAll(leaves.get(i));
      } else if (input instanceof Port.Leaf
          && array.type().isDifferentiable()
          && written.contains(array)) {
        differentiated.add(input);
        results.add(array);
      }
    }
    return results;
  }

  public Primal primal() {
    return primal;
  }

  public Method method() {
    return primal.method();
  }

  /** The graph whose results are the outputs. */
  public Graph graph() {
    return graph;
  }

  /** The outputs that have differentiable leaves; their leaves are the graph's results. */
  public List<Port> outputs() {
    return differentiated;
  }

  /** The leaves of an input. */
  public List<Value> leaves(int input) {
    return leaves.get(input);
  }

  /** Whether a step reads an array from a field. */
  static boolean isFieldOfArray(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && (member.kind() == Callee.Member.Kind.FIELD
            || member.kind() == Callee.Member.Kind.STATIC_FIELD)
        && call.results().get(0).type().isArray();
  }

  /** Whether a step reads an array from a field, or from a record or tensor from outside. */
  static boolean isArrayFromOutside(Step step) {
    return isFieldOfArray(step)
        || step instanceof Step.Call call
            && call.callee() instanceof Callee.Member member
            && member.kind() == Callee.Member.Kind.COMPONENT
            && call.results().get(0).type().isArray();
  }

  /** The arrays from outside that the method writes to: parameters, and what fields hold. */
  List<Value> written() {
    List<Value> all = new ArrayList<>(written);
    all.addAll(writtenFields);
    return all;
  }

  /** Whether the method may write to the arrays so deep inside one from outside. */
  boolean isWritten(Value array, int depth) {
    return writtenFields.contains(array)
        ? storage.isWrittenHere(array, depth)
        : storage.isWritten(array, depth)
            && new WrittenInputs(primal.method().graph(), storage).contains(array, depth);
  }

  /** The parameters that are arrays and that the method writes to. */
  List<Value> writtenParameters() {
    return written;
  }

  /** Returns the arguments as they were at entry: copies of those that may be changed. */
  public List<Value> untouched(GraphBuilder b) {
    return again(b, graph.parameters());
  }

  /** Returns arguments for one more run; what may be changed is copied. */
  public List<Value> again(GraphBuilder b, List<Value> arguments) {
    List<Value> again = new ArrayList<>(arguments);
    for (Value array : written) {
      int place = graph.parameters().indexOf(array);
      again.set(place, new ArrayCode(b).copyOrNull(arguments.get(place)));
    }
    return again;
  }

  /** The leaves to differentiate with respect to, in order. */
  public List<Value> wrt() {
    return primal.wrt().stream()
        .flatMap(index -> leaves.get(index).stream())
        .filter(value -> value.type().isDifferentiable())
        .toList();
  }

  /** The results that are differentiated. */
  public List<Value> results() {
    return graph.results().stream().filter(value -> value.type().isDifferentiable()).toList();
  }

  /** Names the differentiated inputs, for javadoc. */
  public String byWhat() {
    List<String> names =
        primal.wrt().stream()
            .map(index -> "{@code " + method().inputs().get(index).name() + "}")
            .toList();
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
