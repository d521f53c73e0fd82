package cotangent.processor.derive.offer;

import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds tapes that hold a new row for each iteration of a loop; a row may be such a tape itself.
 * Their rows can stay where they are from call to call, since each has a place of its own and is
 * overwritten before it is read.
 */
final class RowTapes {
  private static final Type ROWS = Type.array(Type.array(Type.DOUBLE));
  private static final Type INT_ROWS = Type.array(Type.array(Type.INT));
  private static final Type PLANES = Type.array(ROWS);

  /** A row, and where in which tape it is put. */
  record Row(Value tape, Value index, Step.Loop loop) {}

  private final Places places;
  private final Storage storage;
  private final Borrowable borrowable;
  private final Map<Step, Row> rows = new IdentityHashMap<>();
  private final Map<Step, Row> writes = new IdentityHashMap<>();
  private final Map<Step, Row> tapes = new IdentityHashMap<>();

  RowTapes(Region body, Places places, Storage storage, Borrowable borrowable) {
    this.places = places;
    this.storage = storage;
    this.borrowable = borrowable;
    find(body);
  }

  private void find(Region region) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Write write
          && write.value().type().isArray()
          && places.definition(write.value()) instanceof Step.NewArray made
          && places.definition(write.array()) instanceof Step.NewArray tape
          && isRow(made, write, tape)) {
        Row row = new Row(tape.result(), write.index(), loop(write));
        rows.put(made, row);
        writes.put(write, row);
        tapes.put(tape, row);
      }
      step.regions().forEach(this::find);
    }
  }

  private boolean isRow(Step.NewArray made, Step.Write write, Step.NewArray tape) {
    Type type = tape.result().type();
    return (type.equals(ROWS) || type.equals(INT_ROWS) || type.equals(PLANES))
        && tape.lengths().size() == 1
        && !tape.cleared()
        && made.lengths().size() == 1
        && !made.cleared()
        && !borrowable.isMeasured(tape.result())
        && (isRow(tape) || borrowable.isAtHome(tape.result()))
        && places.region(made) == places.region(write)
        && storage.of(tape.result()).writes().size() == 1
        && storage.home(storage.of(made.result())) == home(tape)
        && isAtIndexOfItsRound(write, places.region(tape));
  }

  /** Whether a step writes in one loop inside a region, at the index that the loop counts. */
  boolean isAtIndexOfItsRound(Step.Write write, @Nullable Region home) {
    return isInOneLoop(write, home) && canBeComputedEarlier(write.index(), loop(write));
  }

  /** Returns the region in which the outermost of the tapes around is made. */
  private @Nullable Region home(Step.NewArray tape) {
    Row place = rows.get(tape);
    return place == null
        ? places.region(tape)
        : home((Step.NewArray) Objects.requireNonNull(places.definition(place.tape())));
  }

  /** Whether exactly one loop, a counted one, lies between a step and a region around it. */
  private boolean isInOneLoop(Step step, @Nullable Region home) {
    int loops = 0;
    for (Region r = places.region(step); r != home; r = places.parent(r)) {
      if (r == null || places.owner(r) instanceof Step.While) {
        return false;
      }
      loops += places.isLoopBody(r) ? 1 : 0;
    }
    return loops == 1;
  }

  private Step.Loop loop(Step step) {
    for (Region r = places.region(step); r != null; r = places.parent(r)) {
      if (places.owner(r) instanceof Step.Loop loop) {
        return loop;
      }
    }
    throw new IllegalStateException("in no loop: " + step);
  }

  /** Whether an index counts the iterations of a loop, and needs nothing else from it. */
  private boolean canBeComputedEarlier(Value index, Step.Loop loop) {
    return index == loop.index()
        || places.definition(index) instanceof Step.Apply apply
            && apply.operation() == Operations.SUB
            && apply.operands().get(0) == loop.index()
            && (isConstant(apply.operands().get(1))
                || !places.within(places.region(apply.operands().get(1)), loop));
  }

  private boolean isConstant(Value value) {
    return places.definition(value) instanceof Step.Constant;
  }

  /** Whether a tape isn't a row of another one. */
  boolean isOutermost(Step step) {
    return tapes.containsKey(step) && !isRow(step);
  }

  /**
   * Returns the name of what the workspace has for a tape: rows, or rows of rows. Where the latter
   * are tapes of references, no method may take what they hold for memory of its own.
   */
  String kind(Step.NewArray tape) {
    Type type = tape.result().type();
    if (!type.equals(PLANES)) {
      return type.equals(INT_ROWS) ? "intRows" : "rows";
    }
    boolean areOwn =
        tapes.keySet().stream().anyMatch(each -> isRow(each) && isOf(rows.get(each), tape));
    return areOwn ? "planes" : "planesOfReferences";
  }

  private static boolean isOf(@Nullable Row row, Step.NewArray tape) {
    return row != null && row.tape() == tape.result();
  }

  boolean isRow(Step step) {
    return rows.containsKey(step);
  }

  /** Whether a step puts a row where it already is. */
  boolean putsRow(Step step) {
    return writes.containsKey(step);
  }

  /** Returns the step that finds a row where it was left. */
  Step inPlace(Step.NewArray made, GraphBuilder b) {
    Row row = Objects.requireNonNull(rows.get(made));
    String name = made.result().type().rank() == 1 ? "row" : "rows";
    return new Step.Call(
        List.of(made.result()),
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "cotangent.Workspace", name, true),
        List.of(row.tape(), index(row, b), made.lengths().get(0)),
        Position.NONE);
  }

  private Value index(Row row, GraphBuilder b) {
    if (row.index() == row.loop().index()) {
      return row.index();
    }
    Step apply = Objects.requireNonNull(places.definition(row.index()));
    Value start = apply.operands().get(1);
    return b.apply(
        Operations.SUB,
        row.loop().index(),
        places.definition(start) instanceof Step.Constant constant
            ? b.constant(start.type(), constant.value())
            : start);
  }
}
