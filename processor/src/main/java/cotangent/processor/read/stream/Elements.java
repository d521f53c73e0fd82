package cotangent.processor.read.stream;

import cotangent.processor.graph.Value;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** What comes through a stream, for those who do something with all of it. */
interface Elements {
  StreamFunctions functions();

  /** Returns the primitive type of the elements that come through, or {@code DECLARED}. */
  TypeKind kind();

  /** Whether no more elements come through than the source has. */
  boolean isBounded();

  /** Returns the number of elements that come through at most, where that is known. */
  Value most();

  /** Returns how many elements come through, where Java's stream knows that as well; else null. */
  @Nullable Value size();

  /** Whether all elements of the source come through. */
  boolean isFull();

  /**
   * Carries out an action for each element that comes through.
   *
   * @param assigned the variables that the action assigns
   */
  void each(Set<Variable> assigned, Consumer<Term> action);
}
