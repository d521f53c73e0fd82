package cotangent.processor.derive.offer;

import cotangent.processor.derive.analyse.CalledFunctions;
import cotangent.processor.derive.analyse.Repeatable;
import cotangent.processor.derive.analyse.Storage;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Callee.Member;
import cotangent.processor.graph.CamelCase;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Places;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Writes a graph that records in a transcript what code that isn't differentiated returns, or one
 * that replays it from there instead of calling such code.
 */
final class Retelling {
  static final String OWNER = "cotangent.Transcript";

  private final String name;
  private final boolean adds;
  private final Set<Value> used = new HashSet<>();
  private Value transcript = new Value(new Type.Reference(OWNER), "transcript");

  /**
   * @param adds whether the code is called and recorded; else it is replayed
   */
  Retelling(String name, boolean adds) {
    this.name = name;
    this.adds = adds;
  }

  /** Whether a graph calls code that might say something else when it is called again. */
  static boolean isNeeded(Graph graph) {
    return anyStep(graph, step -> step instanceof Step.Call call && mayVary(call.callee()));
  }

  /**
   * Makes sure that nothing matters but what is recorded.
   *
   * @throws Refusal where such code may change an array, or returns one that is changed
   */
  static void requireKnownMemory(Graph graph) {
    Storage storage = new Storage(graph, new Places(graph.body()), false);
    anyStep(
        graph,
        step -> {
          if (step instanceof Step.Call call
              && mayVary(call.callee())
              && (call.operands().stream().anyMatch(operand -> operand.type().isArray())
                  || call.results().stream()
                      .anyMatch(result -> result.type().isArray() && storage.isWritten(result)))) {
            Member member = (Member) call.callee();
            String called = member.owner() + (member.name().isEmpty() ? "" : "." + member.name());
            throw new Refusal(Problem.RUN_ONCE, call.position(), called);
          }
          return false;
        });
  }

  private static boolean anyStep(Graph graph, Predicate<Step> test) {
    Set<String> called = CalledFunctions.by(graph);
    return anyStep(graph.body(), test)
        || graph.functions().stream()
            .filter(function -> called.contains(function.name()))
            .anyMatch(function -> anyStep(function.body(), test));
  }

  private static boolean anyStep(Region region, Predicate<Step> test) {
    return !region.diverges()
        && region.steps().stream()
            .anyMatch(
                step ->
                    test.test(step)
                        || step.regions().stream().anyMatch(inner -> anyStep(inner, test)));
  }

  private static boolean mayVary(Callee callee) {
    return callee instanceof Member member && !isField(member) && !Repeatable.is(member);
  }

  private static boolean isField(Member member) {
    return member.kind() == Member.Kind.FIELD || member.kind() == Member.Kind.STATIC_FIELD;
  }

  /** Whether a call is recorded. A read of a field is too, as such code may write to it. */
  private static boolean isTold(Callee callee) {
    return mayVary(callee) || callee instanceof Member member && isField(member);
  }

  /** Returns the graph, with the transcript as its last parameter. */
  Graph of(Graph graph) {
    collectUsed(graph.body(), true);
    graph.functions().forEach(function -> collectUsed(function.body(), true));
    List<Graph> functions = new ArrayList<>();
    Set<String> called = CalledFunctions.by(graph);
    for (Graph function : graph.functions()) {
      if (called.size() < graph.functions().size()) {
        functions.add(ofRules(function, called));
      }
      if (!called.contains(function.name())) {
        continue;
      }
      Value own = transcript;
      transcript = new Value(own.type(), own.name());
      functions.add(new Graph(function.name(), withTranscript(function.body()), List.of()));
      transcript = own;
    }
    Region body = withTranscript(graph.body());
    GraphBuilder b = new GraphBuilder();
    body.parameters().forEach(b::parameter);
    if (!adds) {
      call(b, "restart", List.of(), List.of());
    }
    body.steps().forEach(b::add);
    return new Graph(name, b.yield(body.yields()), functions);
  }

  /** Returns a rule, or what a rule may call: these may run any number of times. */
  private static Graph ofRules(Graph function, Set<String> called) {
    UnaryOperator<String> apart =
        each -> called.contains(each) ? DerivedName.OF_RULES.of(each) : each;
    return GraphCopy.function(
        apart.apply(function.name()),
        function,
        callee -> callee instanceof Callee.Function ? callee.renamed(apart) : callee);
  }

  private Region withTranscript(Region body) {
    Region mapped = region(body, true);
    List<Value> parameters = new ArrayList<>(mapped.parameters());
    parameters.add(transcript);
    return new Region(parameters, mapped.steps(), mapped.yields());
  }

  /** Where the first run ends with an exception, there is no other run, and nothing is recorded. */
  private Region region(Region region, boolean ends) {
    boolean tells = ends && !region.diverges();
    GraphBuilder b = new GraphBuilder();
    region.parameters().forEach(b::parameter);
    for (Step step : region.steps()) {
      if (step instanceof Step.Call call && call.callee() instanceof Callee.Function) {
        List<Value> operands = new ArrayList<>(call.operands());
        operands.add(transcript);
        b.add(call.with(operands));
      } else if (tells && step instanceof Step.Call call && isTold(call.callee())) {
        told(call, b);
      } else {
        b.add(step.withRegions(inner -> region(inner, tells)));
      }
    }
    return b.yield(region.yields());
  }

  /** Collects what is used by others than the calls that aren't repeated. */
  private void collectUsed(Region region, boolean ends) {
    boolean tells = ends && !region.diverges();
    for (Step step : region.steps()) {
      if (!(tells && step instanceof Step.Call call && isTold(call.callee()))) {
        used.addAll(step.operands());
      }
      step.regions().forEach(inner -> collectUsed(inner, tells));
    }
    used.addAll(region.yields());
  }

  private void told(Step.Call call, GraphBuilder b) {
    List<Value> told = call.results().stream().filter(used::contains).toList();
    if (adds) {
      b.add(call);
      told.forEach(result -> call(b, "add", List.of(), List.of(result)));
    } else {
      told.forEach(result -> take(result, b));
    }
  }

  private void take(Value result, GraphBuilder b) {
    Type type = result.type();
    if (!type.isScalar()) {
      call(b, "nextReference", List.of(result), List.of());
      return;
    }
    boolean isNarrow = type.isIntegral() && type != Type.INT && type != Type.LONG;
    String kind = isNarrow ? "int" : type.toString();
    Value taken = isNarrow ? new Value(Type.INT, "") : result;
    call(b, "next" + CamelCase.capital(kind), List.of(taken), List.of());
    if (isNarrow) {
      b.add(new Step.Apply(result, Operations.cast(type), List.of(taken), Position.NONE));
    }
  }

  private void call(GraphBuilder b, String method, List<Value> results, List<Value> arguments) {
    List<Value> operands = new ArrayList<>(List.of(transcript));
    operands.addAll(arguments);
    b.call(new Member(Member.Kind.METHOD, OWNER, method, true), results, operands);
  }
}
