package cotangent.processor.host.local;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The head of a local class: its type parameters are known there, its members are not. */
final class LocalHeader extends LocalElement implements Parameterizable {
  private final LocalClass of;

  LocalHeader(LocalClass of) {
    super(
        of.model(),
        null,
        of.getEnclosingElement(),
        ElementKind.OTHER,
        of.getSimpleName(),
        Set.of());
    this.of = of;
  }

  @Override
  public List<? extends TypeParameterElement> getTypeParameters() {
    return of.getTypeParameters();
  }

  @Override
  public TypeMirror asType() {
    return model().types().getNoType(TypeKind.NONE);
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitUnknown(this, parameter);
  }
}
