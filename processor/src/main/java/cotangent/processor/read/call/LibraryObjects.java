package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Fields;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Enums;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.Escape;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Reads what is done with objects of Java's own classes that are represented by their contents. */
final class LibraryObjects {
  private final Frame frame;

  LibraryObjects(Frame frame) {
    this.frame = frame;
  }

  /** Makes an object by a constructor; returns nothing for one of a class that isn't known here. */
  Optional<Term> made(Tree at, TypeMirror seen, ResolvedMethod constructor, List<Term> arguments) {
    return known(at, frame.names().known(seen), constructor, arguments).map(made -> made.as(seen));
  }

  private Optional<Term> known(
      Tree at, TypeMirror type, ResolvedMethod constructor, List<Term> arguments) {
    Optional<Term> list = new NewLists(frame).made(at, type, constructor, arguments);
    if (list.isPresent()
        || !(type instanceof DeclaredType declared)
        || frame.reading().representations().isWhole((TypeElement) declared.asElement())) {
      return list;
    }
    return new Queues(frame)
        .made(at, declared, arguments)
        .or(() -> new PriorityQueues(frame).made(at, declared, constructor, arguments))
        .or(() -> new MapCopies(frame).made(at, declared, constructor, arguments))
        .or(() -> new FixedMaps(frame).made(declared, arguments))
        .or(() -> new SummaryValues(frame).made(at, declared, arguments))
        .or(() -> new Holders(frame).made(at, declared, arguments));
  }

  /**
   * Makes an object by a static method; returns nothing for any other method.
   *
   * @param given the types of the arguments before they were converted
   */
  Optional<Term> of(Tree at, ResolvedMethod method, List<Term> arguments, List<TypeMirror> given) {
    TypeElement owner = method.owner();
    if (owner.getKind() == ElementKind.ENUM
        && method.element().getSimpleName().contentEquals("values")
        && frame.names().program().names(owner).isPresent()) {
      return Optional.of(constants(at, owner, method.result()));
    }
    ResolvedMethod known = known(frame, method);
    return new NewLists(frame)
        .of(at, known, arguments, given)
        .or(() -> new FixedMaps(frame).of(at, known, arguments))
        .or(() -> new OptionalValues(frame).of(at, known, arguments))
        .map(made -> known == method ? made : made.as(method.result()));
  }

  /** Makes an object of elements that are given one by one; returns nothing for other methods. */
  Optional<Term> ofEach(Tree at, ResolvedMethod method, List<Term> elements) {
    ResolvedMethod known = known(frame, method);
    return new NewLists(frame)
        .ofNumbers(at, known, elements)
        .or(() -> new FixedMaps(frame).ofEntries(at, known, elements))
        .map(made -> made.as(method.result()));
  }

  /** Returns a method that gives what is known of its result. */
  static ResolvedMethod known(Frame frame, ResolvedMethod method) {
    return frame.names().arguments().isEmpty()
        ? method
        : new ResolvedMethod(
            method.element(),
            method.parameters(),
            frame.names().known(method.result()),
            method.spread());
  }

  /** Returns an array of the constants of an enum, a new one for each call. */
  private Term constants(Tree at, TypeElement type, TypeMirror array) {
    List<Term> all = new ArrayList<>();
    for (VariableElement each : Enums.constants(type)) {
      ResolvedField field = new ResolvedField(each, type.asType());
      all.add(Fields.of(frame.reading()).ofClass(frame, at, field));
    }
    return new Arrays(frame).packed(at, array, all);
  }

  /** Reads a call on such an object. */
  Term call(Tree at, ResolvedMethod method, Term object, List<Term> arguments) {
    Term result = result(at, method, object, arguments);
    if (result == null) {
      throw whole(method, object);
    }
    if (method.result().getKind() == TypeKind.VOID) {
      return frame.nothing();
    }
    return isSame(result.type(), method.result()) ? result : result.as(method.result());
  }

  /** Returns what is thrown where an object has to be as it is in the source for a call. */
  private static RuntimeException whole(ResolvedMethod method, Term object) {
    try {
      Whole.require(object);
    } catch (Escape escape) {
      return escape.by(method.element().getSimpleName().toString());
    }
    return new IllegalStateException("not whole: " + object);
  }

  /** Whether types are of one class; then a result itself says what it holds. */
  private static boolean isSame(TypeMirror type, TypeMirror declared) {
    return type instanceof DeclaredType one
        && declared instanceof DeclaredType other
        && one.asElement().equals(other.asElement())
        && other.getTypeArguments().stream().anyMatch(WildcardType.class::isInstance);
  }

  private @Nullable Term result(Tree at, ResolvedMethod method, Term object, List<Term> arguments) {
    if (Stacks.isOne(object)) {
      return new Stacks(frame).call(at, method, object, arguments);
    } else if (Queues.isQueue(object)) {
      return new Queues(frame).call(at, method, object, arguments);
    } else if (PriorityQueues.isOne(object)) {
      return new PriorityQueues(frame).call(at, method, object, arguments);
    } else if (Maps.isMap(object)) {
      return new MapCalls(frame).call(at, method, object, arguments);
    } else if (MapIterators.isOne(object)) {
      return new MapIterators(frame).call(at, method, object, arguments);
    } else if (MapViews.isView(object) || MapViews.isEntry(object)) {
      return new MapViewCalls(frame).call(at, method, (Term.Fixed) object, arguments);
    }
    if (SummaryValues.isOne(object)) {
      return new SummaryValues(frame).call(at, method, object, arguments);
    } else if (OptionalValues.isOptional(object)) {
      return new OptionalValues(frame).call(at, method, object, arguments);
    }
    return Lists.isList(object)
        ? new ListCalls(frame).call(at, method, object, arguments)
        : new Holders(frame).call(at, method, object, arguments);
  }
}
