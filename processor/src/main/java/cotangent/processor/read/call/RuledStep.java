package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.read.call.Parameters.Input;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShape;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Writes the step of a call whose derivatives are known, and the functions that it names. */
final class RuledStep {
  private final Frame frame;
  private final Functions functions;

  RuledStep(Frame frame) {
    this.frame = frame;
    this.functions = Functions.of(frame.reading());
  }

  /** Returns the name of a function that is written here when it is first asked for. */
  String written(
      Tree at, Object key, String wanted, List<Input> inputs, Functions.Writing writing) {
    Position position = frame.names().position(at);
    return functions.made(key, wanted, name -> functions.graph(name, inputs, position, writing));
  }

  /**
   * Reads a call with what is known of it.
   *
   * @param by the differentiated inputs
   */
  Term ruled(
      Tree at,
      ResolvedMethod method,
      @Nullable Term receiver,
      List<Term> arguments,
      String pullback,
      String pushforward,
      List<Input> by,
      String remedy) {
    TypeShape shape = frame.shapes().of(method.result(), frame.names().position(at));
    List<Input> inputs = inputs(method, receiver);
    String plain =
        written(
            at,
            List.of("plain", method.element()),
            method.element().getSimpleName().toString(),
            inputs,
            given -> plain(at, method, receiver != null, given));
    Callee.Ruled callee =
        new Callee.Ruled(
            shown(method.element()),
            plain,
            pullback,
            pushforward,
            places(at, inputs, by),
            false,
            remedy);
    List<Term> operands = new ArrayList<>(arguments);
    if (receiver != null) {
      operands.add(0, receiver);
    }
    return shape.term(emit(at, callee, operands, shape.leaves()).iterator());
  }

  /**
   * Reads a call of which no derivative is known.
   *
   * @param remedy what can be done about it
   */
  Term unknown(Tree at, ResolvedMethod method, List<Term> arguments, String remedy) {
    return ruled(at, method, null, arguments, "", "", inputs(method, null), remedy);
  }

  /** Adds the step that calls what has rules. */
  List<Value> emit(Tree at, Callee.Ruled callee, List<Term> operands, List<Type> results) {
    List<Value> values = operands.stream().flatMap(term -> term.leaves().stream()).toList();
    return frame
        .at(at)
        .call(
            callee,
            results.stream()
                .map(type -> new Value(type, TensorKernels.hint(callee, type)))
                .toList(),
            values);
  }

  private List<Value> plain(
      Tree at, ResolvedMethod method, boolean hasReceiver, List<Term> parameters) {
    Term receiver = hasReceiver ? parameters.get(0) : null;
    List<Term> arguments = parameters.subList(hasReceiver ? 1 : 0, parameters.size());
    return new OpaqueCalls(frame).method(at, method, receiver, arguments).leaves();
  }

  /** Returns the places among all leaves of those inputs that hold real numbers. */
  List<Integer> places(Tree at, List<Input> inputs, List<Input> by) {
    List<Integer> places = new ArrayList<>();
    int next = 0;
    for (Input input : inputs) {
      List<Type> leaves = frame.shapes().of(input.type(), frame.names().position(at)).leaves();
      boolean counts = by.contains(input) && leaves.stream().anyMatch(Type::isDifferentiable);
      for (int i = 0; i < leaves.size(); i++, next++) {
        if (counts) {
          places.add(next);
        }
      }
    }
    return places;
  }

  /** Returns what a method takes, the receiver first where there is one. */
  static List<Input> inputs(ResolvedMethod method, @Nullable Term receiver) {
    List<Input> inputs = new ArrayList<>();
    if (receiver != null) {
      inputs.add(new Input("self", method.owner().asType()));
    }
    List<? extends VariableElement> parameters = method.element().getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      inputs.add(
          new Input(parameters.get(i).getSimpleName().toString(), method.parameters().get(i)));
    }
    return inputs;
  }

  static String shown(ExecutableElement method) {
    return method.getEnclosingElement() + "." + method.getSimpleName();
  }
}
