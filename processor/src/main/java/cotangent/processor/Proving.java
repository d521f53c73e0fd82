package cotangent.processor;

import cotangent.processor.derive.offer.Delegates;
import cotangent.processor.derive.offer.Outline;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Primal;
import cotangent.processor.host.Options;
import cotangent.processor.prove.Meant;
import cotangent.processor.prove.Proof;
import cotangent.processor.prove.Prover;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has derivatives proved as far as the user wishes, and reports the outcome. */
final class Proving {
  /** How many steps of graphs are run for each method, which takes some hundredths of a second. */
  private static final long STEPS = 20_000;

  /** {@code strict} may take longer. */
  private static final long STRICT_STEPS = 100 * STEPS;

  private final Options.Verify verify;
  private final ClassReport report;

  Proving(Options.Verify verify, ClassReport report) {
    this.verify = verify;
    this.report = report;
  }

  /**
   * Proves the methods that are made of one.
   *
   * @param value as it is written
   * @param derivatives as they are written
   * @param meant where points are drawn
   */
  void prove(Primal primal, Method value, List<Method> derivatives, Meant meant) {
    if (verify == Options.Verify.OFF) {
      return;
    }
    List<Method> methods = new ArrayList<>(List.of(value));
    derivatives.stream().filter(each -> Delegates.target(each).isEmpty()).forEach(methods::add);
    Graph graph = new Outline(primal).graph();
    boolean isStrict = verify == Options.Verify.STRICT;
    Proof proof =
        Prover.of(
            primal,
            graph,
            methods,
            forward(primal, methods),
            meant,
            isStrict ? STRICT_STEPS : STEPS);
    report.note(account -> account.isProved(facts(proof)));
    if (isStrict && !proof.isWhole()) {
      report.add(Problem.UNPROVED, primal.position(), value.name(), proof.reason());
    }
  }

  private static Map<String, Object> facts(Proof proof) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("whole", proof.isWhole());
    facts.put("points", proof.points());
    facts.put("residual", proof.residual());
    facts.put("checks", proof.checks());
    facts.put("reason", proof.reason());
    return facts;
  }

  /** Forward mode, to hold reverse mode against: the one that was asked for, or one made for it. */
  static Optional<Method> forward(Primal primal, List<Method> methods) {
    Optional<Method> asked = methods.stream().filter(method -> method.is(Mode.JVP)).findFirst();
    try {
      return asked.isPresent() ? asked : Optional.of(Phases.bound(primal, Phases.forward(primal)));
    } catch (Refusal noRule) {
      return Optional.empty();
    }
  }
}
