package cotangent.processor.read.names;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the classes of a compilation together: who extends whom, and who writes what.
 */
public final class Classes {
  private final Program program;
  private final Set<String> sources;
  private final Map<TypeElement, Boolean> fixed = new HashMap<>();
  private final Map<Overridable, Optional<ExecutableElement>> running = new HashMap<>();
  private final Map<TypeElement, List<TypeElement>> implementations = new HashMap<>();
  private @Nullable List<TypeElement> all;
  private @Nullable Set<String> written;
  private @Nullable AnonymousMethods anonymous;

  /** A method as it is called on objects of a class. */
  private record Overridable(TypeElement type, ExecutableElement method) {}

  /**
   * @param sources the qualified names of the top-level classes
   */
  Classes(Program program, Set<String> sources) {
    this.program = program;
    this.sources = sources;
  }

  private List<TypeElement> all() {
    if (all == null) {
      all = new ArrayList<>();
      sources.stream()
          .map(program.elements()::getTypeElement)
          .filter(Objects::nonNull)
          .forEach(type -> collect(type, all));
    }
    return all;
  }

  private static void collect(TypeElement type, List<TypeElement> into) {
    into.add(type);
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(inner -> collect(inner, into));
  }

  /** Returns the classes of this compilation that an object of some type can be of. */
  public List<TypeElement> implementations(TypeElement type) {
    return Program.isLocal(type)
        ? among(program.localTypes(), type)
        : implementations.computeIfAbsent(type, key -> among(all(), key));
  }

  private List<TypeElement> among(List<TypeElement> possible, TypeElement type) {
    TypeMirror erased = program.types().erasure(type.asType());
    return possible.stream()
        .filter(each -> !each.getKind().isInterface())
        .filter(
            each ->
                each.getKind() == ElementKind.ENUM
                    || !each.getModifiers().contains(Modifier.ABSTRACT))
        .filter(each -> program.types().isSubtype(program.types().erasure(each.asType()), erased))
        .toList();
  }

  /** Finds the method that runs where a method is called on an object of a class. */
  public Optional<ExecutableElement> implementation(TypeElement type, ExecutableElement method) {
    Overridable key = new Overridable(type, method);
    Optional<ExecutableElement> known = running.get(key);
    if (known == null) {
      known = found(type, method);
      running.put(key, known);
    }
    return known;
  }

  private Optional<ExecutableElement> found(TypeElement type, ExecutableElement method) {
    List<TypeElement> chain = Superclasses.chain(type);
    for (int i = chain.size() - 1; i >= 0; i--) {
      for (ExecutableElement each : ElementFilter.methodsIn(chain.get(i).getEnclosedElements())) {
        if (runs(each, method, type) && !each.getModifiers().contains(Modifier.ABSTRACT)) {
          return Optional.of(each);
        }
      }
    }
    return fromInterfaces(type, method);
  }

  private Optional<ExecutableElement> fromInterfaces(TypeElement type, ExecutableElement method) {
    List<ExecutableElement> found =
        ElementFilter.methodsIn(program.elements().getAllMembers(type)).stream()
            .filter(each -> Owner.of(each).getKind() == ElementKind.INTERFACE)
            .filter(each -> !each.getModifiers().contains(Modifier.ABSTRACT))
            .filter(each -> runs(each, method, type))
            .toList();
    return found.stream()
        .filter(
            one ->
                found.stream().allMatch(other -> one.equals(other) || overrides(one, other, type)))
        .findFirst();
  }

  private boolean runs(ExecutableElement one, ExecutableElement called, TypeElement type) {
    return one.equals(called)
        || one.getSimpleName().equals(called.getSimpleName())
            && one.getParameters().size() == called.getParameters().size()
            && overrides(one, called, type);
  }

  private boolean overrides(ExecutableElement one, ExecutableElement other, TypeElement type) {
    return new Overriding(program.elements(), program.types()).overrides(one, other, type);
  }

  /** Whether no field of an object of a class is ever written once it is made. */
  public boolean isFixed(TypeElement type) {
    return fixed.computeIfAbsent(
        type, key -> Superclasses.fields(key).stream().noneMatch(field -> mayBeWritten(field)));
  }

  /** Whether a field may get another value by code that isn't looked into. */
  public boolean mayChange(VariableElement field) {
    return isHere(Owner.of(field))
        ? mayBeWritten(field)
        : !field.getModifiers().contains(Modifier.FINAL);
  }

  /** Whether a class is one of this compilation. */
  public boolean isHere(TypeElement type) {
    return Program.isLocal(type) || sources.contains(outermost(type).toString());
  }

  /** Returns the class that isn't inside another one. */
  static TypeElement outermost(TypeElement type) {
    TypeElement outermost = type;
    for (TypeElement e = type; e != null; e = Owner.around(e)) {
      outermost = e;
    }
    return outermost;
  }

  private boolean mayBeWritten(VariableElement field) {
    return !field.getModifiers().contains(Modifier.FINAL)
        && isWritten(field.getSimpleName().toString());
  }

  /** Whether an anonymous class may have a method of its own in the place of another one. */
  public boolean mayBeOverridden(ExecutableElement method) {
    TypeElement owner = Owner.of(method);
    List<String> types =
        Stream.concat(Stream.of(owner), implementations(owner).stream())
            .map(type -> type.getSimpleName().toString())
            .toList();
    return anonymous().has(types, method.getSimpleName().toString());
  }

  /** Whether an object of a type may have a method of a class here in the place of another one. */
  public boolean isOverridden(ExecutableElement method, TypeElement seen) {
    return mayBeOverridden(method)
        || implementations(seen).stream()
            .flatMap(type -> implementation(type, method).stream())
            .anyMatch(found -> !found.equals(method));
  }

  private AnonymousMethods anonymous() {
    if (anonymous == null) {
      anonymous = new AnonymousMethods();
      trees().forEach(tree -> anonymous.scan(tree, null));
    }
    return anonymous;
  }

  /** Whether a field of some name is written anywhere but in constructors. */
  public boolean isWritten(String name) {
    return written().contains(name);
  }

  private Stream<Tree> trees() {
    return sources.stream()
        .map(name -> program.elements().getTypeElement(name))
        .filter(Objects::nonNull)
        .flatMap(type -> Stream.ofNullable(program.trees().getTree(type)));
  }

  /** Returns the names of all fields that are written anywhere but in constructors. */
  private Set<String> written() {
    if (written == null) {
      written = new HashSet<>();
      trees().forEach(tree -> new Writes(written).scan(tree, null));
    }
    return written;
  }

  /** Collects the names of what is assigned where it may be a field of an object that is made. */
  private static final class Writes extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> written;
    private Set<String> locals = new HashSet<>();
    private boolean inConstructor;

    Writes(Set<String> written) {
      this.written = written;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      Set<String> outerLocals = locals;
      boolean outer = inConstructor;
      locals = new HashSet<>(); // a class can't assign to variables of the method around it
      inConstructor = false;
      super.visitClass(tree, null);
      inConstructor = outer;
      locals = outerLocals;
      return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
      boolean outer = inConstructor;
      inConstructor = false;
      super.visitLambdaExpression(tree, null);
      inConstructor = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
      Set<String> outerLocals = locals;
      boolean outer = inConstructor;
      locals = new HashSet<>(locals);
      inConstructor = tree.getReturnType() == null;
      new TreeScanner<@Nullable Void, @Nullable Void>() {
        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
          locals.add(variable.getName().toString());
          return super.visitVariable(variable, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree inner, @Nullable Void none) {
          return null;
        }
      }.scan(tree, null);
      super.visitMethod(tree, null);
      inConstructor = outer;
      locals = outerLocals;
      return null;
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
      note(tree.getVariable());
      return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(
        CompoundAssignmentTree tree, @Nullable Void nothing) {
      note(tree.getVariable());
      return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
            note(tree.getExpression());
        default -> {}
      }
      return super.visitUnary(tree, null);
    }

    private void note(ExpressionTree target) {
      if (target instanceof MemberSelectTree select) {
        boolean isOwn = inConstructor && This.isField(select);
        if (!isOwn) {
          written.add(select.getIdentifier().toString());
        }
      } else if (target instanceof IdentifierTree identifier
          && !inConstructor
          && !locals.contains(identifier.getName().toString())) {
        written.add(identifier.getName().toString());
      }
    }
  }
}
