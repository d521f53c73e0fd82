package cotangent.processor;

import cotangent.processor.cost.Cost;
import cotangent.processor.cost.Counting;
import cotangent.processor.derive.Dependence;
import cotangent.processor.derive.Derivatives;
import cotangent.processor.derive.analyse.Touched;
import cotangent.processor.derive.offer.Binding;
import cotangent.processor.derive.offer.CertainRecords;
import cotangent.processor.derive.offer.Delegates;
import cotangent.processor.derive.offer.LackingTensors;
import cotangent.processor.derive.offer.Packing;
import cotangent.processor.derive.offer.Workspaces;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphCheck;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Value;
import cotangent.processor.optimise.Optimiser;
import cotangent.processor.optimise.seen.BitTricks;
import cotangent.processor.optimise.seen.HugeTerms;
import cotangent.processor.optimise.seen.PlainCalls;
import cotangent.processor.optimise.seen.Squares;
import cotangent.processor.optimise.seen.WrittenOut;
import cotangent.processor.shape.SizeFlow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What happens to the graph of a method between reading and writing, in this order. Each phase
 * hands on a graph that makes sense, so that a defect of Cotangent's own ends here and never in
 * wrong code.
 */
final class Phases {
  private Phases() {}

  /** 0. Removes what was noted about sizes, where they can't be followed. */
  static Primal unnoted(Primal read) {
    return read.with(read.method().with(SizeFlow.without(read.method().graph())));
  }

  /** 1. Tidies up what was read, so that less is derived, and looks what may be null. */
  static Primal tidied(Primal read) {
    Method tidy = optimised(checked(read.method()));
    Method certain = CertainRecords.in(tidy);
    Method settled = certain == tidy ? tidy : optimised(checked(certain));
    return read.with(checked(LackingTensors.in(settled)));
  }

  /** 2. Looks for derivatives that would be lost silently. */
  static Dependence examined(Primal tidied) {
    Method method = tidied.method();
    return Dependence.of(tidied.with(method.with(BitTricks.in(method.graph()))));
  }

  /** 3. Returns a method as it is differentiated: what is smooth, or constant, is seen as such. */
  static Primal smooth(Primal primal) {
    Graph graph = HugeTerms.in(Squares.in(BitTricks.in(primal.method().graph())));
    return primal.with(checked(primal.method().with(graph)));
  }

  /** 3. Derives what was asked for. */
  static List<Method> derived(Primal tidied) {
    return Derivatives.of(smooth(tidied)).stream().map(Phases::checked).toList();
  }

  /** 3. Derives one method, whose calls are read like any other arithmetic: it is tidied up. */
  static Optional<Method> derived(Primal tidied, String name) {
    return Derivatives.named(smooth(tidied), name).map(Phases::checked).map(Phases::optimised);
  }

  /** 3. Derives the pushforward, to compare with. */
  static Method forward(Primal tidied) {
    return Derivatives.of(smooth(tidied), Mode.JVP);
  }

  /** 4. Gives a method the signature that users see: the object in place of its fields. */
  static Method bound(Primal tidied, Method method) {
    return checked(new Binding(tidied).of(method));
  }

  /** 5. Finishes a method that is not differentiated again. */
  static Method finished(Primal tidied, Method bound) {
    Method plain = checked(bound.with(PlainCalls.in(bound.graph())));
    Set<Value> present = Touched.first(tidied.method().graph());
    Method written = checked(plain.with(WrittenOut.in(plain.graph(), present)));
    return written.with(Optimiser.finish(written.graph()));
  }

  /**
   * 5. Counts what a derivative costs; nothing for one that only calls another, nor for the value.
   *
   * @param derivative as it is finished
   */
  static Optional<Cost> cost(Method derivative) {
    boolean works = !derivative.record().isEmpty() && Delegates.target(derivative).isEmpty();
    return works ? Optional.of(Counting.of(derivative)) : Optional.empty();
  }

  /** 5. Returns the method that computes the value: it checks no sizes but those that Java does. */
  static Method value(Primal tidied) {
    Method method = tidied.method();
    Method plain = method.with(SizeFlow.withoutChecks(method.graph()));
    return bound(tidied, finished(tidied, plain));
  }

  /**
   * 5. Returns the method that computes the value, for objects of all classes that there may ever
   * be.
   */
  static Method offered(Primal primal, Method value) {
    return primal.original() == null ? value : checked(Delegates.calling(primal.original(), value));
  }

  /** 6. Adds the overloads that take their memory from a workspace. */
  static List<Method> withWorkspaces(List<Method> finished) {
    return Workspaces.overloads(finished).stream().map(Phases::checked).toList();
  }

  /** 7. Gives a method arrays of records in place of their columns. */
  static Method packed(Primal primal, Method method) {
    return checked(Packing.of(method, primal.method().inputs()));
  }

  private static Method optimised(Method method) {
    return method.with(Optimiser.optimise(method.graph()));
  }

  private static Method checked(Method method) {
    GraphCheck.check(method.graph());
    return method;
  }
}
