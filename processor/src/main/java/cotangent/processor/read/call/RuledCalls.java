package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.TensorKernels;
import cotangent.processor.read.call.Functions.Input;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.RuledMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShapes;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls of methods whose body is never looked at, because their derivatives are known by
 * other means: by rules of the user's own, or by a companion in another artifact.
 */
public final class RuledCalls {
  private final Frame frame;
  private final Functions functions;

  public RuledCalls(Frame frame) {
    this.frame = frame;
    this.functions = Functions.of(frame.reading());
  }

  /** Reads a call, if something is known of the method. */
  Optional<Term> call(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    Optional<Term> own = byOwnRule(at, method, receiver, arguments);
    return own.isPresent() ? own : new PublishedCalls(frame).call(at, method, receiver, arguments);
  }

  /** Reads a call of a method for which there is a rule. */
  public Optional<Term> byOwnRule(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    RuledObjects objects = new RuledObjects(frame, this);
    Optional<Term> ofMade = objects.ofMade(at, method, receiver, arguments);
    if (ofMade.isPresent()) {
      return ofMade;
    }
    Given given = given(RuledMethod.of(method.element()));
    if (given.isEmpty()) {
      return Optional.empty();
    }
    objects.require(at, method, receiver);
    return Optional.of(
        ruled(
            at,
            method,
            receiver,
            arguments,
            given.pullback.map(rule -> function(at, rule)).orElse(""),
            given.pushforward.map(rule -> function(at, rule)).orElse(""),
            inputs(method, null),
            given.remedy()));
  }

  /** The rules that there are for a method. */
  record Given(Optional<ExecutableElement> pullback, Optional<ExecutableElement> pushforward) {
    boolean isEmpty() {
      return pullback.isEmpty() && pushforward.isEmpty();
    }

    String remedy() {
      Mode missing = pullback.isEmpty() ? Mode.VJP : Mode.JVP;
      return "write a rule with derivative = " + missing + " for it";
    }
  }

  Given given(RuledMethod original) {
    return new Given(rule(original, Mode.VJP), rule(original, Mode.JVP));
  }

  /** Reads a call of a method that is a rule itself, and of which nothing may be known. */
  Term ofRule(Tree at, ResolvedMethod method, List<Term> arguments) {
    return call(at, method, null, arguments)
        .orElseGet(
            () ->
                ruled(
                    at,
                    method,
                    null,
                    arguments,
                    "",
                    "",
                    inputs(method, null),
                    "annotate it with @Differentiable where it is declared, or write a rule for"
                        + " it"));
  }

  private Optional<ExecutableElement> rule(RuledMethod original, Mode mode) {
    return frame.reading().rules().rule(original, mode).filter(this::canBeCalled);
  }

  /** Whether the companion can name a rule, and what is in its declaration. */
  private boolean canBeCalled(ExecutableElement rule) {
    return frame.names().program().source(rule).isPresent()
        || frame.reading().isAccessible(rule)
            && isNameable(rule.getReturnType())
            && rule.getParameters().stream().allMatch(each -> isNameable(each.asType()));
  }

  private boolean isNameable(TypeMirror type) {
    return type instanceof ArrayType array
        ? isNameable(array.getComponentType())
        : !(type instanceof DeclaredType declared)
            || frame.reading().isAccessible(declared.asElement());
  }

  /** Returns the name of the function that a rule is. */
  String function(Tree at, ExecutableElement rule) {
    Optional<Source> source = frame.names().program().source(rule);
    if (source.isEmpty()) {
      ResolvedMethod method = resolved(rule);
      return written(
          at,
          rule,
          rule.getSimpleName().toString(),
          inputs(method, null),
          given -> ofRule(at, method, given).leaves());
    }
    String name = functions.nameOf(source.get());
    if (functions.neverReturns(rule)) {
      throw new cotangent.processor.report.Refusal(
          Problem.SYNTAX,
          source.get().names().position(source.get().tree()),
          "a rule that always throws an exception",
          "return a derivative");
    }
    return name;
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
    TypeShapes.Shape shape = frame.shapes().of(method.result(), frame.names().position(at));
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

  public static ResolvedMethod resolved(ExecutableElement method) {
    List<TypeMirror> parameters = new ArrayList<>();
    method.getParameters().forEach(parameter -> parameters.add(parameter.asType()));
    return new ResolvedMethod(method, parameters, method.getReturnType(), false);
  }

  static String shown(ExecutableElement method) {
    return method.getEnclosingElement() + "." + method.getSimpleName();
  }
}
