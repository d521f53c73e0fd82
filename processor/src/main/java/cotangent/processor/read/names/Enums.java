package cotangent.processor.read.names;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The constants of enums in the source. */
public final class Enums {
  private Enums() {}

  /** Whether a type is an enum. */
  public static boolean isEnum(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.ENUM;
  }

  /** Returns the constants of an enum, in their order. */
  public static List<VariableElement> constants(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
        .map(VariableElement.class::cast)
        .toList();
  }

  /** Returns the class body that a constant has in the source. */
  public static Optional<ClassTree> body(Program program, VariableElement constant) {
    return program.tree(constant) instanceof VariableTree tree
            && tree.getInitializer() instanceof NewClassTree made
        ? Optional.ofNullable(made.getClassBody())
        : Optional.empty();
  }

  /** Whether an object of some type can be of a class that one of the constants has. */
  public static boolean haveBodies(Program program, TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        && constants(type).stream().anyMatch(constant -> body(program, constant).isPresent());
  }
}
