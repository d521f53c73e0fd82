package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds the method that runs where a method is called on an object that was made in sight. */
public final class Virtual {
  private final Frame frame;

  public Virtual(Frame frame) {
    this.frame = frame;
  }

  /** Reads the call; the arguments are converted. */
  public Term call(Tree at, ResolvedMethod method, Term receiver, List<Term> arguments) {
    return new Objects(frame)
        .each(at, receiver, method.result(), object -> one(at, method, object, arguments));
  }

  private Term one(Tree at, ResolvedMethod method, Term object, List<Term> arguments) {
    if (object instanceof Term.Single) {
      return new Calls(frame).onOutside(at, method, object, arguments);
    }
    if (object instanceof Term.Indexed indexed) {
      Term there = Arenas.of(frame.reading()).present(frame, at, indexed);
      return ofDeclared(at, method, there, indexed.of(), arguments);
    }
    ObjectClass of = Objects.of(object);
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
    new RuledObjects(frame, new RuledCalls(frame)).requireWhole(found, object, type);
    return run(at, method, found, object, arguments);
  }

  /** Reads a method that certainly is the one that runs. */
  Term run(
      Tree at, ResolvedMethod method, ExecutableElement found, Term object, List<Term> arguments) {
    Optional<Source> source = frame.names().program().source(found);
    if (source.isPresent()) {
      Term self = new Objects(frame).seenIn(object, Owner.of(found));
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
