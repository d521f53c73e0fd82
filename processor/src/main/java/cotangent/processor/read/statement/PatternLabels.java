package cotangent.processor.read.statement;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.EnumConstants;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.expression.TypeTests;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.names.Enums;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The selector of a {@code switch} whose cases are patterns. */
final class PatternLabels {
  private final Frame frame;
  private final Draft draft;
  private final ExpressionTree tree;
  private Term value;
  private boolean mayBeNull = true;

  /** Reads the selector. */
  PatternLabels(Frame frame, ExpressionTree tree) {
    this.frame = frame;
    this.draft = frame.draft();
    this.tree = tree;
    this.value = frame.expressions().value(tree);
  }

  /** Throws what Java throws where the selector is null and no case takes it. */
  void rejectNull() {
    Value isNull = isNull();
    frame.branches().branch(tree, isNull, () -> new Objects(frame).fail(tree), Frame.NOTHING);
    value = new Objects(frame).notNull(value);
    mayBeNull = false;
  }

  private Value isNull() {
    return new Objects(frame).areSame(tree, value, new Term.Nothing(value.type()));
  }

  /**
   * Whether, at run time, the selector is one of the constants, or one of the patterns fits and the
   * guard holds.
   */
  Value matches(
      List<ExpressionTree> constants, List<Tree> patterns, @Nullable ExpressionTree guard) {
    Value fits = draft.constant(false);
    for (ExpressionTree constant : constants) {
      fits = or(fits, is(constant));
    }
    for (Tree pattern : patterns) {
      fits = or(fits, new TypeTests(frame).match(pattern, value, false));
    }
    if (guard == null) {
      return fits;
    }
    Variable holds = frame.environment().unnamed("holds", frame.booleanType());
    Runnable asked = () -> set(holds, frame.expressions().condition(guard));
    Runnable not = () -> set(holds, draft.constant(false));
    return frame.single(frame.branches().choose(guard, fits, holds, asked, not));
  }

  private Value or(Value one, Value other) {
    return Boolean.FALSE.equals(draft.known(one)) ? other : draft.apply(Operations.OR, one, other);
  }

  private Value is(ExpressionTree constant) {
    if (constant.getKind() == Tree.Kind.NULL_LITERAL) {
      return isNull();
    } else if (Conversions.isString(value.type())) {
      Value text = frame.single(frame.expressions().value(constant));
      return Labels.areEqual(frame, constant, text, frame.single(value));
    } else if (constant instanceof IdentifierTree name && Enums.isEnum(value.type())) {
      return new Objects(frame).areSame(constant, value, constantOf(name));
    }
    if (new Conversions(frame).isBoxed(value.type())) {
      return isNumber(constant);
    }
    Term given = frame.expressions().value(constant);
    if (!Enums.isEnum(given.type())) {
      throw Syntax.refusal(frame, constant);
    }
    return new Objects(frame).areSame(constant, value, given);
  }

  /** Whether the selector, which boxes a number or a character, is a constant. */
  private Value isNumber(ExpressionTree constant) {
    Conversions conversions = new Conversions(frame);
    TypeMirror type = frame.names().program().types().unboxedType(value.type());
    Supplier<Term> asked =
        () -> {
          Value given = conversions.promoted(frame.single(frame.expressions().value(constant)));
          Value number = conversions.promoted(frame.single(conversions.to(tree, value, type)));
          return conversions.term(draft.apply(Operations.EQ, number, given));
        };
    return mayBeNull
        ? frame.single(
            frame
                .branches()
                .either(
                    constant,
                    isNull(),
                    frame.booleanType(),
                    () -> conversions.term(draft.constant(false)),
                    asked))
        : frame.single(asked.get());
  }

  /** Returns a constant that is written without the name of its enum, which is the selector's. */
  private Term constantOf(IdentifierTree name) {
    TypeElement element = (TypeElement) ((DeclaredType) value.type()).asElement();
    return new EnumConstants(frame, element).term(name, Labels.constant(frame, element, name));
  }

  private void set(Variable variable, Value truth) {
    frame.environment().set(variable, new Term.Single(variable.type(), truth));
  }

  /** Gives the variables of a pattern that certainly fits their values. */
  void bind(Tree pattern) {
    new TypeTests(frame).match(pattern, value, true);
  }
}
