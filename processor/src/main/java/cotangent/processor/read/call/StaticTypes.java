package cotangent.processor.read.call;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import cotangent.processor.graph.Type;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.EnclosingObjects;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Enclosing;
import cotangent.processor.read.names.OpenFunction;
import cotangent.processor.read.names.OwnCode;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.WrongJava;
import cotangent.processor.read.scan.Yields;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The types of expressions, found without reading what they compute: a body may only be read where
 * it is called, but which method it is given to can depend on what it returns. Where a type isn't
 * certain, {@link WrongJava} is thrown.
 */
final class StaticTypes extends SimpleTreeVisitor<TypeMirror, @Nullable Void> {
  private final Frame frame;
  private final Types types;
  private final Conversions conversions;
  private final Function<Tree, OpenFunction> functions;

  /**
   * @param functions gives the types of functions, which have none by themselves
   */
  StaticTypes(Frame frame, Function<Tree, OpenFunction> functions) {
    this.frame = frame;
    this.functions = functions;
    this.types = frame.names().program().types();
    this.conversions = new Conversions(frame);
  }

  /** Returns the type of an expression by itself. */
  TypeMirror of(ExpressionTree tree) {
    return tree.accept(this, null);
  }

  /** Returns the types of what an expression may be, where a reference is wanted. */
  List<TypeMirror> alternatives(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree inner) {
      return alternatives(inner.getExpression());
    }
    List<TypeMirror> all = new ArrayList<>();
    if (tree instanceof ConditionalExpressionTree choice) {
      all.addAll(alternatives(choice.getTrueExpression()));
      all.addAll(alternatives(choice.getFalseExpression()));
      return all.stream().allMatch(conversions::isScalar) ? List.of(of(tree)) : all;
    } else if (tree instanceof SwitchExpressionTree choice) {
      Yields.of(choice).forEach(each -> all.addAll(alternatives(each)));
      return all;
    }
    return List.of(of(tree));
  }

  /** Declares the variables of the patterns in an expression. */
  void declare(ExpressionTree tree) {
    new OwnCode() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        declare(variable);
        return null;
      }
    }.scan(tree, null);
  }

  /** Declares a variable, whose type may be that of its value. */
  void declare(VariableTree tree) {
    if (!frame.names().isInferred(tree)) {
      declare(tree, frame.names().type(tree.getType()));
    } else if (tree.getInitializer() != null) {
      declare(tree, of(tree.getInitializer()));
    } else {
      throw uncertain(tree);
    }
  }

  /** Declares the variable of a loop. */
  void declare(EnhancedForLoopTree tree) {
    VariableTree variable = tree.getVariable();
    if (!frame.names().isInferred(variable)) {
      declare(variable);
      return;
    }
    TypeMirror elements = of(tree.getExpression());
    if (elements instanceof ArrayType array) {
      declare(variable, array.getComponentType());
      return;
    }
    TypeMirror iterator = frame.names().implied(elements, "iterator", List.of(), tree).result();
    declare(variable, frame.names().implied(iterator, "next", List.of(), tree).result());
  }

  private void declare(VariableTree tree, TypeMirror type) {
    frame.environment().declare(tree.getName().toString(), type);
  }

  private WrongJava uncertain(Tree tree) {
    return frame.names().wrong(tree);
  }

  private Optional<TypeElement> typeNamed(ExpressionTree tree) {
    return new NamedValues(frame).typeNamed(tree);
  }

  private TypeMirror primitive(TypeKind kind) {
    return types.getPrimitiveType(kind);
  }

  private TypeMirror promoted(Tree at, TypeMirror one, TypeMirror other) {
    if (!conversions.isScalar(one) || !conversions.isScalar(other)) {
      throw uncertain(at);
    }
    Type promoted = Conversions.promoted(scalar(one), scalar(other));
    return conversions.primitive(promoted);
  }

  private Type scalar(TypeMirror type) {
    TypeMirror unboxed = type.getKind().isPrimitive() ? type : types.unboxedType(type);
    return Type.Scalar.valueOf(unboxed.getKind().name());
  }

  @Override
  protected TypeMirror defaultAction(Tree tree, @Nullable Void nothing) {
    throw uncertain(tree);
  }

  @Override
  public TypeMirror visitParenthesized(ParenthesizedTree tree, @Nullable Void nothing) {
    return of(tree.getExpression());
  }

  @Override
  public TypeMirror visitLiteral(LiteralTree tree, @Nullable Void nothing) {
    Object value = tree.getValue();
    if (value == null) {
      return types.getNullType();
    }
    return value instanceof String
        ? conversions.string()
        : conversions.primitive(Type.Scalar.of(value));
  }

  @Override
  public TypeMirror visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
    String name = tree.getName().toString();
    Variable variable = frame.environment().named(name);
    if (variable != null) {
      Term value = frame.environment().get(variable);
      TypeMirror type = value == null ? variable.type() : value.type();
      if (type.getKind() == TypeKind.NONE) {
        throw uncertain(tree);
      }
      return type;
    }
    Term self = frame.self();
    if (self != null && name.equals("this")) {
      return new EnclosingObjects(frame).site(tree, self);
    }
    Term holder = new EnclosingObjects(frame).holder(tree);
    return holder != null
        ? new Objects(frame).held(tree, holder, name).type()
        : frame.names().field(tree).orElseThrow(() -> uncertain(tree)).type();
  }

  @Override
  public TypeMirror visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
    Optional<TypeElement> owner = typeNamed(tree.getExpression());
    if (owner.isPresent()) {
      return tree.getIdentifier().contentEquals("this")
          ? owner.get().asType()
          : frame.names().field(owner.get(), tree).type();
    }
    TypeMirror receiver = of(tree.getExpression());
    return receiver instanceof ArrayType
        ? primitive(TypeKind.INT)
        : frame.names().field(receiver, tree).type();
  }

  @Override
  public TypeMirror visitBinary(BinaryTree tree, @Nullable Void nothing) {
    TypeMirror left = of(tree.getLeftOperand());
    TypeMirror right = of(tree.getRightOperand());
    return switch (tree.getKind()) {
      case PLUS ->
          Conversions.isString(left) || Conversions.isString(right)
              ? conversions.string()
              : promoted(tree, left, right);
      case MINUS, MULTIPLY, DIVIDE, REMAINDER -> promoted(tree, left, right);
      case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> promoted(tree, left, left);
      case AND, OR, XOR ->
          scalar(left) == Type.BOOLEAN ? primitive(TypeKind.BOOLEAN) : promoted(tree, left, right);
      default -> primitive(TypeKind.BOOLEAN);
    };
  }

  @Override
  public TypeMirror visitUnary(UnaryTree tree, @Nullable Void nothing) {
    TypeMirror operand = of(tree.getExpression());
    return switch (tree.getKind()) {
      case LOGICAL_COMPLEMENT -> primitive(TypeKind.BOOLEAN);
      case UNARY_PLUS, UNARY_MINUS, BITWISE_COMPLEMENT -> promoted(tree, operand, operand);
      default -> operand;
    };
  }

  @Override
  public TypeMirror visitConditionalExpression(
      ConditionalExpressionTree tree, @Nullable Void nothing) {
    return common(tree, List.of(of(tree.getTrueExpression()), of(tree.getFalseExpression())));
  }

  @Override
  public TypeMirror visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
    return common(tree, Yields.of(tree).stream().map(this::of).toList());
  }

  /** Returns the type of what is one of several; constants may make it narrower than this. */
  private TypeMirror common(Tree at, List<TypeMirror> all) {
    TypeMirror common = conversions.common(frame, at, all);
    boolean isSame = all.stream().allMatch(each -> types.isSameType(each, common));
    if (common.getKind() == TypeKind.INT && !isSame) {
      throw uncertain(at);
    }
    return common;
  }

  @Override
  public TypeMirror visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
    return of(tree.getVariable());
  }

  @Override
  public TypeMirror visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
    return of(tree.getVariable());
  }

  @Override
  public TypeMirror visitTypeCast(TypeCastTree tree, @Nullable Void nothing) {
    return frame.names().type(tree.getType());
  }

  @Override
  public TypeMirror visitInstanceOf(InstanceOfTree tree, @Nullable Void nothing) {
    return primitive(TypeKind.BOOLEAN);
  }

  @Override
  public TypeMirror visitNewArray(NewArrayTree tree, @Nullable Void nothing) {
    if (tree.getType() == null) {
      throw uncertain(tree);
    }
    TypeMirror type = frame.names().type(tree.getType());
    int dimensions = tree.getInitializers() != null ? 1 : tree.getDimensions().size();
    for (int i = 0; i < dimensions; i++) {
      type = types.getArrayType(type);
    }
    return type;
  }

  @Override
  public TypeMirror visitArrayAccess(ArrayAccessTree tree, @Nullable Void nothing) {
    if (of(tree.getExpression()) instanceof ArrayType array) {
      return array.getComponentType();
    }
    throw uncertain(tree);
  }

  @Override
  public TypeMirror visitNewClass(NewClassTree tree, @Nullable Void nothing) {
    TypeMirror named = frame.names().type(tree.getIdentifier());
    if (!OpenCollections.isDiamond(tree)) {
      return named;
    } else if (tree.getClassBody() != null) {
      throw uncertain(tree);
    }
    return frame.names().inferred(named, null, arguments(tree.getArguments()), tree);
  }

  private List<TypeMirror> arguments(List<? extends ExpressionTree> trees) {
    return OpenArguments.types(trees, trees.stream().map(this::of).toList());
  }

  @Override
  public TypeMirror visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
    List<TypeMirror> given = arguments(tree.getArguments());
    if (tree.getMethodSelect() instanceof IdentifierTree simple) {
      return bySimpleName(tree, simple.getName().toString(), given).result();
    }
    MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
    String name = select.getIdentifier().toString();
    Optional<TypeElement> owner = typeNamed(select.getExpression());
    if (owner.isPresent()) {
      return frame.names().method(owner.get(), name, given, tree).result();
    }
    TypeMirror receiver = of(select.getExpression());
    return receiver instanceof ArrayType && name.equals("clone")
        ? receiver
        : frame.names().method(receiver, name, given, tree).result();
  }

  private ResolvedMethod bySimpleName(
      MethodInvocationTree tree, String name, List<TypeMirror> given) {
    Enclosing enclosing = frame.names().enclosing();
    if (enclosing.ofMethod(name).stream()
        .anyMatch(site -> enclosing.isOnlyWritten(site, name, given.size()))) {
      throw uncertain(tree);
    }
    return frame.names().method(name, given, tree);
  }

  @Override
  public TypeMirror visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
    return functions.apply(tree);
  }

  @Override
  public TypeMirror visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
    return functions.apply(tree);
  }
}
