package cotangent.processor.read.names;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which type arguments are meant where it is known what is wanted. */
final class WantedTypes {

  /** Learns from what functions return. */
  interface Learning {
    void from(
        Inference inference, List<TypeMirror> arguments, List<? extends TypeMirror> parameters);
  }

  private final Types types;
  private final Learning bodies;

  WantedTypes(Types types, Learning bodies) {
    this.types = types;
    this.bodies = bodies;
  }

  /** Returns the type of {@code new named<>(arguments)}, where a value of the target is wanted. */
  TypeMirror inferred(
      TypeMirror named,
      @Nullable TypeMirror target,
      ExecutableElement constructor,
      List<TypeMirror> arguments) {
    DeclaredType generic = (DeclaredType) ((DeclaredType) named).asElement().asType();
    List<? extends TypeMirror> parameters =
        ((ExecutableType) constructor.asType()).getParameterTypes();
    TypeMirror wanted = inference(generic, parameters, arguments, target).put(generic);
    // the type of a field says what its object was made with, those of a method's parameters don't
    return target != null && hasWildcards(wanted)
        ? inference(generic, parameters, arguments, null).put(generic)
        : wanted;
  }

  private static boolean hasWildcards(TypeMirror type) {
    return ((DeclaredType) type)
        .getTypeArguments().stream().anyMatch(each -> each.getKind() == TypeKind.WILDCARD);
  }

  private Inference inference(
      DeclaredType generic,
      List<? extends TypeMirror> parameters,
      List<TypeMirror> arguments,
      @Nullable TypeMirror target) {
    Inference inference =
        new Inference(
            types, generic.getTypeArguments().stream().map(TypeVariable.class::cast).toList());
    for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
      inference.learn(parameters.get(i), arguments.get(i));
    }
    if (target instanceof DeclaredType wanted) {
      inference.learnFromTarget(generic, wanted);
    }
    bodies.from(inference, arguments, parameters);
    return inference;
  }

  /** Returns a generic method as it is meant where something of a type is wanted. */
  ResolvedMethod wanted(ResolvedMethod method, @Nullable TypeMirror target) {
    ExecutableType type = (ExecutableType) method.element().asType();
    if (!(target instanceof DeclaredType wanted)
        || !(type.getReturnType() instanceof DeclaredType generic)
        || type.getTypeVariables().isEmpty()
        || types.isAssignable(method.result(), target)) {
      return method;
    }
    Inference inference = new Inference(types, type.getTypeVariables());
    inference.learnFromTarget(generic, wanted);
    Inference given = new Inference(types, type.getTypeVariables());
    for (int i = 0; i < method.parameters().size(); i++) {
      given.learn(type.getParameterTypes().get(i), method.parameters().get(i));
    }
    inference.complete(given);
    return !inference.isComplete()
        ? method
        : new ResolvedMethod(
            method.element(),
            type.getParameterTypes().stream().map(inference::put).toList(),
            inference.put(generic),
            method.spread());
  }
}
