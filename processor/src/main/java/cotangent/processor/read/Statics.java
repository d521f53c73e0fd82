package cotangent.processor.read;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.names.ResolvedField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Reads static fields. A final one is read once, where the method begins, so that an array in it is
 * one array however often it is named.
 */
final class Statics {
  private final Reading reading;
  private final Map<VariableElement, Value> finals = new HashMap<>();
  private final GraphBuilder prologue = new GraphBuilder();

  Statics(Reading reading) {
    this.reading = reading;
  }

  /** Gives the steps that come before all others: those whose results are used. */
  List<Step> steps(List<Step> body, List<Value> results) {
    Set<Value> used = new HashSet<>(results);
    use(body, used);
    return prologue.steps().stream()
        .filter(step -> step.results().stream().anyMatch(used::contains))
        .toList();
  }

  private static void use(List<Step> steps, Set<Value> used) {
    for (Step step : steps) {
      used.addAll(step.operands());
      for (Region region : step.regions()) {
        used.addAll(region.yields());
        use(region.steps(), used);
      }
    }
  }

  Term read(Frame frame, Tree at, ResolvedField field) {
    Type type = frame.shapes().reference(field.type(), frame.names().position(at));
    String name = field.element().getSimpleName().toString();
    Callee callee =
        new Callee.Member(
            Callee.Member.Kind.STATIC_FIELD,
            field.owner().getQualifiedName().toString(),
            name,
            reading.isAccessible(field.element()));
    boolean once =
        type.isArray()
            && field.element().getModifiers().contains(Modifier.FINAL)
            && !reading.inFunction();
    Value known = finals.get(field.element());
    if (once && known != null) {
      return new Term.Single(field.type(), known);
    }
    GraphBuilder place = once ? prologue.at(frame.names().position(at)) : frame.at(at);
    Value value = place.call(callee, List.of(new Value(type, name)), List.of()).get(0);
    if (once) {
      finals.put(field.element(), value);
    }
    return new RecordReferences(frame).unpack(at, field.type(), value);
  }
}
