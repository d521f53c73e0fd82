package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.JavaExceptions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code PriorityQueue}s that are made in the method: a list, which is a heap by an order.
 * How elements move in it is retold.
 */
final class PriorityQueues {
  private static final String QUEUE = "java.util.PriorityQueue";
  private static final String HEAP = "heap";
  private static final String ORDER = "order";

  private final Frame frame;

  PriorityQueues(Frame frame) {
    this.frame = frame;
  }

  /** Whether a term is such a queue. */
  static boolean isOne(Term term) {
    return term instanceof Term.Fixed
        && Objects.of(term) instanceof ObjectClass.Library library
        && library.fields().contains(HEAP);
  }

  /** Makes a queue by a constructor; returns nothing where it isn't one that is held so. */
  Optional<Term> made(
      Tree at, DeclaredType type, ResolvedMethod constructor, List<Term> arguments) {
    if (!ObjectClass.Library.name(type).equals(QUEUE)
        || type.getTypeArguments().size() != 1
        || !Lists.isKnownElement(type.getTypeArguments().get(0))) {
      return Optional.empty();
    }
    if (!arguments.isEmpty() && arguments.get(0).type().getKind() == TypeKind.INT) {
      requireCapacity(at, frame.single(arguments.get(0)));
    }
    Term last = arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
    if (last == null || last.type().getKind() == TypeKind.INT) {
      return Optional.of(empty(at, type, new Sorting(frame).natural(at)));
    } else if (isOne(last)) {
      return Optional.of(copied(at, type, (Term.Fixed) last));
    }
    return new Lists(frame).isKnown(last)
        ? frame
            .names()
            .program()
            .retold(constructor.element())
            .map(all -> filled(at, type, all, constructor, last))
        : ofOrder(at, type, constructor, last);
  }

  private void requireCapacity(Tree at, Value capacity) {
    Draft draft = frame.draft();
    JavaExceptions.throwIf(
        frame,
        at,
        draft.apply(Operations.LT, capacity, draft.constant(1)),
        "java.lang.IllegalArgumentException",
        List.of());
  }

  private Optional<Term> ofOrder(
      Tree at, DeclaredType type, ResolvedMethod constructor, Term order) {
    List<TypeMirror> parameters = constructor.parameters();
    boolean isOrder =
        parameters.get(parameters.size() - 1) instanceof DeclaredType declared
            && ((TypeElement) declared.asElement())
                .getQualifiedName()
                .contentEquals("java.util.Comparator");
    return isOrder
        ? Optional.of(empty(at, type, new Sorting(frame).order(at, order)))
        : Optional.empty();
  }

  private Term filled(
      Tree at, DeclaredType type, Source source, ResolvedMethod constructor, Term all) {
    Term queue = empty(at, type, new Sorting(frame).natural(at));
    Inlining.of(frame.reading()).call(frame, at, source, constructor, queue, List.of(all));
    return queue;
  }

  private Term copied(Tree at, DeclaredType type, Term.Fixed other) {
    Term queue = empty(at, type, other.field(ORDER));
    new RetoldCalls(frame)
        .addAll(at, "java.util.ArrayList", ((Term.Fixed) queue).field(HEAP), other.field(HEAP));
    return queue;
  }

  private Term empty(Tree at, DeclaredType type, Term order) {
    TypeElement list = frame.names().program().elements().getTypeElement("java.util.ArrayList");
    DeclaredType heap =
        frame
            .names()
            .program()
            .types()
            .getDeclaredType(list, type.getTypeArguments().toArray(new TypeMirror[0]));
    ObjectClass of = new ObjectClass.Library(type, List.of(HEAP, ORDER));
    return new Term.Fixed(type, of, List.of(new Lists(frame).empty(at, heap), order));
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term queue, List<Term> arguments) {
    switch (arguments.size() + " " + method.element().getSimpleName()) {
      case "0 size", "0 isEmpty", "0 clear":
        Term heap = ((Term.Fixed) queue).field(HEAP);
        return new ListCalls(frame).call(at, method, heap, arguments);
      case "0 remove", "0 element", "1 addAll":
        return retold("java.util.AbstractQueue", at, method, queue, arguments);
      default:
        return retold(QUEUE, at, method, queue, arguments);
    }
  }

  private @Nullable Term retold(
      String owner, Tree at, ResolvedMethod method, Term queue, List<Term> arguments) {
    return new RetoldCalls(frame).of(owner, at, method, queue, arguments).orElse(null);
  }
}
