package cotangent.processor.host.local;

import com.sun.source.tree.Tree;
import cotangent.processor.read.names.FromTree;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** A class that is declared in a method, or a part of one. */
abstract sealed class LocalElement implements Element, FromTree
    permits LocalClass, LocalMethod, LocalField, LocalTypeParameter, LocalComponent, LocalHeader {
  private final LocalModel model;
  private final @Nullable Tree tree;
  private final Element around;
  private final ElementKind kind;
  private final CharSequence name;
  private final Set<Modifier> modifiers;

  LocalElement(
      LocalModel model,
      @Nullable Tree tree,
      Element around,
      ElementKind kind,
      CharSequence name,
      Set<Modifier> modifiers) {
    this.model = model;
    this.tree = tree;
    this.around = around;
    this.kind = kind;
    this.name = name;
    this.modifiers = modifiers;
  }

  LocalModel model() {
    return model;
  }

  @Override
  public @Nullable Tree tree() {
    return tree;
  }

  @Override
  public Element getEnclosingElement() {
    return around;
  }

  @Override
  public ElementKind getKind() {
    return kind;
  }

  @Override
  public Name getSimpleName() {
    return model.elements().getName(name);
  }

  @Override
  public Set<Modifier> getModifiers() {
    return modifiers;
  }

  @Override
  public List<? extends Element> getEnclosedElements() {
    return List.of();
  }

  @Override
  public List<? extends AnnotationMirror> getAnnotationMirrors() {
    return LocalAnnotation.of(this);
  }

  @Override
  public <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
    return null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A extends Annotation> A[] getAnnotationsByType(Class<A> type) {
    return (A[]) Array.newInstance(type, 0);
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
