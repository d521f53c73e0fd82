package cotangent.processor.derive.analyse;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.ClassQuestions;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Moves;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.ArrayChecks;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the calls of members that can't be looked into although a derivative may flow through them.
 * What only goes into an exception, or becomes text, is lost in any case.
 */
public final class Leaks {
  /** Methods of {@code Arrays} that compare, which is constant, or show bits. */
  private static final Set<String> COMPARE =
      Set.of("equals", "deepEquals", "mismatch", "compare", "binarySearch", "hashCode");

  private final Activity activity;
  private final Places places;
  private final Set<Value> returned = new HashSet<>();
  private final Map<Value, List<Value>> handedOn = new HashMap<>();
  private final DeadEnds ends;
  private final List<Step.Call> leaks = new ArrayList<>();

  private Leaks(Graph graph, Activity activity) {
    this.activity = activity;
    this.places = Places.throughout(graph);
    this.ends = new DeadEnds(this::uses, returned, handedOn);
    returned.addAll(graph.results());
    Map<String, Graph> functions = new HashMap<>();
    graph.functions().forEach(function -> functions.put(function.name(), function));
    places.bodies().forEach(body -> handOn(body, functions));
    places.bodies().forEach(this::find);
  }

  /** Notes what the values that functions return are to their callers. */
  private void handOn(Region region, Map<String, Graph> functions) {
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call) {
        call.callee()
            .functions()
            .forEach(name -> handOn(call, name, Objects.requireNonNull(functions.get(name))));
      }
      step.regions().forEach(inner -> handOn(inner, functions));
    }
  }

  private void handOn(Step.Call call, String name, Graph function) {
    boolean isRule = call.callee() instanceof Callee.Ruled rule && !name.equals(rule.primal());
    if (isRule) {
      returned.addAll(function.results());
      return;
    }
    for (int i = 0; i < function.results().size(); i++) { // none where it never returns
      handedOn
          .computeIfAbsent(function.results().get(i), value -> new ArrayList<>())
          .add(call.results().get(i));
    }
  }

  public static List<Step.Call> in(Graph graph, Activity activity) {
    return List.copyOf(new Leaks(graph, activity).leaks);
  }

  /**
   * A call through which a derivative is lost, as the program has it.
   *
   * @param call the step in question
   * @param into what the value flows into: where it is only boxed by the step, or made a tensor
   *     again, what takes that; null if a box goes nowhere else
   * @param isBoxed whether the step boxes the value
   */
  public record Leak(Step.Call call, Callee.@Nullable Member into, boolean isBoxed) {}

  /** Explains a call in terms of the program. */
  public static Leak explained(Graph graph, Activity activity, Step.Call call) {
    Callee.Member member = call.callee() instanceof Callee.Member found ? found : null;
    if (member == null || !isBoxing(member) && !ArrayChecks.isWrapping(member)) {
      return new Leak(call, member, false);
    }
    Callee.Member taker = new Leaks(graph, activity).taker(call);
    boolean isBoxed = isBoxing(member);
    return new Leak(call, taker == null && !isBoxed ? member : taker, isBoxed);
  }

  /** Finds what takes a box, by itself or in an array of arguments. */
  private Callee.@Nullable Member taker(Step.Call boxing) {
    for (Step use : uses(boxing.results().get(0))) {
      List<Step> takers =
          use instanceof Step.Write write && !write.array().equals(boxing.results().get(0))
              ? uses(write.array())
              : List.of(use);
      for (Step taker : takers) {
        if (taker instanceof Step.Call call
            && call.callee() instanceof Callee.Member member
            && !isUnboxing(member)) {
          return member;
        }
      }
    }
    return null;
  }

  /** Throws where there is one. */
  public static void refuse(Graph graph, Activity activity) {
    for (Step.Call leak : in(graph, activity)) {
      throw refusal(leak);
    }
  }

  /** Returns what is to be said where only the call is known. */
  private static Refusal refusal(Step.Call leak) {
    String shown =
        leak.callee() instanceof Callee.Ruled ruled
            ? ruled.original()
            : shown((Callee.Member) leak.callee());
    return new Refusal(
        Problem.LEAK,
        leak.position(),
        shown,
        "which cannot be looked into",
        "write a rule for it with @DerivativeOf, or wrap the value in Cotangent.stop");
  }

  /** Names what a value flows into. */
  public static String shown(Callee.Member member) {
    return switch (member.kind()) {
      case CONCATENATION -> "a string";
      case NEW -> "new " + member.owner();
      case CAST -> "a cast to " + member.owner();
      default -> named(member);
    };
  }

  private static String named(Callee.Member member) {
    return member.owner() + "." + member.name();
  }

  /** Whether a number becomes an object, which Java does without being asked. */
  private static boolean isBoxing(Callee.Member member) {
    return member.kind() == Callee.Member.Kind.STATIC_METHOD
        && member.name().equals("valueOf")
        && (member.owner().equals("java.lang.Double") || member.owner().equals("java.lang.Float"));
  }

  private static boolean isUnboxing(Callee.Member member) {
    return member.owner().startsWith("java.lang.") && member.name().endsWith("Value");
  }

  /** Returns the steps that use a value; a loop that carries one gives it as a result. */
  private List<Step> uses(Value value) {
    List<Step> users = places.users(value);
    if (!(places.owner(places.region(value)) instanceof Step.Loop loop)
        || !loop.carried().contains(value)) {
      return users;
    }
    List<Step> all = new ArrayList<>(users);
    all.add(loop);
    return all;
  }

  private void find(Region region) {
    if (region.diverges()) {
      return;
    }
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call
          && isLost(call)
          && !ends.areOf(call)
          && !goesIntoRules(call)) {
        leaks.add(call);
      }
      step.regions().forEach(this::find);
    }
  }

  /** Whether a derivative by an operand would be lost. */
  private boolean isLost(Step.Call call) {
    if (ClassQuestions.isCast(call)) {
      return false;
    }
    Callee callee = call.callee();
    int ofMade = callee instanceof Callee.Ruled rule && rule.ofMade() ? 1 : 0;
    return call.operands().stream().skip(ofMade).anyMatch(operand -> isLost(operand, callee));
  }

  private boolean isLost(Value operand, Callee callee) {
    boolean ends =
        callee instanceof Callee.Member member && !isHarmless(member)
            || callee instanceof Callee.Ruled && operand.type().leaf() instanceof Type.Reference;
    return ends && activity.isVaried(operand);
  }

  /** Whether what a member returns never carries a derivative, whatever it is called with. */
  private static boolean isHarmless(Callee.Member member) {
    return member.owner().equals("cotangent.Cotangent")
        || member.owner().equals("cotangent.Order")
        || ArrayChecks.isCheck(member)
        || member.owner().equals("java.util.Arrays") && COMPARE.contains(member.name())
        || member.kind() == Callee.Member.Kind.FIELD
        || member.name().equals("getClass")
        || member.name().equals("isInstance");
  }

  /** Whether rules cover everything that is done with an object, by what it is made of. */
  private boolean goesIntoRules(Step.Call call) {
    return call.callee() instanceof Callee.Member member
        && member.kind() == Callee.Member.Kind.NEW
        && goesIntoRules(call.results().get(0), new HashSet<>());
  }

  private boolean goesIntoRules(Value object, Set<Value> seen) {
    List<Step> all = uses(object);
    return !seen.add(object)
        || !returned.contains(object)
            && !handedOn.containsKey(object)
            && !all.isEmpty()
            && all.stream().allMatch(use -> goesIntoRules(object, use, seen));
  }

  private boolean goesIntoRules(Value object, Step use, Set<Value> seen) {
    if (use instanceof Step.Call call) {
      return call.callee() instanceof Callee.Ruled rule
          && rule.ofMade()
          && call.operands().lastIndexOf(object) == 0;
    }
    List<Value> next =
        Moves.of(use).stream()
            .filter(move -> move.from().equals(object))
            .map(Moves.Move::to)
            .toList();
    return !use.regions().isEmpty()
        && !next.isEmpty()
        && next.stream().allMatch(to -> goesIntoRules(to, seen));
  }
}
