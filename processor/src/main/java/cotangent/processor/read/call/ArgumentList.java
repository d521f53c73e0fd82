package cotangent.processor.read.call;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.EnclosingObjects;
import cotangent.processor.read.frame.Expressions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.shape.GeneratedRecord;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call: evaluated from left to right, and, once the method is known, converted
 * to what it takes.
 */
final class ArgumentList {
  private final Frame frame;
  private final Expressions expressions;
  private final Conversions conversions;
  private final Arrays arrays;

  ArgumentList(Frame frame) {
    this.frame = frame;
    this.expressions = frame.expressions();
    this.conversions = new Conversions(frame);
    this.arrays = new Arrays(frame);
  }

  List<Term> evaluated(List<? extends ExpressionTree> trees) {
    return evaluated(trees, null);
  }

  /**
   * Evaluates arguments.
   *
   * @param ofFunctions the type that functions among them have; null where it isn't known yet
   */
  List<Term> evaluated(List<? extends ExpressionTree> trees, @Nullable TypeMirror ofFunctions) {
    List<Term> arguments = new ArrayList<>();
    for (int i = 0; i < trees.size(); i++) {
      ExpressionTree tree = trees.get(i);
      OpenArguments open = OpenArguments.of(frame);
      Term standIn = OpenCollections.of(frame).standIn(frame, tree);
      standIn = standIn == null && open.wanted(tree) == null ? open.standIn(frame, tree) : standIn;
      if (standIn != null) {
        arguments.add(standIn);
        continue;
      }
      List<? extends ExpressionTree> others = trees.subList(i + 1, trees.size());
      Term argument =
          frame.part(() -> read(tree, ofFunctions), () -> evaluated(others, ofFunctions));
      boolean takesShape =
          argument instanceof Term.Single
              ? tree instanceof NewClassTree made && OpenCollections.isDiamond(made)
                  || isOpen(tree, argument)
              : argument instanceof Term.Fixed
                  && tree instanceof MethodInvocationTree
                  && isAny(argument.type());
      arguments.add(
          takesShape
              ? argument.as(frame.names().program().types().erasure(argument.type()))
              : argument);
    }
    return arguments;
  }

  /** Reads an argument for itself, unless it is known what it has to be. */
  private Term read(ExpressionTree tree, @Nullable TypeMirror ofFunctions) {
    boolean isFunction =
        tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree;
    if (isFunction && ofFunctions != null) {
      return expressions.value(tree, ofFunctions);
    }
    TypeMirror wanted = OpenArguments.of(frame).wanted(tree);
    return wanted == null ? expressions.value(tree) : expressions.read(tree, wanted);
  }

  /** A method or constructor, and the arguments that it is called with. */
  record Chosen(ResolvedMethod method, List<Term> arguments) {}

  /** Evaluates arguments, and chooses by their types what they are for. */
  Chosen chosen(
      Tree at,
      List<? extends ExpressionTree> trees,
      Function<List<TypeMirror>, ResolvedMethod> choice) {
    return chosen(at, trees, null, choice);
  }

  /**
   * Evaluates arguments, and chooses what they are for.
   *
   * @param ofFunctions the type that functions among them have; null where it isn't known yet
   * @param choice chooses a method by the types of its arguments
   */
  Chosen chosen(
      Tree at,
      List<? extends ExpressionTree> trees,
      @Nullable TypeMirror ofFunctions,
      Function<List<TypeMirror>, ResolvedMethod> choice) {
    int steps = frame.draft().here().steps().size();
    Environment.Mark before = frame.environment().mark();
    List<Term> arguments = evaluated(trees, ofFunctions);
    ResolvedMethod method = choice.apply(OpenArguments.types(trees, types(at, trees, arguments)));
    if (!OpenArguments.of(frame).learn(frame, trees, arguments, method)) {
      return new Chosen(method, arguments);
    }
    frame.draft().here().shorten(steps);
    frame.environment().undo(before);
    return new Chosen(method, evaluated(trees, ofFunctions));
  }

  /**
   * Evaluates the arguments of {@code this(...)} or {@code super(...)}, and chooses the
   * constructor.
   *
   * @param site the class whose constructor is called
   */
  Chosen delegated(MethodInvocationTree tree, TypeMirror site, boolean above) {
    return chosen(
        tree,
        tree.getArguments(),
        given ->
            above
                ? frame.names().constructorAbove(site, given, tree)
                : frame.names().constructor(site, given, tree));
  }

  /** Whether a call, such as {@code List.of()}, fits any type argument. */
  private static boolean isOpen(ExpressionTree tree, Term value) {
    return tree instanceof MethodInvocationTree call
        && call.getArguments().isEmpty()
        && isAny(value.type());
  }

  private static boolean isAny(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().stream()
            .anyMatch(
                each ->
                    each instanceof WildcardType wildcard
                        && wildcard.getExtendsBound() == null
                        && wildcard.getSuperBound() == null);
  }

  private List<TypeMirror> types(
      Tree at, List<? extends ExpressionTree> trees, List<Term> arguments) {
    List<TypeMirror> types = new ArrayList<>(types(at, arguments));
    EnclosingObjects objects = new EnclosingObjects(frame);
    for (int i = 0; i < types.size(); i++) {
      types.set(i, objects.site(trees.get(i), arguments.get(i)));
    }
    return types;
  }

  /** Returns their types, none of which may be void or a record that is yet to be generated. */
  List<TypeMirror> types(Tree at, List<Term> arguments) {
    for (Term argument : arguments) {
      if (argument.type().getKind() == TypeKind.VOID) {
        throw frame.names().wrong(at);
      }
      if (argument.type() instanceof GeneratedRecord) {
        throw frame.refusal(
            at,
            Problem.RECORD_PASSED,
            argument.type(),
            "its class is yet to be generated",
            "pass its components");
      }
    }
    return arguments.stream().<TypeMirror>map(Term::type).toList();
  }

  /** Returns the arguments of a call that converts them by itself. */
  List<Term> made(List<Term> arguments) {
    OpenCollections open = OpenCollections.of(frame);
    return arguments.stream().map(argument -> open.made(frame, argument, null)).toList();
  }

  /** Converts the arguments, and packs those of a variadic method into an array. */
  List<Term> passed(Tree at, ResolvedMethod method, List<Term> arguments) {
    List<Term> passed = converted(at, method, arguments);
    return method.spread() ? packed(at, method, passed) : passed;
  }

  /** Converts the arguments, one by one. */
  List<Term> converted(Tree at, ResolvedMethod method, List<Term> arguments) {
    List<Term> converted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = method.parameter(i);
      Term argument = OpenCollections.of(frame).made(frame, arguments.get(i), type);
      converted.add(conversions.to(at, argument, type));
    }
    return converted;
  }

  private List<Term> packed(Tree at, ResolvedMethod method, List<Term> passed) {
    int last = method.parameters().size() - 1;
    TypeMirror type = method.parameters().get(last);
    List<Term> elements = passed.subList(last, passed.size());
    Term array =
        isSeen(method) ? arrays.packed(at, type, elements) : arrays.packedWhole(at, type, elements);
    List<Term> all = new ArrayList<>(passed.subList(0, last));
    all.add(array);
    return all;
  }

  /** Whether anybody but code that can't be looked into sees an array of arguments. */
  private boolean isSeen(ResolvedMethod method) {
    List<? extends VariableElement> parameters = method.element().getParameters();
    String declared = Spelling.of(parameters.get(parameters.size() - 1).asType());
    return !declared.equals("java.lang.Object[]")
        || frame.names().program().source(method.element()).isPresent();
  }

  /** Returns the types that the arguments had before they were converted, or packed. */
  static List<TypeMirror> given(ResolvedMethod method, List<Term> arguments, List<Term> passed) {
    List<TypeMirror> types = new ArrayList<>();
    for (int i = 0; i < passed.size(); i++) {
      boolean isPacked = method.spread() && i == passed.size() - 1;
      boolean isNumber = passed.get(i).type().getKind().isPrimitive();
      types.add((isPacked || isNumber ? passed : arguments).get(i).type());
    }
    return types;
  }
}
