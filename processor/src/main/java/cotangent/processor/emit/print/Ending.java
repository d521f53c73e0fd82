package cotangent.processor.emit.print;

import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Code.Block;
import cotangent.processor.emit.variables.VariableNames;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what a method does when it ends, also where that is by an exception.
 *
 * @param before what makes the variables that the end needs; the whole body where nothing is left
 *     to the end
 * @param body what may end in an exception
 * @param last what is done in the end; nothing if it is done in its turn
 */
record Ending(Block before, Block body, Block last) {

  static Ending of(Block whole, VariableNames names) {
    List<Code> codes = whole.codes();
    Block last = new Block(codes.stream().filter(Ending::isLast).toList());
    Set<String> needed = new HashSet<>();
    last.codes().forEach(code -> code.occurrences(value -> needed.add(names.of(value))));
    int made = codes.size();
    while (made > 0 && !changes(codes.get(made - 1), needed, names)) {
      made--;
    }
    int first = last.isEmpty() ? codes.size() : codes.indexOf(last.codes().get(0));
    if (last.isEmpty() || made > first) {
      return new Ending(whole, Block.EMPTY, Block.EMPTY);
    }
    List<Code> between =
        codes.subList(made, codes.size()).stream().filter(code -> !isLast(code)).toList();
    return new Ending(new Block(codes.subList(0, made)), new Block(between), last);
  }

  private static boolean isLast(Code code) {
    return code instanceof Code.Perform perform
        && perform.step() instanceof Step.Call call
        && call.callee() instanceof Callee.Function function
        && function.isLast();
  }

  /** Whether a statement declares or assigns one of some variables. */
  private static boolean changes(Code code, Set<String> variables, VariableNames names) {
    boolean isOne =
        code instanceof Code.Declare declare && variables.contains(names.of(declare.target()));
    return isOne
        || code.targets().stream().map(names::of).anyMatch(variables::contains)
        || code.blocks().stream()
            .flatMap(block -> block.codes().stream())
            .anyMatch(inner -> changes(inner, variables, names));
  }
}
