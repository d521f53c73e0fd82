package cotangent.processor.host.local;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The members of a local class: those that are written, and those that Java adds.
 *
 * <p><b>Source.</b> The Java Language Specification, sections 8.8.9, 8.9.3, 8.10.3 and 8.10.4.
 */
final class LocalMembers {
  private final LocalClass owner;
  private final LocalModel model;
  private final List<LocalField> components = new ArrayList<>();
  private final List<LocalMethod> methods = new ArrayList<>();
  private final List<Element> all = new ArrayList<>();

  LocalMembers(LocalClass owner) {
    this.owner = owner;
    this.model = owner.model();
  }

  List<Element> all() {
    for (Tree member : owner.source().getMembers()) {
      if (member instanceof VariableTree field) {
        all.add(field(field));
      } else if (member instanceof ClassTree type) {
        all.add(new LocalClass(model, type, owner));
      } else if (member instanceof MethodTree method && !isCompact(method)) {
        add(method(method));
      }
    }
    switch (owner.getKind()) {
      case RECORD -> addOfRecord();
      case ENUM -> addOfEnum();
      case CLASS -> addConstructor(owner.getModifiers());
      default -> {}
    }
    return List.copyOf(all);
  }

  private void add(LocalMethod method) {
    methods.add(method);
    all.add(method);
  }

  private LocalField field(VariableTree tree) {
    boolean isConstant =
        tree.getInitializer() instanceof NewClassTree made
            && owner.getKind() == ElementKind.ENUM
            && made.getIdentifier().toString().equals(tree.getType().toString())
            && tree.getType().toString().equals(owner.getSimpleName().toString());
    Set<Modifier> modifiers = modifiers(tree.getModifiers().getFlags());
    if (owner.getKind().isInterface()) {
      modifiers.addAll(Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL));
    }
    LocalField field =
        new LocalField(
            model,
            tree,
            owner,
            isConstant ? ElementKind.ENUM_CONSTANT : ElementKind.FIELD,
            tree.getName(),
            modifiers,
            () -> model.type(owner, tree.getType()));
    if (owner.getKind() == ElementKind.RECORD && !modifiers.contains(Modifier.STATIC)) {
      components.add(field);
    }
    return field;
  }

  private static Set<Modifier> modifiers(Set<Modifier> written) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    modifiers.addAll(written);
    return modifiers;
  }

  private LocalMethod method(MethodTree tree) {
    boolean isConstructor = tree.getReturnType() == null;
    Set<Modifier> modifiers = modifiers(tree.getModifiers().getFlags());
    if (owner.getKind().isInterface()) {
      if (!modifiers.contains(Modifier.PRIVATE)) {
        modifiers.add(Modifier.PUBLIC);
      }
      if (tree.getBody() == null) {
        modifiers.add(Modifier.ABSTRACT);
      }
    } else if (isConstructor && owner.getKind() == ElementKind.ENUM) {
      modifiers.add(Modifier.PRIVATE);
    }
    LocalMethod[] made = new LocalMethod[1];
    made[0] =
        new LocalMethod(
            owner,
            tree,
            isConstructor ? ElementKind.CONSTRUCTOR : ElementKind.METHOD,
            isConstructor ? "<init>" : tree.getName(),
            modifiers,
            () ->
                isConstructor
                    ? nothing()
                    : model.type(Objects.requireNonNull(made[0]), tree.getReturnType()));
    return made[0];
  }

  private TypeMirror nothing() {
    return model.types().getNoType(TypeKind.VOID);
  }

  private TypeMirror primitive(TypeKind kind) {
    return model.types().getPrimitiveType(kind);
  }

  private LocalMethod implied(String name, Supplier<TypeMirror> result, Modifier... modifiers) {
    LocalMethod method =
        new LocalMethod(owner, null, ElementKind.METHOD, name, Set.of(modifiers), result);
    add(method);
    return method;
  }

  private void addConstructor(Set<Modifier> visible) {
    if (methods.stream().noneMatch(each -> each.getKind() == ElementKind.CONSTRUCTOR)) {
      Set<Modifier> modifiers = modifiers(visible);
      modifiers.retainAll(Set.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE));
      add(
          new LocalMethod(
              owner, null, ElementKind.CONSTRUCTOR, "<init>", modifiers, this::nothing));
    }
  }

  private void addOfEnum() {
    addConstructor(Set.of(Modifier.PRIVATE));
    implied(
        "values",
        () -> model.types().getArrayType(owner.asType()),
        Modifier.PUBLIC,
        Modifier.STATIC);
    implied("valueOf", owner::asType, Modifier.PUBLIC, Modifier.STATIC)
        .with(null, "name", () -> model.library("java.lang.String").asType());
  }

  private void addOfRecord() {
    addCanonicalConstructor();
    for (int i = 0; i < components.size(); i++) {
      LocalField field = components.get(i);
      LocalMethod accessor =
          written(field.toString(), 0)
              ? methods.stream().filter(each -> isAccessor(each, field)).findFirst().orElseThrow()
              : implied(field.toString(), field::asType, Modifier.PUBLIC);
      all.add(i, new LocalComponent(field, accessor));
    }
    if (!written("toString", 0)) {
      implied(
          "toString",
          () -> model.library("java.lang.String").asType(),
          Modifier.PUBLIC,
          Modifier.FINAL);
    }
    if (!written("hashCode", 0)) {
      implied("hashCode", () -> primitive(TypeKind.INT), Modifier.PUBLIC, Modifier.FINAL);
    }
    if (!written("equals", 1)) {
      implied("equals", () -> primitive(TypeKind.BOOLEAN), Modifier.PUBLIC, Modifier.FINAL)
          .with(null, "o", () -> model.library("java.lang.Object").asType());
    }
  }

  private static boolean isAccessor(LocalMethod method, LocalField field) {
    return method.getParameters().isEmpty() && method.toString().equals(field.toString());
  }

  private boolean written(String name, int parameters) {
    return methods.stream()
        .anyMatch(
            each -> each.toString().equals(name) && each.getParameters().size() == parameters);
  }

  /** Whether it is a record's constructor without parameters of its own. */
  private boolean isCompact(MethodTree tree) {
    return owner.getKind() == ElementKind.RECORD
        && tree.getReturnType() == null
        && tree.getParameters().isEmpty()
        && !components.isEmpty();
  }

  private void addCanonicalConstructor() {
    boolean isWritten =
        methods.stream()
            .anyMatch(each -> each.getKind() == ElementKind.CONSTRUCTOR && takesComponents(each));
    if (isWritten) {
      return;
    }
    MethodTree compact = null;
    for (Tree member : owner.source().getMembers()) {
      if (member instanceof MethodTree method && isCompact(method)) {
        compact = method;
      }
    }
    Set<Modifier> modifiers =
        compact == null ? owner.getModifiers() : compact.getModifiers().getFlags();
    Set<Modifier> visible = modifiers(modifiers);
    visible.retainAll(Set.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE));
    LocalMethod constructor =
        new LocalMethod(owner, compact, ElementKind.CONSTRUCTOR, "<init>", visible, this::nothing);
    for (LocalField each : components) {
      constructor.with((VariableTree) each.tree(), each.toString(), each::asType);
    }
    add(constructor);
  }

  private boolean takesComponents(LocalMethod constructor) {
    List<String> types = new ArrayList<>();
    constructor.getParameters().forEach(each -> types.add(text((LocalField) each)));
    return types.equals(components.stream().map(LocalMembers::text).toList());
  }

  private static String text(LocalField field) {
    return ((VariableTree) Objects.requireNonNull(field.tree())).getType().toString();
  }
}
