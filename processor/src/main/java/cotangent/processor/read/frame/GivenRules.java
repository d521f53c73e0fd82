package cotangent.processor.read.frame;

import cotangent.processor.graph.Mode;
import cotangent.processor.read.names.RuledMethod;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * The methods that compute derivatives of others, which users have marked by {@code
 * cotangent.DerivativeOf}: in this compilation, and on the class path.
 */
public interface GivenRules {

  /** None at all. */
  GivenRules NONE = (original, mode) -> Optional.empty();

  /**
   * Returns the rule for a method.
   *
   * @param mode {@code VJP} for the rule that pulls a seed back, {@code JVP} for the one that
   *     pushes tangents forward
   */
  Optional<ExecutableElement> rule(RuledMethod original, Mode mode);
}
