package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.scope.Term;
import java.util.List;

/** Reads sorts of objects, and of boxed numbers, by what is retold of the library. */
final class Sorting {
  private final Frame frame;
  private final Program program;

  Sorting(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
  }

  /** Sorts a part of an array. */
  void sort(Tree at, Term array, Value from, Value to, Term order) {
    Conversions conversions = new Conversions(frame);
    List<Term> given = List.of(array, conversions.term(from), conversions.term(to), order);
    new RetoldCalls(frame).call(at, "Arrays", "sort", given);
  }

  /** Returns the order that elements have by themselves. */
  Term natural(Tree at) {
    return new RetoldCalls(frame).call(at, "Comparator", "naturalOrder", List.of());
  }

  /** Returns an order, where {@code null} means the natural one. */
  Term order(Tree at, Term given) {
    boolean isNone =
        given instanceof Term.Nothing
            || given instanceof Term.Single single && frame.draft().isNull(single.value());
    return isNone ? natural(at) : given;
  }
}
