package cotangent.processor.read.request;

import cotangent.processor.read.request.Annotation.Word;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import cotangent.processor.report.Report;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** By which parameters a method is to be differentiated. */
final class Wrt {
  private final ExecutableElement method;
  private final Annotation annotation;
  private final Report report;
  private final Map<String, VariableElement> candidates = new LinkedHashMap<>();

  Wrt(ExecutableElement method, Annotation annotation, Report report) {
    this.method = method;
    this.annotation = annotation;
    this.report = report;
    method
        .getParameters()
        .forEach(parameter -> candidates.put(parameter.getSimpleName().toString(), parameter));
  }

  /** Gives the parameters in the order of their declaration. */
  List<VariableElement> choose() {
    List<Word> words = annotation.words("wrt");
    Set<VariableElement> chosen = new LinkedHashSet<>();
    if (words.isEmpty()) {
      method.getParameters().stream().filter(Wrt::isDifferentiable).forEach(chosen::add);
    }
    words.stream().filter(this::isInOrder).map(this::named).forEach(chosen::add);
    if (words.isEmpty() && chosen.isEmpty()) {
      throw new Refusal(Problem.NOTHING_DIFFERENTIABLE, annotation.position(), method);
    }
    return candidates.values().stream().filter(chosen::contains).toList();
  }

  private VariableElement named(Word word) {
    return Objects.requireNonNull(candidates.get(word.text()));
  }

  private boolean isInOrder(Word word) {
    VariableElement variable = candidates.get(word.text());
    if (variable == null) {
      report.add(
          Problem.UNKNOWN_WRT,
          word.position(),
          word.text(),
          method,
          String.join(", ", candidates.keySet()));
    } else if (!isDifferentiable(variable)) {
      report.add(Problem.WRT_NOT_DIFFERENTIABLE, word.position(), word.text(), variable.asType());
    }
    return variable != null && isDifferentiable(variable);
  }

  private static boolean isDifferentiable(VariableElement variable) {
    return Kind.of(variable.asType()) != Kind.CONSTANT;
  }
}
