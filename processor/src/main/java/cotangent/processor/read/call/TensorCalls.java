package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.AbsentTensors;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls with tensors that aren't what the library's source says: {@code Cotangent.stop},
 * which stops the array, methods that take any number of vectors, which take one after the other
 * where they are known one by one, {@code equals} and {@code hashCode}.
 */
final class TensorCalls {
  private static final Callee EQUALS = ofArrays("equals");
  private static final Callee HASH = ofArrays("hashCode");

  private final Frame frame;

  TensorCalls(Frame frame) {
    this.frame = frame;
  }

  private static Callee ofArrays(String name) {
    return new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "java.util.Arrays", name, true);
  }

  /** Reads a call of {@code stop}; returns nothing for any other method. */
  Optional<Term> stop(Tree at, ResolvedMethod method, List<Term> arguments) {
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
            .map(ResolvedMethod::declared)
            .findFirst()
            .orElseThrow();
    components.add(
        new OpaqueCalls(frame).method(at, ofArrays, null, List.of(array), List.of(array.type())));
    return Optional.of(new Term.Tuple(method.result(), components));
  }

  /**
   * Reads a call with one or more vectors; returns nothing for any other method.
   *
   * @param given what is written in the call
   */
  Optional<Term> spread(Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> given) {
    boolean takesVectors =
        method.spread()
            && !given.isEmpty()
            && Component.isTensor(method.owner().asType())
            && given.stream().allMatch(each -> each instanceof Term.Tuple);
    if (!takesVectors) {
      return Optional.empty();
    }
    List<Term> rest = new ArrayList<>(given);
    Term result =
        receiver != null ? receiver : own(at, method, "ofRow", null, List.of(rest.remove(0)));
    for (Term each : rest) {
      result = own(at, method, receiver != null ? "append" : "withRow", result, List.of(each));
    }
    return Optional.of(result.as(method.result()));
  }

  /** Reads whether a tensor equals another one; returns nothing for any other method. */
  Optional<Term> equal(
      Tree at, ResolvedMethod method, @Nullable Term receiver, List<Term> arguments) {
    boolean isAsked =
        method.element().getSimpleName().contentEquals("equals")
            && arguments.size() == 1
            && receiver instanceof Term.Tuple one
            && isTensor(one);
    if (!isAsked) {
      return Optional.empty();
    } else if (isNull(arguments.get(0))) {
      List<Value> parts = Objects.requireNonNull(receiver).leaves();
      AbsentTensors.require(frame, at, parts.get(parts.size() - 1), List.of());
      return Optional.of(new Term.Single(method.result(), frame.at(at).constant(false)));
    } else if (!(arguments.get(0) instanceof Term.Tuple other) || !isTensor(other)) {
      return Optional.empty();
    }
    List<Value> leaves = Objects.requireNonNull(receiver).leaves();
    List<Value> others = arguments.get(0).leaves();
    int last = leaves.size() - 1;
    AbsentTensors.require(frame, at, leaves.get(last), List.of());
    GraphBuilder here = frame.at(at);
    if (others.size() != leaves.size()) {
      return Optional.of(new Term.Single(method.result(), here.constant(false)));
    }
    Value same =
        here.call(
                EQUALS,
                List.of(new Value(Type.BOOLEAN, "")),
                List.of(leaves.get(last), others.get(last)))
            .get(0);
    for (int i = 0; i < last; i++) {
      Value sizes = here.apply(Operations.EQ, leaves.get(i), others.get(i));
      same = here.apply(Operations.AND, sizes, same);
    }
    return Optional.of(new Term.Single(method.result(), same));
  }

  private boolean isNull(Term term) {
    return term instanceof Term.Nothing
        || term instanceof Term.Single single && frame.draft().isNull(single.value());
  }

  /** Reads what the library computes of all elements, and of the sizes of a matrix. */
  Optional<Term> hash(Tree at, ResolvedMethod method, @Nullable Term receiver) {
    boolean isAsked =
        method.element().getSimpleName().contentEquals("hashCode")
            && receiver instanceof Term.Tuple tensor
            && isTensor(tensor);
    if (!isAsked) {
      return Optional.empty();
    }
    List<Value> leaves = Objects.requireNonNull(receiver).leaves();
    int last = leaves.size() - 1;
    AbsentTensors.require(frame, at, leaves.get(last), List.of());
    GraphBuilder here = frame.at(at);
    Value result = new Value(Type.INT, "");
    Value hash = here.call(HASH, List.of(result), List.of(leaves.get(last))).get(0);
    if (last > 0) {
      Value prime = here.constant(31);
      Value sizes = here.apply(Operations.MUL, prime, leaves.get(0));
      Value both = here.apply(Operations.ADD, sizes, leaves.get(1));
      hash = here.apply(Operations.ADD, here.apply(Operations.MUL, prime, both), hash);
    }
    return Optional.of(new Term.Single(method.result(), hash));
  }

  /** Reads a call of a method that the library has for itself. */
  private Term own(
      Tree at, ResolvedMethod beside, String name, @Nullable Term receiver, List<Term> arguments) {
    ExecutableElement element =
        ElementFilter.methodsIn(beside.owner().getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().contentEquals(name))
            .findFirst()
            .orElseThrow();
    Source source = frame.names().program().source(element).orElseThrow();
    ResolvedMethod method = ResolvedMethod.declared(element);
    return Inlining.of(frame.reading()).call(frame, at, source, method, receiver, arguments);
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
