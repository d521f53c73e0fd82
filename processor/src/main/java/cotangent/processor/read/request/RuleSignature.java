package cotangent.processor.read.request;

import cotangent.processor.graph.Mode;
import cotangent.processor.read.names.RuledMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** How a rule for a method has to be declared. */
final class RuleSignature {

  /**
   * @param name with a number where another parameter has it already
   */
  private record Parameter(TypeMirror type, String name) {}

  private final Types types;
  private final boolean isPullback;
  private final TypeMirror value;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Parameter> differentiable = new ArrayList<>();

  RuleSignature(RuledMethod original, Mode mode, Types types) {
    this.types = types;
    this.isPullback = mode == Mode.VJP;
    this.value = original.method().getReturnType();
    if (original.takesObject()) {
      parameters.add(new Parameter(types.erasure(original.owner().asType()), "self"));
    }
    for (VariableElement parameter : original.parameters()) {
      String name = free(parameter.getSimpleName().toString());
      parameters.add(new Parameter(parameter.asType(), name));
      if (Kind.of(parameter.asType()) != Kind.CONSTANT) {
        differentiable.add(new Parameter(parameter.asType(), name));
      }
    }
    parameters.add(new Parameter(value, "value"));
    if (isPullback) {
      parameters.add(new Parameter(value, "seed"));
    } else {
      differentiable.forEach(each -> parameters.add(new Parameter(each.type, "t" + each.name)));
    }
  }

  private String free(String name) {
    String free = name;
    for (int i = 2; isTaken(free); i++) {
      free = name + i;
    }
    return free;
  }

  private boolean isTaken(String name) {
    return parameters.stream().anyMatch(parameter -> parameter.name.equals(name));
  }

  /** Whether a method is declared so. */
  boolean fits(ExecutableElement rule) {
    return rule.getModifiers().contains(Modifier.STATIC)
        && rule.getTypeParameters().isEmpty()
        && areSame(rule.getParameters().stream().map(VariableElement::asType).toList(), parameters)
        && returnsDerivatives(rule.getReturnType());
  }

  private boolean returnsDerivatives(TypeMirror type) {
    if (!isPullback) {
      return types.isSameType(type, value);
    } else if (differentiable.size() == 1) {
      return types.isSameType(type, differentiable.get(0).type);
    }
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.RECORD
        && areSame(
            ((TypeElement) declared.asElement())
                .getRecordComponents().stream().<TypeMirror>map(c -> c.asType()).toList(),
            differentiable);
  }

  private boolean areSame(List<TypeMirror> given, List<Parameter> wanted) {
    if (given.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (!types.isSameType(given.get(i), wanted.get(i).type)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the declaration of a rule of the name given. */
  String declaration(String name) {
    String result =
        !isPullback
            ? value.toString()
            : differentiable.size() == 1 ? differentiable.get(0).type.toString() : "Derivatives";
    String record =
        result.equals("Derivatives") ? " with record Derivatives" + list(differentiable, "d") : "";
    return "static " + result + " " + name + list(parameters, "") + record;
  }

  private static String list(List<Parameter> parameters, String prefix) {
    return parameters.stream()
        .map(parameter -> parameter.type + " " + prefix + parameter.name)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
