package cotangent.processor.read.stream;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    Chain chain = Chain.of(tree);
    if (chain == null || !new Sources(frame).isStream(chain.source())) {
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
            ? ends.array(pipeline.most(), pipeline.isFull())
            : result(chain.end(), name, ends));
  }

  private Ends.@Nullable Found found(
      String name, List<? extends ExpressionTree> arguments, Ends ends) {
    return switch (name) {
      case "average" -> ends.average();
      case "max", "min" -> ends.extreme(name);
      case "findFirst" -> ends.first();
      case "reduce" -> arguments.size() == 1 ? ends.reduced(arguments.get(0)) : null;
      default -> null;
    };
  }

  private Term result(MethodInvocationTree end, String name, Ends ends) {
    List<? extends ExpressionTree> arguments = end.getArguments();
    switch (name) {
      case "sum":
        return ends.sum();
      case "count":
        return ends.count();
      case "anyMatch":
        return ends.matches(arguments.get(0), true, true);
      case "noneMatch":
        return ends.matches(arguments.get(0), true, false);
      case "allMatch":
        return ends.matches(arguments.get(0), false, false);
      case "forEach", "forEachOrdered":
        ends.each(arguments.get(0));
        return frame.nothing();
      default:
        if (name.equals("reduce") && arguments.size() == 2) {
          return ends.reduced(arguments.get(0), arguments.get(1));
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
      throw frame.refusal(
          chain.end(),
          Problem.STREAM,
          "an Optional that is kept",
          "take its value out at once, by orElse or getAsDouble");
    }
    return switch (Chain.name(unwrap)) {
      case "isPresent" -> new Conversions(frame).term(found.isPresent());
      case "isEmpty" -> new Conversions(frame).term(frame.draft().not(found.isPresent()));
      case "orElse" -> {
        Term other = frame.expressions().value(unwrap.getArguments().get(0), found.value().type());
        yield orElse(unwrap, found, () -> other);
      }
      case "orElseGet" -> orElseGet(unwrap, pipeline.functions(), found);
      default -> {
        if (!unwrap.getArguments().isEmpty()) {
          throw refusal(unwrap);
        }
        rejectNothing(unwrap, found.isPresent());
        yield found.value();
      }
    };
  }

  private Term orElseGet(MethodInvocationTree unwrap, StreamFunctions functions, Ends.Found found) {
    StreamFunctions.Given supplier = functions.given(unwrap.getArguments().get(0));
    String type = StreamPipeline.prefix(found.value()) + "Supplier";
    return orElse(unwrap, found, () -> functions.call(supplier, type, List.of()));
  }

  private Term orElse(MethodInvocationTree unwrap, Ends.Found found, Supplier<Term> other) {
    Variable result = frame.environment().unnamed("", found.value().type());
    return frame
        .branches()
        .choose(
            unwrap,
            found.isPresent(),
            result,
            () -> frame.environment().set(result, found.value()),
            () -> frame.environment().set(result, other.get()));
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
