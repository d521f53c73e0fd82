package cotangent.processor.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one annotated method, from its annotation to its generated methods. The report,
 * by contrast, says only what is wrong, and says it once, however many methods it is wrong for.
 */
public final class Account {
  private final Object method;
  private final Position position;
  private final List<ReportedProblem> findings = new ArrayList<>();
  private final Map<Object, List<Object>> chains = new LinkedHashMap<>();
  private final Map<String, Integer> generated = new LinkedHashMap<>();
  private final Map<String, Position> lost = new HashMap<>();
  private final Set<String> modes = new TreeSet<>();
  private @Nullable Object primal;
  private @Nullable Object cost;
  private int steps;
  private boolean isLeft;
  private String companion = "";
  private Map<String, Object> proof = Map.of();
  private String source = "";

  Account(Object method, Position position) {
    this.method = method;
    this.position = position;
  }

  /** Returns the method, which stages hand on and don't look into. */
  public Object method() {
    return method;
  }

  public Position position() {
    return position;
  }

  /** Notes what is asked for. */
  public void asks(Set<String> derivatives) {
    modes.addAll(derivatives);
  }

  public Set<String> modes() {
    return Collections.unmodifiableSet(modes);
  }

  /** Notes where objects of some classes go where they can't be looked into. */
  public void loses(Map<String, Position> objects) {
    lost.putAll(objects);
  }

  Map<String, Position> lost() {
    return lost;
  }

  void hears(ReportedProblem finding) {
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  void forget(List<ReportedProblem> some) {
    findings.removeAll(some);
  }

  /** Returns what is said about the method and its class, warnings included. */
  public List<ReportedProblem> findings() {
    return Collections.unmodifiableList(findings);
  }

  /** Notes the calls by which another method is reached, the outermost first. */
  void reaches(Object other, List<Object> chain) {
    chains.putIfAbsent(other, List.copyOf(chain));
  }

  /** Returns the calls by which another method was first reached, that method last. */
  public List<Object> chain(Object other) {
    return chains.getOrDefault(other, List.of());
  }

  /** Returns the methods that were looked into, the annotated one among them. */
  public Set<Object> reached() {
    return Collections.unmodifiableSet(chains.keySet());
  }

  /**
   * Notes that the method is read.
   *
   * @param graph what it was read to, which stages hand on
   * @param size how many steps that has
   */
  public void isRead(Object graph, int size) {
    primal = graph;
    steps = size;
  }

  /** Returns what the method was read to; null where it was not. */
  public @Nullable Object primal() {
    return primal;
  }

  /** Returns how many steps the graph of the method has, 0 where it was not read. */
  public int steps() {
    return steps;
  }

  /** Notes a method that is generated, overloads together. */
  public void generates(String name, int size) {
    generated.merge(name, size, Integer::sum);
  }

  /** Returns the steps of the generated methods by their names. */
  public Map<String, Integer> generated() {
    return Collections.unmodifiableMap(generated);
  }

  /** Notes what came of proving the derivatives: facts by their names. */
  public void isProved(Map<String, Object> facts) {
    proof = facts;
  }

  /** Returns what came of proving the derivatives; empty where it wasn't tried. */
  public Map<String, Object> proof() {
    return proof;
  }

  /** Notes what the first derivative takes, which stages hand on. */
  public void takes(Object amounts) {
    cost = cost == null ? amounts : cost;
  }

  /** Returns what the derivative takes; null where it wasn't noted. */
  public @Nullable Object cost() {
    return cost;
  }

  /** Notes the class that the generated methods are in. */
  public void isIn(String className, String text) {
    companion = className;
    source = text;
  }

  /** Returns the class that the generated methods are in, empty where it was not written. */
  public String companion() {
    return companion;
  }

  /** Returns that class's source. */
  public String source() {
    return source;
  }

  /** Notes that something in the method looks like wrong Java, which is left to the compiler. */
  void isLeftToCompiler() {
    isLeft = true;
  }

  /** Whether it is known why nothing is generated, should that be so. */
  boolean isExplained() {
    return isLeft || findings.stream().anyMatch(ReportedProblem::isError);
  }

  /** Whether all that was asked for is generated. */
  public boolean isAccepted() {
    return !generated.isEmpty() && findings.stream().noneMatch(ReportedProblem::isError);
  }
}
