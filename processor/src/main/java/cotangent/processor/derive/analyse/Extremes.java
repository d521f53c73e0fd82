package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds where zero can meet infinity while derivatives are multiplied: which numbers may be
 * infinite although the method's arguments are not, and which may have infinite derivatives. Sums
 * and products of finite numbers are taken to be finite, except for products of what a loop
 * carries. Quotients, logarithms and powers are taken to be infinite only where their own region
 * shows that they may be: they are everywhere, and seldom of zero.
 */
public final class Extremes {
  /** Operations that are finite at infinity, so that their slope is zero there. */
  private static final Set<Op> LEVELLING =
      named("tanh", "sigmoid", "atan", "exp", "expm1", "atan2");

  private static final Set<Op> FUSED = named("fma");
  private static final Set<Op> POWERS = named("pow");
  private static final Set<Op> SCALING = named("toDegrees", "toRadians", "copySign");

  private static final Set<Op> LINEAR =
      Set.of(
          Operations.ADD,
          Operations.SUB,
          Operations.NEG,
          Operations.SELECT,
          Operations.UNLESS_ZERO,
          Operations.SEEN_AS);

  private final Graph graph;
  private final Storage storage;
  private final Places places;
  private final Tested tested;
  private final Signs signs;
  private final Set<Object> infinite = new HashSet<>();
  private final Set<Object> steep = new HashSet<>();
  private final Set<Value> quotients = new HashSet<>();
  private final Set<Value> growing = new HashSet<>();
  private boolean changed;

  Extremes(Graph graph, Storage storage) {
    this.graph = graph;
    this.storage = storage;
    this.places = Places.throughout(graph);
    this.tested = new Tested(places::definition);
    this.signs = new Signs(places::definition, tested);
    List<Region> bodies = places.bodies();
    bodies.forEach(tested::body);
    do {
      changed = false;
      bodies.forEach(this::follow);
    } while (changed);
    bodies.forEach(body -> findGrowing(body, Set.of()));
  }

  /** Finds what depends on what a loop carries, where such numbers are multiplied by each other. */
  private void findGrowing(Region region, Set<Value> carried) {
    Set<Value> dependent = new HashSet<>(carried);
    boolean multiplies = false;
    for (Step step : region.steps()) {
      for (Region inner : step.regions()) {
        Set<Value> inside = new HashSet<>(dependent);
        if (step instanceof Step.Loop loop) {
          inside.addAll(loop.carried());
        } else if (step instanceof Step.While loop) {
          inside.addAll(loop.carried());
        }
        findGrowing(inner, inside);
      }
      if (step instanceof Step.Apply apply && !Collections.disjoint(apply.operands(), dependent)) {
        dependent.add(apply.result());
        multiplies |=
            apply.operation() == Operations.MUL && dependent.containsAll(apply.operands());
      }
    }
    if (multiplies) {
      growing.addAll(dependent);
    }
  }

  /** The same as {@link #mayBeInfinite}, but also counts what may grow from round to round. */
  public boolean mayOverflow(Step.Apply apply, int operand) {
    return mayBeInfinite(apply, operand)
        || apply.operation() == Operations.MUL
            && growing.contains(apply.operands().get(1 - operand));
  }

  /** Whether the slope of an operation by an operand may be infinite, or undefined. */
  public boolean mayBeInfinite(Step.Apply apply, int operand) {
    Op op = (Op) apply.operation();
    if (isFactor(op, operand)) {
      Value other = apply.operands().get(1 - operand);
      return infinite.contains(key(other)) || quotients.contains(other);
    }
    return (op.is(Op.Trait.SINGULAR) || op.is(Op.Trait.OVERFLOWS)) && !hasFiniteSlopes(apply);
  }

  /** Whether an operand is multiplied by a quotient, which is infinite where something is zero. */
  public boolean isByQuotient(Step.Apply apply, int operand) {
    return isFactor((Op) apply.operation(), operand)
        && quotients.contains(apply.operands().get(1 - operand));
  }

  /** Whether an operand is multiplied by the other one of the first two. */
  private static boolean isFactor(Op op, int operand) {
    return op == Operations.MUL || isFused(op) && operand < 2;
  }

  /** Whether an infinite derivative of an operand may meet a slope that is zero. */
  public boolean mayLevelInfinity(Step.Apply apply, int operand) {
    Value value = apply.operands().get(operand);
    return isSteep(value, apply) && mayVanish(apply, operand)
        || infinite.contains(key(value)) && vanishesAtInfinity(apply, operand);
  }

  /** Whether the slope by an operand may be zero where all numbers are finite. */
  public boolean mayVanish(Step.Apply apply, int operand) {
    Op op = (Op) apply.operation();
    if (isFactor(op, operand)) {
      return !signs.isCertainlyNotZero(apply.operands().get(1 - operand));
    } else if (op == Operations.DIV) {
      return operand == 1 && !signs.isCertainlyNotZero(apply.operands().get(0));
    }
    return op.is(Op.Trait.CHOOSES)
        || !(isLinear(op) || op.is(Op.Trait.NEVER_FLAT) || op.slope(operand) == Op.Slope.ONE);
  }

  /** Whether the slope by an operand is zero where the operand is infinite. */
  public static boolean vanishesAtInfinity(Step.Apply apply, int operand) {
    Op op = (Op) apply.operation();
    return op == Operations.DIV ? operand == 1 : op.is(Op.Trait.CHOOSES) || LEVELLING.contains(op);
  }

  /** Returns the operations of {@code Math} and {@code StrictMath} with these names. */
  private static Set<Op> named(String... names) {
    Set<Op> named = new HashSet<>();
    for (String name : names) {
      named.add(Operations.byName(name));
      if (Operations.isName("StrictMath." + name)) {
        named.add(Operations.byName("StrictMath." + name));
      }
    }
    return named;
  }

  private static boolean isFused(Op op) {
    return FUSED.contains(op);
  }

  private static boolean isLinear(Op op) {
    return LINEAR.contains(op) || op.syntax() instanceof Op.Syntax.Cast || SCALING.contains(op);
  }

  private Object key(Value value) {
    return value.type().isArray() ? storage.leaf(value) : value;
  }

  private void move(Value to, Value from) {
    if (to.type().leaf().isReal()) {
      changed |= infinite.contains(key(from)) && infinite.add(key(to));
      changed |= steep.contains(key(from)) && steep.add(key(to));
    }
  }

  private void move(List<Value> to, List<Value> from) {
    for (int i = 0; i < Math.min(to.size(), from.size()); i++) {
      move(to.get(i), from.get(i));
    }
  }

  private void follow(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Loop loop) {
        move(loop.carried(), loop.initial());
      } else if (step instanceof Step.While loop) {
        move(loop.carried(), loop.initial());
      }
      for (Region inner : step.regions()) {
        follow(inner);
      }
      follow(step);
    }
  }

  private void follow(Step step) {
    if (step instanceof Step.Apply apply) {
      follow(apply);
    } else if (step instanceof Step.Call call
        && call.callee() instanceof Callee.Function function) {
      graph.functions().stream()
          .filter(each -> each.name().equals(function.name()))
          .forEach(
              each -> {
                move(each.parameters(), call.operands());
                move(call.results(), each.results());
              });
    } else {
      Moves.of(step).forEach(move -> move(move.to(), move.from()));
    }
  }

  private void follow(Step.Apply apply) {
    Value result = apply.result();
    Op op = (Op) apply.operation();
    if (!result.type().isReal() || op.slopes().isEmpty()) {
      return;
    }
    boolean isQuotient = op.is(Op.Trait.SINGULAR) && givesInfinity(apply);
    for (int i = 0; i < apply.operands().size(); i++) {
      Value operand = apply.operands().get(i);
      changed |= isSteep(operand, apply) && steep.add(result);
      changed |=
          infinite.contains(operand) && !vanishesAtInfinity(apply, i) && infinite.add(result);
      isQuotient |= quotients.contains(operand) && (isLinear(op) || op == Operations.MUL);
    }
    if (op.is(Op.Trait.CHOOSES) && !Collections.disjoint(apply.operands(), infinite)
        || op.is(Op.Trait.OVERFLOWS) && givesInfinity(apply)) {
      changed |= infinite.add(result);
    }
    if (isSteep(apply)) {
      changed |= steep.add(result);
    }
    changed |= isQuotient && quotients.add(result);
  }

  Places places() {
    return places;
  }

  /** Whether a slope may be infinite where the result is finite. */
  boolean isSteep(Step.Apply apply) {
    return ((Op) apply.operation()).is(Op.Trait.STEEP) && !hasFiniteSlopes(apply);
  }

  /** Whether finite operands can have an infinite result. */
  private boolean givesInfinity(Step.Apply apply) {
    Op op = (Op) apply.operation();
    boolean isBounded = op.is(Op.Trait.STEEP) && !POWERS.contains(op);
    return (op.is(Op.Trait.SINGULAR) || op.is(Op.Trait.OVERFLOWS))
        && !isBounded
        && !hasFiniteSlopes(apply);
  }

  /**
   * Whether an operand may have an infinite derivative where it is used: a root has none where a
   * test has made sure that it isn't zero.
   */
  private boolean isSteep(Value operand, Step.Apply use) {
    return steep.contains(key(operand))
        && !(places.definition(operand) instanceof Step.Apply root
            && Signs.isZeroAtZeroOnly(root)
            && Collections.disjoint(root.operands(), steep)
            && tested.isNotZero(operand, places.region(use.result())));
  }

  private boolean hasFiniteSlopes(Step.Apply apply) {
    return signs.hasFiniteSlopes(
        (Op) apply.operation(), apply.operands(), places.region(apply.result()));
  }
}
