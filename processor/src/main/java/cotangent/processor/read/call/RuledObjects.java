package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.Parameters.Input;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.RuledMethod;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.TypeShape;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls of methods of objects that have rules: of objects from outside, which are constant,
 * and of objects made in sight, where the rule is for the constructor's arguments too.
 */
final class RuledObjects {
  private final Frame frame;
  private final FoundRules rules;
  private final RuledStep step;

  RuledObjects(Frame frame, FoundRules rules) {
    this.frame = frame;
    this.rules = rules;
    this.step = new RuledStep(frame);
  }

  /** Notes how an object was made, if it was made from numbers. */
  static void note(
      Frame frame, Term.Single object, ResolvedMethod constructor, List<Term> arguments) {
    if (constructor.parameters().stream().allMatch(type -> type.getKind().isPrimitive())) {
      List<Value> numbers = arguments.stream().map(frame::single).toList();
      frame.draft().made(object.value(), new Draft.Making(constructor.element(), numbers));
    }
  }

  /** Makes sure that the method which has a rule is the one that runs. */
  void require(Tree at, ResolvedMethod method, @Nullable Term receiver) {
    boolean isForAll = method.owner().getModifiers().contains(Modifier.ABSTRACT);
    if (receiver instanceof Term.Single single
        && !isForAll
        && frame.draft().making(single.value()) == null) {
      ClassGuards.of(frame.reading()).requireExact(frame, at, method, receiver);
    }
  }

  /** Notes that an object has to be made as it is in the source, where its method has a rule. */
  void requireWhole(ExecutableElement method, Term object, TypeElement type) {
    boolean isRuled =
        Stream.concat(
                Stream.of(RuledMethod.of(method)),
                ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                    .map(constructor -> new RuledMethod(method, constructor)))
            .anyMatch(each -> !rules.given(each).isEmpty());
    if (isRuled) {
      try {
        Whole.require(object);
      } catch (Escape escape) {
        throw escape.at(Position.NONE); // it is looked into by the rule, only not by its numbers
      }
    }
  }

  /** Reads a call if the object was made in sight, and a rule knows how. */
  Optional<Term> ofMade(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    if (!(receiver instanceof Term.Single object)) {
      return Optional.empty();
    }
    Draft.Making making = frame.draft().making(object.value());
    if (making == null) {
      return Optional.empty();
    }
    ExecutableElement constructor = (ExecutableElement) making.constructor();
    RuledMethod original = new RuledMethod(running(method, constructor), constructor);
    FoundRules.Given given = rules.given(original);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    List<Input> numbers = RuledStep.inputs(ResolvedMethod.declared(constructor), null);
    numbers.addAll(RuledStep.inputs(method, null));
    List<Value> operands = new ArrayList<>(object.leaves());
    operands.addAll(making.arguments());
    arguments.forEach(argument -> operands.addAll(argument.leaves()));
    TypeShape shape = frame.shapes().of(method.result(), frame.names().position(at));
    Callee callee = callee(at, method, original, given, numbers);
    List<Value> results = shape.leaves().stream().map(type -> new Value(type, "")).toList();
    return Optional.of(shape.term(frame.at(at).call(callee, results, operands).iterator()));
  }

  /** Returns the method that runs for objects of a constructor's class. */
  private ExecutableElement running(ResolvedMethod method, ExecutableElement constructor) {
    return frame
        .names()
        .program()
        .classes()
        .implementation(Owner.of(constructor), method.element())
        .orElse(method.element());
  }

  private Callee callee(
      Tree at,
      ResolvedMethod method,
      RuledMethod original,
      FoundRules.Given given,
      List<Input> numbers) {
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input("self", original.owner().asType()));
    inputs.addAll(numbers);
    int first = 1 + numbers.size() - method.parameters().size();
    String primal =
        step.written(
            at,
            List.of("plain", original.key()),
            method.element().getSimpleName().toString(),
            inputs,
            all ->
                new OpaqueCalls(frame)
                    .method(at, method, all.get(0), all.subList(first, all.size()))
                    .leaves());
    List<Input> backward = new ArrayList<>(inputs);
    backward.add(new Input("value", method.result()));
    backward.add(new Input("seed", method.result()));
    List<Input> forward = new ArrayList<>(inputs);
    forward.add(new Input("value", method.result()));
    List<Input> by = numbers.stream().filter(input -> isReal(at, input.type())).toList();
    by.forEach(input -> forward.add(new Input("t" + input.name(), input.type())));
    return new Callee.Ruled(
        original.shown(),
        primal,
        given.pullback().map(rule -> ofNumbers(at, rule, backward)).orElse(""),
        given.pushforward().map(rule -> ofNumbers(at, rule, forward)).orElse(""),
        step.places(at, inputs, by),
        true,
        given.remedy());
  }

  private boolean isReal(Tree at, TypeMirror type) {
    return frame.shapes().of(type, frame.names().position(at)).leaves().stream()
        .anyMatch(Type::isDifferentiable);
  }

  /** Writes a function that takes the object as well, for which the rule has no use. */
  private String ofNumbers(Tree at, ExecutableElement rule, List<Input> inputs) {
    String function = rules.function(at, rule);
    TypeShape shape = frame.shapes().of(rule.getReturnType(), frame.names().position(at));
    return step.written(
        at,
        List.of("of made", rule),
        rule.getSimpleName().toString(),
        inputs,
        all -> {
          List<Value> operands =
              all.stream().skip(1).flatMap(term -> term.leaves().stream()).toList();
          return Functions.of(frame.reading())
              .written(function, operands, shape.leaves(), frame.at(at));
        });
  }
}
