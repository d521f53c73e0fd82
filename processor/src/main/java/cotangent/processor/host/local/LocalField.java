package cotangent.processor.host.local;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A field of a local class, a constant of a local enum, or a parameter of one of their methods. */
final class LocalField extends LocalElement implements VariableElement {
  private final Supplier<TypeMirror> type;
  private @Nullable TypeMirror found;

  LocalField(
      LocalModel model,
      @Nullable Tree tree,
      Element around,
      ElementKind kind,
      CharSequence name,
      Set<Modifier> modifiers,
      Supplier<TypeMirror> type) {
    super(model, tree, around, kind, name, modifiers);
    this.type = type;
  }

  @Override
  public TypeMirror asType() {
    if (found == null) {
      found = type.get();
    }
    return found;
  }

  @Override
  public @Nullable Object getConstantValue() {
    boolean mayBe = getKind() == ElementKind.FIELD && getModifiers().contains(Modifier.FINAL);
    if (!mayBe
        || !(tree() instanceof VariableTree source)
        || source.getInitializer() == null
        || !(asType().getKind().isPrimitive() || asType().toString().equals("java.lang.String"))) {
      return null;
    }
    LocalClass place = (LocalClass) getEnclosingElement();
    return model().constants().value(source.getInitializer(), asType().toString(), place);
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitVariable(this, parameter);
  }
}
