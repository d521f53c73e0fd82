package cotangent.processor.read.sizes;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.VariableTree;
import cotangent.Dimensions;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.WrongJava;
import cotangent.processor.report.Refusal;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Gives the shapes that are certain: what was checked, and that of a constant, a tensor or a table
 * of one dimension, which its declaration tells and which stays, whoever writes to the elements.
 */
public final class KnownShapes {
  private final Program program;

  public KnownShapes(Program program) {
    this.program = program;
  }

  /** Returns the shape of a parameter or field. */
  public Optional<Dimensions> of(VariableElement variable) {
    if (!variable.getModifiers().contains(Modifier.STATIC)) {
      return DeclaredShapes.of(variable);
    }
    return variable.getModifiers().contains(Modifier.FINAL)
            && program.tree(variable) instanceof VariableTree tree
            && tree.getInitializer() != null
        ? Optional.ofNullable(size(variable, tree.getInitializer())).map(Dimensions::of)
        : Optional.empty();
  }

  private @Nullable String size(VariableElement field, ExpressionTree given) {
    if (field.asType() instanceof ArrayType array) {
      return array.getComponentType() instanceof ArrayType ? null : length(given);
    }
    boolean isMade =
        given instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree
            && Component.isTensor(field.asType())
            && isOfTensor(field, ((MemberSelectTree) call.getMethodSelect()).getExpression());
    return isMade ? made((MethodInvocationTree) given) : null;
  }

  private boolean isOfTensor(VariableElement field, ExpressionTree named) {
    try {
      Optional<Names> names = program.names(Owner.of(field));
      TypeMirror type = names.map(each -> each.type(named)).orElse(null);
      return type != null && program.types().isSameType(type, field.asType());
    } catch (Refusal | WrongJava unknown) {
      return false;
    }
  }

  private static @Nullable String made(MethodInvocationTree call) {
    List<? extends ExpressionTree> given = call.getArguments();
    String name = ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
    String first = given.isEmpty() ? null : number(given.get(0));
    return switch (name) {
      case "of" -> given.size() == 1 ? sizes(given.get(0)) : String.valueOf(given.size());
      case "zeros" -> given.size() == 2 ? rectangle(first, number(given.get(1))) : first;
      case "ones", "unit" -> first;
      case "identity" -> rectangle(first, first);
      default -> null;
    };
  }

  /** Returns the sizes of an array, of rows that are of one length if it has rows. */
  private static @Nullable String sizes(ExpressionTree array) {
    List<? extends ExpressionTree> elements =
        array instanceof NewArrayTree made ? made.getInitializers() : null;
    if (elements == null || elements.isEmpty() || !(elements.get(0) instanceof NewArrayTree)) {
      return array instanceof LiteralTree ? "1" : length(array);
    }
    List<@Nullable String> columns = elements.stream().map(KnownShapes::length).distinct().toList();
    return columns.size() == 1 ? rectangle(String.valueOf(elements.size()), columns.get(0)) : null;
  }

  private static @Nullable String rectangle(@Nullable String rows, @Nullable String columns) {
    return rows == null || columns == null ? null : rows + ", " + columns;
  }

  private static @Nullable String length(ExpressionTree array) {
    if (!(array instanceof NewArrayTree made)) {
      return null;
    } else if (made.getInitializers() != null) {
      return String.valueOf(made.getInitializers().size());
    }
    return made.getDimensions().size() == 1 ? number(made.getDimensions().get(0)) : null;
  }

  private static @Nullable String number(ExpressionTree tree) {
    return tree instanceof LiteralTree literal
            && literal.getValue() instanceof Integer number
            && number >= 0
        ? number.toString()
        : null;
  }
}
