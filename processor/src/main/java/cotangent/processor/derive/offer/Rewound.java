package cotangent.processor.derive.offer;

import cotangent.processor.derive.write.ArrayCode;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a method run on its arguments and undoes what it did to them, so that it can run again.
 * Where the first run ends with an exception, they are left as the method leaves them.
 */
final class Rewound {
  private final List<Value> arguments;
  private final List<Changed> changed = new ArrayList<>();

  /** An array that the run changes, and what it held. */
  private record Changed(Value array, Value rows, Value before) {}

  /**
   * Writes the steps that save the contents of arrays.
   *
   * @param given arguments for the graph of the outline
   */
  Rewound(Outline outline, List<Value> given, GraphBuilder b) {
    this.arguments = new ArrayList<>(given);
    ArrayCode code = new ArrayCode(b);
    for (Value parameter : outline.writtenParameters()) {
      int place = outline.graph().parameters().indexOf(parameter);
      Value array = given.get(place);
      Value before = code.copyOrNull(array);
      if (array.type().rank() > 2) {
        arguments.set(place, before);
      } else {
        Value rows = array.type().rank() == 1 ? array : code.copyRowsOrNull(array);
        changed.add(new Changed(array, rows, before));
      }
    }
  }

  /** Returns what the run takes: of arrays that can't be restored, it takes copies. */
  List<Value> arguments() {
    return arguments;
  }

  /** Writes the steps that restore the contents of arrays. */
  void restore(GraphBuilder b) {
    changed.forEach(each -> new ArrayCode(b).restore(each.array, each.rows, each.before));
  }
}
