package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Tells whether keys of a map came or went since some point of the program. */
final class MapMarks {
  private final Frame frame;
  private final Maps maps;

  MapMarks(Frame frame) {
    this.frame = frame;
    this.maps = new Maps(frame);
  }

  /**
   * How the keys were at some point of the program.
   *
   * @param counted how often they may have changed until then
   * @param changes how often they did; nobody asks for it unless they may have changed since
   * @param isUnchanged whether nothing that was read since changes them
   */
  record Mark(Value counted, Value changes, BooleanSupplier isUnchanged) {}

  Mark mark(Tree at, Term map) {
    Callee asks = new Callee.Member(Callee.Member.Kind.METHOD, OpaqueCalls.KEYS, "changes", true);
    Value changes = new Value(Type.INT, "");
    Value keys = frame.single(maps.get(at, whole(map), Maps.KEYS));
    frame.draft().at(Position.NONE).call(asks, List.of(changes), List.of(keys));
    BooleanSupplier isUnchanged = Meanwhile.unchanged(frame, whole(map));
    return new Mark(maps.changes(at, map), changes, isUnchanged);
  }

  /** Whether certainly no key came or went since, as far as the program has been read. */
  boolean isSame(Tree at, Term map, Mark mark) {
    return whole(map) instanceof Term.Mutable
        ? maps.changes(at, map).equals(mark.counted)
        : mark.isUnchanged.getAsBoolean();
  }

  /** Throws what the library throws where keys came or went since. */
  void requireSame(Tree at, Term map, Mark mark) {
    if (!(whole(map) instanceof Term.Mutable && isSame(at, map, mark))) {
      requireSame(at, map, new Conversions(frame).term(mark.changes));
    }
  }

  /** Throws what the library throws where keys came or went since they had changed so often. */
  void requireSame(Tree at, Term map, Term changes) {
    maps.on(at, whole(map), "requireSame", changes);
  }

  /** Returns how often keys came or went. */
  Term counted(Tree at, Term map) {
    return maps.on(at, whole(map), "changes");
  }

  private static Term whole(Term map) {
    return map instanceof Term.Choice choice
        ? new Term.Choice(
            choice.type(),
            choice.tag(),
            choice.alternatives().stream().map(MapMarks::whole).toList())
        : Maps.whole(map);
  }
}
