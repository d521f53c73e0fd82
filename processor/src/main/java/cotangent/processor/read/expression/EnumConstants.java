package cotangent.processor.read.expression;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.Spelling;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** The constants of an enum: what stands for them in the program, and which is which. */
public final class EnumConstants {
  private final Frame frame;
  private final TypeElement type;

  public EnumConstants(Frame frame, TypeElement type) {
    this.frame = frame;
    this.type = type;
  }

  /** Returns all of them, in their order. */
  public static List<VariableElement> of(TypeElement type) {
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
        && of(type).stream().anyMatch(constant -> body(program, constant).isPresent());
  }

  /** Whether, at run time, an object, which must not be null, is a given constant. */
  public Value is(Tree at, Value object, VariableElement constant) {
    TypeMirror erased = frame.names().program().types().erasure(type.asType());
    Callee equals =
        new Callee.Member(Callee.Member.Kind.METHOD, Spelling.of(erased), "equals", true);
    Value equal = new Value(Type.BOOLEAN, "");
    Value other = value(at, constant);
    return frame.at(at).call(equals, List.of(equal), List.of(object, other)).get(0);
  }

  private Value value(Tree at, VariableElement constant) {
    boolean isAccessible = frame.reading().isAccessible(constant);
    Callee callee =
        new Callee.Member(
            Callee.Member.Kind.STATIC_FIELD,
            frame.names().program().nameOf(type),
            constant.getSimpleName().toString(),
            isAccessible,
            isAccessible
                ? List.of()
                : List.of(frame.shapes().nameable().erasure().of(type.asType())));
    Type reference = frame.shapes().reference(type.asType(), frame.names().position(at));
    return frame.at(at).call(callee, List.of(new Value(reference, "")), List.of()).get(0);
  }
}
