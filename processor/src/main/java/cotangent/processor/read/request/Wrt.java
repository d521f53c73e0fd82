package cotangent.processor.read.request;

import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.request.Annotation.Word;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What a method is to be differentiated with respect to: parameters, and fields of the object on
 * which it is called. As in its body, a parameter hides a field of the same name.
 */
final class Wrt {
  private final ExecutableElement method;
  private final Annotation annotation;
  private final Map<String, VariableElement> parameters = new LinkedHashMap<>();
  private final Map<String, ResolvedField> fields = new LinkedHashMap<>();
  private final Set<String> chosen;

  Wrt(ExecutableElement method, Annotation annotation, Names names) {
    this.method = method;
    this.annotation = annotation;
    for (VariableElement parameter : method.getParameters()) {
      parameters.put(parameter.getSimpleName().toString(), parameter);
    }
    for (ResolvedField field : names.fields()) {
      fields.put(field.element().getSimpleName().toString(), field);
    }
    List<Word> words = annotation.words("wrt");
    this.chosen =
        words.isEmpty()
            ? differentiable(parameters)
            : words.stream().map(Word::text).collect(Collectors.toSet());
  }

  private static Set<String> differentiable(Map<String, VariableElement> parameters) {
    return parameters.entrySet().stream()
        .filter(parameter -> isDifferentiable(parameter.getValue().asType()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whether the types of the fields exist. */
  boolean isKnown() {
    return fields().stream().noneMatch(field -> field.type().getKind() == TypeKind.ERROR);
  }

  /** Reports what is wrong. */
  void check(ClassReport report) {
    if (chosen.isEmpty()) {
      throw new Refusal(Problem.NOTHING_DIFFERENTIABLE, annotation.position(), method);
    }
    List<Word> words = annotation.words("wrt");
    words.forEach(word -> check(word, report));
    for (VariableElement parameter : parameters.values()) {
      if (words.isEmpty() || chosen.contains(parameter.getSimpleName().toString())) {
        Unseen.in(parameter)
            .forEach(
                (path, type) ->
                    report.add(Problem.UNSEEN_NUMBERS, annotation.position(), path, type));
      }
    }
  }

  private void check(Word word, ClassReport report) {
    VariableElement parameter = parameters.get(word.text());
    ResolvedField field = fields.get(word.text());
    if (parameter != null) {
      check(word, parameter.asType(), report);
    } else if (field != null && field.isStatic()) {
      report.add(Problem.STATIC_WRT, word.position(), word.text());
    } else if (field != null && !isStatic()) {
      check(word, field.type(), report);
    } else {
      report.add(Problem.UNKNOWN_WRT, word.position(), word.text(), wanted(), candidates());
    }
  }

  private static void check(Word word, TypeMirror type, ClassReport report) {
    if (!isDifferentiable(type)) {
      report.add(Problem.WRT_NOT_DIFFERENTIABLE, word.position(), word.text(), type);
    }
  }

  private String wanted() {
    String ofMethod = "a parameter of " + method;
    return isStatic() ? ofMethod : ofMethod + " or a field of " + Owner.of(method).getSimpleName();
  }

  private String candidates() {
    Stream<String> ofObject =
        fields.values().stream()
            .filter(field -> !isStatic() && !field.isStatic() && isDifferentiable(field.type()))
            .map(field -> field.element().getSimpleName().toString());
    return Stream.concat(parameters.keySet().stream(), ofObject)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private boolean isStatic() {
    return method.getModifiers().contains(Modifier.STATIC);
  }

  /** Returns the parameters that were chosen, in the order of their declaration. */
  List<VariableElement> parameters() {
    return parameters.entrySet().stream()
        .filter(parameter -> chosen.contains(parameter.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Returns the types of all that was chosen. */
  List<TypeMirror> types() {
    return Stream.concat(
            parameters().stream().map(VariableElement::asType),
            fields().stream().map(ResolvedField::type))
        .toList();
  }

  /** Returns the fields that were chosen, in the order of their declaration. */
  List<ResolvedField> fields() {
    return fields.entrySet().stream()
        .filter(field -> chosen.contains(field.getKey()) && !parameters.containsKey(field.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean isDifferentiable(TypeMirror type) {
    return Kind.of(type) != Kind.CONSTANT;
  }
}
