package cotangent.processor.read.call;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Makes what holds the keys of a map that is made in the method. */
final class NewKeys {
  private static final String SORTED = "cotangent.SortedKeys";

  private final Frame frame;

  NewKeys(Frame frame) {
    this.frame = frame;
  }

  /** Returns the keys of a map, by the name of the method that makes them. */
  Term of(Tree at, String name, List<Term> arguments) {
    boolean isSorted = List.of("as", "by", "downwards").contains(name);
    return of(at, isSorted ? SORTED : OpaqueCalls.KEYS, name, arguments);
  }

  /** Returns some of the keys of a sorted map, or all in another order. */
  Term sorted(Tree at, String name, List<Term> arguments) {
    return of(at, SORTED, name, arguments);
  }

  private Term of(Tree at, String owner, String name, List<Term> arguments) {
    List<TypeMirror> types = arguments.stream().<TypeMirror>map(Term::type).toList();
    TypeMirror type = frame.names().program().elements().getTypeElement(owner).asType();
    ResolvedMethod method = frame.names().implied(type, name, types, at);
    return new OpaqueCalls(frame).method(at, method, null, arguments);
  }

  /**
   * Returns by which method the keys of a map are made that is sorted by some order; nothing for an
   * order that is known by what it does only: the keys aren't compared in sight.
   */
  static Optional<String> ordered(Tree at, Term order) {
    boolean isReverse =
        at instanceof NewClassTree made
            && made.getArguments().get(0) instanceof MethodInvocationTree call
            && call.getArguments().isEmpty()
            && call.getMethodSelect()
                .toString()
                .matches("((Comparator|Collections)\\.)?reverseOrder");
    boolean isWhole =
        order instanceof Term.Single single && single.value().type() instanceof Type.Reference;
    return isReverse
        ? Optional.of("downwards")
        : isWhole && isOrder(order.type()) ? Optional.of("by") : Optional.empty();
  }

  private static boolean isOrder(TypeMirror type) {
    return isNamed(type, "java.util.Comparator");
  }

  /** Whether a constructor takes a map that is sorted, and its order as well. */
  static boolean isOfSorted(ResolvedMethod constructor) {
    return isNamed(constructor.element().getParameters().get(0).asType(), "java.util.SortedMap");
  }

  /** Whether a constructor takes a map, whatever order that has. */
  static boolean isOfMap(ResolvedMethod constructor) {
    return isNamed(constructor.element().getParameters().get(0).asType(), "java.util.Map");
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
  }
}
