package cotangent.processor.read.call;

import com.sun.source.tree.MemberReferenceTree;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a method reference does when it is called: the call of the method that it names, or a
 * new object.
 */
public final class MethodReferences {
  private final Frame frame;
  private final NamedValues members;
  private final ArgumentList list;

  public MethodReferences(Frame frame) {
    this.frame = frame;
    this.members = new NamedValues(frame);
    this.list = new ArgumentList(frame);
  }

  /**
   * Reads the call of what a method reference names.
   *
   * @param receiver the object before the colons; null where there is a class
   */
  public Term call(MemberReferenceTree tree, @Nullable Term receiver, List<Term> arguments) {
    String name = tree.getName().toString();
    List<TypeMirror> given = list.types(tree, arguments);
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      return made(tree, arguments, given);
    } else if (receiver != null) {
      ResolvedMethod method = frame.names().method(receiver.type(), name, given, tree);
      return frame.calling().call(tree, method, receiver, arguments);
    }
    Optional<TypeElement> type = members.typeNamed(tree.getQualifierExpression());
    if (type.isEmpty()) {
      return ofSuperclassReferred(tree, name, given, arguments);
    }
    boolean isStatic = frame.names().hasMethod(type.get(), name, true, arguments.size());
    boolean isOfFirst =
        !arguments.isEmpty()
            && frame.names().hasMethod(type.get(), name, false, arguments.size() - 1);
    if (isStatic == isOfFirst) {
      throw frame.refusal(tree, Problem.UNCERTAIN_CALL, name);
    } else if (isStatic) {
      ResolvedMethod method = frame.names().method(type.get(), name, given, tree);
      return frame.calling().call(tree, method, null, arguments);
    }
    List<Term> others = arguments.subList(1, arguments.size());
    TypeMirror seen = given.get(0);
    ResolvedMethod method = frame.names().method(seen, name, list.types(tree, others), tree);
    return frame.calling().call(tree, method, arguments.get(0), others);
  }

  private Term ofSuperclassReferred(
      MemberReferenceTree tree, String name, List<TypeMirror> given, List<Term> arguments) {
    TypeMirror above = frame.names().owner().getSuperclass();
    ResolvedMethod method = frame.names().method(above, name, given, tree);
    throw frame.refusal(
        tree,
        Problem.SYNTAX,
        "a reference to the superclass's " + method.element() + " of " + arguments.size(),
        "write a lambda expression");
  }

  private Term made(MemberReferenceTree tree, List<Term> arguments, List<TypeMirror> given) {
    TypeMirror type = frame.names().type(tree.getQualifierExpression());
    if (type instanceof ArrayType) {
      throw frame.refusal(
          tree, Problem.SYNTAX, "a reference that makes arrays", "write a lambda expression");
    }
    ResolvedMethod constructor = frame.names().constructor(type, given, tree);
    return new NewObjects(frame)
        .make(tree, type, constructor, list.passed(tree, constructor, arguments), given);
  }
}
