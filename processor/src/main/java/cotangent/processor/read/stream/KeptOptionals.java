package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import cotangent.processor.read.call.OptionalValues;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Makes an {@code Optional} of what was found, where its value isn't taken out at once. */
final class KeptOptionals {
  private KeptOptionals() {}

  static Term of(Frame frame, ExpressionTree end, Ends.Found found) {
    Program program = frame.names().program();
    boolean isDouble = found.type().getKind() == TypeKind.DOUBLE;
    if (!isDouble && found.type().getKind().isPrimitive()) {
      throw frame.refusal(
          end,
          Problem.STREAM,
          "an OptionalInt or OptionalLong that is kept",
          "take its value out at once, by orElse or getAsInt");
    }
    TypeElement element =
        program.elements().getTypeElement("java.util.Optional" + (isDouble ? "Double" : ""));
    TypeMirror[] arguments = isDouble ? new TypeMirror[0] : new TypeMirror[] {found.type()};
    DeclaredType type = program.types().getDeclaredType(element, arguments);
    Term isPresent = new Conversions(frame).term(found.isPresent());
    return new OptionalValues(frame).optional(type, isPresent, found.value());
  }
}
