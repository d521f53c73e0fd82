package cotangent.processor.emit.variables;

import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Declares each variable in the innermost block that holds all its occurrences: with its first
 * assignment where that is in the block itself, else before the statement that contains it.
 */
public final class Declarations {
  private final Set<Value> declared;

  private Declarations(List<Value> parameters) {
    declared = new HashSet<>(parameters);
  }

  public static Block of(Block block, List<Value> parameters) {
    return new Declarations(parameters).block(block);
  }

  private Block block(Block block) {
    Map<Value, Code> holders = new HashMap<>();
    Set<Value> spread = new HashSet<>();
    for (Code code : block.codes()) {
      code.occurrences(
          value -> {
            Code first = holders.putIfAbsent(value, code);
            if (first != null && first != code) {
              spread.add(value);
            }
          });
      spreadInside(code, spread);
    }
    List<Code> codes = new ArrayList<>();
    for (Code code : block.codes()) {
      declare(code, spread, codes);
    }
    return new Block(codes);
  }

  /** Finds the variables that occur in a statement itself, or in more than one of its blocks. */
  private static void spreadInside(Code code, Set<Value> spread) {
    if (!(code instanceof Code.For)) {
      spread.addAll(code.targets());
    }
    code.expressions()
        .forEach(
            expression ->
                expression.locals(
                    value -> {
                      if (!code.targets().contains(value)) {
                        spread.add(value);
                      }
                    }));
    if (code.blocks().size() > 1) {
      Set<Value> before = new HashSet<>();
      for (Block inner : code.blocks()) {
        Set<Value> own = new HashSet<>();
        inner.codes().forEach(statement -> statement.occurrences(own::add));
        own.stream().filter(before::contains).forEach(spread::add);
        before.addAll(own);
      }
    }
  }

  private void declare(Code code, Set<Value> spread, List<Code> into) {
    if (code instanceof Code.Let let && declared.add(let.target())) {
      into.add(new Code.Let(let.target(), let.value(), true));
      return;
    }
    if (code instanceof Code.For loop) {
      declared.add(loop.index());
    }
    code.occurrences(
        value -> {
          if (spread.contains(value) && declared.add(value)) {
            into.add(new Code.Declare(value));
          }
        });
    into.add(inside(code));
  }

  private Code inside(Code code) {
    if (code instanceof Code.If branch) {
      Block then = block(branch.then());
      return new Code.If(branch.condition(), then, block(branch.otherwise()));
    } else if (code instanceof Code.For loop) {
      return new Code.For(loop.index(), loop.from(), loop.to(), loop.stride(), block(loop.body()));
    } else if (code instanceof Code.While loop) {
      return new Code.While(loop.condition(), block(loop.body()));
    } else if (code instanceof Code.DoWhile loop) {
      return new Code.DoWhile(block(loop.body()), loop.condition());
    }
    return code;
  }
}
