package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.RuledMethod;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls of methods whose body is never looked at, because their derivatives are known by
 * other means: by rules of the user's own, or by a companion in another artifact.
 */
public final class RuledCalls {
  private final Frame frame;
  private final RuledStep step;
  private final FoundRules rules;
  private final RuledObjects objects;

  public RuledCalls(Frame frame) {
    this.frame = frame;
    this.step = new RuledStep(frame);
    this.rules = new FoundRules(frame, this::ofRule);
    this.objects = new RuledObjects(frame, rules);
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
    Optional<Term> ofMade = objects.ofMade(at, method, receiver, arguments);
    if (ofMade.isPresent()) {
      return ofMade;
    }
    FoundRules.Given given = rules.given(RuledMethod.of(method.element()));
    if (given.isEmpty()) {
      return Optional.empty();
    }
    objects.require(at, method, receiver);
    return Optional.of(
        step.ruled(
            at,
            method,
            receiver,
            arguments,
            given.pullback().map(rule -> rules.function(at, rule)).orElse(""),
            given.pushforward().map(rule -> rules.function(at, rule)).orElse(""),
            RuledStep.inputs(method, null),
            given.remedy()));
  }

  /** Reads a call of a method that is a rule itself, and of which nothing may be known. */
  private Term ofRule(Tree at, ResolvedMethod method, List<Term> arguments) {
    return call(at, method, null, arguments)
        .orElseGet(
            () ->
                step.unknown(
                    at,
                    method,
                    arguments,
                    "annotate it with @Differentiable where it is declared, or write a rule for"
                        + " it"));
  }

  /** Notes that an object has to be made as it is in the source, where its method has a rule. */
  void requireWhole(ExecutableElement method, Term object, TypeElement type) {
    objects.requireWhole(method, object, type);
  }
}
