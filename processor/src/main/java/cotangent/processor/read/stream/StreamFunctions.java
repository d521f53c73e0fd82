package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import cotangent.processor.read.call.OpenFunctions;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.NamedValues;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Functional;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The functions that are handed to streams. */
final class StreamFunctions {
  private final Frame frame;

  StreamFunctions(Frame frame) {
    this.frame = frame;
  }

  /**
   * A function.
   *
   * @param tree the expression that is handed over
   * @param value what that is; null for one that is made where it is called, as its type is known
   *     only there
   */
  record Given(ExpressionTree tree, @Nullable Term value) {}

  /** Whether an expression is {@code Function.identity()}, which says nothing of what it takes. */
  private boolean isIdentity(ExpressionTree tree) {
    return tree instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("identity")
        && new NamedValues(frame)
            .typeNamed(select.getExpression())
            .filter(type -> type.getQualifiedName().toString().startsWith("java.util.function."))
            .isPresent();
  }

  /** Reads what is handed to a stage. */
  Given given(ExpressionTree tree) {
    boolean isOpen =
        tree instanceof LambdaExpressionTree
            || tree instanceof MemberReferenceTree
            || isIdentity(tree);
    return new Given(tree, isOpen ? null : frame.expressions().value(tree));
  }

  /**
   * Returns an interface, most often of {@code java.util.function}; an argument that is missing is
   * open.
   */
  private DeclaredType type(String name, List<TypeMirror> arguments) {
    TypeElement element =
        frame
            .names()
            .program()
            .elements()
            .getTypeElement(name.contains(".") ? name : "java.util.function." + name);
    TypeMirror[] all = new TypeMirror[element.getTypeParameters().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          i < arguments.size() ? arguments.get(i) : element.getTypeParameters().get(i).asType();
    }
    return frame.names().program().types().getDeclaredType(element, all);
  }

  /** Calls a function, as one of an interface. */
  Term call(Given given, String type, List<TypeMirror> typed, Term... arguments) {
    if (given.value == null && isIdentity(given.tree)) {
      return arguments[0];
    }
    DeclaredType seen = type(type, typed);
    Term function = given.value == null ? frame.expressions().value(given.tree, seen) : given.value;
    Program program = frame.names().program();
    TypeMirror receiver = given.value == null ? seen : function.type();
    Functional functional =
        program
            .functional(receiver)
            .or(() -> program.functional(seen)) // an object of a class that does more
            .orElseThrow(() -> frame.names().wrong(given.tree));
    ResolvedMethod method =
        new ResolvedMethod(
            functional.method(), functional.parameters(), functional.result(), false);
    List<Term> passed = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      TypeMirror parameter = functional.parameters().get(i);
      passed.add(
          parameter.getKind() == TypeKind.TYPEVAR
              ? arguments[i]
              : new Conversions(frame).to(given.tree, arguments[i], parameter));
    }
    Term result =
        Passes.noting(
            frame, function, () -> frame.calling().on(given.tree, method, function, passed));
    return result.type().getKind() == TypeKind.TYPEVAR ? known(given, passed, result) : result;
  }

  /** Returns a result, which is seen as a type variable, as what the function says that it is. */
  private Term known(Given given, List<Term> passed, Term result) {
    if (!result.isObject() || result instanceof Term.Columns) {
      return result.as(result.known());
    }
    List<TypeMirror> said =
        given.value == null
            ? new OpenFunctions(frame)
                .of(given.tree)
                .results(passed.stream().<TypeMirror>map(Term::type).toList())
            : List.of();
    boolean isOne = said.stream().map(TypeMirror::toString).distinct().count() == 1;
    TypeMirror made = isOne ? said.get(0) : made(result);
    return result.as(made == null ? result.known() : made);
  }

  /**
   * Returns the class of an object that was made in sight, or what it implements; null where there
   * is none, or one of several.
   */
  private static @Nullable TypeMirror made(Term term) {
    if (!(term instanceof Term.Choice choice)) {
      return Objects.isMade(term) ? Objects.of(term).type() : null;
    }
    TypeMirror common = null;
    for (Term each : choice.alternatives()) {
      TypeMirror type = made(each);
      if (type == null || common != null && !type.toString().equals(common.toString())) {
        return null;
      }
      common = type;
    }
    return common;
  }

  /** Returns a number as what it is among objects. */
  Term boxed(Tree at, Term element) {
    return element.type() instanceof PrimitiveType primitive
        ? new Conversions(frame)
            .to(at, element, frame.names().program().types().boxedClass(primitive).asType())
        : element;
  }

  TypeMirror number(TypeKind of) {
    return frame.names().program().types().getPrimitiveType(of);
  }

  static boolean isNumber(Term element) {
    return element.type().getKind().isPrimitive();
  }

  /** Returns the beginning of the names of functions of an element. */
  static String prefix(Term element) {
    return isNumber(element) ? prefix(element.type().getKind()) : "";
  }

  static String prefix(TypeKind number) {
    String name = number.toString();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
