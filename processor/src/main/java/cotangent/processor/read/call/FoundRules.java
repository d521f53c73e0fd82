package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Mode;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.RuledMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the rules that users have written for methods. */
final class FoundRules {
  private final Frame frame;
  private final RuledStep step;
  private final OfRule ofRule;

  /** Reads a call of a method that is a rule itself, whose source isn't at hand. */
  interface OfRule {
    Term call(Tree at, ResolvedMethod method, List<Term> arguments);
  }

  FoundRules(Frame frame, OfRule ofRule) {
    this.frame = frame;
    this.step = new RuledStep(frame);
    this.ofRule = ofRule;
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

  /** Returns the rules for a method. */
  Given given(RuledMethod original) {
    return new Given(rule(original, Mode.VJP), rule(original, Mode.JVP));
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
      ResolvedMethod method = ResolvedMethod.declared(rule);
      return step.written(
          at,
          rule,
          rule.getSimpleName().toString(),
          RuledStep.inputs(method, null),
          given -> ofRule.call(at, method, given).leaves());
    }
    Functions functions = Functions.of(frame.reading());
    String name = functions.nameOf(source.get());
    if (functions.neverReturns(rule)) {
      throw new Refusal(
          Problem.SYNTAX,
          source.get().names().position(source.get().tree()),
          "a rule that always throws an exception",
          "return a derivative");
    }
    return name;
  }
}
