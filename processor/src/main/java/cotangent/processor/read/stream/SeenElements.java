package cotangent.processor.read.stream;

import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.OpaqueCalls;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The elements of a stream that have come by, of which each comes through once: constants only. */
final class SeenElements {
  private final Frame frame;
  private final MethodInvocationTree at;
  private final Term set;

  SeenElements(Frame frame, MethodInvocationTree at) {
    this.frame = frame;
    this.at = at;
    TypeElement type = frame.names().program().elements().getTypeElement("java.util.HashSet");
    TypeMirror object =
        frame.names().program().elements().getTypeElement("java.lang.Object").asType();
    DeclaredType made = frame.names().program().types().getDeclaredType(type, object);
    ResolvedMethod constructor =
        ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .filter(each -> each.getParameters().isEmpty())
            .map(ResolvedMethod::declared)
            .findFirst()
            .orElseThrow();
    this.set = new OpaqueCalls(frame).constructor(at, made, constructor, List.of(), List.of());
  }

  /** Adds an element; returns whether it is new. */
  Value add(Term element) {
    Term boxed = new Conversions(frame).boxed(at, element);
    ResolvedMethod method = frame.names().implied(set.type(), "add", List.of(boxed.type()), at);
    return frame.single(new OpaqueCalls(frame).method(at, method, set, List.of(boxed)));
  }
}
