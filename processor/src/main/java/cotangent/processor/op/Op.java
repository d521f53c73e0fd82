package cotangent.processor.op;

import cotangent.processor.graph.Operation;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of operations: all that any stage knows about one operation.
 *
 * @param name its name in graph text, such as {@code tanh}
 * @param typing the result's type from the operands' types
 * @param evaluator what it computes, on boxed operands
 * @param slopes for each operand how it carries a derivative; empty where the operation is
 *     piecewise constant or not about real numbers
 * @param syntax how Java writes it
 * @param cost what it costs to compute it again
 * @param traits what else the stages must know
 */
public record Op(
    String name,
    Typing typing,
    Evaluator evaluator,
    List<Slope> slopes,
    Syntax syntax,
    Cost cost,
    Set<Trait> traits)
    implements Operation {

  public Op {
    slopes = List.copyOf(slopes);
    traits = Set.copyOf(traits);
  }

  /** Returns a result type, or throws IllegalArgumentException. */
  public interface Typing {
    Type of(List<Type> operands);
  }

  /** Computes on boxed numbers. */
  public interface Evaluator {
    Object of(List<Object> operands);

    /** As {@link Operation#onDoubles}. */
    default @Nullable DoubleBinaryOperator onDoubles() {
      return null;
    }
  }

  /**
   * Scales a tangent or cotangent {@code t} by the partial derivative by one operand. Since it
   * scales, it may divide where that is better than multiplying by a reciprocal. It may use the
   * operands {@code x} and the result {@code y}.
   */
  public interface Slope {
    /** Returns the scaled value; null for zero. */
    @Nullable Value scale(Formula f, List<Value> x, Value y, Value t);

    /** The operand passes on what arrives unchanged (but for a conversion of its type). */
    Slope ONE = (f, x, y, t) -> t;

    /** The operand has no influence on the derivative. */
    Slope NONE = (f, x, y, t) -> null;
  }

  /** What it costs to compute the operation again. */
  public enum Cost {
    /** Like an addition: computing it again is cheaper than keeping the result. */
    CHEAP,
    /** Like a logarithm: the result is worth keeping. */
    COSTLY
  }

  /** Properties that change what stages may do. */
  public enum Trait {
    /** May throw an exception on operands that aren't real numbers; see {@link #traps}. */
    TRAPS,
    /**
     * Some slope can be infinite or undefined, so that a zero tangent or cotangent must not be
     * scaled by it.
     */
    SINGULAR,
    /**
     * The same where the value is infinite: {@code exp} of a large number is, and its slope too.
     */
    OVERFLOWS,
    /** Some slope can be infinite where the value is finite: a root has one at zero. */
    STEEP,
    /** No slope is zero at a finite point. */
    NEVER_FLAT,
    /** The result is one of the operands, and the others take no part in it. */
    CHOOSES,
    COMMUTATIVE,
    /**
     * Java leaves the last bit to the machine, so computing it at compile time could differ from
     * the program.
     */
    INEXACT
  }

  /** How Java writes an operation. */
  public sealed interface Syntax {
    /** {@code a + b}. */
    record Infix(String token) implements Syntax {}

    /** {@code -a}. */
    record Prefix(String token) implements Syntax {}

    /** {@code (double) a}. */
    record Cast(Type type) implements Syntax {}

    /**
     * {@code Math.tanh(a)}.
     *
     * @param widens whether all forms of the method take {@code double} only, so that Java itself
     *     widens what it is given
     */
    record Static(String inPackage, String owner, String method, boolean widens) implements Syntax {
      /** Returns the whole name of the class. */
      public String qualifiedOwner() {
        return inPackage + "." + owner;
      }
    }

    /** {@code a.length}. */
    record Length() implements Syntax {}

    /** {@code c ? a : b}. */
    record Conditional() implements Syntax {}

    /** Not at all: it is written out earlier. */
    record Unwritten() implements Syntax {}
  }

  /** There is one object for each row. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public Type type(List<Type> operands) {
    return typing.of(operands);
  }

  @Override
  public Object evaluate(List<Object> operands) {
    return evaluator.of(operands);
  }

  @Override
  public @Nullable DoubleBinaryOperator onDoubles() {
    return evaluator.onDoubles();
  }

  /** Whether there is a result for operands of such types. */
  public boolean accepts(List<Type> operands) {
    try {
      typing.of(operands);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  /**
   * Whether it may throw an exception on such operands, so that it mustn't be removed or moved out
   * of a branch: division by zero does on whole numbers, but not on real ones.
   */
  public boolean traps(List<Value> operands) {
    return traits.contains(Trait.TRAPS)
        && operands.stream().noneMatch(operand -> operand.type().isReal());
  }

  /** Returns a name for a result that nobody named; empty for operators. */
  public String hint() {
    return syntax instanceof Syntax.Length
        ? "length"
        : syntax instanceof Syntax.Static method ? method.method() : "";
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Returns the same row with more traits. */
  Op with(Trait... more) {
    Set<Trait> all = new HashSet<>(traits);
    all.addAll(List.of(more));
    return new Op(name, typing, evaluator, slopes, syntax, cost, all);
  }

  /** Returns the same row at another cost. */
  Op costing(Cost newCost) {
    return new Op(name, typing, evaluator, slopes, syntax, newCost, traits);
  }

  /** Returns the slope by an operand; {@link Slope#NONE} where there is none. */
  public Slope slope(int operand) {
    return operand < slopes.size() ? slopes.get(operand) : Slope.NONE;
  }

  @Override
  public String toString() {
    return name;
  }
}
