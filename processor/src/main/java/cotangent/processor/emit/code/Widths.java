package cotangent.processor.emit.code;

import cotangent.processor.emit.java.Literals;
import cotangent.processor.emit.java.TypeText;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How wide each value would be if it were written where it is used. This decides which values get a
 * variable, because their expression is too long or the user gave them a name, and which branches
 * are short enough for {@code c ? a : b}. It also bounds how deep expressions nest.
 */
final class Widths {
  private static final int LINE = 76;
  private static final int WORTH_A_NAME = 24;
  private static final int UNNAMED = 2;

  /** Text counts for no more than this, since a name seldom helps. */
  private static final int TEXT = 20;

  private final Layout layout;
  private final Uses uses;
  private final Map<Value, Integer> widths = new HashMap<>();
  private final Set<Value> locals = new HashSet<>();

  Widths(Layout layout, Uses uses, Region body) {
    this.layout = layout;
    this.uses = uses;
    measure(body);
  }

  /**
   * Whether a value may be written where it is used: it is used once or costs nothing, and doesn't
   * get too long.
   */
  boolean isEmbedded(Value value) {
    return fits(value) && (uses.count(value) == 1 || isFree(value));
  }

  /** Whether a value is an expression that needs no variable for its length or name. */
  boolean fits(Value value) {
    return widths.containsKey(value) && !locals.contains(value);
  }

  /** Whether a value may be written as often as it is used. */
  boolean isFree(Value value) {
    Uses.Site site = uses.site(value);
    Step step = site == null ? null : site.step();
    if (!(step instanceof Step.Apply apply)) {
      return step instanceof Step.Constant || Effect.isClassLiteral(step);
    }
    Value operand = layout.origin(apply.operands().get(0));
    if (apply.operation() == Operations.HOLDS) {
      return true;
    }
    boolean isCheap =
        apply.operation() == Operations.LENGTH
            || (apply.operation() instanceof Op op
                && op.syntax() instanceof Op.Syntax.Cast cast
                && cast.type().isReal());
    return isCheap && isSteady(operand);
  }

  /** Requires a variable for a value. */
  void demandLocal(Value value) {
    if (!isFree(value)) {
      locals.add(value);
    }
  }

  /** Whether a branch is written as an expression. */
  boolean isChoice(Step.Branch branch) {
    return branch.results().size() == 1 && widths.containsKey(branch.results().get(0));
  }

  /** Whether a value has a variable to itself, as far as can be told. */
  private boolean isSteady(Value value) {
    Uses.Site site = uses.site(value);
    boolean isVariable = site == null || uses.count(value) > 1;
    return isVariable && !uses.isMoved(value) && (site == null || site.step().regions().isEmpty());
  }

  private void measure(Region region) {
    for (Step step : layout.steps(region)) {
      step.regions().forEach(this::measure);
      seenOtherwise(step);
      if (step.results().size() == 1 && isExpression(step)) {
        measure(step, step.results().get(0));
      }
    }
  }

  /**
   * Demands variables for operands that are cast to the type that the program sees them as: Java
   * may know that type of the expression itself, and then {@code -Xlint} calls the cast redundant.
   */
  private void seenOtherwise(Step step) {
    if (step instanceof Step.Apply apply && apply.operation() == Operations.HOLDS) {
      demandLocal(layout.origin(apply.operands().get(0)));
    }
    if (!(step instanceof Step.Call call
        && call.callee() instanceof Callee.Member member
        && member.accessible())) {
      return;
    }
    if (member.kind() == Callee.Member.Kind.METHOD
        && isInferred(layout.origin(call.operands().get(0)))) {
      demandLocal(layout.origin(call.operands().get(0)));
    }
    boolean isMadeCast = member.kind() == Callee.Member.Kind.CAST && call.position().isMade();
    for (int i = 0; i < call.operands().size(); i++) {
      Value operand = layout.origin(call.operands().get(i));
      boolean isCast =
          i < member.signature().size()
              && !operand.type().isScalar()
              && !TypeText.erased(operand.type())
                  .equals(TypeText.erased(member.signature().get(i)));
      if (isMadeCast || isCast) {
        demandLocal(operand);
      }
    }
  }

  /**
   * Whether Java finds the type arguments of an expression by what it is assigned to, as those of
   * {@code Collections.emptySet()}, and wouldn't where a method is called on it.
   */
  private boolean isInferred(Value object) {
    Uses.Site site = uses.site(object);
    if (site == null || !object.type().toString().contains("<")) {
      return false;
    }
    Step step = site.step();
    boolean isChoice =
        step instanceof Step.Branch
            || step instanceof Step.Apply apply && apply.operation() == Operations.SELECT;
    return isChoice
        || step instanceof Step.Call call
            && call.callee() instanceof Callee.Member member
            && member.accessible()
            && member.kind() == Callee.Member.Kind.STATIC_METHOD;
  }

  private boolean isExpression(Step step) {
    boolean isAttempt =
        step instanceof Step.Call call
            && call.callee() instanceof Callee.Member member
            && member.attempted() != null;
    return step instanceof Step.Branch branch
        ? fitsChoice(branch)
        : step.regions().isEmpty() && !isAttempt;
  }

  private void measure(Step step, Value result) {
    List<Value> parts = layout.origins(step.operands());
    int total = own(step) + parts.stream().mapToInt(this::width).sum();
    for (Region arm : step.regions()) {
      total += width(layout.origin(arm.yields().get(0)));
    }
    while (total > LINE && !parts.isEmpty()) {
      Value widest = parts.get(0);
      for (Value part : parts) {
        widest = width(part) > width(widest) ? part : widest;
      }
      if (!isEmbedded(widest) || isFree(widest)) {
        break;
      }
      total -= width(widest);
      locals.add(widest);
      total += width(widest);
    }
    widths.put(result, total);
    if (!result.name().isEmpty() && total > WORTH_A_NAME && !uses.isStored(result)) {
      locals.add(result);
    }
  }

  private int width(Value value) {
    if (isEmbedded(value)) {
      return Objects.requireNonNull(widths.get(value));
    }
    return value.name().isEmpty() ? UNNAMED : value.name().length();
  }

  private static int own(Step step) {
    if (step instanceof Step.Constant constant) {
      int length =
          TypeText.plain(Literals.text(constant.result().type(), constant.value())).length();
      return constant.value() instanceof String ? Math.min(length, TEXT) : length;
    } else if (step instanceof Step.Apply apply && apply.operation() instanceof Op op) {
      if (op.syntax() instanceof Op.Syntax.Infix infix) {
        return infix.token().length() + 2;
      } else if (op.syntax() instanceof Op.Syntax.Static method) {
        return method.owner().length() + method.method().length() + 3;
      } else if (op.syntax() instanceof Op.Syntax.Prefix) {
        return 1;
      }
      return 8;
    }
    return step instanceof Step.Read ? 2 : step instanceof Step.Branch ? 6 : 8;
  }

  private boolean fitsChoice(Step.Branch branch) {
    if (branch.then().diverges() || branch.otherwise().diverges() || holdsLock(branch)) {
      return false;
    }
    Value result = branch.results().get(0);
    Value then = layout.origin(branch.then().yields().get(0));
    Value otherwise = layout.origin(branch.otherwise().yields().get(0));
    return isOneExpression(branch.then(), then)
        && isOneExpression(branch.otherwise(), otherwise)
        && width(then) + width(otherwise) + width(layout.origin(branch.condition())) + 6 <= LINE
        && (result.type() == Type.BOOLEAN
            || !(isUpdate(result, then, branch.then())
                || isUpdate(result, otherwise, branch.otherwise())));
  }

  /** Whether a branch is a lock, whose first arm is always taken. */
  boolean holdsLock(Step.Branch branch) {
    Uses.Site site = uses.site(layout.origin(branch.condition()));
    return site != null
        && site.step() instanceof Step.Apply apply
        && apply.operation() == Operations.HOLDS;
  }

  /** Whether an arm leaves the user's variable as it is: {@code if (x > m) m = x}. */
  private boolean isUpdate(Value result, Value yield, Region arm) {
    Uses.Site site = uses.site(yield);
    boolean isOuter = site == null || (site.region() != arm && !isFree(yield));
    return isOuter && !result.name().isEmpty() && result.name().equals(yield.name());
  }

  /** Whether all that a region does can be written as the expression of what it yields. */
  private boolean isOneExpression(Region arm, Value yield) {
    List<Step> effects = new ArrayList<>();
    for (Step step : layout.steps(arm)) {
      if (uses.isDead(step)) {
        continue;
      }
      if (step.results().size() != 1 || !isEmbedded(step.results().get(0))) {
        return false;
      }
      if (Effect.of(step) != Effect.NONE) {
        effects.add(step);
      }
    }
    List<Step> evaluated = new ArrayList<>();
    evaluation(yield, arm, evaluated);
    return evaluated.equals(effects);
  }

  /**
   * Collects the steps with effects inside an expression, in the order of evaluation. Java
   * evaluates only one arm of a choice, so no effect is written there.
   */
  private void evaluation(Value value, Region arm, List<Step> into) {
    Uses.Site site = uses.site(value);
    if (site == null || site.region() != arm || !isEmbedded(value)) {
      return;
    }
    boolean isSelect =
        site.step() instanceof Step.Apply apply && apply.operation() == Operations.SELECT;
    List<Value> operands = site.step().operands();
    (isSelect ? operands.subList(0, 1) : operands)
        .forEach(operand -> evaluation(layout.origin(operand), arm, into));
    if (Effect.of(site.step()) != Effect.NONE) {
      into.add(site.step());
    }
  }
}
