package cotangent.processor.host.local;

import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.TypeMirror;

/** A component of a local record. */
final class LocalComponent extends LocalElement implements RecordComponentElement {
  private final LocalField field;
  private final ExecutableElement accessor;

  LocalComponent(LocalField field, LocalMethod accessor) {
    super(
        field.model(),
        field.tree(),
        field.getEnclosingElement(),
        ElementKind.RECORD_COMPONENT,
        field.getSimpleName(),
        Set.of());
    this.field = field;
    this.accessor = accessor;
  }

  @Override
  public TypeMirror asType() {
    return field.asType();
  }

  @Override
  public ExecutableElement getAccessor() {
    return accessor;
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitRecordComponent(this, parameter);
  }
}
