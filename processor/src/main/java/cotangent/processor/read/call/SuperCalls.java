package cotangent.processor.read.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
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
 * Reads {@code super.f(arguments)}, {@code Type.super.f(arguments)}, and references: the method
 * that is inherited runs, whatever overrides it.
 */
final class SuperCalls {
  private final Frame frame;
  private final EnclosingObjects objects;

  SuperCalls(Frame frame) {
    this.frame = frame;
    this.objects = new EnclosingObjects(frame);
  }

  /** What {@code super} means: an object, and the class whose methods are looked for. */
  private record Above(Term self, TypeMirror type) {}

  /** Reads a call. */
  Term call(MethodInvocationTree tree, MemberSelectTree select) {
    Above above = above(tree, select.getExpression());
    ArgumentList list = new ArgumentList(frame);
    ArgumentList.Chosen chosen =
        list.chosen(
            tree,
            tree.getArguments(),
            types -> method(tree, above, select.getIdentifier().toString(), types));
    return run(tree, above, chosen.method(), chosen.arguments());
  }

  /** Reads a call by {@code super::f}. */
  Term call(MemberReferenceTree tree, List<Term> arguments, List<TypeMirror> types) {
    Above above = above(tree, tree.getQualifierExpression());
    return run(tree, above, method(tree, above, tree.getName().toString(), types), arguments);
  }

  private ResolvedMethod method(Tree at, Above above, String name, List<TypeMirror> types) {
    return frame.names().methodAbove(above.type, name, types, at);
  }

  private Above above(Tree at, ExpressionTree receiver) {
    if (!(receiver instanceof MemberSelectTree qualified)) {
      return new Above(objects.innermost(at), ofThis(at));
    }
    TypeElement type =
        new NamedValues(frame)
            .typeNamed(qualified.getExpression())
            .orElseThrow(() -> frame.names().wrong(at));
    return type.getKind().isInterface()
        ? new Above(objects.innermost(at), type.asType())
        : new Above(objects.of(at, type), type.getSuperclass());
  }

  /** Returns what {@code super} is: a class without a name is in place of what it extends. */
  private TypeMirror ofThis(Tree at) {
    Enclosing.Site here = frame.names().enclosing().innermost();
    return here.isUnnamed() || EnumBodies.has(frame, at)
        ? here.type()
        : here.element().getSuperclass();
  }

  private Term run(Tree at, Above above, ResolvedMethod method, List<Term> arguments) {
    List<Term> passed = new ArgumentList(frame).passed(at, method, arguments);
    Optional<Source> source = frame.names().program().source(method.element());
    if (source.isEmpty()) {
      Optional<Term> ofEvery = new ObjectMethods(frame).call(at, method, above.self, passed);
      if (ofEvery.isPresent()) {
        return ofEvery.get();
      }
      throw frame.refusal(
          at,
          Problem.SYNTAX,
          "a method of the superclass whose source is not in this compilation",
          "call a static or private method");
    }
    Term self = above.self;
    Term seen = self.isObject() ? Objects.seenIn(self, method.owner()) : self.as(above.type);
    return Inlining.of(frame.reading()).call(frame, at, source.get(), method, seen, passed);
  }
}
