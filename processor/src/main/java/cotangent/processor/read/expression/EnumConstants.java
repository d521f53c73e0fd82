package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.scope.Term;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** The constants of an enum in the program: what stands for them, and which is which. */
public final class EnumConstants {
  private final Frame frame;
  private final TypeElement type;

  public EnumConstants(Frame frame, TypeElement type) {
    this.frame = frame;
    this.type = type;
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

  /** Returns a constant. */
  public Term term(Tree at, VariableElement constant) {
    Value value = value(at, constant);
    frame.draft().isConstant(value, constant);
    return new Term.Single(type.asType(), value);
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
