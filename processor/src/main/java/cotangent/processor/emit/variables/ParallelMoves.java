package cotangent.processor.emit.variables;

import cotangent.processor.emit.code.Code;
import cotangent.processor.emit.code.Expr;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out moves that happen at once by assignments one after the other: a variable is written
 * once its old content isn't needed any more. Where variables trade places, one is set aside.
 */
final class ParallelMoves {
  private final List<Value> targets = new ArrayList<>();
  private final List<Expr> sources = new ArrayList<>();
  private final List<Code> codes = new ArrayList<>();

  ParallelMoves(Code.Move move, Variables variables) {
    for (int i = 0; i < move.targets().size(); i++) {
      Value target = variables.of(move.targets().get(i));
      Expr source = move.sources().get(i).map(variables::of);
      if (!(source instanceof Expr.Local local && local.value() == target)) {
        targets.add(target);
        sources.add(source);
      }
    }
  }

  List<Code> inOrder() {
    while (!targets.isEmpty()) {
      int ready = ready();
      if (ready < 0) {
        setAside(targets.get(0));
        ready = 0;
      }
      codes.add(new Code.Let(targets.remove(ready), sources.remove(ready)));
    }
    return codes;
  }

  private int ready() {
    for (int i = 0; i < targets.size(); i++) {
      if (!isNeededByOthers(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isNeededByOthers(int i) {
    for (int k = 0; k < sources.size(); k++) {
      List<Value> needed = new ArrayList<>();
      sources.get(k).locals(needed::add);
      if (k != i && needed.contains(targets.get(i))) {
        return true;
      }
    }
    return false;
  }

  private void setAside(Value variable) {
    Value kept = new Value(variable.type(), variable.name());
    codes.add(new Code.Let(kept, new Expr.Local(variable)));
    for (int k = 1; k < sources.size(); k++) {
      sources.set(k, sources.get(k).map(value -> value == variable ? kept : value));
    }
  }
}
