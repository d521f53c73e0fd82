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
import cotangent.processor.report.Refusal;
import java.util.List;
import java.util.function.Predicate;

/** Follows the sizes in a graph that was just read. */
public final class SizeFlow {
  private SizeFlow() {}

  /** Finds what can't fit on some path that the method can take. */
  public static List<Refusal> misfits(Graph graph) {
    Findings findings = new Findings();
    if (has(graph, SizeFlow::asks)) {
      try {
        new Walk(graph.functions(), staying(graph), findings).through(graph);
      } catch (Walk.Exhausted tooLong) {
        return findings.all(); // the rest is checked when it runs
      }
    }
    return findings.all();
  }

  /** Returns the graph without what was noted of sizes. */
  public static Graph without(Graph graph) {
    return new Graph(
        graph.name(), without(graph.body()), Mapping.each(graph.functions(), SizeFlow::without));
  }

  private static Region without(Region region) {
    List<Step> steps =
        region.steps().stream()
            .filter(step -> !isAgreement(step))
            .map(step -> step.withRegions(SizeFlow::without))
            .toList();
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
