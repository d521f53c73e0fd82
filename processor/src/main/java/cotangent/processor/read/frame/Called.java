package cotangent.processor.read.frame;

import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** A method together with what it was given when it began. */
public record Called(ExecutableElement method, List<Term> arguments) {
  public Called {
    arguments = List.copyOf(arguments);
  }
}
