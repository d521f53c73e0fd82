package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Takes records that come from outside by their components as records are held in the method. */
public final class GivenRecords {
  private final Frame frame;

  public GivenRecords(Frame frame) {
    this.frame = frame;
  }

  /** Returns a record, or null in its place, as it is held; anything else as it is. */
  public Term held(Tree at, Term term) {
    if (term instanceof Term.Tuple record) {
      List<Term> components = record.components().stream().map(each -> held(at, each)).toList();
      Term.Tuple whole = new Term.Tuple(record.type(), components, record.known());
      Term held = new Conversions(frame).to(at, whole, record.type());
      AskedRecords.of(frame.reading()).give(held);
      return held;
    }
    return term instanceof Term.Choice record
            && record.alternatives().get(1) instanceof Term.Tuple there
        ? orNull(at, record, there)
        : term;
  }

  private Term orNull(Tree at, Term.Choice record, Term.Tuple there) {
    TypeMirror type = record.type();
    Draft draft = frame.draft();
    Value isThere = record.tag();
    TypeElement element = (TypeElement) ((DeclaredType) there.known()).asElement();
    if (!Arenas.of(frame.reading()).keeps(element)) {
      List<Term> either = List.of(new Term.Nothing(type), held(at, there));
      Value kind = draft.apply(Operations.SELECT, isThere, draft.constant(1), draft.constant(0));
      return new Term.Choice(type, kind, either);
    }
    return frame
        .branches()
        .either(at, isThere, type, () -> held(at, there), () -> frame.zero(at, type));
  }
}
