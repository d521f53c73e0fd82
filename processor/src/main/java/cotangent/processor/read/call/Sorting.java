package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.element.TypeElement;

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
    retold(at, "Arrays", "sort", given);
  }

  /** Returns the order that elements have by themselves. */
  Term natural(Tree at) {
    return retold(at, "Comparator", "naturalOrder", List.of());
  }

  /** Returns an order, where {@code null} means the natural one. */
  Term order(Tree at, Term given) {
    boolean isNone =
        given instanceof Term.Nothing
            || given instanceof Term.Single single && frame.draft().isNull(single.value());
    return isNone ? natural(at) : given;
  }

  private Term retold(Tree at, String owner, String name, List<Term> given) {
    TypeElement type = program.elements().getTypeElement("java.util." + owner);
    Source source =
        frame.names().methods(type, name).stream()
            .filter(each -> each.getParameters().size() == given.size())
            .flatMap(each -> program.source(each).stream())
            .findFirst()
            .orElseThrow();
    return Inlining.of(frame.reading())
        .call(frame, at, source, ResolvedMethod.declared(source.element()), null, given);
  }
}
