package cotangent.processor.emit.code;

import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A Java statement; its variables are values of the graph. */
public sealed interface Code {

  /** Statements in braces. */
  record Block(List<Code> codes) {
    public static final Block EMPTY = new Block(List.of());

    public Block {
      codes = List.copyOf(codes);
    }

    public boolean isEmpty() {
      return codes.isEmpty();
    }

    /** Whether what follows the block is never reached from its end. */
    public boolean diverges() {
      return !isEmpty() && codes.get(codes.size() - 1).diverges();
    }

    /** Returns this block with other expressions. */
    Block map(UnaryOperator<Expr> mapping) {
      return new Block(codes.stream().map(code -> code.with(mapping)).toList());
    }

    /** Returns this block with more at its end. */
    public Block with(List<Code> more) {
      List<Code> all = new ArrayList<>(codes);
      all.addAll(more);
      return new Block(all);
    }
  }

  /** {@code target = value}, and the declaration of the variable where it says so. */
  record Let(Value target, Expr value, boolean declares) implements Code {
    public Let(Value target, Expr value) {
      this(target, value, false);
    }
  }

  /** The declaration of a variable that is assigned later. */
  record Declare(Value target) implements Code {}

  /**
   * Values passed on where paths meet: all sources are read before any target is written. The
   * sources are pure.
   */
  record Move(List<Value> targets, List<Expr> sources) implements Code {}

  /** {@code array[index] = value}, or {@code array[index] += value} with operator {@code +}. */
  record Store(Expr array, Expr index, String operator, Expr value) implements Code {}

  /** A step that is a statement of its own: a call, a copy, a throw. */
  record Perform(Step step, List<Expr> operands) implements Code {}

  /** {@code return}, of the leaves of what is returned. */
  record Return(List<Expr> values) implements Code {}

  /** {@code if (condition) then else otherwise}. */
  record If(Expr condition, Block then, Block otherwise) implements Code {}

  /** The counted loop. */
  record For(Value index, Expr from, Expr to, int stride, Block body) implements Code {}

  /**
   * The general loop as the graph has it: {@code before; if (!condition) { exit; leave; } after},
   * again and again.
   */
  record Repeat(Block before, Expr condition, Block exit, Block after) implements Code {}

  /** {@code while (condition) body}. */
  record While(Expr condition, Block body) implements Code {}

  /** {@code do body while (condition)}. */
  record DoWhile(Block body, Expr condition) implements Code {}

  /** {@code break}. */
  record Break() implements Code {}

  /** Whether control never passes to what follows. */
  default boolean diverges() {
    return this instanceof Return
        || this instanceof Break
        || (this instanceof Perform perform && perform.step() instanceof Step.Throw)
        || (this instanceof If branch && branch.then().diverges() && branch.otherwise().diverges())
        || isEndless();
  }

  /** Whether this is a loop that is left by no break. */
  private boolean isEndless() {
    Expr condition =
        this instanceof While loop
            ? loop.condition()
            : this instanceof DoWhile loop ? loop.condition() : null;
    return condition instanceof Expr.Literal literal
        && literal.is(true)
        && blocks().get(0).codes().stream().noneMatch(Code::breaks);
  }

  private static boolean breaks(Code code) {
    return code instanceof Break
        || (code instanceof If branch
            && (branch.then().codes().stream().anyMatch(Code::breaks)
                || branch.otherwise().codes().stream().anyMatch(Code::breaks)));
  }

  /** Returns the blocks inside. */
  default List<Block> blocks() {
    if (this instanceof If branch) {
      return List.of(branch.then(), branch.otherwise());
    } else if (this instanceof For loop) {
      return List.of(loop.body());
    } else if (this instanceof Repeat loop) {
      return List.of(loop.before(), loop.exit(), loop.after());
    } else if (this instanceof While loop) {
      return List.of(loop.body());
    } else if (this instanceof DoWhile loop) {
      return List.of(loop.body());
    }
    return List.of();
  }

  /** Returns the expressions of the statement itself, not those of the blocks inside. */
  default List<Expr> expressions() {
    if (this instanceof Let let) {
      return List.of(let.value());
    } else if (this instanceof Move move) {
      return move.sources();
    } else if (this instanceof Store store) {
      return List.of(store.array(), store.index(), store.value());
    } else if (this instanceof Perform perform) {
      return perform.operands();
    } else if (this instanceof Return returned) {
      return returned.values();
    } else if (this instanceof If branch) {
      return List.of(branch.condition());
    } else if (this instanceof For loop) {
      return List.of(loop.from(), loop.to());
    } else if (this instanceof Repeat loop) {
      return List.of(loop.condition());
    } else if (this instanceof While loop) {
      return List.of(loop.condition());
    } else if (this instanceof DoWhile loop) {
      return List.of(loop.condition());
    }
    return List.of();
  }

  /** Returns the values that the statement itself assigns. */
  default List<Value> targets() {
    if (this instanceof Let let) {
      return List.of(let.target());
    } else if (this instanceof Move move) {
      return move.targets();
    } else if (this instanceof For loop) {
      return List.of(loop.index());
    }
    return List.of();
  }

  /** Visits all values that are used or assigned, inside blocks too. */
  default void occurrences(Consumer<Value> visitor) {
    targets().forEach(visitor);
    expressions().forEach(expression -> expression.locals(visitor));
    blocks().forEach(block -> block.codes().forEach(code -> code.occurrences(visitor)));
  }

  /** Returns the same statement with other expressions, inside its blocks too. */
  default Code with(UnaryOperator<Expr> mapping) {
    if (this instanceof Let let) {
      return new Let(let.target(), mapping.apply(let.value()), let.declares());
    } else if (this instanceof Move move) {
      return new Move(move.targets(), move.sources().stream().map(mapping).toList());
    } else if (this instanceof Store store) {
      return new Store(
          mapping.apply(store.array()),
          mapping.apply(store.index()),
          store.operator(),
          mapping.apply(store.value()));
    } else if (this instanceof Perform perform) {
      return new Perform(perform.step(), perform.operands().stream().map(mapping).toList());
    } else if (this instanceof Return end) {
      return new Return(end.values().stream().map(mapping).toList());
    } else if (this instanceof If branch) {
      return new If(
          mapping.apply(branch.condition()),
          branch.then().map(mapping),
          branch.otherwise().map(mapping));
    } else if (this instanceof For loop) {
      return new For(
          loop.index(),
          mapping.apply(loop.from()),
          mapping.apply(loop.to()),
          loop.stride(),
          loop.body().map(mapping));
    } else if (this instanceof Repeat loop) {
      return new Repeat(
          loop.before().map(mapping),
          mapping.apply(loop.condition()),
          loop.exit().map(mapping),
          loop.after().map(mapping));
    }
    throw new IllegalStateException("already a statement of Java: " + this);
  }
}
