package cotangent.processor.derive.offer;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Callee.Member;
import cotangent.processor.graph.DerivedName;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.GraphCopy;
import cotangent.processor.graph.Method;
import cotangent.processor.graph.Port;
import cotangent.processor.graph.Primal;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets a derivative run a method several times, while code that isn't differentiated runs once:
 * such code may draw random numbers, or count. The first run calls it and records what it returns;
 * all further runs replay that.
 */
public final class Transcribing {
  private static final Type TRANSCRIPT = new Type.Reference(Retelling.OWNER);

  private final Primal primal;
  private final Graph graph;

  private Transcribing(Primal primal) {
    this.primal = primal;
    this.graph = primal.method().graph();
  }

  /**
   * Makes a derivative method that runs a method several times.
   *
   * @param making makes it of a method that may be run again and again
   */
  public static Method around(Primal primal, Function<Outline, Method> making) {
    return Retelling.isNeeded(primal.method().graph())
        ? new Transcribing(primal).method(making)
        : making.apply(new Outline(primal));
  }

  private Method method(Function<Outline, Method> making) {
    Retelling.requireKnownMemory(graph);
    Method method = primal.method();
    List<Port> inputs = new ArrayList<>(method.inputs());
    inputs.add(new Port.Leaf("transcript", TRANSCRIPT));
    Graph retold = new Retelling(graph.name(), false).of(graph);
    Method again = method.with(retold, inputs);
    return withFirstRun(making.apply(new Outline(primal.with(again))));
  }

  /** Puts the first run before a method that replays it. */
  private Method withFirstRun(Method made) {
    int place = graph.parameters().size();
    List<Value> parameters = new ArrayList<>(made.graph().parameters());
    Value transcript = parameters.remove(place);
    List<Port> inputs = new ArrayList<>(made.inputs());
    inputs.remove(primal.method().inputs().size());

    GraphBuilder b = new GraphBuilder();
    parameters.forEach(b::parameter);
    Callee create = new Member(Member.Kind.NEW, Retelling.OWNER, "", true);
    b.at(Position.NONE).call(create, List.of(transcript), List.of());
    Graph first = new Retelling(DerivedName.FIRST_RUN.of(graph.name()), true).of(graph);
    Rewound rewound = new Rewound(new Outline(primal), parameters.subList(0, place), b);
    List<Value> arguments = new ArrayList<>(rewound.arguments());
    arguments.add(transcript);
    GraphCopy.inline(first, arguments, b, Transcribing::ofFirstRun);
    rewound.restore(b);
    made.graph().body().steps().forEach(b::add);

    List<Graph> functions =
        first.functions().stream()
            .map(
                f ->
                    GraphCopy.function(
                        DerivedName.FIRST_RUN.of(f.name()), f, Transcribing::ofFirstRun))
            .collect(Collectors.toCollection(ArrayList::new));
    functions.addAll(made.graph().functions());
    return made.with(
        new Graph(made.graph().name(), b.yield(made.graph().results()), functions), inputs);
  }

  private static Callee ofFirstRun(Callee callee) {
    return callee.renamed(name -> DerivedName.FIRST_RUN.of(name));
  }
}
