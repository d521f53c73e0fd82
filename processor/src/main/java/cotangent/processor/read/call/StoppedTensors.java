package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;

/** Reads {@code Cotangent.stop} of a tensor: of what it is held by, its array is stopped. */
final class StoppedTensors {
  private final Frame frame;

  StoppedTensors(Frame frame) {
    this.frame = frame;
  }

  /** Reads a call of it; gives nothing for any other method. */
  Optional<Term> call(Tree at, ResolvedMethod method, List<Term> arguments) {
    boolean isStop =
        method.owner().getQualifiedName().contentEquals("cotangent.Cotangent")
            && method.element().getSimpleName().contentEquals("stop");
    if (!isStop || !(arguments.get(0) instanceof Term.Tuple tensor) || !isTensor(tensor)) {
      return Optional.empty();
    }
    List<Term> components = new ArrayList<>(tensor.components());
    Term array = components.remove(components.size() - 1);
    ResolvedMethod ofArrays =
        ElementFilter.methodsIn(method.owner().getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().contentEquals("stop"))
            .filter(each -> takes(each, array))
            .map(RuledCalls::resolved)
            .findFirst()
            .orElseThrow();
    components.add(
        new OpaqueCalls(frame).method(at, ofArrays, null, List.of(array), List.of(array.type())));
    return Optional.of(new Term.Tuple(method.result(), components));
  }

  private static boolean isTensor(Term.Tuple tuple) {
    return Component.isTensor(tuple.known());
  }

  private boolean takes(ExecutableElement method, Term array) {
    return frame
        .names()
        .program()
        .types()
        .isSameType(method.getParameters().get(0).asType(), array.type());
  }
}
