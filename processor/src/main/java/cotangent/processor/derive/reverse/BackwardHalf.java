package cotangent.processor.derive.reverse;

import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Formula;
import cotangent.processor.op.FormulaWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The backward half of a region while it is written: where its steps go, and the cotangents so far.
 * What is written for each kind of step is said by a writer that is handed in, since a step may
 * have regions, which have backward halves of their own.
 */
final class BackwardHalf {
  private final Analysis analysis;
  private final Kept kept;
  private final Keep keep;
  private final GraphBuilder builder;
  private final Cotangents cotangents;
  private final Formula f;
  private final Writer writer;

  /** Writes what a step does to the cotangents. */
  interface Writer {
    void reverse(Step step, BackwardHalf half);
  }

  BackwardHalf(
      Analysis analysis,
      Kept kept,
      Keep keep,
      GraphBuilder builder,
      Cotangents cotangents,
      Writer writer) {
    this.analysis = analysis;
    this.kept = kept;
    this.keep = keep;
    this.builder = builder;
    this.cotangents = cotangents;
    this.f = new FormulaWriter(builder);
    this.writer = writer;
  }

  Analysis analysis() {
    return analysis;
  }

  Kept kept() {
    return kept;
  }

  Keep keep() {
    return keep;
  }

  /** Returns the regions of the forward half that this is in. */
  OpenRegions regions() {
    return keep.regions();
  }

  GraphBuilder builder() {
    return builder;
  }

  Cotangents cotangents() {
    return cotangents;
  }

  Formula formula() {
    return f;
  }

  /** Returns the backward half of another region, on top of the cotangents given. */
  BackwardHalf inside(GraphBuilder inner, Cotangents own) {
    return new BackwardHalf(analysis, kept, keep, inner, own, writer);
  }

  /** Goes through the steps of a region, last first. */
  void through(Region region) {
    for (int i = region.steps().size() - 1; i >= 0; i--) {
      Step step = region.steps().get(i);
      builder.at(step.position().made());
      writer.reverse(step, this);
    }
  }

  /** Returns what stands for a value of the forward half, here. */
  Value at(Value value) {
    return keep.at(value);
  }

  /** Returns the shadow of an array, here. */
  Value shadow(Value array) {
    return at(analysis.shadows().of(array));
  }

  /** Whether an array of numbers has cotangents. */
  boolean holdsCotangents(Value array) {
    return array.type().rank() == 1 && analysis.shadows().has(array);
  }

  /** Returns the values outside a step whose cotangents the halves of its regions have changed. */
  static List<Value> changed(Step step, List<BackwardHalf> regions) {
    Set<Value> changed = new LinkedHashSet<>();
    for (BackwardHalf region : regions) {
      Places places = region.analysis.places();
      region.cotangents.changed().stream()
          .filter(value -> !places.within(places.region(value), step))
          .forEach(changed::add);
    }
    return List.copyOf(changed);
  }
}
