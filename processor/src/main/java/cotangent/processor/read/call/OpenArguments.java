package cotangent.processor.read.call;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.OpenCall;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Arguments such as {@code List.of(a, b)}, whose types follow from the method that is called. It is
 * chosen as if they could be of any type that fits; where it takes another one than they have by
 * themselves, they are read again, as what it takes.
 */
final class OpenArguments {
  private final Map<ExpressionTree, TypeMirror> wanted = new HashMap<>();
  private final Set<Value> unread = new HashSet<>();

  /** Returns those of a method that is being read. */
  static OpenArguments of(Frame frame) {
    return frame.reading().part(OpenArguments.class, reading -> new OpenArguments());
  }

  /** Returns the type that an argument is known to have; null where only the argument tells. */
  @Nullable TypeMirror wanted(ExpressionTree tree) {
    return wanted.get(tree);
  }

  /** Whether the type of an argument follows from where it goes. */
  static boolean isOpen(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree inner) {
      return isOpen(inner.getExpression());
    } else if (tree instanceof ConditionalExpressionTree choice) {
      return isOpen(choice.getTrueExpression()) || isOpen(choice.getFalseExpression());
    } else if (tree instanceof MethodInvocationTree call) {
      return call.getTypeArguments().isEmpty();
    }
    return tree instanceof NewClassTree made && OpenCollections.isDiamond(made);
  }

  /** Returns the types by which a method is chosen. */
  static List<TypeMirror> types(List<? extends ExpressionTree> trees, List<TypeMirror> alone) {
    List<TypeMirror> types = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      boolean isGeneric =
          alone.get(i) instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
      types.add(isGeneric && isOpen(trees.get(i)) ? new OpenCall(alone.get(i)) : alone.get(i));
    }
    return types;
  }

  /**
   * Returns what stands for a collection of functions, which are nothing by themselves, until it is
   * known what they are; null for all others.
   */
  @Nullable Term standIn(Frame frame, ExpressionTree tree) {
    if (tree instanceof NewClassTree made) {
      return isOrdered(frame, made)
          ? unread(frame, tree, frame.names().type(made.getIdentifier()))
          : null;
    }
    if (!(tree instanceof MethodInvocationTree call)
        || !isOpen(tree)
        || call.getArguments().stream().noneMatch(OpenArguments::hasFunctions)
        || !(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return null;
    }
    Optional<TypeElement> owner = new NamedValues(frame).typeNamed(select.getExpression());
    if (owner.isEmpty()) {
      return null;
    }
    String name = select.getIdentifier().toString();
    List<ExecutableElement> methods = frame.names().members().methods(owner.get(), name);
    TypeMirror made = methods.isEmpty() ? null : methods.get(0).getReturnType();
    if (made == null || CollectionTypes.ofFunctions(owner.get(), name, made) == null) {
      return null;
    }
    return unread(frame, tree, made);
  }

  private Term unread(Frame frame, ExpressionTree tree, TypeMirror made) {
    TypeMirror type = frame.names().program().types().erasure(made);
    Value value = new Value(frame.shapes().reference(type, frame.names().position(tree)), "");
    unread.add(value);
    return new Term.Single(type, value);
  }

  /** Whether a new collection is given an order, as of its elements. */
  private static boolean isOrdered(Frame frame, NewClassTree tree) {
    return OpenCollections.isDiamond(tree)
        && tree.getClassBody() == null
        && tree.getArguments().size() == 1
        && Spelling.of(frame.names().type(tree.getIdentifier())).startsWith("java.util.")
        && isOrder(frame, tree.getArguments().get(0));
  }

  private static boolean isOrder(Frame frame, ExpressionTree tree) {
    return hasFunctions(tree)
        || tree instanceof MethodInvocationTree call
            && call.getArguments().isEmpty()
            && isOpen(tree)
            && call.getMethodSelect() instanceof MemberSelectTree select
            && new NamedValues(frame)
                .typeNamed(select.getExpression())
                .filter(owner -> Spelling.of(owner.asType()).startsWith("java.util."))
                .isPresent();
  }

  private static boolean hasFunctions(ExpressionTree tree) {
    return tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree
        || tree instanceof ParenthesizedTree inner && hasFunctions(inner.getExpression())
        || tree instanceof MethodInvocationTree call
            && isOpen(tree)
            && call.getArguments().stream().anyMatch(OpenArguments::hasFunctions);
  }

  /** Returns the type that has the bounds of a type's wildcards, as far as there are such. */
  private static TypeMirror widest(Types types, TypeMirror type) {
    if (!(type instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty()) {
      return type;
    }
    TypeMirror[] arguments =
        declared.getTypeArguments().stream().map(OpenArguments::widest).toArray(TypeMirror[]::new);
    return types.getDeclaredType((TypeElement) declared.asElement(), arguments);
  }

  private static TypeMirror widest(TypeMirror argument) {
    if (!(argument instanceof WildcardType wildcard)) {
      return argument;
    } else if (wildcard.getExtendsBound() != null) {
      return wildcard.getExtendsBound();
    }
    return wildcard.getSuperBound() == null ? argument : wildcard.getSuperBound();
  }

  /** Whether {@code List.of()}, or {@code new ArrayList<>(4)}, doesn't say of what it is. */
  private static boolean isAny(ExpressionTree tree, TypeMirror type) {
    return (tree instanceof MethodInvocationTree || tree instanceof NewClassTree)
        && Spelling.isRaw(type);
  }

  /** Notes what a method takes for arguments that have to be read again; whether there are some. */
  boolean learn(
      Frame frame,
      List<? extends ExpressionTree> trees,
      List<Term> arguments,
      ResolvedMethod method) {
    Types types = frame.names().program().types();
    boolean isAnyNew = false;
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = widest(types, method.parameter(i));
      Term argument = arguments.get(i);
      boolean isUnread = argument instanceof Term.Single single && unread.contains(single.value());
      if (isUnread
          || isOpen(trees.get(i))
              && type instanceof DeclaredType declared
              && !declared.getTypeArguments().isEmpty()
              && OpenCollections.isTold(declared)
              && (!types.isAssignable(argument.type(), type)
                  || isAny(trees.get(i), argument.type()))) {
        wanted.put(trees.get(i), type);
        isAnyNew = true;
      }
    }
    return isAnyNew;
  }
}
