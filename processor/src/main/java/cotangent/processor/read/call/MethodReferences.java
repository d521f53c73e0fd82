package cotangent.processor.read.call;

import com.sun.source.tree.MemberReferenceTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.EnclosingObjects;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
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
   * @param wanted what the function gives
   */
  public Term call(
      MemberReferenceTree tree, @Nullable Term receiver, List<Term> arguments, TypeMirror wanted) {
    String name = tree.getName().toString();
    List<TypeMirror> given = types(tree, arguments);
    if (tree.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      return made(tree, arguments, given, wanted);
    } else if (receiver != null) {
      TypeMirror site = new EnclosingObjects(frame).site(tree.getQualifierExpression(), receiver);
      ResolvedMethod method = frame.names().method(site, name, given, tree);
      return frame.calling().call(tree, method, receiver, arguments);
    } else if (NamedValues.isSuper(tree.getQualifierExpression())) {
      return new SuperCalls(frame).call(tree, arguments, given);
    }
    TypeElement type =
        members
            .typeNamed(tree.getQualifierExpression())
            .orElseThrow(() -> frame.names().wrong(tree));
    boolean isStatic = frame.names().members().hasMethod(type, name, true, arguments.size());
    boolean isOfFirst =
        !arguments.isEmpty()
            && frame.names().members().hasMethod(type, name, false, arguments.size() - 1);
    if (isStatic == isOfFirst) {
      throw frame.refusal(tree, Problem.UNCERTAIN_CALL, name);
    } else if (isStatic) {
      ResolvedMethod method = frame.names().method(type, name, given, tree);
      return frame.calling().call(tree, method, null, arguments);
    }
    List<Term> others = arguments.subList(1, arguments.size());
    TypeMirror seen = given.get(0);
    ResolvedMethod method = frame.names().method(seen, name, types(tree, others), tree);
    return frame.calling().call(tree, method, arguments.get(0), others);
  }

  /** Returns the types of arguments; numbers that are seen as any type are what they are. */
  private List<TypeMirror> types(MemberReferenceTree tree, List<Term> arguments) {
    List<TypeMirror> types = new ArrayList<>(list.types(tree, arguments));
    for (int i = 0; i < types.size(); i++) {
      Term each = arguments.get(i);
      boolean isNumber = Specialised.isNumber(each) || NullableNumbers.is(each);
      if (isNumber && types.get(i).getKind() == TypeKind.TYPEVAR) {
        List<Value> leaves = each.leaves();
        types.set(i, new Conversions(frame).box(leaves.get(leaves.size() - 1).type()));
      }
    }
    return types;
  }

  private Term made(
      MemberReferenceTree tree, List<Term> arguments, List<TypeMirror> given, TypeMirror wanted) {
    TypeMirror named = frame.names().type(tree.getQualifierExpression());
    if (named instanceof ArrayType) {
      TypeMirror number = frame.names().program().types().getPrimitiveType(TypeKind.INT);
      Term length = new Conversions(frame).to(tree, arguments.get(0), number);
      return new Arrays(frame).made(tree, named, List.of(frame.single(length)));
    }
    TypeMirror type = told(tree, named, given, wanted);
    ResolvedMethod constructor = frame.names().constructor(type, given, tree);
    return new NewObjects(frame)
        .make(tree, type, constructor, list.passed(tree, constructor, arguments), given);
  }

  /** Returns a class that is named without type arguments with those that are wanted. */
  private TypeMirror told(
      MemberReferenceTree tree, TypeMirror named, List<TypeMirror> given, TypeMirror wanted) {
    boolean isWanted =
        Spelling.isRaw(named)
            && wanted instanceof DeclaredType declared
            && !declared.getTypeArguments().isEmpty()
            && OpenCollections.isTold(declared);
    return isWanted
            && frame.names().inferred(named, wanted, given, tree) instanceof DeclaredType type
            && OpenCollections.isTold(type)
        ? type
        : named;
  }
}
