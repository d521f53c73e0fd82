package cotangent.processor.read.names;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.VariableTree;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which names in a class are those of constant variables. */
public final class ConstantNames {
  private final Names names;
  private final LocalDeclarations declarations;
  private final ConstantForm form = new ConstantForm(this::isConstant);
  private final Set<VariableTree> asked = new HashSet<>();

  public ConstantNames(Names names) {
    this.names = names;
    this.declarations = new LocalDeclarations(names);
  }

  /** Whether a variable, or a field of which there is no element, is a constant. */
  public boolean isConstant(VariableTree tree) {
    boolean isConstant = asked.add(tree) && form.isConstantVariable(tree);
    asked.remove(tree);
    return isConstant;
  }

  /** Whether a name is that of a constant; variables of the code itself are told by others. */
  public boolean isConstant(ExpressionTree name) {
    if (name instanceof IdentifierTree identifier) {
      Optional<VariableTree> declared = declarations.of(identifier);
      return declared.isPresent()
          ? isConstant(declared.get())
          : names.field(identifier).flatMap(ResolvedField::constant).isPresent();
    }
    MemberSelectTree select = (MemberSelectTree) name;
    ExpressionTree owner = select.getExpression();
    return isClassName(owner)
        && names
            .typeNamed(owner)
            .filter(type -> names.field(type, select).constant().isPresent())
            .isPresent();
  }

  private boolean isClassName(ExpressionTree tree) {
    return tree instanceof MemberSelectTree select
        ? !select.getIdentifier().contentEquals("this") && isClassName(select.getExpression())
        : tree instanceof IdentifierTree name
            && !name.getName().contentEquals("this")
            && !name.getName().contentEquals("super")
            && declarations.of(name).isEmpty();
  }
}
