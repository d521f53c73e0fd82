package cotangent.processor.graph;

import cotangent.processor.report.Position;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method that the user asked to differentiate.
 *
 * @param method its graph; the name of the method is the name of the original
 * @param receiver how the first of its inputs come from the object on which it is called
 * @param overload 1 for the first annotated method of this name in its class, 2 for the second
 * @param original calls the method as it was written, where its graph knows only some of the
 *     classes that an object may be of; else null
 * @param wrt the indices of the inputs to differentiate with respect to, ascending
 * @param derivatives what was asked for
 * @param position the annotation
 */
public record Primal(
    Method method,
    Receiver receiver,
    int overload,
    @Nullable Callee original,
    List<Integer> wrt,
    Set<Mode> derivatives,
    Position position) {
  public Primal {
    wrt = List.copyOf(wrt);
    derivatives = Set.copyOf(derivatives);
  }

  /** Returns the same with another method. */
  public Primal with(Method newMethod) {
    return new Primal(newMethod, receiver, overload, original, wrt, derivatives, position);
  }
}
