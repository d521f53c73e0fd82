package cotangent.processor.read.sizes;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Gives the shapes that are certain: what was checked, and that of a constant, a tensor, a table or
 * an array of tensors, which its declaration tells and which stays, whoever writes to the elements,
 * unless its class puts other rows into it.
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
        ? size(variable, tree.getInitializer()).map(Dimensions::of)
        : Optional.empty();
  }

  private Optional<String> size(VariableElement field, ExpressionTree given) {
    Names names = program.names(Owner.of(field)).orElse(null);
    return Optional.ofNullable(names == null ? null : new Constant(names).size(field, given));
  }

  /** Reads what a constant is declared to be, where it stands. */
  private record Constant(Names names) {

    @Nullable String size(VariableElement field, ExpressionTree given) {
      if (!(field.asType() instanceof ArrayType array)) {
        return made(field.asType(), given);
      }
      TypeMirror element = array.getComponentType();
      if (element instanceof ArrayType) {
        return names.program().exchangesElements(field) ? null : table(given);
      }
      if (!Component.isTensor(element)) {
        return length(given);
      }
      boolean stays = !names.program().exchangesElements(field);
      return stays ? all(given, tensor -> made(element, tensor)) : null;
    }

    private @Nullable String table(ExpressionTree given) {
      return given instanceof NewArrayTree made && made.getDimensions().size() == 2
          ? sizes(made.getDimensions())
          : all(given, this::length);
    }

    /** Returns how many elements an array has, and then what all of them are. */
    private @Nullable String all(
        ExpressionTree array, Function<ExpressionTree, @Nullable String> size) {
      List<? extends ExpressionTree> elements =
          array instanceof NewArrayTree made ? made.getInitializers() : null;
      if (elements == null) {
        return null;
      }
      List<@Nullable String> sizes = elements.stream().map(size).distinct().toList();
      return sizes.size() == 1 ? joined(String.valueOf(elements.size()), sizes.get(0)) : null;
    }

    private @Nullable String made(TypeMirror tensor, ExpressionTree given) {
      return given instanceof MethodInvocationTree call
              && call.getMethodSelect() instanceof MemberSelectTree select
              && Component.isTensor(tensor)
              && isNamed(tensor, select.getExpression())
          ? made(select.getIdentifier().toString(), call.getArguments())
          : null;
    }

    private boolean isNamed(TypeMirror tensor, ExpressionTree name) {
      return name.toString().matches("[\\w.]+")
          && names
              .typeNamed(name)
              .filter(type -> names.program().types().isSameType(type.asType(), tensor))
              .isPresent();
    }

    private @Nullable String made(String method, List<? extends ExpressionTree> given) {
      String first = given.isEmpty() ? null : number(given.get(0));
      return switch (method) {
        case "of" -> given.size() == 1 ? copied(given.get(0)) : String.valueOf(given.size());
        case "zeros" -> sizes(given);
        case "ones", "unit" -> first;
        case "identity" -> joined(first, first);
        default -> null;
      };
    }

    /** Returns the sizes of an array that a tensor is made of, or of the only number given. */
    private @Nullable String copied(ExpressionTree array) {
      boolean hasRows =
          array instanceof NewArrayTree made
              && made.getInitializers() != null
              && !made.getInitializers().isEmpty()
              && made.getInitializers().get(0) instanceof NewArrayTree;
      return hasRows ? table(array) : array instanceof LiteralTree ? "1" : length(array);
    }

    private @Nullable String sizes(List<? extends ExpressionTree> numbers) {
      return numbers.size() == 2
          ? joined(number(numbers.get(0)), number(numbers.get(1)))
          : numbers.size() == 1 ? number(numbers.get(0)) : null;
    }

    private static @Nullable String joined(@Nullable String rows, @Nullable String columns) {
      return rows == null || columns == null ? null : rows + ", " + columns;
    }

    private @Nullable String length(ExpressionTree array) {
      if (!(array instanceof NewArrayTree made)) {
        return null;
      } else if (made.getInitializers() != null) {
        return String.valueOf(made.getInitializers().size());
      }
      return made.getDimensions().size() == 1 ? number(made.getDimensions().get(0)) : null;
    }

    private @Nullable String number(ExpressionTree tree) {
      Object number =
          tree instanceof LiteralTree literal
              ? literal.getValue()
              : tree instanceof IdentifierTree name
                  ? names.field(name).flatMap(field -> field.constant()).orElse(null)
                  : null;
      return number instanceof Integer whole && whole >= 0 ? number.toString() : null;
    }
  }
}
