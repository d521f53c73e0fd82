package cotangent.processor.read.statement;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.read.call.GeneratedCalls;
import cotangent.processor.read.expression.Assignments;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.WrongJava;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Refusal;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads declarations of local variables. */
public final class LocalVariables {
  private final Frame frame;
  private final Assignments assignments;

  public LocalVariables(Frame frame) {
    this.frame = frame;
    this.assignments = new Assignments(frame);
  }

  /** Declares a local variable. */
  public void declare(VariableTree tree) {
    ExpressionTree initial = tree.getInitializer();
    if (frame.names().isInferred(tree)) {
      if (initial == null) {
        throw frame.names().wrong(tree);
      }
      Term value = frame.expressions().value(initial);
      rejectVoid(tree, value.type());
      assignments.bind(declared(tree, value.type()), value);
      return;
    }
    TypeMirror type =
        new GeneratedCalls(frame)
            .type(tree.getType())
            .orElseGet(() -> frame.names().type(tree.getType()));
    frame.shapes().of(type, frame.names().position(tree.getType()));
    if (initial == null) {
      declared(tree, type);
    } else {
      Term value = frame.expressions().value(initial, type);
      assignments.bind(declared(tree, type), value);
    }
  }

  private Variable declared(VariableTree tree, TypeMirror type) {
    String name = tree.getName().toString();
    if (!name.isEmpty() && frame.environment().isLocal(name)) {
      frame.reading().refused(frame.names().wrong(tree));
    }
    Variable variable = frame.environment().declare(name, type);
    frame.constants().declared(tree, variable);
    return variable;
  }

  private void rejectVoid(Tree at, TypeMirror type) {
    if (type.getKind() == TypeKind.VOID || type.getKind() == TypeKind.NULL) {
      throw frame.names().wrong(at);
    }
  }

  /** Declares a variable whose initialiser was refused, so that uses of it aren't refused too. */
  public void declareUnread(VariableTree tree) {
    TypeMirror type = frame.names().program().types().getNoType(TypeKind.NONE);
    try {
      type = frame.names().isInferred(tree) ? type : frame.names().type(tree.getType());
    } catch (Refusal | WrongJava refused) {
      frame.reading().refused(refused);
    }
    Variable variable = frame.environment().declare(tree.getName().toString(), type);
    try {
      frame.environment().set(variable, frame.zero(tree, type));
    } catch (Refusal saidOfTheType) {
      return;
    }
  }
}
