package cotangent.processor.companion;

import cotangent.processor.read.names.Spelling;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Which exceptions of a method the methods generated for it must declare as well. */
public final class CheckedExceptions {
  private final Types types;
  private final Elements elements;

  public CheckedExceptions(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /** Returns their names; of two that are related, the wider one. */
  public List<String> of(ExecutableElement method) {
    List<TypeMirror> checked =
        method.getThrownTypes().stream()
            .<TypeMirror>map(types::erasure)
            .filter(type -> !is(type, "java.lang.RuntimeException") && !is(type, "java.lang.Error"))
            .toList();
    return checked.stream()
        .filter(type -> checked.stream().noneMatch(other -> isNarrower(type, other)))
        .map(Spelling::of)
        .distinct()
        .toList();
  }

  private boolean is(TypeMirror type, String name) {
    return types.isSubtype(type, elements.getTypeElement(name).asType());
  }

  private boolean isNarrower(TypeMirror type, TypeMirror other) {
    return types.isSubtype(type, other) && !types.isSameType(type, other);
  }
}
