package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Mode;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls of annotated methods whose source is in another artifact, and calls of the companions
 * that were published with them. What they offer says what their derivatives are.
 */
final class PublishedCalls {
  private static final String WORKSPACE = "cotangent.Workspace";

  private final Frame frame;

  PublishedCalls(Frame frame) {
    this.frame = frame;
  }

  Optional<Term> call(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    Optional<Published> published = Published.of(frame, method, receiver != null);
    if (published.isEmpty()) {
      return receiver == null ? ofCompanion(at, method, arguments) : Optional.empty();
    }
    if (receiver != null) {
      ClassGuards.of(frame.reading()).requireExact(frame, at, method, receiver);
    }
    PublishedRule rule = new PublishedRule(frame, at, published.get());
    return Optional.of(rule.value(method, receiver, arguments));
  }

  /** Reads a call of a companion's method. */
  private Optional<Term> ofCompanion(Tree at, ResolvedMethod method, List<Term> given) {
    TypeElement companion = method.owner();
    TypeElement origin =
        frame
            .reading()
            .generated()
            .originOf(companion.getQualifiedName().toString())
            .filter(type -> frame.names().program().names(type).isEmpty())
            .orElse(null);
    if (origin == null) {
      return Optional.empty();
    }
    boolean borrows =
        !method.parameters().isEmpty() && method.parameters().get(0).toString().equals(WORKSPACE);
    List<Term> arguments = borrows ? given.subList(1, given.size()) : given;
    String name = method.element().getSimpleName().toString();
    for (ExecutableElement original : ElementFilter.methodsIn(origin.getEnclosedElements())) {
      if (name.startsWith(original.getSimpleName().toString())) {
        String suffix = name.substring(original.getSimpleName().length());
        boolean isStatic = ResolvedMethod.declared(original).isStatic();
        Optional<Published> published =
            Published.of(frame, ResolvedMethod.declared(original), !isStatic);
        Optional<ExecutableElement> derivative = published.flatMap(each -> each.derivative(suffix));
        Optional<Mode> mode = Mode.ofSuffix(suffix);
        if (derivative.isPresent()
            && isMeant(derivative.get(), method, borrows)
            && (suffix.isEmpty() || mode.isPresent() && mode.get() != Mode.GRADIENT_ADDED)) {
          return Optional.of(ofCompanion(at, published.get(), mode, derivative.get(), arguments));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isMeant(ExecutableElement derivative, ResolvedMethod method, boolean borrows) {
    List<TypeMirror> called =
        method.parameters().subList(borrows ? 1 : 0, method.parameters().size());
    List<TypeMirror> found = ResolvedMethod.declared(derivative).parameters();
    boolean same = called.size() == found.size();
    for (int i = 0; same && i < called.size(); i++) {
      same = frame.names().program().types().isSameType(called.get(i), found.get(i));
    }
    return same;
  }

  private Term ofCompanion(
      Tree at,
      Published published,
      Optional<Mode> mode,
      ExecutableElement derivative,
      List<Term> arguments) {
    PublishedRule rule = new PublishedRule(frame, at, published);
    ResolvedMethod method = ResolvedMethod.declared(derivative);
    if (mode.isEmpty()) {
      return rule.value(method, null, arguments);
    } else if (mode.get() == Mode.GRADIENT
        || mode.get() == Mode.JACOBIAN && published.isOfNumber()) {
      return rule.gradient(method, arguments);
    }
    return rule.opaque(method, arguments);
  }
}
