package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds the method that runs where a method is called on an object that was made in sight. */
final class Virtual {
  private final Frame frame;

  Virtual(Frame frame) {
    this.frame = frame;
  }

  /** Reads the call; the arguments are converted. */
  Term call(Tree at, ResolvedMethod method, Term receiver, List<Term> arguments) {
    return new Objects(frame)
        .each(at, receiver, method.result(), object -> one(at, method, object, arguments));
  }

  private Term one(Tree at, ResolvedMethod method, Term object, List<Term> arguments) {
    if (object instanceof Term.Single) {
      return frame.calling().on(at, method, object, arguments);
    }
    if (object instanceof Term.Indexed indexed) {
      Term there = Arenas.of(frame.reading()).present(frame, at, indexed);
      return made(at, method, there, indexed.of(), arguments);
    }
    return made(at, method, object, Objects.of(object), arguments);
  }

  private Term made(
      Tree at, ResolvedMethod method, Term object, ObjectClass of, List<Term> arguments) {
    if (of instanceof ObjectClass.Closure closure) {
      return new ClosureCalls(frame).call(at, method, object, closure, arguments);
    } else if (of instanceof ObjectClass.Anonymous anonymous) {
      return new AnonymousClasses(frame).call(at, method, object, anonymous, arguments);
    }
    if (of instanceof ObjectClass.Library) {
      return new LibraryObjects(frame).call(at, method, object, arguments);
    }
    return ofDeclared(at, method, object, (ObjectClass.Declared) of, arguments);
  }

  private Term ofDeclared(
      Tree at, ResolvedMethod method, Term object, ObjectClass.Declared of, List<Term> arguments) {
    TypeElement type = of.element();
    ExecutableElement found =
        frame
            .names()
            .program()
            .classes()
            .implementation(type, method.element())
            .orElse(method.element());
    ResolvedMethod running =
        new ResolvedMethod(found, method.parameters(), method.result(), method.spread());
    Optional<Term> ofEvery = new ObjectMethods(frame).call(at, running, object, arguments);
    if (ofEvery.isPresent()) {
      return ofEvery.get();
    }
    if (Component.isTensor(type) && object instanceof Term.Fixed tensor) {
      Term taken = new Term.Tuple(type.asType(), tensor.fields());
      Term result = frame.calling().on(at, method, taken, arguments);
      return Component.isTensor(result.known())
          ? new Conversions(frame).to(at, result, type.getSuperclass())
          : result;
    }
    new RuledCalls(frame).requireWhole(found, object, type);
    return new RunningMethod(frame).call(at, method, found, object, arguments);
  }
}
