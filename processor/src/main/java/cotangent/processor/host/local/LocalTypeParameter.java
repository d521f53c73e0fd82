package cotangent.processor.host.local;

import com.sun.source.tree.TypeParameterTree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;

/** A type parameter of a local class, or of one of its methods. */
final class LocalTypeParameter extends LocalElement implements TypeParameterElement {
  private final TypeParameterTree source;

  LocalTypeParameter(LocalModel model, TypeParameterTree tree, Element around) {
    super(model, tree, around, ElementKind.TYPE_PARAMETER, tree.getName(), Set.of());
    this.source = tree;
  }

  @Override
  public TypeMirror asType() {
    return new LocalType.Variable(this);
  }

  TypeMirror upperBound() {
    Element place =
        getEnclosingElement() instanceof LocalClass type
            ? new LocalHeader(type)
            : getEnclosingElement();
    return model()
        .types()
        .bound(source.getBounds().stream().map(each -> model().type(place, each)).toList());
  }

  @Override
  public Element getGenericElement() {
    return getEnclosingElement();
  }

  @Override
  public List<? extends TypeMirror> getBounds() {
    TypeMirror bound = upperBound();
    return bound instanceof LocalType.Intersection all ? all.getBounds() : List.of(bound);
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitTypeParameter(this, parameter);
  }
}
