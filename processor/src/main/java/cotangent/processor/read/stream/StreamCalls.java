package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.SummaryValues;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.FixedList;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Reads streams, each from its source to its end. */
public final class StreamCalls {
  private static final String MISSING = "java.util.NoSuchElementException";

  private final Frame frame;

  public StreamCalls(Frame frame) {
    this.frame = frame;
  }

  /** Reads a call that ends a stream; returns nothing for any other call. */
  public Optional<Term> read(MethodInvocationTree tree) {
    FlatSinks.Sink sink = FlatSinks.of(frame.reading()).of(tree);
    if (sink != null) {
      FlatSinks.of(frame.reading()).during(tree, null, () -> flow(tree, sink));
      return Optional.of(frame.nothing());
    }
    Chain chain = Chain.of(tree);
    if (chain == null || !new Sources(frame).isStream(chain.source())) {
      chain = new OutsideStreams(frame).chain(tree);
    }
    if (chain == null) {
      rejectKept(tree);
      return Optional.empty();
    }
    StreamPipeline pipeline = new StreamPipeline(frame, chain);
    Ends ends = new Ends(frame, chain.end(), pipeline);
    String name = Chain.name(chain.end());
    Ends.Found found = found(name, chain.end().getArguments(), ends);
    if (found != null) {
      return Optional.of(unwrapped(chain, pipeline, found));
    } else if (chain.unwrap() != null) {
      throw refusal(chain.end());
    }
    return Optional.of(
        name.equals("toArray")
            ? new Collecting(frame, chain.end(), pipeline).array()
            : result(chain.end(), name, pipeline));
  }

  /** Rejects a stream that calls functions, or has real numbers, and isn't ended here. */
  private void rejectKept(MethodInvocationTree tree) {
    Chain chain = Chain.open(tree);
    Sources sources = new Sources(frame);
    boolean isKept =
        chain != null && sources.isStream(chain.source())
            ? sources.isRead(chain)
            : new OutsideStreams(frame).isKept(tree);
    if (isKept) {
      throw frame.refusal(
          tree,
          Problem.STREAM,
          "a stream that is kept or handed on",
          "end it in the expression in which it begins");
    }
  }

  /** Reads a stream whose elements go into the one around it. */
  private void flow(MethodInvocationTree tree, FlatSinks.Sink sink) {
    Chain chain = Chain.open(tree);
    if (chain == null || !new Sources(frame).isStream(chain.source())) {
      chain = new OutsideStreams(frame).open(tree);
    }
    if (chain == null) {
      throw frame.refusal(
          tree, Problem.STREAM, "flatMap by another expression", "write a stream in the lambda");
    }
    new StreamPipeline(frame, chain).eachWanted(sink.wanted(), sink.assigned(), sink.action());
  }

  private Ends.@Nullable Found found(
      String name, List<? extends ExpressionTree> arguments, Ends ends) {
    return switch (name) {
      case "average" -> ends.average();
      case "max", "min" -> ends.extreme(name, arguments);
      case "findFirst" -> ends.first();
      case "reduce" -> arguments.size() == 1 ? ends.reduced(arguments.get(0)) : null;
      default -> null;
    };
  }

  private Term result(MethodInvocationTree end, String name, StreamPipeline pipeline) {
    Ends ends = new Ends(frame, end, pipeline);
    List<? extends ExpressionTree> arguments = end.getArguments();
    switch (name) {
      case "sum":
        return ends.sum();
      case "count":
        return ends.count();
      case "summaryStatistics":
        if (pipeline.kind() != TypeKind.DOUBLE || !new SummaryValues(frame).areHeld()) {
          throw refusal(end);
        }
        return ends.summary();
      case "anyMatch":
        return ends.matches(arguments.get(0), true, true);
      case "noneMatch":
        return ends.matches(arguments.get(0), true, false);
      case "allMatch":
        return ends.matches(arguments.get(0), false, false);
      case "forEach", "forEachOrdered":
        ends.each(arguments.get(0));
        return frame.nothing();
      case "toList":
        return new Collecting(frame, end, pipeline).fixedList(FixedList.ARRAY);
      case "collect":
        if (arguments.size() == 1) {
          return new CollectorCalls(frame, end).seen(arguments.get(0), pipeline);
        }
        return ends.accumulated(arguments.get(0), arguments.get(1));
      default:
        if (name.equals("reduce") && arguments.size() == 2) {
          return ends.reduced(arguments.get(0), arguments.get(1));
        } else if (name.equals("reduce")) {
          return ends.reduced(arguments.get(0), arguments.get(1), arguments.get(2));
        }
        throw refusal(end);
    }
  }

  private RuntimeException refusal(MethodInvocationTree end) {
    return frame.refusal(end, Problem.STREAM, "the end " + Chain.name(end), "write a loop");
  }

  /** Takes what was found out of the {@code Optional}. */
  private Term unwrapped(Chain chain, StreamPipeline pipeline, Ends.Found found) {
    MethodInvocationTree unwrap = chain.unwrap();
    if (unwrap == null) {
      return KeptOptionals.of(frame, chain.end(), found);
    }
    return switch (Chain.name(unwrap)) {
      case "isPresent" -> new Conversions(frame).term(found.isPresent());
      case "isEmpty" -> new Conversions(frame).term(frame.draft().not(found.isPresent()));
      case "orElse" -> {
        Term other = frame.expressions().value(unwrap.getArguments().get(0), found.type());
        yield orElse(unwrap, found, () -> other);
      }
      case "orElseGet" -> orElseGet(unwrap, pipeline.functions(), found);
      default -> {
        if (!unwrap.getArguments().isEmpty()) {
          yield orElseThrow(unwrap, pipeline.functions(), found);
        }
        rejectNothing(unwrap, found.isPresent());
        yield Ends.found(frame, unwrap, found.value(), found.type());
      }
    };
  }

  private Term orElseGet(MethodInvocationTree unwrap, StreamFunctions functions, Ends.Found found) {
    StreamFunctions.Given supplier = functions.given(unwrap.getArguments().get(0));
    String type = StreamFunctions.prefix(found.value()) + "Supplier";
    return orElse(unwrap, found, () -> functions.call(supplier, type, List.of()));
  }

  private Term orElseThrow(
      MethodInvocationTree unwrap, StreamFunctions functions, Ends.Found found) {
    StreamFunctions.Given supplier = functions.given(unwrap.getArguments().get(0));
    Runnable fail =
        () -> {
          Value thrown = frame.single(functions.call(supplier, "Supplier", List.of()));
          frame.at(unwrap).throwing(thrown);
          throw new Diverged();
        };
    frame.branches().branch(unwrap, found.isPresent(), Frame.NOTHING, fail);
    return Ends.found(frame, unwrap, found.value(), found.type());
  }

  private Term orElse(MethodInvocationTree unwrap, Ends.Found found, Supplier<Term> other) {
    return Ends.orElse(frame, unwrap, found, other);
  }

  private void rejectNothing(MethodInvocationTree unwrap, Value isPresent) {
    GraphBuilder otherwise = new GraphBuilder().at(frame.names().position(unwrap));
    Value text = otherwise.constant(Type.STRING, "No value present");
    Value thrown = new Value(new Type.Reference(MISSING), "");
    Callee made = new Callee.Member(Callee.Member.Kind.NEW, MISSING, "", true);
    otherwise.call(made, List.of(thrown), List.of(text));
    otherwise.throwing(thrown);
    frame.at(unwrap).branch(isPresent, new GraphBuilder().yield(), otherwise.yield(), List.of());
  }
}
