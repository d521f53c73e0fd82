package cotangent.verify.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks first derivatives against differences, and the modes against each other. */
final class FirstOrder {
  private static final double[] ONE = {1};

  private final Scene scene;
  private final Subject subject;
  private final Guarantees guarantees;
  private final Tally tally;
  private final double[] exact;

  /** What modes gave so far, for the others to be compared with; null before. */
  private double @Nullable [] gradient;

  private double @Nullable [] pulled;
  private double @Nullable [] pushed;

  /**
   * @param exact the gradient, where differences can't tell; else empty
   */
  FirstOrder(Scene scene, Guarantees guarantees, Tally tally, double[] exact) {
    this.scene = scene;
    this.subject = scene.subject();
    this.guarantees = guarantees;
    this.tally = tally;
    this.exact = exact;
  }

  void gradient() {
    Object record = guarantees.derivative("Grad");
    if (record == null) {
      return;
    }
    double[] got = parts(record, "Grad", 0);
    bySlopes("Grad", ONE, got);
    gradient = got;
    new Adding(scene, tally).check(got);
  }

  void vjp() {
    if (scene.writesNothing()) {
      return; // which arguments take seeds is seen by what changes
    }
    Object record = guarantees.derivative("Vjp");
    if (record == null) {
      return;
    }
    double[] weights = Leaves.of(scene.seeds());
    double[] got = parts(record, "Vjp", 0);
    bySlopes("Vjp", weights, got);
    if (gradient != null) {
      near("Vjp", scene.names("d"), Numbers.scaled(gradient, weights[0]), got, "Grad");
    }
    pulled = got;
  }

  private void bySlopes(String suffix, double[] weights, double[] got) {
    String method = subject.name() + suffix;
    if (exact.length > 0) {
      tally.exactly(method, Numbers.scaled(exact, weights[0]), got);
      return;
    }
    Tally.Slope[] slopes = new Slopes(subject, scene::values, scene.numbers()).by(weights);
    double norm =
        Numbers.norm(Arrays.stream(slopes).mapToDouble(each -> each.estimate().value()).toArray());
    tally.slopes(method, scene.names("d"), "", slopes, got, norm);
  }

  void jvp() {
    Object record = guarantees.derivative("Jvp");
    if (record == null) {
      return;
    }
    @Nullable Object[] outputs = scene.outputs();
    int first = subject.isVoid() ? 0 : 1;
    @Nullable Object[] tangents = new @Nullable Object[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      tangents[i] = component(record, "Jvp", first + i);
      if (!Leaves.sameShape(outputs[i], tangents[i])) {
        throw new Wrong(
            subject.name() + "Jvp", "gives a tangent of another shape: " + Same.show(tangents[i]));
      }
    }
    double[] got = Leaves.of(tangents);
    double[] direction = Leaves.of(scene.tangents());
    if (exact.length > 0) {
      tally.exactly(subject.name() + "Jvp", new double[] {Numbers.dot(exact, direction)}, got);
      return;
    }
    Slopes slopes = new Slopes(subject, scene::values, scene.numbers());
    tally.slopes(
        subject.name() + "Jvp",
        Leaves.names("tangent", outputs.length == 1 ? outputs[0] : outputs),
        "",
        slopes.along(direction, got.length),
        got,
        Numbers.norm(got));
    comparePushed(direction, got);
    pushed = got;
  }

  /** ⟨seed, J·t⟩ is ⟨seedᵀ·J, t⟩. */
  private void comparePushed(double[] direction, double[] got) {
    double[] weights = pulled != null ? Leaves.of(scene.seeds()) : ONE;
    double[] other = pulled != null ? pulled : gradient;
    if (other != null) {
      double wanted = Numbers.dot(other, direction);
      // What cancels out to nothing beside the value is rounding.
      double value = Numbers.size(weights, Leaves.of(scene.outputs()));
      double size = Numbers.size(other, direction) + Numbers.size(weights, got) + value;
      double found = Numbers.dot(weights, got);
      String source = pulled != null ? "Vjp" : "Grad";
      if (!tally.areRounding(wanted, found, Numbers.norm(direction) * Numbers.norm(weights))) {
        tally.near(
            subject.name() + "Jvp", "⟨seed, J·t⟩", wanted, found, size, subject.name() + source);
      }
    }
  }

  void jacobian() {
    Object record = guarantees.derivative("Jacobian");
    if (record == null) {
      return;
    }
    int rows = Leaves.of(scene.outputs()).length;
    double[][] byInput = blocks(record, rows);
    for (int row = 0; row < rows; row++) {
      double[] got = concatenated(byInput, row, rows);
      bySlopes(row, rows, got);
    }
    pulledThrough(byInput, rows);
    pushedThrough(byInput, rows);
  }

  /** The rows, weighted by the seeds, against what pulled the seeds back. */
  private void pulledThrough(double[][] byInput, int rows) {
    double[] point = scene.numbers();
    double[] seeds = Leaves.of(scene.seeds());
    if (pulled != null || gradient != null) {
      double[] wanted = pulled != null ? pulled : gradient;
      double[] weights = pulled != null ? seeds : ONE;
      double[] got = new double[point.length];
      for (int row = 0; row < rows; row++) {
        got = Numbers.moved(got, concatenated(byInput, row, rows), weights[row]);
      }
      near(
          "Jacobian",
          scene.names("seed·d"),
          Objects.requireNonNull(wanted),
          got,
          pulled != null ? "Vjp" : "Grad");
    }
  }

  /** The rows along the tangents, against what pushed the tangents forward. */
  private void pushedThrough(double[][] byInput, int rows) {
    double[] along = pushed;
    for (int row = 0; along != null && row < rows; row++) {
      double[] gotRow = concatenated(byInput, row, rows);
      double[] direction = Leaves.of(scene.tangents());
      double value = Math.abs(Leaves.of(scene.outputs())[row]);
      double size = Numbers.size(gotRow, direction) + value;
      String place = "row " + row + " times t";
      tally.near(
          subject.name() + "Jacobian",
          place,
          along[row],
          Numbers.dot(gotRow, direction),
          size,
          subject.name() + "Jvp");
    }
  }

  private void bySlopes(int row, int rows, double[] got) {
    List<String> names = new ArrayList<>();
    scene.names("d").forEach(name -> names.add("row " + row + " of " + name));
    Tally.Slope[] slopes =
        new Slopes(subject, scene::values, scene.numbers()).by(Numbers.unit(rows, row));
    double norm = Math.max(1, Numbers.norm(got));
    tally.slopes(subject.name() + "Jacobian", names, "", slopes, got, norm);
  }

  /** The Jacobian by each input, row by row. */
  private double[][] blocks(Object record, int rows) {
    @Nullable Object[] inputs = scene.inputs(scene.arguments());
    int first = subject.isVoid() ? 0 : 1;
    double[][] blocks = new double[inputs.length][];
    for (int i = 0; i < inputs.length; i++) {
      blocks[i] = Leaves.of(component(record, "Jacobian", first + i));
      int wanted = rows * Leaves.of(inputs[i]).length;
      if (blocks[i].length != wanted) {
        throw new Wrong(
            subject.name() + "Jacobian",
            "d" + subject.inputs().get(i).name(),
            "has " + blocks[i].length + " numbers instead of " + wanted);
      }
    }
    return blocks;
  }

  private static double[] concatenated(double[][] blocks, int row, int rows) {
    return Arrays.stream(blocks)
        .flatMapToDouble(block -> Arrays.stream(Numbers.row(block, row, block.length / rows)))
        .toArray();
  }

  /** The derivatives in a record, each of the shape of what it is a derivative by. */
  double[] parts(Object record, String suffix, int skipped) {
    @Nullable Object[] inputs = scene.inputs(scene.arguments());
    int first = (subject.isVoid() ? 0 : 1) + skipped;
    @Nullable Object[] parts = new @Nullable Object[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      parts[i] = component(record, suffix, first + i);
      if (!Leaves.sameShape(parts[i], inputs[i])) {
        throw new Wrong(
            subject.name() + suffix,
            RecordParts.of(record.getClass()).names().get(first + i),
            "has another shape than "
                + subject.inputs().get(i).name()
                + ": "
                + Same.show(parts[i]));
      }
    }
    return Leaves.of(parts);
  }

  private @Nullable Object component(Object record, String suffix, int index) {
    if (index >= RecordParts.of(record.getClass()).names().size()) {
      throw new Wrong(
          subject.name() + suffix,
          "gives no derivative by " + subject.inputs().get(index % subject.inputs().size()).name());
    }
    return Guarantees.component(record, index);
  }

  void near(String suffix, List<String> names, double[] wanted, double[] got, String source) {
    double norm = Numbers.norm(wanted);
    for (int i = 0; i < got.length; i++) {
      double size = Math.abs(wanted[i]) + (subject.single() ? norm : 1e-3 * norm);
      tally.near(
          subject.name() + suffix, names.get(i), wanted[i], got[i], size, subject.name() + source);
    }
  }

  /** The gradient that another mode may be compared with, null where none was asked for. */
  double @Nullable [] known() {
    return gradient;
  }
}
