package cotangent.processor.shape;

import cotangent.Dimensions;
import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.Agreement.Form;
import cotangent.processor.graph.Agreement.Kind;
import cotangent.processor.graph.Agreement.Subject;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes checks in the place of declared sizes that aren't certain. */
final class DeclaredChecks {
  private final Certainty certainty;

  DeclaredChecks(Certainty certainty) {
    this.certainty = certainty;
  }

  /** Returns the steps that check what a note declares; none where all is certain. */
  List<Step> of(Step.Call note) {
    Agreement agreement = (Agreement) note.callee();
    Set<String> names = new HashSet<>();
    boolean isCertain = true;
    for (int i = 0; i < agreement.subjects().size() && agreement.kind() == Kind.DECLARED; i++) {
      Subject subject = agreement.subjects().get(i);
      if (subject.form() != Form.NUMBER && !certainty.isCertain(note, i)) {
        isCertain = false;
        names.addAll(names(subject));
      }
    }
    return isCertain ? List.of() : check(note, agreement, names);
  }

  private List<Step> check(Step.Call note, Agreement agreement, Set<String> names) {
    GraphBuilder b = new GraphBuilder().at(note.position());
    List<Value> operands = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < agreement.subjects().size(); i++) {
      Subject subject = agreement.subjects().get(i);
      int end = at + subject.form().leaves();
      boolean isNumber = subject.form() == Form.NUMBER;
      boolean isAsked = !isNumber && !certainty.isCertain(note, i);
      if (isAsked || names(subject).stream().anyMatch(names::contains)) {
        operands.add(b.constant(subject.text()));
        operands.add(b.constant(Type.STRING, isNumber ? null : subject.shape()));
        operands.addAll(note.operands().subList(at, end));
      }
      at = end;
    }
    ArrayChecks.declared(b, agreement.what().equals(Agreement.CHECKED), operands);
    return b.steps();
  }

  private static Set<String> names(Subject subject) {
    Dimensions shape = Dimensions.of(subject.shape());
    Set<String> names = new HashSet<>();
    for (int i = 0; i < shape.rank(); i++) {
      names.addAll(shape.names(i));
    }
    return names;
  }
}
