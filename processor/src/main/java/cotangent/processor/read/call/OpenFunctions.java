package cotangent.processor.read.call;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.OpenFunction;
import cotangent.processor.read.names.OwnCode;
import cotangent.processor.read.names.Retold;
import cotangent.processor.read.names.WrongJava;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What is known of lambda expressions and method references before it is known which interface they
 * implement: which method a generic one is, may depend on what they return.
 */
public final class OpenFunctions {
  private final Frame frame;

  public OpenFunctions(Frame frame) {
    this.frame = frame;
  }

  /** Returns what is known of a function. */
  public OpenFunction of(Tree tree) {
    Environment.Scope place = frame.environment().scope();
    OpenFunction.Body body =
        parameters -> within(place, () -> results(tree, parameters)).orElse(List.of());
    if (tree instanceof LambdaExpressionTree lambda) {
      boolean isTyped =
          lambda.getParameters().stream()
              .allMatch(each -> each.getType() != null && !frame.names().isInferred(each));
      return isTyped
          ? new OpenFunction(
              tree,
              lambda.getParameters().stream()
                  .map(each -> frame.names().type(each.getType()))
                  .toList(),
              null,
              body)
          : new OpenFunction(tree, body);
    }
    return tree instanceof MemberReferenceTree reference
        ? of(reference, body)
        : new OpenFunction(tree, body);
  }

  private OpenFunction of(MemberReferenceTree tree, OpenFunction.Body body) {
    if (tree.getMode() != MemberReferenceTree.ReferenceMode.INVOKE
        || NamedValues.isSuper(tree.getQualifierExpression())) {
      return new OpenFunction(tree, body);
    }
    ExpressionTree qualifier = tree.getQualifierExpression();
    Optional<DeclaredType> type =
        new NamedValues(frame)
            .typeNamed(qualifier)
            .filter(each -> each.getTypeParameters().isEmpty())
            .map(each -> (DeclaredType) each.asType());
    Optional<DeclaredType> owner = type.or(() -> receiver(qualifier));
    return owner
        .flatMap(each -> onlyMethod(each, tree.getName().toString()))
        .map(method -> of(tree, owner.get(), type.isPresent(), method, body))
        .orElseGet(() -> new OpenFunction(tree, body));
  }

  /** Returns the type of the object whose method is referred to; nothing where it isn't certain. */
  private Optional<DeclaredType> receiver(ExpressionTree qualifier) {
    return within(frame.environment().scope(), () -> new StaticTypes(frame, this::of).of(qualifier))
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast);
  }

  /** Returns the only method of its name, if there is nothing to find out about it. */
  private Optional<ExecutableElement> onlyMethod(DeclaredType owner, String name) {
    List<ExecutableElement> named =
        frame.names().members().methods((TypeElement) owner.asElement(), name);
    return named.size() == 1
            && named.get(0).getTypeParameters().isEmpty()
            && !named.get(0).isVarArgs()
        ? Optional.of(named.get(0))
        : Optional.empty();
  }

  private OpenFunction of(
      Tree tree,
      DeclaredType owner,
      boolean isOfType,
      ExecutableElement method,
      OpenFunction.Body body) {
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    ExecutableType seen =
        (ExecutableType)
            (isStatic
                ? method.asType()
                : frame.names().program().types().asMemberOf(owner, method));
    List<TypeMirror> parameters =
        new ArrayList<>(isOfType && !isStatic ? List.of(owner) : List.of());
    parameters.addAll(seen.getParameterTypes());
    return new OpenFunction(tree, parameters, seen.getReturnType(), body);
  }

  /** Finds types in a block that is open around this place; nothing where they aren't certain. */
  private <T> Optional<T> within(Environment.Scope place, Supplier<T> action) {
    if (Retold.isIn(frame.names().owner())) {
      return Optional.empty();
    }
    List<T> found = new ArrayList<>();
    Environment environment = frame.environment();
    try {
      frame
          .names()
          .program()
          .unnoted(
              () -> {
                environment.inScope(
                    place, () -> environment.inNewScope(() -> found.add(action.get())));
                return found;
              });
    } catch (Refusal | WrongJava notCertain) {
      return Optional.empty();
    }
    return Optional.of(found.get(0));
  }

  /** Returns the type of an expression that isn't read; null where it isn't certain. */
  @Nullable TypeMirror typeOf(ExpressionTree tree) {
    try {
      return new StaticTypes(frame, this::of).of(tree);
    } catch (Refusal | WrongJava notCertain) {
      return null;
    }
  }

  private List<TypeMirror> results(Tree tree, List<TypeMirror> parameters) {
    StaticTypes types = new StaticTypes(frame, this::of);
    if (!(tree instanceof LambdaExpressionTree lambda)) {
      return List.of(referred(types, (MemberReferenceTree) tree, parameters));
    }
    for (int i = 0; i < parameters.size(); i++) {
      VariableTree parameter = lambda.getParameters().get(i);
      TypeMirror type =
          frame.names().isInferred(parameter)
              ? parameters.get(i)
              : frame.names().type(parameter.getType());
      frame.environment().declare(parameter.getName().toString(), type);
    }
    if (lambda.getBody() instanceof ExpressionTree expression) {
      types.declare(expression);
      return types.alternatives(expression);
    }
    return returned(types, (BlockTree) lambda.getBody());
  }

  /** Returns the type of what a method reference gives. */
  private TypeMirror referred(
      StaticTypes types, MemberReferenceTree tree, List<TypeMirror> parameters) {
    String name = tree.getName().toString();
    Optional<TypeElement> named = new NamedValues(frame).typeNamed(tree.getQualifierExpression());
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      return frame.names().type(tree.getQualifierExpression());
    } else if (named.isEmpty()) {
      TypeMirror receiver = types.of(tree.getQualifierExpression());
      return frame.names().method(receiver, name, parameters, tree).result();
    }
    boolean isStatic =
        frame.names().members().hasMethod(named.get(), name, true, parameters.size());
    boolean isOfFirst =
        !parameters.isEmpty()
            && frame.names().members().hasMethod(named.get(), name, false, parameters.size() - 1);
    if (isStatic == isOfFirst) {
      throw frame.names().wrong(tree);
    }
    return isStatic
        ? frame.names().method(named.get(), name, parameters, tree).result()
        : frame
            .names()
            .method(parameters.get(0), name, parameters.subList(1, parameters.size()), tree)
            .result();
  }

  /** Returns the types of all that a block returns. */
  private static List<TypeMirror> returned(StaticTypes types, BlockTree block) {
    List<TypeMirror> all = new ArrayList<>();
    new OwnCode() {
      @Override
      public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        scan(tree.getInitializer(), null);
        types.declare(tree);
        return null;
      }

      @Override
      public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), null);
        types.declare(tree);
        return scan(tree.getStatement(), null);
      }

      @Override
      public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        scan(tree.getExpression(), null);
        if (tree.getExpression() != null) {
          all.addAll(types.alternatives(tree.getExpression()));
        }
        return null;
      }
    }.scan(block, null);
    return all;
  }
}
