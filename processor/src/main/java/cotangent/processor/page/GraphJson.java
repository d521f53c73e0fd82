package cotangent.processor.page;

import com.grack.nanojson.JsonStringWriter;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Graph;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.report.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes graphs as JSON, in the format of {@code docs/graph-format.md}: values and steps are
 * numbered as they come, so that the same graph is always the same text.
 */
final class GraphJson {
  private final JsonStringWriter json;
  private final Predicate<Position> isShown;
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final Map<Position.Call, Integer> calls = new IdentityHashMap<>();
  private final List<Position.Call> callsInOrder = new ArrayList<>();
  private final Set<Position.Call> foreign = new HashSet<>();
  private final Map<List<Position>, Set<Integer>> places = new HashMap<>();
  private int steps;

  /**
   * @param isShown whether a position lies in the source that the page shows
   */
  GraphJson(JsonStringWriter json, Predicate<Position> isShown) {
    this.json = json;
    this.isShown = isShown;
  }

  void write(String key, Graph graph) {
    write(key, graph.body());
  }

  private void write(String key, Region region) {
    json.object(key);
    json.array("parameters");
    region.parameters().forEach(this::declare);
    json.end();
    json.array("steps");
    region.steps().forEach(this::write);
    json.end();
    json.array("yields");
    region.yields().forEach(value -> json.value(number(value)));
    json.end();
    json.end();
  }

  /** Returns the numbers of the steps that come from the same place, by the same calls. */
  Set<Integer> stepsAt(Position position) {
    return places.getOrDefault(position.path(), Set.of());
  }

  /** Writes the calls of helpers that were read in their place, after all graphs. */
  void writeCalls() {
    json.array("calls");
    for (Position.Call call : callsInOrder) {
      json.object();
      json.value("name", call.name());
      json.value("isForeign", foreign.contains(call));
      place(call.at());
      List<Integer> given = call.results().stream().map(this::known).toList();
      if (given.size() == 3 && given.get(0) >= 0 && given.get(1) >= 0) {
        json.array("shape", given.subList(0, 2));
      }
      json.end();
    }
    json.end();
  }

  /** Writes where a step or a call is: in the source that is shown, and in which call. */
  private void place(Position position) {
    position.path().stream()
        .filter(each -> each.line() > 0 && isShown.test(each))
        .findFirst()
        .ifPresent(
            each -> {
              json.value("line", each.line());
              json.value("column", each.column());
            });
    if (position.call() != null) {
      json.value("call", number(position.call()));
      if (!isShown.test(position)) {
        foreign.add(position.call());
      }
    }
  }

  /** Returns the number under which a whole number of some graph is known; −1 for anything else. */
  private int known(Object value) {
    return value instanceof Value number && number.type() == Type.INT
        ? numbers.getOrDefault(number, -1)
        : -1;
  }

  private int number(Position.Call call) {
    Integer known = calls.get(call);
    if (known != null) {
      return known;
    }
    if (call.at().call() != null) {
      number(call.at().call());
    }
    callsInOrder.add(call);
    calls.put(call, calls.size());
    return calls.size() - 1;
  }

  private void write(Step step) {
    places.computeIfAbsent(step.position().path(), unseen -> new TreeSet<>()).add(steps);
    json.object();
    json.value("id", steps++);
    json.value("do", kind(step));
    if (!step.operands().isEmpty()) {
      json.array("in");
      step.operands().forEach(value -> json.value(number(value)));
      json.end();
    }
    if (!step.results().isEmpty()) {
      json.array("out");
      step.results().forEach(this::declare);
      json.end();
    }
    place(step.position());
    details(step);
    json.end();
  }

  private void details(Step step) {
    if (step instanceof Step.Constant constant) {
      literal(constant.value());
    } else if (step instanceof Step.Apply apply) {
      json.value("op", apply.operation().name());
      types(step);
    } else if (step instanceof Step.Call call) {
      callee(call.callee());
      if (call.callee() instanceof Callee.Member) {
        types(step);
      }
    } else if (step instanceof Step.Branch branch) {
      write("then", branch.then());
      write("otherwise", branch.otherwise());
    } else if (step instanceof Step.Loop loop) {
      json.value("stride", loop.stride());
      write("body", loop.body());
    } else if (step instanceof Step.While loop) {
      write("before", loop.before());
      write("after", loop.after());
    }
  }

  private void types(Step step) {
    json.array("types");
    step.operands().forEach(operand -> json.value(operand.type().toString()));
    json.end();
  }

  private void callee(Callee callee) {
    if (callee instanceof Callee.Member member) {
      json.value("kind", member.kind().name());
      if (member.attempted() != null) {
        json.value("isAttempted", true);
      }
      json.value("member", member.owner() + "." + member.name());
    } else if (callee instanceof Callee.Ruled ruled) {
      json.value("member", ruled.original());
      json.value("function", ruled.primal());
      json.value("pullback", ruled.pullback());
      json.array("by", ruled.by());
    } else {
      json.value("function", callee.functions().findFirst().orElseThrow());
    }
  }

  /**
   * JSON has no form for some numbers, and its readers lose digits of long ones: both become text.
   */
  private void literal(@Nullable Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      json.value("value", ((Number) value).intValue());
    } else if (value instanceof Boolean truth) {
      json.value("value", truth);
    } else if (value instanceof Double number && isPlain(number)) {
      json.value("value", number);
    } else if (value == null) {
      json.nul("value");
    } else {
      json.value(
          "value", value instanceof Character c ? String.valueOf((int) c) : value.toString());
    }
  }

  private static boolean isPlain(double number) {
    return Double.isFinite(number) && (number != 0 || 1 / number > 0);
  }

  private void declare(Value value) {
    json.object();
    json.value("id", number(value));
    json.value("type", value.type().toString());
    if (!value.name().isEmpty()) {
      json.value("name", value.name());
    }
    json.end();
  }

  private int number(Value value) {
    return numbers.computeIfAbsent(value, unseen -> numbers.size());
  }

  /** What a step does, in the words of the format. */
  private static String kind(Step step) {
    return switch (step.kind()) {
      case CALL -> called(((Step.Call) step).callee());
      case NEW_ARRAY -> "new";
      case ZEROS_LIKE -> "zeros";
      case CONSTANT, APPLY, CLONE, READ, WRITE, COPY, FILL, PUSH, POP, BRANCH, LOOP, WHILE, THROW ->
          step.kind().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String called(Callee callee) {
    if (callee instanceof Callee.Ruled) {
      return "ruled";
    }
    return callee instanceof Callee.Member ? "member" : "function";
  }
}
