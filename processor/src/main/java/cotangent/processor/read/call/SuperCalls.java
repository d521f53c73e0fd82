package cotangent.processor.read.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.read.expression.EnclosingObjects;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Enclosing;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads {@code super.f(arguments)} and {@code Type.super.f(arguments)}: the method that is
 * inherited runs, whatever overrides it.
 */
final class SuperCalls {
  private final Frame frame;
  private final EnclosingObjects objects;

  SuperCalls(Frame frame) {
    this.frame = frame;
    this.objects = new EnclosingObjects(frame);
  }

  /** Whether an expression is {@code super} or {@code Type.super}. */
  static boolean isOne(ExpressionTree receiver) {
    return receiver instanceof IdentifierTree name && name.getName().contentEquals("super")
        || receiver instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("super");
  }

  /** Reads a call. */
  Term call(MethodInvocationTree tree, MemberSelectTree select) {
    String name = select.getIdentifier().toString();
    if (!(select.getExpression() instanceof MemberSelectTree qualified)) {
      return call(tree, name, objects.innermost(tree), above(tree));
    }
    TypeElement type =
        new NamedValues(frame)
            .typeNamed(qualified.getExpression())
            .orElseThrow(() -> frame.names().wrong(tree));
    return type.getKind().isInterface()
        ? call(tree, name, objects.innermost(tree), type.asType())
        : call(tree, name, objects.of(tree, type), type.getSuperclass());
  }

  /** Returns what {@code super} is: a class without a name is in place of what it extends. */
  private TypeMirror above(MethodInvocationTree tree) {
    Enclosing.Site here = frame.names().enclosing().innermost();
    return here.isUnnamed() || EnumBodies.has(frame, tree)
        ? here.type()
        : here.element().getSuperclass();
  }

  private Term call(MethodInvocationTree tree, String name, Term self, TypeMirror above) {
    ArgumentList list = new ArgumentList(frame);
    ArgumentList.Chosen chosen =
        list.chosen(
            tree,
            tree.getArguments(),
            null,
            types -> frame.names().method(above, name, types, tree));
    ResolvedMethod method = chosen.method();
    List<Term> passed = list.passed(tree, method, chosen.arguments());
    Optional<Source> source = frame.names().program().source(method.element());
    if (source.isEmpty()) {
      throw frame.refusal(
          tree,
          Problem.SYNTAX,
          "a method of the superclass whose source is not in this compilation",
          "call a static or private method");
    }
    Term seen = self.isObject() ? Objects.seenIn(self, method.owner()) : self.as(above);
    return Inlining.of(frame.reading()).call(frame, tree, source.get(), method, seen, passed);
  }
}
