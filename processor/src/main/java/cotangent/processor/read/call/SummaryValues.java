package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Reads what a stream of real numbers says of all of them: how many, their sum, and the ends. */
public final class SummaryValues {
  private static final String NAME = "java.util.DoubleSummaryStatistics";
  private static final String COUNT = "count";
  private static final String SUM = "sum";
  private static final String MIN = "min";
  private static final String MAX = "max";

  private final Frame frame;
  private final Conversions conversions;

  public SummaryValues(Frame frame) {
    this.frame = frame;
    this.conversions = new Conversions(frame);
  }

  private TypeElement element() {
    return frame.names().program().elements().getTypeElement(NAME);
  }

  /** Whether such objects are held by what they say. */
  public boolean areHeld() {
    return !frame.reading().representations().isWhole(element());
  }

  /** Returns what is known of all numbers. */
  public Term of(Value count, Value sum, Value least, Value greatest) {
    ObjectClass of =
        new ObjectClass.Library((DeclaredType) element().asType(), List.of(COUNT, SUM, MIN, MAX));
    List<Term> fields =
        List.of(
            conversions.term(count),
            conversions.term(sum),
            conversions.term(least),
            conversions.term(greatest));
    return new Term.Fixed(element().asType(), of, fields);
  }

  static boolean isOne(Term object) {
    return object instanceof Term.Fixed
        && Objects.of(object) instanceof ObjectClass.Library library
        && library.name().equals(NAME);
  }

  /** Reads a call; returns null for a method that isn't known. */
  @Nullable Term call(Tree at, ResolvedMethod method, Term object, List<Term> arguments) {
    Term.Fixed all = (Term.Fixed) object;
    return switch (arguments.size() + " " + method.element().getSimpleName()) {
      case "0 getCount" -> all.field(COUNT);
      case "0 getSum" -> all.field(SUM);
      case "0 getMin" -> all.field(MIN);
      case "0 getMax" -> all.field(MAX);
      case "0 getAverage" -> average(at, all);
      default -> null;
    };
  }

  private Term average(Tree at, Term.Fixed all) {
    Draft draft = frame.draft();
    Value count = frame.single(all.field(COUNT));
    Value isAny = draft.apply(Operations.GT, count, draft.constant(Type.LONG, 0L));
    Value sum = frame.single(all.field(SUM));
    return frame
        .branches()
        .either(
            at,
            isAny,
            all.field(SUM).type(),
            () ->
                conversions.term(draft.apply(Operations.DIV, sum, draft.cast(count, Type.DOUBLE))),
            () -> frame.zero(at, all.field(SUM).type()));
  }
}
