package cotangent.processor.read.call;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Assignments;
import cotangent.processor.read.expression.Closures;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Functional;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.ObjectClass;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Reads the calls of lambda expressions and method references. */
final class ClosureCalls {
  /** Functions that call functions deeper than this are assumed never to end. */
  private static final int DEEPEST = 60;

  private final Frame frame;

  ClosureCalls(Frame frame) {
    this.frame = frame;
  }

  /** Reads a call of a function. */
  Term call(
      Tree at,
      ResolvedMethod method,
      Term object,
      ObjectClass.Closure closure,
      List<Term> arguments) {
    if (!method.element().getModifiers().contains(Modifier.ABSTRACT)) {
      return new RunningMethod(frame).call(at, method, method.element(), object, arguments);
    }
    Functional function = new Closures(frame).functional(closure.tree(), closure.type());
    Object key = OpenMethods.of(frame.reading()).key(function.method(), object, arguments);
    Term result =
        OpenCalls.of(frame.reading())
            .read(
                frame,
                at,
                key,
                closure.tree(),
                object,
                arguments,
                () -> inPlace(at, function, object, arguments),
                () -> recurring(at, key, function, object, arguments));
    boolean isVoid = method.result().getKind() == TypeKind.VOID;
    return isVoid ? frame.nothing() : result.as(method.result());
  }

  private Term inPlace(Tree at, Functional function, Term object, List<Term> arguments) {
    ObjectClass.Closure closure = (ObjectClass.Closure) Objects.of(object);
    Term self = new Objects(frame).outer(at, object);
    Frame body = new Frame(frame.reading(), closure.names(), function.result(), self);
    GraphBuilder builder = new GraphBuilder();
    Term[] result = new Term[1];
    frame
        .reading()
        .deeper(
            () -> frame.refusal(at, Problem.FUNCTION_DEEP, "this function"),
            DEEPEST,
            () ->
                body.region(
                    builder, () -> result[0] = result(at, body, function, object, arguments)));
    frame.draft().splice(builder);
    if (body.flow().isNever()) {
      throw new Diverged();
    }
    return result[0] == null ? frame.nothing() : result[0];
  }

  private Recurring recurring(
      Tree at, Object key, Functional function, Term object, List<Term> arguments) {
    ObjectClass.Closure closure = (ObjectClass.Closure) Objects.of(object);
    List<Parameters.Input> inputs = new ArrayList<>();
    List<Term> given = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = function.parameters().get(i);
      boolean isOpen = type.getKind() == TypeKind.TYPEVAR;
      Term argument = arguments.get(i);
      given.add(isOpen ? argument : new Conversions(frame).to(at, argument, type));
      inputs.add(
          new Parameters.Input(parameter(closure, function, i), isOpen ? argument.known() : type));
    }
    return new Recurring(
        key,
        closure.tree(),
        function.method().getSimpleName().toString(),
        closure.names(),
        closure.tree(),
        inputs,
        function.result(),
        object,
        given,
        OpenCalls.body(
            key,
            (shell, self, parameters) ->
                new ClosureCalls(shell).inPlace(closure.tree(), function, self, parameters)));
  }

  private static String parameter(ObjectClass.Closure closure, Functional function, int i) {
    return closure.tree() instanceof LambdaExpressionTree lambda
        ? lambda.getParameters().get(i).getName().toString()
        : function.method().getParameters().get(i).getSimpleName().toString();
  }

  private @Nullable Term result(
      Tree at, Frame body, Functional function, Term captured, List<Term> arguments) {
    ObjectClass.Closure closure = (ObjectClass.Closure) Objects.of(captured);
    if (closure.tree() instanceof MemberReferenceTree reference) {
      return referred(at, body, reference, function, captured, arguments);
    }
    LambdaExpressionTree lambda = (LambdaExpressionTree) closure.tree();
    bring(body, captured);
    for (int i = 0; i < arguments.size(); i++) {
      VariableTree parameter = lambda.getParameters().get(i);
      TypeMirror type = type(body, parameter, function.parameters().get(i), arguments.get(i));
      Variable variable = body.environment().declare(parameter.getName().toString(), type);
      Term argument = new Conversions(body).to(at, arguments.get(i), type);
      new Assignments(body).bind(variable, argument);
    }
    if (lambda.getBody() instanceof ExpressionTree expression) {
      return value(body, expression, function.result());
    }
    List<? extends StatementTree> statements = ((BlockTree) lambda.getBody()).getStatements();
    body.statements().sequence(statements, Frame.NOTHING);
    body.arriveAt(body.end());
    Variable result = body.result();
    return result == null || body.flow().isNever()
        ? null
        : MethodBody.returned(body, result, lambda);
  }

  /**
   * Returns the type of a lambda's parameter; that which is not written is known from the
   * interface, or where that leaves it open, from what is handed over.
   */
  private static TypeMirror type(Frame body, VariableTree parameter, TypeMirror known, Term given) {
    if (parameter.getType() != null) {
      return body.names().type(parameter.getType());
    } else if (!(known instanceof TypeVariable variable)
        || isNamed(variable, body.names().owner())) {
      return known;
    }
    if (Specialised.isNumber(given) || NullableNumbers.is(given)) {
      List<Value> leaves = given.leaves();
      return new Conversions(body).box(leaves.get(leaves.size() - 1).type());
    }
    boolean isObject = given instanceof Term.Fixed || given instanceof Term.Indexed;
    return isObject && Objects.of(given) instanceof ObjectClass.Declared declared
        ? declared.type()
        : given.known();
  }

  /** Whether a type variable may be one that a class knows: it is declared in the same file. */
  private static boolean isNamed(TypeVariable variable, TypeElement from) {
    Element declaring = ((TypeParameterElement) variable.asElement()).getGenericElement();
    return java.util.Objects.equals(outermost(declaring), outermost(from));
  }

  private static @Nullable Element outermost(@Nullable Element member) {
    Element outermost = null;
    for (Element each = member; each != null; each = each.getEnclosingElement()) {
      outermost = each instanceof TypeElement ? each : outermost;
    }
    return outermost;
  }

  /** Declares what was captured. */
  private static void bring(Frame body, Term captured) {
    ObjectClass.Closure closure = (ObjectClass.Closure) Objects.of(captured);
    for (Object key : closure.fields()) {
      if (key instanceof String name && !name.equals(ObjectClass.OUTER)) {
        Term value = new Objects(body).held(closure.tree(), captured, key);
        body.environment().lend(name, value);
      }
    }
  }

  private static @Nullable Term value(Frame body, ExpressionTree tree, TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      body.expressions().effect(tree);
      return null;
    }
    return type.getKind() == TypeKind.TYPEVAR
        ? body.expressions().value(tree)
        : body.expressions().value(tree, type);
  }

  private @Nullable Term referred(
      Tree at,
      Frame body,
      MemberReferenceTree tree,
      Functional function,
      Term captured,
      List<Term> arguments) {
    Conversions conversions = new Conversions(body);
    List<Term> given = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      given.add(conversions.to(at, arguments.get(i), function.parameters().get(i)));
    }
    Term receiver = receiver(body, tree, captured);
    Term value = new MethodReferences(body).call(tree, receiver, given, function.result());
    return function.result().getKind() == TypeKind.VOID
        ? null
        : conversions.to(tree, value, function.result());
  }

  private static @Nullable Term receiver(Frame body, Tree at, Term captured) {
    return Objects.of(captured).fields().contains("receiver")
        ? new Objects(body).held(at, captured, "receiver")
        : null;
  }
}
