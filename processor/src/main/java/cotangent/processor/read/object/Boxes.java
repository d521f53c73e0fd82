package cotangent.processor.read.object;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.List;

/** Makes references of what may be a number or an object from outside, for code that wants one. */
public final class Boxes {
  private final Draft draft;

  public Boxes(Draft draft) {
    this.draft = draft;
  }

  /**
   * Returns one of several as a reference.
   *
   * @param type the type of the reference
   */
  public Value reference(Term.Choice choice, Type type) {
    return from(choice, 0, type);
  }

  private Value from(Term.Choice choice, int i, Type type) {
    if (i == choice.alternatives().size() - 1) {
      return one(choice.alternatives().get(i), type);
    }
    Value isThis = draft.apply(Operations.EQ, choice.tag(), draft.constant(i));
    GraphBuilder then = new GraphBuilder().at(draft.here().position());
    GraphBuilder otherwise = new GraphBuilder().at(draft.here().position());
    Value[] values = new Value[2];
    draft.in(then, () -> values[0] = one(choice.alternatives().get(i), type));
    draft.in(otherwise, () -> values[1] = from(choice, i + 1, type));
    return draft
        .here()
        .branch(
            isThis, then.yield(values[0]), otherwise.yield(values[1]), List.of(new Value(type, "")))
        .get(0);
  }

  private Value one(Term term, Type type) {
    if (term instanceof Term.Nothing) {
      return draft.constant(type, null);
    } else if (term instanceof Term.Single single) {
      return single.value().type() instanceof Type.Scalar scalar
          ? boxed(draft.here(), scalar, single.value())
          : single.value();
    }
    throw new Refusal(Problem.MIXED_REPRESENTATION, draft.here().position());
  }

  /** Returns a number as the object that boxes it. */
  static Value boxed(GraphBuilder here, Type.Scalar scalar, Value number) {
    String box = scalar.box().getName();
    Callee.Member callee =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, box, "valueOf", true);
    return here.call(callee, List.of(new Value(new Type.Reference(box), "")), List.of(number))
        .get(0);
  }
}
