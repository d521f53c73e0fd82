package cotangent.processor.emit.code;

import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.emit.java.InfixOperators;
import cotangent.processor.emit.members.PrivateMethods;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Op;
import cotangent.processor.op.Operations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Turns a graph into statements: a value that is used once is written where it is used, if no
 * effect in between could be told from the other order; each other one becomes a {@link Code.Let}.
 * Regions are gone through backwards, so that each statement takes up what was computed just for
 * it.
 */
public final class Lowering {
  /** How far back to look for an expression, to bound the work in very long methods. */
  private static final int REACH = 400;

  /** The name of a variable that is computed only for the exception that this may throw. */
  private static final String UNUSED = "unused";

  private final PrivateMethods functions;
  private final Layout layout = new Layout();
  private final Uses uses;
  private final Widths widths;
  private final Reordering reordering;
  private final Set<Step> inlined = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * The place of a statement: its expressions are evaluated before the step at the index.
   *
   * @param isLazy whether they may not be evaluated at all
   */
  private record Cursor(Region region, int index, boolean isLazy) {
    Cursor(Region region, int index) {
      this(region, index, false);
    }
  }

  private Lowering(Graph graph, PrivateMethods functions) {
    this.functions = functions;
    uses = new Uses(layout, graph.body());
    widths = new Widths(layout, uses, graph.body());
    reordering = new Reordering(graph, layout, uses);
  }

  /** Returns the statements of a graph; the last one returns its results. */
  public static Block of(Graph graph, PrivateMethods functions) {
    Lowering lowering = new Lowering(graph, functions);
    return lowering.tail(graph.body(), lowering.layout.origins(graph.results()));
  }

  /** Returns a region at whose end the method ends. */
  private Block tail(Region region, List<Value> results) {
    List<Step> steps = layout.steps(region);
    int end = steps.size();
    while (end > 0 && uses.isDead(steps.get(end - 1))) {
      end--;
    }
    Step last = end == 0 ? null : steps.get(end - 1);
    if (last instanceof Step.Branch branch && returnsFromArms(branch, results)) {
      inlined.add(branch);
      Cursor cursor = new Cursor(region, end - 1);
      Block then = tail(branch.then(), chosen(results, branch, branch.then()));
      Block otherwise =
          widths.holdsLock(branch)
              ? new Block(List.of()) // the lock is always held
              : tail(branch.otherwise(), chosen(results, branch, branch.otherwise()));
      return block(region, List.of(new Code.If(expr(branch.condition(), cursor), then, otherwise)));
    }
    if (last instanceof Step.Throw) {
      return block(region, List.of());
    }
    List<Expr> returned = exprs(results, new Cursor(region, end));
    return block(region, List.of(new Code.Return(returned)));
  }

  private boolean returnsFromArms(Step.Branch branch, List<Value> results) {
    if (widths.isChoice(branch)) {
      return false;
    }
    return branch.results().stream().allMatch(r -> uses.count(r) <= 1)
        && results.stream().anyMatch(branch.results()::contains)
        && results.stream().allMatch(r -> branch.results().contains(r) || isLeaf(r));
  }

  private boolean isLeaf(Value value) {
    return uses.site(value) == null || widths.isFree(value) || !widths.isEmbedded(value);
  }

  private List<Value> chosen(List<Value> results, Step.Branch branch, Region arm) {
    Map<Value, Value> yields = new HashMap<>();
    for (int i = 0; i < branch.results().size(); i++) {
      yields.put(branch.results().get(i), layout.origin(arm.yields().get(i)));
    }
    return results.stream().map(result -> yields.getOrDefault(result, result)).toList();
  }

  /** Returns the statements of a region, and those given after them. */
  private Block block(Region region, List<Code> end) {
    Deque<Code> codes = new ArrayDeque<>(end);
    List<Step> steps = layout.steps(region);
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (!inlined.contains(step) && !uses.isDead(step)) {
        List<Code> statements = statements(step, new Cursor(region, i));
        for (int k = statements.size() - 1; k >= 0; k--) {
          codes.addFirst(statements.get(k));
        }
      }
    }
    return new Block(new ArrayList<>(codes));
  }

  private List<Code> statements(Step step, Cursor cursor) {
    if (step instanceof Step.Loop loop) {
      return loop(loop, cursor);
    } else if (step instanceof Step.While loop) {
      return whileLoop(loop);
    } else if (step instanceof Step.Branch branch && !widths.isChoice(branch)) {
      return List.of(branch(branch, cursor));
    } else if (step instanceof Step.Write write) {
      return List.of(write(write, cursor));
    } else if (step.results().isEmpty()) {
      return List.of(new Code.Perform(step, exprs(step.operands(), cursor)));
    } else if (step instanceof Step.Call call && call.results().size() > 1) {
      return severalResults(call, cursor);
    }
    Expr value = computed(step, cursor);
    Value result = step.results().get(0);
    if (uses.count(result) > 0) {
      return List.of(new Code.Let(result, value));
    } else if (isStatement(step) || Uses.findsNull(step)) {
      return List.of(new Code.Perform(step, value.parts()));
    }
    return List.of(new Code.Let(new Value(result.type(), UNUSED), value));
  }

  /** Whether the expression of a step is a statement in Java that does what the step does. */
  private static boolean isStatement(Step step) {
    if (step instanceof Step.Call call && call.callee() instanceof Callee.Member member) {
      if (member.attempted() != null) {
        return false;
      }
      return switch (member.kind()) {
        case STATIC_METHOD, METHOD, COMPONENT, NEW -> true;
        case STATIC_FIELD, FIELD -> !member.accessible(); // a private method reads it
        case CAST, CONCATENATION -> false;
      };
    }
    return step instanceof Step.Call || step instanceof Step.Pop;
  }

  private List<Code> severalResults(Step.Call call, Cursor cursor) {
    List<Code> codes = new ArrayList<>();
    PrivateMethods.Entry function = functions.get(((Callee.Function) call.callee()).name());
    Value record = new Value(new Type.Reference(function.record()), "results");
    Step.Call single =
        new Step.Call(List.of(record), call.callee(), call.operands(), call.position());
    codes.add(new Code.Let(record, new Expr.Computed(single, exprs(call.operands(), cursor))));
    for (int i = 0; i < call.results().size(); i++) {
      Value result = call.results().get(i);
      if (uses.count(result) > 0) {
        String component = function.components().get(i);
        codes.add(
            new Code.Let(
                result, new Expr.Component(new Expr.Local(record), component, result.type())));
      }
    }
    return codes;
  }

  private List<Code> loop(Step.Loop loop, Cursor cursor) {
    Block body = block(loop.body(), List.of(move(loop.carried(), loop.body().yields())));
    Code move = move(loop.carried(), loop.initial());
    Expr to = isBound(layout.origin(loop.to())) ? expr(loop.to(), cursor) : leaf(loop.to());
    Expr from = expr(loop.from(), cursor);
    return List.of(
        move,
        new Code.For(loop.index(), from, to, loop.stride(), body),
        move(loop.results(), loop.carried()));
  }

  /** Whether a value is cheap enough to be computed in each iteration. */
  private boolean isBound(Value value) {
    if (!widths.isEmbedded(value)) {
      return true;
    }
    Step step = uses.step(value);
    Set<Op> cheap = Set.of(Operations.ADD, Operations.SUB, Operations.LENGTH, Operations.MIN);
    return step instanceof Step.Constant
        || (step instanceof Step.Apply apply
            && apply.operation() instanceof Op op
            && cheap.contains(op)
            && layout.origins(apply.operands()).stream().allMatch(this::isBound));
  }

  private List<Code> whileLoop(Step.While loop) {
    Block after = block(loop.after(), List.of(move(loop.carried(), loop.after().yields())));
    Block exit = new Block(List.of(move(loop.results(), loop.exits())));
    Cursor test = new Cursor(loop.before(), layout.steps(loop.before()).size());
    Expr condition = expr(loop.condition(), test);
    Block before = block(loop.before(), List.of());
    return List.of(
        move(loop.carried(), loop.initial()), new Code.Repeat(before, condition, exit, after));
  }

  private Code branch(Step.Branch branch, Cursor cursor) {
    Block then = block(branch.then(), arm(branch, branch.then()));
    Block otherwise = block(branch.otherwise(), arm(branch, branch.otherwise()));
    return new Code.If(expr(branch.condition(), cursor), then, otherwise);
  }

  private List<Code> arm(Step.Branch branch, Region arm) {
    return arm.diverges() ? List.of() : List.of(move(branch.results(), arm.yields()));
  }

  private Code move(List<Value> targets, List<Value> sources) {
    List<Value> live = new ArrayList<>();
    List<Expr> exprs = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      if (uses.count(targets.get(i)) > 0) {
        live.add(targets.get(i));
        exprs.add(leaf(sources.get(i)));
      }
    }
    return new Code.Move(live, exprs);
  }

  /** Returns what costs nothing to write: a variable or a literal. */
  private Expr leaf(Value value) {
    Value origin = layout.origin(value);
    if (widths.isFree(origin)) {
      return free(uses.step(origin));
    }
    widths.demandLocal(origin);
    return new Expr.Local(origin);
  }

  private Expr free(Step step) {
    inlined.add(step);
    return step instanceof Step.Constant constant
        ? literal(constant)
        : new Expr.Computed(step, step.operands().stream().map(this::leaf).toList());
  }

  private static Expr literal(Step.Constant constant) {
    return new Expr.Literal(constant.result().type(), constant.value());
  }

  /** Returns a write; where it adds to what was there before, it takes in the read. */
  private Code write(Step.Write write, Cursor cursor) {
    Value value = layout.origin(write.value());
    Uses.Site site = uses.site(value);
    if (site != null
        && site.step() instanceof Step.Apply apply
        && InfixOperators.isCompound(apply)
        && mayInline(value, cursor)
        && readsPlaceOf(write, layout.origin(apply.operands().get(0)))) {
      Expr addend = expr(apply.operands().get(1), cursor);
      Value old = layout.origin(apply.operands().get(0));
      if (mayInline(old, cursor)) {
        inlined.add(site.step());
        inlined.add(uses.step(old));
        Expr index = placeExpr(write.index(), cursor);
        Expr array = placeExpr(write.array(), cursor);
        return new Code.Store(array, index, InfixOperators.token(apply), addend);
      }
      inlined.add(site.step());
      Expr sum = new Expr.Computed(apply, List.of(new Expr.Local(old), addend));
      Expr index = expr(write.index(), cursor);
      return new Code.Store(expr(write.array(), cursor), index, "", sum);
    }
    Expr stored = expr(write.value(), cursor);
    Expr index = expr(write.index(), cursor);
    return new Code.Store(expr(write.array(), cursor), index, "", stored);
  }

  private boolean readsPlaceOf(Step.Write write, Value old) {
    return uses.site(old) != null
        && uses.step(old) instanceof Step.Read read
        && layout.origin(read.array()) == layout.origin(write.array())
        && layout.origin(read.index()) == layout.origin(write.index());
  }

  /** Returns an operand that the read and the write of a compound assignment share. */
  private Expr placeExpr(Value value, Cursor cursor) {
    Value origin = layout.origin(value);
    boolean isOnlyHere = uses.count(origin) == 2 && widths.fits(origin);
    return isOnlyHere && reaches(origin, cursor)
        ? computed(uses.step(origin), cursor)
        : expr(origin, cursor);
  }

  private List<Expr> exprs(List<Value> values, Cursor cursor) {
    Expr[] exprs = new Expr[values.size()];
    for (int i = exprs.length - 1; i >= 0; i--) {
      exprs[i] = expr(values.get(i), cursor);
    }
    return Arrays.asList(exprs);
  }

  private Expr expr(Value value, Cursor cursor) {
    Value origin = layout.origin(value);
    return mayInline(origin, cursor) ? computed(uses.step(origin), cursor) : new Expr.Local(origin);
  }

  /** Writes what a step computes at a later place. */
  private Expr computed(Step step, Cursor cursor) {
    inlined.add(step);
    if (step instanceof Step.Constant constant) {
      return literal(constant);
    } else if (step instanceof Step.Branch branch) {
      Expr otherwise = armExpr(branch.otherwise());
      Expr then = armExpr(branch.then());
      Type type = branch.results().get(0).type();
      return new Expr.Choice(expr(branch.condition(), cursor), then, otherwise, type);
    } else if (step instanceof Step.Apply apply && apply.operation() == Operations.SELECT) {
      return select(apply, cursor);
    }
    return new Expr.Computed(step, exprs(step.operands(), cursor));
  }

  private Expr armExpr(Region arm) {
    return expr(arm.yields().get(0), new Cursor(arm, layout.steps(arm).size()));
  }

  /** Java evaluates only one of two arms, so no effect may be moved there. */
  private Expr select(Step.Apply select, Cursor cursor) {
    Cursor arm = new Cursor(cursor.region(), cursor.index(), true);
    Expr otherwise = expr(select.operands().get(2), arm);
    Expr then = expr(select.operands().get(1), arm);
    Type type = select.result().type();
    return new Expr.Choice(expr(select.operands().get(0), cursor), then, otherwise, type);
  }

  /** Whether the expression of a value may be written at a place. */
  private boolean mayInline(Value value, Cursor cursor) {
    if (!widths.isEmbedded(value)) {
      return false;
    }
    Uses.Site site = Objects.requireNonNull(uses.site(value));
    if (reordering.effect(site.step()) == Effect.NONE) {
      return widths.isFree(value) || site.loop() == uses.loop(cursor.region());
    }
    return !cursor.isLazy() && reaches(value, cursor);
  }

  /** Whether a step may be done at a later place of the same region. */
  private boolean reaches(Value value, Cursor cursor) {
    Uses.Site site = uses.site(value);
    if (site == null || site.region() != cursor.region() || cursor.index() - site.index() > REACH) {
      return false;
    }
    List<Step> steps = layout.steps(cursor.region());
    for (int i = site.index() + 1; i < cursor.index(); i++) {
      Step between = steps.get(i);
      if (!inlined.contains(between) && !reordering.commute(site.step(), between)) {
        return false;
      }
    }
    return true;
  }
}
