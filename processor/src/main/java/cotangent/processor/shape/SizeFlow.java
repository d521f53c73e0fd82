package cotangent.processor.shape;

import cotangent.processor.alias.Aliases;
import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Mapping;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows the sizes in a graph that was just read. */
public final class SizeFlow {
  private final Graph graph;
  private final Findings findings = new Findings();
  private final Certainty certainty;

  private SizeFlow(Graph graph) {
    this.graph = graph;
    this.certainty = new Certainty(has(graph, SizeFlow::declares));
  }

  /** Goes through a graph on all paths that the method can take. */
  public static SizeFlow through(Graph graph) {
    SizeFlow flow = new SizeFlow(graph);
    if (has(graph, SizeFlow::asks)) {
      try {
        new Walk(graph.functions(), staying(graph), flow.findings, flow.certainty).through(graph);
      } catch (Walk.Exhausted tooLong) {
        flow.certainty.lose(); // the rest is checked when it runs
      }
    }
    return flow;
  }

  /** Returns what can't fit on some path. */
  public List<Refusal> misfits() {
    return findings.all();
  }

  /** Returns what can't fit on some path through a graph. */
  public static List<Refusal> misfits(Graph graph) {
    return through(graph).misfits();
  }

  /**
   * Returns the graph without what was noted of sizes, but with checks of those that were declared
   * where it isn't certain that they are met.
   */
  public Graph checked() {
    DeclaredChecks checks = new DeclaredChecks(certainty);
    return with(graph, step -> isAgreement(step) ? checks.of((Step.Call) step) : null);
  }

  /** Returns a graph without what was noted of sizes. */
  public static Graph without(Graph graph) {
    return with(graph, step -> isAgreement(step) ? List.of() : null);
  }

  /** Returns a graph without the checks of declared sizes, which its source doesn't have. */
  public static Graph withoutChecks(Graph graph) {
    return has(graph, ArrayChecks::isDeclaredOnly)
        ? with(graph, step -> ArrayChecks.isDeclaredOnly(step) ? List.of() : null)
        : graph;
  }

  /** What becomes of a step; null where it stays. */
  private interface Change {
    @Nullable List<Step> of(Step step);
  }

  private static Graph with(Graph graph, Change change) {
    return new Graph(
        graph.name(),
        with(graph.body(), change),
        Mapping.each(graph.functions(), function -> with(function, change)));
  }

  private static Region with(Region region, Change change) {
    List<Step> steps = new ArrayList<>();
    for (Step step : region.steps()) {
      List<Step> instead = change.of(step);
      if (instead == null) {
        steps.add(step.withRegions(inner -> with(inner, change)));
      } else {
        steps.addAll(instead);
      }
    }
    return new Region(region.parameters(), steps, region.yields());
  }

  private static boolean isAgreement(Step step) {
    return step instanceof Step.Call call && call.callee() instanceof Agreement;
  }

  private static boolean asks(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Agreement agreement
        && agreement.kind() != Agreement.Kind.GIVEN;
  }

  private static boolean declares(Step step) {
    return step instanceof Step.Call call
        && call.callee() instanceof Agreement agreement
        && agreement.kind() == Agreement.Kind.DECLARED;
  }

  /** Finds the arrays whose elements are never exchanged for others. */
  private static Predicate<Value> staying(Graph graph) {
    if (!has(graph, SizeFlow::writesSize)) {
      return array -> true;
    }
    Graph plain = without(graph);
    Aliases aliases = new Aliases(plain, new Places(plain.body()), Aliases.Policy.APART);
    return array ->
        !aliases.isOutliving(aliases.of(array))
            && aliases.of(array).writes().stream().allMatch(SizeFlow::isFilling);
  }

  /** Whether a step only puts what is elsewhere into an array, as the compiler does with fields. */
  private static boolean isFilling(Step step) {
    return step instanceof Step.Write && step.position().isMade() && step.position().line() > 0;
  }

  /** Whether an array gets another row, or another whole number. */
  private static boolean writesSize(Step step) {
    return Accesses.of(step).written().stream()
        .anyMatch(array -> array.type().rank() > 1 || array.type().leaf() == Type.INT);
  }

  private static boolean has(Graph graph, Predicate<Step> test) {
    return has(graph.body(), test)
        || graph.functions().stream().anyMatch(function -> has(function, test));
  }

  private static boolean has(Region region, Predicate<Step> test) {
    return region.steps().stream()
        .anyMatch(
            step -> test.test(step) || step.regions().stream().anyMatch(inner -> has(inner, test)));
  }
}
