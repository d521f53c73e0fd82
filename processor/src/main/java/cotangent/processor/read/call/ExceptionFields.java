package cotangent.processor.read.call;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.DeclaredFields;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.names.This;
import cotangent.processor.read.scope.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the fields of an exception hold that is made in sight, so that whoever catches it
 * can go on with its numbers. The exception itself is made as it is in the source: so its
 * constructor runs there, and is only read here if reading its assignments once more changes
 * nothing.
 */
final class ExceptionFields {
  private final Frame frame;
  private final Program program;

  ExceptionFields(Frame frame) {
    this.frame = frame;
    this.program = frame.names().program();
  }

  /** Returns what an object keeps of what it is made from; empty where it may do more. */
  Optional<Map<VariableElement, Term>> kept(ResolvedMethod constructor, List<Term> arguments) {
    if (!frame.names().program().isThrowable(constructor.owner())) {
      return Optional.empty();
    }
    arguments.forEach(each -> each.leaves().forEach(frame.draft()::bind)); // no parameter's name
    Map<VariableElement, Term> fields = new LinkedHashMap<>();
    return read(constructor.element(), arguments, fields) ? Optional.of(fields) : Optional.empty();
  }

  /** Reads what a constructor assigns; returns whether that is all that it does. */
  private boolean read(
      ExecutableElement constructor, List<Term> arguments, Map<VariableElement, Term> fields) {
    TypeElement owner = Owner.of(constructor);
    if (program.names(owner).isEmpty()) {
      return true; // of the library: what it holds is not asked for as numbers
    }
    Optional<Source> source = program.source(constructor);
    if (source.isEmpty()
        || DeclaredFields.inObjects(owner).stream().anyMatch(program.classes()::mayChange)) {
      return false;
    }
    TypeMirror none = program.types().getNoType(TypeKind.VOID);
    Frame body = new Frame(frame.reading(), source.get().names(), none, null);
    boolean[] isAll = {true};
    body.environment()
        .inNewScope(
            () -> {
              MethodBody.parameters(body, source.get(), arguments);
              for (StatementTree each : source.get().tree().getBody().getStatements()) {
                isAll[0] = isAll[0] && read(body, owner, each, fields);
              }
            });
    return isAll[0];
  }

  private boolean read(
      Frame body, TypeElement owner, StatementTree tree, Map<VariableElement, Term> fields) {
    if (!(tree instanceof ExpressionStatementTree statement)) {
      return false;
    } else if (statement.getExpression() instanceof AssignmentTree assignment) {
      return assign(body, owner, assignment, fields);
    }
    return statement.getExpression() instanceof MethodInvocationTree call
        && delegate(body, owner, call, fields);
  }

  private boolean assign(
      Frame body, TypeElement owner, AssignmentTree tree, Map<VariableElement, Term> fields) {
    VariableElement field = field(owner, tree.getVariable());
    if (field == null || !isRepeatable(body, owner, tree.getExpression())) {
      return false;
    }
    Term value = body.expressions().value(tree.getExpression(), field.asType());
    if (!value.isObject()) { // else it may change, and the exception has its own
      fields.put(field, value);
    }
    return true;
  }

  private static @Nullable VariableElement field(TypeElement owner, ExpressionTree variable) {
    String name =
        This.isField(variable)
            ? ((MemberSelectTree) variable).getIdentifier().toString()
            : variable.toString();
    return DeclaredFields.inObjects(owner).stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .findFirst()
        .orElse(null);
  }

  /** Reads {@code this(...)} or {@code super(...)}. */
  private boolean delegate(
      Frame body, TypeElement owner, MethodInvocationTree tree, Map<VariableElement, Term> fields) {
    boolean isAbove = This.isAboveCalled(tree);
    if (!isAbove && !This.isCalled(tree)) {
      return false;
    }
    TypeMirror site = isAbove ? owner.getSuperclass() : owner.asType();
    TypeElement element = (TypeElement) ((DeclaredType) site).asElement();
    if (program.names(element).isEmpty()) {
      return true;
    } else if (!tree.getArguments().stream().allMatch(each -> isRepeatable(body, owner, each))) {
      return false;
    }
    ArgumentList list = new ArgumentList(body);
    ArgumentList.Chosen chosen = list.delegated(tree, site, isAbove);
    List<Term> passed = list.passed(tree, chosen.method(), chosen.arguments());
    return read(chosen.method().element(), passed, fields);
  }

  /** Whether it does no harm to evaluate an expression twice, and no field is read for it. */
  private static boolean isRepeatable(Frame body, TypeElement owner, ExpressionTree tree) {
    boolean[] is = {true};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree part, @Nullable Void nothing) {
        is[0] &=
            part == null || (part instanceof IdentifierTree name ? isGiven(name) : isPart(part));
        return super.scan(part, nothing);
      }

      private boolean isGiven(IdentifierTree name) {
        return body.environment().named(name.getName().toString()) != null
            || !name.getName().contentEquals("this") && field(owner, name) == null;
      }
    }.scan(tree, null);
    return is[0];
  }

  private static boolean isPart(Tree part) {
    return part instanceof MemberSelectTree
        || part instanceof LiteralTree
        || part instanceof ParenthesizedTree
        || part instanceof BinaryTree
        || part instanceof ConditionalExpressionTree
        || part.getKind() == Tree.Kind.UNARY_MINUS
        || part.getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
  }
}
