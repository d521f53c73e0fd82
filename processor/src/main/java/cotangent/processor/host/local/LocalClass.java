package cotangent.processor.host.local;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.read.names.Owner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ElementVisitor;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** A class, record, enum or interface that is declared in a method, or a member of one. */
final class LocalClass extends LocalElement implements TypeElement {
  private final ClassTree source;
  private final List<LocalTypeParameter> variables = new ArrayList<>();
  private @Nullable TypeMirror superclass;
  private @Nullable List<TypeMirror> interfaces;
  private @Nullable List<Element> members;

  LocalClass(LocalModel model, ClassTree tree, Element around) {
    super(model, tree, around, kind(tree), tree.getSimpleName(), modifiers(tree, around));
    this.source = tree;
    tree.getTypeParameters()
        .forEach(each -> variables.add(new LocalTypeParameter(model, each, this)));
  }

  private static ElementKind kind(ClassTree tree) {
    return switch (tree.getKind()) {
      case INTERFACE -> ElementKind.INTERFACE;
      case ENUM -> ElementKind.ENUM;
      case RECORD -> ElementKind.RECORD;
      case ANNOTATION_TYPE -> ElementKind.ANNOTATION_TYPE;
      default -> ElementKind.CLASS;
    };
  }

  /** Returns the modifiers that are written, and those that Java adds. */
  private static Set<Modifier> modifiers(ClassTree tree, Element around) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    modifiers.addAll(tree.getModifiers().getFlags());
    if (around.getKind().isInterface()) {
      modifiers.addAll(Set.of(Modifier.PUBLIC, Modifier.STATIC));
    }
    switch (tree.getKind()) {
      case INTERFACE, ANNOTATION_TYPE ->
          modifiers.addAll(Set.of(Modifier.ABSTRACT, Modifier.STATIC));
      case RECORD -> modifiers.addAll(Set.of(Modifier.FINAL, Modifier.STATIC));
      case ENUM -> {
        modifiers.add(Modifier.STATIC);
        if (tree.getMembers().stream().noneMatch(LocalClass::hasBody)) {
          modifiers.add(Modifier.FINAL);
        }
      }
      default -> {}
    }
    return modifiers;
  }

  /** Whether it is an enum constant with a class of its own. */
  private static boolean hasBody(Tree member) {
    return member instanceof VariableTree constant
        && constant.getInitializer() instanceof NewClassTree made
        && made.getClassBody() != null
        && made.getIdentifier().toString().equals(constant.getType().toString());
  }

  ClassTree source() {
    return source;
  }

  /** Returns the type of the object around one of this class; empty where there is none. */
  TypeMirror around() {
    boolean isStatic =
        getModifiers().contains(Modifier.STATIC)
            || getNestingKind() == NestingKind.LOCAL
                && getEnclosingElement().getModifiers().contains(Modifier.STATIC);
    TypeElement outer = isStatic ? null : Owner.around(this);
    return outer == null ? model().types().getNoType(TypeKind.NONE) : outer.asType();
  }

  @Override
  public DeclaredType asType() {
    return model()
        .types()
        .getDeclaredType(
            this, variables.stream().map(LocalTypeParameter::asType).toArray(TypeMirror[]::new));
  }

  @Override
  public TypeMirror getSuperclass() {
    if (superclass == null) {
      superclass = above();
    }
    return superclass;
  }

  private TypeMirror above() {
    return switch (getKind()) {
      case INTERFACE, ANNOTATION_TYPE -> model().types().getNoType(TypeKind.NONE);
      case RECORD -> model().library("java.lang.Record").asType();
      case ENUM -> model().types().getDeclaredType(model().library("java.lang.Enum"), asType());
      default ->
          source.getExtendsClause() == null
              ? model().library("java.lang.Object").asType()
              : model().type(new LocalHeader(this), source.getExtendsClause());
    };
  }

  @Override
  public List<TypeMirror> getInterfaces() {
    if (interfaces == null) {
      interfaces = new ArrayList<>();
      for (Tree each : source.getImplementsClause()) {
        interfaces.add(model().type(new LocalHeader(this), each));
      }
    }
    return interfaces;
  }

  @Override
  public List<? extends Element> getEnclosedElements() {
    if (members == null) {
      members = new LocalMembers(this).all();
    }
    return members;
  }

  @Override
  public List<? extends RecordComponentElement> getRecordComponents() {
    return ElementFilter.recordComponentsIn(getEnclosedElements());
  }

  @Override
  public List<? extends TypeParameterElement> getTypeParameters() {
    return variables;
  }

  @Override
  public NestingKind getNestingKind() {
    return getEnclosingElement() instanceof TypeElement ? NestingKind.MEMBER : NestingKind.LOCAL;
  }

  /** Returns the simple name, as javac does: others name it in no way. */
  @Override
  public Name getQualifiedName() {
    return model()
        .elements()
        .getName(
            getEnclosingElement() instanceof LocalClass outer
                ? outer.getQualifiedName() + "." + getSimpleName()
                : getSimpleName());
  }

  @Override
  public <R, P> R accept(ElementVisitor<R, P> visitor, P parameter) {
    return visitor.visitType(this, parameter);
  }

  @Override
  public String toString() {
    return getQualifiedName().toString();
  }
}
