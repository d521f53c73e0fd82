package cotangent.processor.read.frame;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Value;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Makes a branch from two actions: what they assign differently becomes its results. */
public final class Branches {
  private final Frame frame;
  private final Draft draft;
  private final Environment environment;

  /**
   * What an arm leaves behind: its steps, the variables it assigned, and how it ended.
   *
   * @param before where it began
   */
  record Arm(
      Environment.Mark before,
      GraphBuilder builder,
      Map<Variable, @Nullable Term> values,
      Flow flow) {}

  public Branches(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.environment = frame.environment();
  }

  /** Carries out one action or the other, and goes on with what both left behind. */
  public void branch(Tree at, Value condition, Runnable then, Runnable otherwise) {
    if (draft.known(condition) instanceof Boolean truth) {
      (truth ? then : otherwise).run();
      return;
    }
    Arm one = arm(condition, true, then);
    Arm other = arm(condition, false, otherwise);
    if (one.flow.isNever() || other.flow.isNever()) {
      detour(at, condition, one, other);
    } else {
      new Join(frame, condition, one, other).join(at);
    }
  }

  /** Carries out an action unless it was jumped over; then only that is remembered. */
  public void unless(Tree at, Value left, Flow gone, Runnable action) {
    Arm one = arm(left, true, () -> frame.flow(gone));
    Arm other = arm(left, false, action);
    if (other.flow.isNever()) {
      detour(at, left, one, other);
    } else {
      new Join(frame, left, one, other).joinUnless(at);
    }
  }

  /** Returns a value that one action or the other computes. */
  public Term choose(Tree at, Value condition, Variable result, Runnable then, Runnable otherwise) {
    branch(at, condition, then, otherwise);
    return taken(result);
  }

  /**
   * Returns what one action or the other gives.
   *
   * @param type what both give; void where they give nothing
   */
  public Term either(
      Tree at, Value condition, TypeMirror type, Supplier<Term> then, Supplier<Term> otherwise) {
    if (type.getKind() == TypeKind.VOID) {
      branch(at, condition, forItsEffects(then), forItsEffects(otherwise));
      return frame.nothing();
    }
    Variable result = environment.unnamed("", type);
    return choose(
        at,
        condition,
        result,
        () -> environment.set(result, then.get()),
        () -> environment.set(result, otherwise.get()));
  }

  private static Runnable forItsEffects(Supplier<Term> action) {
    return () -> {
      Term unused = action.get();
    };
  }

  private Term taken(Variable result) {
    Term value = environment.get(result);
    environment.forget(result);
    if (value == null) {
      throw new Diverged();
    }
    return value;
  }

  /**
   * Returns a value that one action or the other computes, after both were converted to one type.
   *
   * @param common gives the type, from the types of both
   * @param conversion converts a value to it
   */
  public Term choose(
      Tree at,
      Value condition,
      Variable result,
      Runnable then,
      Runnable otherwise,
      BinaryOperator<TypeMirror> common,
      BiFunction<Term, TypeMirror, Term> conversion) {
    Arm one = arm(condition, true, then);
    Arm other = arm(condition, false, otherwise);
    Term a = one.values.get(result);
    Term b = other.values.get(result);
    if (one.flow.isNever() || other.flow.isNever() || a == null || b == null) {
      detour(at, condition, one, other);
      return taken(result);
    }
    TypeMirror type = common.apply(a.type(), b.type());
    draft.in(one.builder, () -> one.values.put(result, conversion.apply(a, type)));
    draft.in(other.builder, () -> other.values.put(result, conversion.apply(b, type)));
    new Join(frame, condition, one, other).join(at);
    return taken(result);
  }

  private Arm arm(Value condition, boolean truth, Runnable action) {
    GraphBuilder builder = new GraphBuilder();
    Environment.Mark before = environment.mark();
    frame.flow(Flow.ON);
    Runnable tested =
        () -> {
          draft.nullTests().hold(condition, truth);
          action.run();
        };
    frame.region(builder, tested);
    return new Arm(before, builder, environment.undo(before), frame.flow());
  }

  /** Leaves an arm that never ends in the branch, and lets the other one follow it. */
  private void detour(Tree at, Value condition, Arm one, Arm other) {
    boolean oneNever = one.flow.isNever();
    Region nothing = new GraphBuilder().yield();
    Arm ending = oneNever ? other : one;
    Region then = oneNever ? one.builder.yield() : nothing;
    Region otherwise = oneNever ? nothing : other.builder.yield();
    frame.at(at).branch(condition, then, otherwise, List.of());
    draft.splice(ending.builder);
    draft.nullTests().hold(condition, !oneNever);
    environment.redo(ending.values);
    frame.flow(ending.flow);
  }
}
