package cotangent.processor.read.names;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.report.Refusal;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * Of which class the objects in fields are: those in a final field that is only ever given a new
 * object of one class, so that it need not be asked when the program runs.
 */
public final class Initialisers {
  private final Program program;

  public Initialisers(Program program) {
    this.program = program;
  }

  /** Returns the class of the object in a field; nothing where the source doesn't say it. */
  public Optional<TypeElement> classOf(VariableElement field) {
    if (!field.getModifiers().contains(Modifier.FINAL)
        || !(program.tree(field) instanceof VariableTree tree)) {
      return Optional.empty();
    }
    TypeElement owner = Owner.of(field);
    List<ExpressionTree> given = given(tree, owner);
    List<Optional<TypeElement>> classes =
        given.stream().map(each -> made(each, owner)).distinct().toList();
    return classes.size() == 1 ? classes.get(0) : Optional.empty();
  }

  /** Returns what a field is given: by its declaration, else by constructors. */
  List<ExpressionTree> given(VariableTree field, TypeElement owner) {
    if (field.getInitializer() != null) {
      return List.of(field.getInitializer());
    }
    Tree source = program.tree(owner);
    return source == null
        ? List.of()
        : program.assignments().to(field.getName().toString(), source);
  }

  private Optional<TypeElement> made(ExpressionTree given, TypeElement owner) {
    return given instanceof NewClassTree made
            && made.getClassBody() == null
            && made.getEnclosingExpression() == null
        ? named(made, owner).filter(type -> program.names(type).isPresent())
        : Optional.empty();
  }

  /** Returns the class or interface that {@code new} names; nothing where it isn't certain. */
  Optional<TypeElement> named(NewClassTree made, TypeElement owner) {
    try {
      return program
          .names(owner)
          .map(names -> names.type(made.getIdentifier()))
          .filter(DeclaredType.class::isInstance)
          .map(type -> (TypeElement) ((DeclaredType) type).asElement());
    } catch (Refusal | WrongJava unknown) {
      return Optional.empty();
    }
  }
}
