package cotangent.processor.host.local;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** A method or constructor of a local class: one that is written, or one that Java adds. */
final class LocalMethod extends LocalElement implements ExecutableElement {
  private final @Nullable MethodTree source;
  private final Supplier<TypeMirror> result;
  private final List<LocalField> parameters = new ArrayList<>();
  private final List<LocalTypeParameter> variables = new ArrayList<>();

  /**
   * @param result what it returns; nothing that is asked for before the method is
   */
  LocalMethod(
      LocalClass owner,
      @Nullable MethodTree tree,
      ElementKind kind,
      CharSequence name,
      Set<Modifier> modifiers,
      Supplier<TypeMirror> result) {
    super(owner.model(), tree, owner, kind, name, modifiers);
    this.source = tree;
    this.result = result;
    if (tree != null) {
      tree.getTypeParameters()
          .forEach(each -> variables.add(new LocalTypeParameter(model(), each, this)));
      tree.getParameters()
          .forEach(each -> with(each, each.getName(), () -> model().type(this, each.getType())));
    }
  }

  /** Adds a parameter. */
  LocalMethod with(@Nullable VariableTree tree, CharSequence name, Supplier<TypeMirror> type) {
    Set<Modifier> modifiers = tree == null ? Set.of() : tree.getModifiers().getFlags();
    parameters.add(
        new LocalField(model(), tree, this, ElementKind.PARAMETER, name, modifiers, type));
    return this;
  }

  @Override
  public TypeMirror asType() {
    return new LocalType.Executable(
        variables.stream().map(each -> (TypeVariable) each.asType()).toList(),
        parameters.stream().map(LocalField::asType).toList(),
        getReturnType(),
        getThrownTypes(),
        getReceiverType());
  }

  @Override
  public TypeMirror getReturnType() {
    return result.get();
  }

  @Override
  public List<TypeMirror> getThrownTypes() {
    List<TypeMirror> thrown = new ArrayList<>();
    List<? extends ExpressionTree> written = source == null ? List.of() : source.getThrows();
    written.forEach(each -> thrown.add(model().type(this, each)));
    return thrown;
  }

  @Override
  public List<? extends TypeParameterElement> getTypeParameters() {
    return variables;
  }

  @Override
  public List<? extends VariableElement> getParameters() {
    return parameters;
  }

  @Override
  public TypeMirror getReceiverType() {
    return model().types().getNoType(TypeKind.NONE);
  }

  @Override
  public boolean isVarArgs() {
    return !parameters.isEmpty()
        && parameters.get(parameters.size() - 1).tree() instanceof VariableTree last
        && last.toString().endsWith("... " + last.getName());
  }

  @Override
  public boolean isDefault() {
    return getModifiers().contains(Modifier.DEFAULT);
  }

  @Override
  public @Nullable AnnotationValue getDefaultValue() {
    return null;
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitExecutable(this, parameter);
  }
}
