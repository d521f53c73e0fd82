package cotangent.processor.graph;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints graphs: the form in which they are read by people, kept in tests and attached to reports.
 *
 * <pre>{@code
 * graph sum(double[] a) {
 *   zero = 0.0
 *   from = 0
 *   to = length(a)
 *   s = loop i from from to to step 1 (double s#2 = zero) {
 *     term = a[i] @7
 *     s#3 = add(s#2, term)
 *     yield s#3
 *   }
 *   yield s
 * }
 * }</pre>
 *
 * <p>Each value has a name of its own: the second one named {@code s} prints as {@code s#2}, the
 * first without a name as {@code %1}. A step ends with {@code @} and the line that it comes from,
 * where there is one.
 */
public final class GraphText {
  private final StringBuilder text = new StringBuilder();
  private final Map<Value, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private int nameless;
  private String margin = "";

  private GraphText() {}

  /** Prints a graph and its functions. */
  public static String print(Graph graph) {
    StringBuilder all = new StringBuilder(print("graph ", graph));
    graph.functions().forEach(function -> all.append(print("function ", function)));
    return all.toString();
  }

  private static String print(String keyword, Graph graph) {
    GraphText printer = new GraphText();
    printer.text.append(keyword).append(graph.name());
    printer.text.append("(").append(printer.typed(graph.parameters())).append(") ");
    printer.block(graph.body());
    return printer.text.append("\n").toString();
  }

  private void block(Region region) {
    String outer = margin;
    text.append("{\n");
    margin += "  ";
    for (Step step : region.steps()) {
      text.append(margin);
      step(step);
      if (!step.position().isMade()) {
        text.append(" @").append(step.position().line());
      }
      text.append("\n");
    }
    if (!region.yields().isEmpty()) {
      text.append(margin).append("yield ").append(names(region.yields())).append("\n");
    }
    margin = outer;
    text.append(margin).append("}");
  }

  private void step(Step step) {
    if (step instanceof Step.Call || step instanceof Step.Branch || step instanceof Step.While) {
      assign(typed(step.results()));
    } else {
      assign(names(step.results()));
    }
    switch (step.kind()) {
      case CONSTANT ->
          text.append(literal(step.results().get(0).type(), ((Step.Constant) step).value()));
      case APPLY -> apply((Step.Apply) step);
      case CALL -> call((Step.Call) step);
      case THROW -> text.append("throw ").append(name(((Step.Throw) step).exception()));
      case BRANCH -> branch((Step.Branch) step);
      case LOOP -> loop((Step.Loop) step);
      case WHILE -> whileLoop((Step.While) step);
      case NEW_ARRAY, ZEROS_LIKE, CLONE, READ, WRITE, COPY, FILL, PUSH, POP -> memory(step);
    }
  }

  private void apply(Step.Apply apply) {
    text.append(apply.operation().name()).append(arguments(apply.operands()));
  }

  private void call(Step.Call call) {
    text.append("call ").append(callee(call.callee())).append(arguments(call.operands()));
  }

  private void branch(Step.Branch branch) {
    text.append("if ").append(name(branch.condition())).append(" ");
    block(branch.then());
    text.append(" else ");
    block(branch.otherwise());
  }

  private void whileLoop(Step.While loop) {
    text.append("while (").append(carried(loop.carried(), loop.initial())).append(") ");
    block(loop.before());
    text.append(" do ");
    block(loop.after());
  }

  private void assign(String results) {
    if (!results.isEmpty()) {
      text.append(results).append(" = ");
    }
  }

  private void loop(Step.Loop loop) {
    text.append("loop ").append(name(loop.index()));
    text.append(" from ").append(name(loop.from())).append(" to ").append(name(loop.to()));
    text.append(" step ").append(loop.stride());
    if (loop.checkpoint() != Step.Loop.NO_CHECKPOINT) {
      text.append(" checkpoint ").append(loop.checkpoint());
    }
    text.append(" (").append(carried(loop.carried(), loop.initial())).append(") ");
    block(loop.body());
  }

  private void memory(Step step) {
    if (step instanceof Step.NewArray array) {
      text.append(creation(array));
    } else if (step instanceof Step.ZerosLike zeros) {
      text.append("zeros like ").append(name(zeros.array()));
    } else if (step instanceof Step.Clone clone) {
      text.append("clone ").append(name(clone.array()));
    } else if (step instanceof Step.Read read) {
      text.append(element(read.array(), read.index()));
    } else if (step instanceof Step.Write write) {
      text.append(element(write.array(), write.index())).append(" = ").append(name(write.value()));
    } else if (step instanceof Step.Copy copy) {
      text.append("copy ").append(element(copy.source(), copy.from()));
      text.append(" to ").append(element(copy.target(), copy.to()));
      text.append(" length ").append(name(copy.length()));
    } else if (step instanceof Step.Fill fill) {
      text.append("fill ").append(name(fill.array()));
      text.append("[").append(names(List.of(fill.from(), fill.to()))).append("] with ");
      text.append(name(fill.value()));
    } else if (step instanceof Step.Push push) {
      text.append("push ").append(name(push.value())).append(" on ").append(name(push.tape()));
    } else if (step instanceof Step.Pop pop) {
      text.append("pop ").append(pop.result().type()).append(" from ").append(name(pop.tape()));
    } else {
      throw new IllegalStateException("no text for " + step);
    }
  }

  private String creation(Step.NewArray step) {
    Type type = step.result().type();
    String lengths =
        step.lengths().stream().map(n -> "[" + name(n) + "]").collect(Collectors.joining());
    String word = step.cleared() ? "new " : "blank ";
    return word + type.leaf() + lengths + "[]".repeat(type.rank() - step.lengths().size());
  }

  private String element(Value array, Value index) {
    return name(array) + "[" + name(index) + "]";
  }

  private String carried(List<Value> carried, List<Value> initial) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < carried.size(); i++) {
      list.append(i == 0 ? "" : ", ").append(typed(carried.subList(i, i + 1)));
      list.append(" = ").append(name(initial.get(i)));
    }
    return list.toString();
  }

  private static String callee(Callee callee) {
    if (callee instanceof Callee.Member member) {
      return switch (member.access()) {
            case NAMED -> "";
            case HANDLE -> "unnamed ";
            case PRIVATE -> "hidden ";
          }
          + member.kind()
          + " "
          + string(member.owner())
          + " "
          + string(member.name())
          + signature(member.signature());
    } else if (callee instanceof Callee.Ruled ruled) {
      return (ruled.ofMade() ? "ruled made " : "ruled ")
          + Stream.of(ruled.original(), ruled.primal(), ruled.pullback(), ruled.pushforward())
              .map(GraphText::string)
              .collect(Collectors.joining(" "))
          + ruled.by().stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", ", " by (", ") else "))
          + string(ruled.remedy());
    }
    if (callee instanceof Agreement agreement) {
      return "agreement " + agreement.kind() + " " + string(agreement.what());
    }
    return callee instanceof Callee.Note note
        ? "note " + note.number()
        : ((Callee.Function) callee).name();
  }

  private static String signature(List<Type> types) {
    return types.isEmpty()
        ? ""
        : types.stream().map(Type::toString).collect(Collectors.joining(", ", " as (", ")"));
  }

  private String arguments(List<Value> values) {
    return "(" + names(values) + ")";
  }

  private String names(List<Value> values) {
    return values.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String typed(List<Value> values) {
    return values.stream()
        .map(value -> value.type() + " " + name(value))
        .collect(Collectors.joining(", "));
  }

  private String name(Value value) {
    return names.computeIfAbsent(value, this::freshName);
  }

  private String freshName(Value value) {
    if (value.name().isEmpty()) {
      return "%" + ++nameless;
    }
    String name;
    do {
      int count = counts.merge(value.name(), 1, Integer::sum);
      name = count == 1 ? value.name() : value.name() + "#" + count;
    } while (!taken.add(name));
    return name;
  }

  private static String literal(Type type, @Nullable Object value) {
    if (value instanceof Float) {
      return value + "f";
    } else if (value instanceof Long) {
      return value + "L";
    } else if (value instanceof Character character) {
      return "(char) " + (int) character;
    } else if (value instanceof Byte || value instanceof Short) {
      return "(" + type + ") " + value;
    } else if (value instanceof String content) {
      return string(content);
    }
    return value == null ? "(" + type + ") null" : value.toString();
  }

  /** Returns a string in quotes, as Java writes it. */
  private static String string(String content) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
