package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** Reads calls of methods that certainly are those that run. */
final class RunningMethod {
  private final Frame frame;

  RunningMethod(Frame frame) {
    this.frame = frame;
  }

  /**
   * Reads a call.
   *
   * @param found what runs where the method is called
   */
  Term call(
      Tree at, ResolvedMethod method, ExecutableElement found, Term object, List<Term> arguments) {
    Optional<Source> source = frame.names().program().source(found);
    if (source.isPresent()) {
      Term self = Objects.seenIn(object, Owner.of(found));
      return Inlining.of(frame.reading()).call(frame, at, source.get(), method, self, arguments);
    }
    Optional<Term> component = component(at, found, object);
    return component.isPresent()
        ? component.get().as(method.result())
        : new OpaqueCalls(frame).method(at, method, object, arguments);
  }

  /** Returns what the accessor of a record reads that the compiler wrote. */
  private Optional<Term> component(Tree at, ExecutableElement accessor, Term object) {
    return Owner.of(accessor).getKind() == ElementKind.RECORD
        ? Objects.of(object).fields().stream()
            .filter(key -> accessor.getParameters().isEmpty())
            .filter(key -> key.toString().contentEquals(accessor.getSimpleName()))
            .findFirst()
            .map(key -> new Objects(frame).held(at, object, key))
        : Optional.empty();
  }
}
