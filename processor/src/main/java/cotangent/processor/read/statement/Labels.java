package cotangent.processor.read.statement;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.EnumConstants;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Enums;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What a {@code switch} looks at, and how it is compared with the labels of the cases. */
final class Labels {
  private final Frame frame;
  private final ExpressionTree tree;
  private final TypeMirror type;
  private final Value selector;

  /** Reads the selector. */
  Labels(Frame frame, ExpressionTree tree) {
    this.frame = frame;
    this.tree = tree;
    Term term = frame.expressions().value(tree);
    this.type = term.type();
    Conversions conversions = new Conversions(frame);
    if (conversions.isScalar(type)) {
      Value scalar = conversions.scalar(tree, term);
      if (scalar.type() == Type.BOOLEAN) {
        throw frame.names().wrong(tree);
      }
      selector = conversions.promoted(scalar);
      if (selector.type() != Type.INT) {
        throw frame.names().wrong(tree);
      }
    } else if (Enums.isEnum(type) || Conversions.isString(term.type())) {
      selector = frame.single(term);
    } else {
      throw frame.refusal(tree, Problem.SYNTAX, "a switch on " + type, "write if ... else");
    }
  }

  /** Whether, at run time, the selector is one of the labels. */
  Value matches(List<ExpressionTree> labels) {
    return labels.stream()
        .map(this::matches)
        .reduce((a, b) -> frame.draft().apply(Operations.OR, a, b))
        .orElseThrow();
  }

  private Value matches(ExpressionTree label) {
    Conversions conversions = new Conversions(frame);
    if (selector.type() == Type.INT) {
      Value value = conversions.promoted(frame.expressions().number(label));
      frame.at(label);
      return frame.draft().apply(Operations.EQ, selector, value);
    }
    if (Enums.isEnum(type)) {
      TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
      return new EnumConstants(frame, element).is(label, selector, constant(frame, element, label));
    }
    return areEqual(frame, label, selector, frame.single(frame.expressions().value(label)));
  }

  /** Whether, at run time, a text, which must not be null, is equal to another one. */
  static Value areEqual(Frame frame, Tree at, Value text, Value other) {
    Callee callee =
        new Callee.Member(Callee.Member.Kind.METHOD, "java.lang.String", "equals", true);
    Value equal = new Value(Type.BOOLEAN, "");
    return frame.at(at).call(callee, List.of(equal), List.of(text, other)).get(0);
  }

  /** Returns the constant of an enum that a label names. */
  static VariableElement constant(Frame frame, TypeElement type, ExpressionTree label) {
    String name =
        label instanceof IdentifierTree identifier
            ? identifier.getName().toString()
            : label instanceof MemberSelectTree select ? select.getIdentifier().toString() : "";
    return Enums.constants(type).stream()
        .filter(each -> each.getSimpleName().contentEquals(name))
        .findFirst()
        .orElseThrow(() -> frame.names().wrong(label));
  }
}
