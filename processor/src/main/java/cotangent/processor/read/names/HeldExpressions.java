package cotangent.processor.read.names;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Which functions final fields hold, as far as the source says it: lambda expressions, method
 * references and anonymous classes that have methods only, and arrays, lists and maps of them that
 * nobody changes.
 */
public final class HeldExpressions {
  private static final Set<String> COLLECTIONS = Set.of("java.util.List", "java.util.Map");

  private final Program program;
  private final VariableElement field;
  private final TypeElement owner;

  public HeldExpressions(Program program, VariableElement field) {
    this.program = program;
    this.field = field;
    this.owner = Owner.of(field);
  }

  /** Whether a field that holds functions holds several of them. */
  public static boolean areSeveral(VariableElement field) {
    return !(field.asType() instanceof DeclaredType declared)
        || COLLECTIONS.contains(((TypeElement) declared.asElement()).getQualifiedName().toString());
  }

  /** Returns what the declaration of a field says, or the only constructor; null where neither. */
  public @Nullable ExpressionTree declared() {
    List<ExpressionTree> given = given();
    return given.size() == 1 && isFunctions(given.get(0)) ? given.get(0) : null;
  }

  private List<ExpressionTree> given() {
    return field.getModifiers().contains(Modifier.FINAL)
            && isOfInterface(field.asType())
            && program.classes().isHere(owner)
            && program.tree(field) instanceof VariableTree tree
        ? new Initialisers(program).given(tree, owner)
        : List.of();
  }

  private static boolean isOfInterface(TypeMirror type) {
    return type instanceof ArrayType array
        ? isOfInterface(array.getComponentType())
        : type instanceof DeclaredType declared && declared.asElement().getKind().isInterface();
  }

  /**
   * Returns what each constant of an enum gives its constructor for a field; nothing where the
   * field holds something else than functions.
   */
  public Map<VariableElement, ExpressionTree> ofConstants() {
    Map<VariableElement, ExpressionTree> all = new LinkedHashMap<>();
    int place = owner.getKind() == ElementKind.ENUM ? place() : -1;
    for (VariableElement constant :
        place < 0 ? List.<VariableElement>of() : Enums.constants(owner)) {
      boolean isMade =
          program.tree(constant) instanceof VariableTree tree
              && tree.getInitializer() instanceof NewClassTree made
              && made.getArguments().size() > place
              && isFunctions(made.getArguments().get(place))
              && all.put(constant, made.getArguments().get(place)) == null;
      if (!isMade) {
        return Map.of();
      }
    }
    return all;
  }

  /** Returns which parameter of the only constructor the field is given; else a negative number. */
  private int place() {
    List<ExpressionTree> given = given();
    List<MethodTree> constructors = new ArrayList<>();
    if (program.tree(owner) instanceof ClassTree tree) {
      tree.getMembers().stream()
          .filter(MethodTree.class::isInstance)
          .map(MethodTree.class::cast)
          .filter(each -> each.getReturnType() == null)
          .forEach(constructors::add);
    }
    if (given.size() != 1
        || constructors.size() != 1
        || !(given.get(0) instanceof IdentifierTree name)) {
      return -1;
    }
    List<String> parameters =
        constructors.get(0).getParameters().stream()
            .map(each -> each.getName().toString())
            .toList();
    return parameters.indexOf(name.getName().toString());
  }

  private boolean isFunctions(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree inner) {
      return isFunctions(inner.getExpression());
    }
    if (tree instanceof NewArrayTree array) {
      return array.getInitializers() != null
          && array.getInitializers().stream().anyMatch(this::isFunction)
          && staysAsItIs();
    }
    return isFunction(tree)
        || tree instanceof MethodInvocationTree call
            && isCollection(call)
            && call.getArguments().stream().anyMatch(this::isFunction);
  }

  /** Whether nobody puts something else into the array that is in the field. */
  private boolean staysAsItIs() {
    TypeElement outermost = Classes.outermost(owner);
    return field.getModifiers().contains(Modifier.PRIVATE)
        && program.tree(field) instanceof VariableTree tree
        && program.tree(outermost) instanceof ClassTree all
        && ReadOnlyArray.is(tree, all);
  }

  private boolean isFunction(ExpressionTree tree) {
    return tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree
        || tree instanceof NewClassTree made && isFunction(made);
  }

  /** Whether an object of a class without a name has methods only, and nothing to remember. */
  private boolean isFunction(NewClassTree made) {
    return made.getClassBody() != null
        && made.getClassBody().getMembers().stream().allMatch(MethodTree.class::isInstance)
        && new Initialisers(program)
            .named(made, owner)
            .filter(type -> type.getKind().isInterface())
            .isPresent();
  }

  /** Whether it is {@code List.of(...)} or {@code Map.of(...)}. */
  private boolean isCollection(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("of")
        && program
            .names(owner)
            .flatMap(names -> names.typeNamed(select.getExpression()))
            .filter(type -> COLLECTIONS.contains(type.getQualifiedName().toString()))
            .isPresent();
  }
}
