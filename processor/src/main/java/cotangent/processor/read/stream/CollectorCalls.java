package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.OpaqueCalls;
import cotangent.processor.read.call.SummaryValues;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.scope.FixedList;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads collectors: what becomes of all elements of a stream, or of those of a group. */
final class CollectorCalls {
  private final Frame frame;
  private final MethodInvocationTree at;

  CollectorCalls(Frame frame, MethodInvocationTree at) {
    this.frame = frame;
    this.at = at;
  }

  /** Returns the method of {@code Collectors} that makes a collector, or nothing. */
  private String name(ExpressionTree collector) {
    if (!(collector instanceof MethodInvocationTree call)) {
      return "";
    } else if (call.getMethodSelect() instanceof MemberSelectTree select) {
      String owner = select.getExpression().toString();
      return owner.equals("Collectors") || owner.endsWith(".Collectors")
          ? select.getIdentifier().toString()
          : "";
    }
    String name = ((IdentifierTree) call.getMethodSelect()).getName().toString();
    return frame.names().members().hasMethod(frame.names().owner().asType(), name) ? "" : name;
  }

  private String known(ExpressionTree collector) {
    String name = name(collector);
    if (name.isEmpty()) {
      throw frame.refusal(collector, Problem.STREAM, "this collector", "write a loop");
    }
    return name;
  }

  /** Reads what a collector makes of the elements that come through, as its type says. */
  Term seen(ExpressionTree collector, StreamPipeline pipeline) {
    Term collected = collected(collector, pipeline);
    Grouping grouping = new Grouping(frame, at, pipeline, this::collected);
    return collected.as(grouping.seen(collected.type()));
  }

  /** Reads what a collector makes of the elements that come through. */
  Term collected(ExpressionTree collector, StreamPipeline pipeline) {
    String name = known(collector);
    MethodInvocationTree call = (MethodInvocationTree) collector;
    List<? extends ExpressionTree> arguments = call.getArguments();
    switch (name + " " + arguments.size()) {
      case "toList 0":
        return new Collecting(frame, at, pipeline).list();
      case "toUnmodifiableList 0":
        return new Collecting(frame, at, pipeline).fixedList(FixedList.WITHOUT_NULL);
      case "toCollection 1":
        return new Collecting(frame, at, pipeline).into(arguments.get(0));
      case "counting 0":
        return pipeline.functions().boxed(at, new Ends(frame, at, pipeline).count());
      case "summingDouble 1", "summingInt 1", "summingLong 1":
        pipeline.map(call, name.replace("summing", "mapTo"));
        return pipeline.functions().boxed(at, new Ends(frame, at, pipeline).sum());
      case "averagingDouble 1", "averagingInt 1", "averagingLong 1":
        return average(call, pipeline, name.replace("averaging", "mapTo"));
      case "summarizingDouble 1":
        return summary(call, pipeline);
      case "mapping 2", "filtering 2":
        return staged(call, name.equals("mapping") ? "map" : "filter", pipeline);
      case "reducing 1", "reducing 2", "reducing 3", "minBy 1", "maxBy 1":
        return reduced(call, name, pipeline);
      case "collectingAndThen 2":
        return finished(collected(arguments.get(0), pipeline), arguments.get(1), pipeline);
      case "teeing 3":
        return both(arguments, pipeline);
      case "joining 0", "joining 1", "joining 3":
        return joined(arguments, pipeline);
      case "groupingBy 1", "groupingBy 2", "groupingBy 3":
        return new Grouping(frame, at, pipeline, this::collected).groups(arguments);
      case "partitioningBy 1", "partitioningBy 2":
        return new Grouping(frame, at, pipeline, this::collected).parts(arguments);
      case "toMap 2", "toMap 3", "toMap 4":
        return new Grouping(frame, at, pipeline, this::collected).entries(arguments);
      default:
        throw frame.refusal(collector, Problem.STREAM, "the collector " + name, "write a loop");
    }
  }

  private Term staged(MethodInvocationTree call, String stage, StreamPipeline pipeline) {
    pipeline.begin(call, stage, 0);
    return collected(call.getArguments().get(1), pipeline);
  }

  private Term reduced(MethodInvocationTree call, String name, StreamPipeline pipeline) {
    List<? extends ExpressionTree> arguments = call.getArguments();
    ExpressionTree last = arguments.get(arguments.size() - 1);
    Ends ends = new Ends(frame, at, pipeline);
    if (!name.equals("reducing")) {
      return KeptOptionals.of(frame, call, ends.extreme(name.substring(0, 3), arguments));
    } else if (arguments.size() == 1) {
      return KeptOptionals.of(frame, call, ends.reduced(last));
    } else if (arguments.size() == 3) {
      pipeline.begin(call, "map", 1);
    }
    return ends.reduced(arguments.get(0), last);
  }

  private Term summary(MethodInvocationTree call, StreamPipeline pipeline) {
    if (!new SummaryValues(frame).areHeld()) {
      throw frame.refusal(call, Problem.STREAM, "this summary", "take the sum, or write a loop");
    }
    pipeline.map(call, "mapToDouble");
    return new Ends(frame, at, pipeline).summary();
  }

  private Term average(MethodInvocationTree call, StreamPipeline pipeline, String mapping) {
    pipeline.map(call, mapping);
    Ends.Found mean = new Ends(frame, at, pipeline).average();
    Term zero = frame.zero(at, mean.type());
    return pipeline.functions().boxed(at, Ends.orElse(frame, at, mean, () -> zero));
  }

  /** Collects all elements in two ways, and hands both results to a function. */
  private Term both(List<? extends ExpressionTree> arguments, StreamPipeline pipeline) {
    Passes passes = new Passes(frame);
    Term all = passes.pass(at, () -> new Collecting(frame, at, pipeline).list());
    List<Term> results = new ArrayList<>();
    for (ExpressionTree each : arguments.subList(0, 2)) {
      StreamPipeline again = new StreamPipeline(frame, at, new Sources(frame).list(at, all));
      results.add(passes.pass(each, () -> seen(each, again)));
    }
    StreamFunctions functions = pipeline.functions();
    StreamFunctions.Given merging = functions.given(arguments.get(2));
    List<TypeMirror> types = results.stream().<TypeMirror>map(Term::type).toList();
    Term[] given = results.toArray(Term[]::new);
    return functions.boxed(at, functions.call(merging, "BiFunction", types, given));
  }

  /** Joins texts as the library does, in an object that isn't looked into. */
  private Term joined(List<? extends ExpressionTree> arguments, StreamPipeline pipeline) {
    Program program = frame.names().program();
    List<Term> given = new ArrayList<>();
    arguments.forEach(each -> given.add(frame.expressions().value(each)));
    if (given.isEmpty()) {
      Value nothing = frame.draft().constant(Type.STRING, "");
      given.add(new Term.Single(new Conversions(frame).string(), nothing));
    }
    DeclaredType joiner =
        (DeclaredType) program.elements().getTypeElement("java.util.StringJoiner").asType();
    List<TypeMirror> types = given.stream().<TypeMirror>map(Term::type).toList();
    ResolvedMethod constructor =
        ElementFilter.constructorsIn(joiner.asElement().getEnclosedElements()).stream()
            .filter(each -> each.getParameters().size() == given.size())
            .map(ResolvedMethod::declared)
            .findFirst()
            .orElseThrow();
    Term all = new OpaqueCalls(frame).constructor(at, joiner, constructor, given, types);
    pipeline.each(Set.of(), each -> called(all, "add", List.of(each)));
    return called(all, "toString", List.of());
  }

  private Term called(Term object, String name, List<Term> arguments) {
    List<TypeMirror> types = arguments.stream().<TypeMirror>map(Term::type).toList();
    ResolvedMethod method = frame.names().implied(object.type(), name, types, at);
    return new OpaqueCalls(frame).method(at, method, object, arguments);
  }

  private Term finished(Term collected, ExpressionTree function, StreamPipeline pipeline) {
    StreamFunctions functions = pipeline.functions();
    StreamFunctions.Given given = functions.given(function);
    Term whole =
        collected.as(new Grouping(frame, at, pipeline, this::collected).seen(collected.type()));
    return functions.boxed(at, functions.call(given, "Function", List.of(whole.type()), whole));
  }
}
