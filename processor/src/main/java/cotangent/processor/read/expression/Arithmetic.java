package cotangent.processor.read.expression;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.object.Specialised;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;

/** Reads Java's operators, with its promotion of operands. */
public final class Arithmetic {
  private final Frame frame;
  private final Conversions conversions;

  public Arithmetic(Frame frame) {
    this.frame = frame;
    this.conversions = new Conversions(frame);
  }

  /** Applies a binary operator to operands that were evaluated in order. */
  public Term binary(Tree at, Tree.Kind operator, Term left, Term right) {
    if (operator == Tree.Kind.PLUS
        && (Conversions.isString(left.type()) || Conversions.isString(right.type()))) {
      return concatenation(at, List.of(left, right));
    }
    boolean equality = operator == Tree.Kind.EQUAL_TO || operator == Tree.Kind.NOT_EQUAL_TO;
    if (equality && !left.type().getKind().isPrimitive() && !right.type().getKind().isPrimitive()) {
      return references(at, operator, left, right);
    }
    Value a = conversions.scalar(at, left);
    Value b = conversions.scalar(at, right);
    if ((a.type() == Type.BOOLEAN) != (b.type() == Type.BOOLEAN)) {
      throw frame.names().wrong(at);
    }
    if (isShift(operator)) {
      return apply(at, operator, conversions.promoted(a), conversions.promoted(b));
    } else if (a.type() == Type.BOOLEAN) {
      return apply(at, operator, a, b);
    }
    Type type = Conversions.promoted(a.type(), b.type());
    return apply(at, operator, frame.draft().cast(a, type), frame.draft().cast(b, type));
  }

  private Term references(Tree at, Tree.Kind operator, Term left, Term right) {
    boolean isNullTested =
        Specialised.isUnboxed(left) && isNull(right)
            || Specialised.isUnboxed(right) && isNull(left);
    if (left.isObject() || right.isObject() || isNullTested) {
      Value same = new Objects(frame).areSame(at, left, right);
      boolean asks = operator == Tree.Kind.EQUAL_TO;
      return conversions.term(asks ? same : frame.draft().not(same));
    }
    if (!conversions.casts().arePossible(left.type(), right.type())) {
      throw frame.names().wrong(at);
    }
    if (left instanceof Term.Single a
        && right instanceof Term.Single b
        && !a.value().type().isScalar()
        && !b.value().type().isScalar()) {
      if (frame.draft().known(a.value()) instanceof String one
          && frame.draft().known(b.value()) instanceof String other) {
        boolean same = one.equals(other); // Java keeps one object for equal constants
        return conversions.term(frame.draft().constant(same == (operator == Tree.Kind.EQUAL_TO)));
      }
      return apply(at, operator, a.value(), b.value());
    }
    if (isNull(left) || isNull(right)) {
      Term asked = isNull(left) ? right : left;
      if (asked instanceof Term.Tuple tensor && Component.isTensor(tensor.known())) {
        Value is = AbsentTensors.of(frame.reading()).isNull(frame, at, tensor);
        return conversions.term(operator == Tree.Kind.EQUAL_TO ? is : frame.draft().not(is));
      }
      Identities.rejectNullable(frame.reading().representations(), asked);
      if (asked instanceof Term.Tuple) {
        AskedRecords.of(frame.reading()).compare(asked);
        throw frame.refusal(at, Problem.NULL_RECORD, Spelling.of(asked.type()));
      }
    }
    throw frame.refusal(at, Problem.IDENTITY);
  }

  private static boolean isNull(Term term) {
    return term.type().getKind() == TypeKind.NULL;
  }

  private Term apply(Tree at, Tree.Kind operator, Value a, Value b) {
    Op op = operation(operator);
    try {
      frame.at(at);
      return conversions.term(frame.draft().apply(op, a, b));
    } catch (IllegalArgumentException doesNotTakeThem) {
      throw frame.names().wrong(at);
    }
  }

  private static boolean isShift(Tree.Kind operator) {
    return operator == Tree.Kind.LEFT_SHIFT
        || operator == Tree.Kind.RIGHT_SHIFT
        || operator == Tree.Kind.UNSIGNED_RIGHT_SHIFT;
  }

  private static Op operation(Tree.Kind operator) {
    return switch (operator) {
      case PLUS -> Operations.ADD;
      case MINUS -> Operations.SUB;
      case MULTIPLY -> Operations.MUL;
      case DIVIDE -> Operations.DIV;
      case REMAINDER -> Operations.REM;
      case AND -> Operations.AND;
      case OR -> Operations.OR;
      case XOR -> Operations.XOR;
      case LEFT_SHIFT -> Operations.SHL;
      case RIGHT_SHIFT -> Operations.SHR;
      case UNSIGNED_RIGHT_SHIFT -> Operations.USHR;
      case LESS_THAN -> Operations.LT;
      case LESS_THAN_EQUAL -> Operations.LE;
      case GREATER_THAN -> Operations.GT;
      case GREATER_THAN_EQUAL -> Operations.GE;
      case EQUAL_TO -> Operations.EQ;
      case NOT_EQUAL_TO -> Operations.NE;
      default -> throw new IllegalArgumentException("no binary operator: " + operator);
    };
  }

  /** Returns the operator that a compound assignment carries out. */
  static Tree.Kind operator(Tree.Kind compound) {
    return switch (compound) {
      case PLUS_ASSIGNMENT -> Tree.Kind.PLUS;
      case MINUS_ASSIGNMENT -> Tree.Kind.MINUS;
      case MULTIPLY_ASSIGNMENT -> Tree.Kind.MULTIPLY;
      case DIVIDE_ASSIGNMENT -> Tree.Kind.DIVIDE;
      case REMAINDER_ASSIGNMENT -> Tree.Kind.REMAINDER;
      case AND_ASSIGNMENT -> Tree.Kind.AND;
      case OR_ASSIGNMENT -> Tree.Kind.OR;
      case XOR_ASSIGNMENT -> Tree.Kind.XOR;
      case LEFT_SHIFT_ASSIGNMENT -> Tree.Kind.LEFT_SHIFT;
      case RIGHT_SHIFT_ASSIGNMENT -> Tree.Kind.RIGHT_SHIFT;
      case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> Tree.Kind.UNSIGNED_RIGHT_SHIFT;
      default -> throw new IllegalArgumentException("no compound assignment: " + compound);
    };
  }

  /** Applies {@code + - ~ !}. */
  public Term unary(Tree at, Tree.Kind operator, Term operand) {
    Value value = conversions.scalar(at, operand);
    if ((operator == Tree.Kind.LOGICAL_COMPLEMENT) != (value.type() == Type.BOOLEAN)) {
      throw frame.names().wrong(at);
    }
    frame.at(at);
    return switch (operator) {
      case UNARY_PLUS -> conversions.term(conversions.promoted(value));
      case UNARY_MINUS -> conversions.term(negated(conversions.promoted(value)));
      case BITWISE_COMPLEMENT ->
          conversions.term(frame.draft().apply(Operations.INVERT, conversions.promoted(value)));
      case LOGICAL_COMPLEMENT -> conversions.term(frame.draft().not(value));
      default -> throw new IllegalArgumentException("no unary operator: " + operator);
    };
  }

  private Value negated(Value number) {
    Object known = frame.draft().known(number);
    return known == null
        ? frame.draft().apply(Operations.NEG, number)
        : frame.draft().constant(number.type(), Operations.NEG.evaluate(List.of(known)));
  }

  /** Adds or subtracts one, in the type of the variable. */
  Term step(Tree at, Term old, boolean up) {
    Value number = conversions.scalar(at, old);
    if (number.type() == Type.BOOLEAN) {
      throw frame.names().wrong(at);
    }
    Value one = frame.draft().cast(frame.draft().constant(1), conversions.promoted(number).type());
    Term sum = binary(at, up ? Tree.Kind.PLUS : Tree.Kind.MINUS, old, conversions.term(one));
    return conversions.to(
        at, conversions.to(at, sum, conversions.primitive(number.type())), old.type());
  }

  /** Makes a text of values. */
  Term concatenation(Tree at, List<Term> parts) {
    List<Value> operands = new ArrayList<>();
    for (Term part : parts) {
      if (part.type().getKind() == TypeKind.VOID) {
        throw frame.names().wrong(at);
      }
      operands.add(frame.calling().told(at, part));
    }
    Callee callee =
        new Callee.Member(Callee.Member.Kind.CONCATENATION, "java.lang.String", "concat", true);
    GraphBuilder here = frame.at(at);
    Value text = here.call(callee, List.of(new Value(Type.STRING, "")), operands).get(0);
    return new Term.Single(conversions.string(), text);
  }
}
