package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import java.util.List;
import java.util.Optional;

/** Reads the library's methods that copy and fill arrays. */
final class ArrayMethods {
  private final Frame frame;
  private final Draft draft;

  ArrayMethods(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
  }

  /** Reads a call of one of them; gives nothing for any other method. */
  Optional<Term> call(Tree at, String owner, String name, List<Term> arguments) {
    if (owner.equals("java.lang.System") && name.equals("arraycopy")) {
      return areArrays(arguments.get(0), arguments.get(2)) ? copy(at, arguments) : Optional.empty();
    }
    if (!owner.equals("java.util.Arrays") || arguments.isEmpty() || !areArrays(arguments.get(0))) {
      return Optional.empty();
    }
    return switch (name) {
      case "fill" -> fill(at, arguments);
      case "sort" -> sort(at, arguments);
      case "copyOf" -> arguments.size() == 2 ? copyOf(at, arguments) : Optional.empty();
      case "copyOfRange" -> arguments.size() == 3 ? copyOfRange(at, arguments) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean areArrays(Term... terms) {
    for (Term term : terms) {
      if (!(term instanceof Term.Single single && single.value().type().isArray())) {
        return false;
      }
    }
    return true;
  }

  private Optional<Term> copy(Tree at, List<Term> arguments) {
    List<Value> values = arguments.stream().map(frame::single).toList();
    frame
        .at(at)
        .add(
            new Step.Copy(
                values.get(0),
                values.get(1),
                values.get(2),
                values.get(3),
                values.get(4),
                frame.names().position(at)));
    return Optional.of(frame.nothing());
  }

  private Optional<Term> fill(Tree at, List<Term> arguments) {
    Value array = frame.single(arguments.get(0));
    boolean whole = arguments.size() == 2;
    Value from = whole ? draft.constant(0) : frame.single(arguments.get(1));
    Value to = whole ? length(at, array) : frame.single(arguments.get(2));
    Value value = frame.single(arguments.get(arguments.size() - 1));
    if (value.type().isScalar()) {
      value = draft.cast(value, array.type().element());
    }
    frame.at(at).add(new Step.Fill(array, from, to, value, frame.names().position(at)));
    return Optional.of(frame.nothing());
  }

  /** Sorts real numbers: their places are found first, then they are moved to where they belong. */
  private Optional<Term> sort(Tree at, List<Term> arguments) {
    Value array = frame.single(arguments.get(0));
    if (!array.type().element().isReal() || arguments.size() % 2 == 0) {
      return Optional.empty();
    }
    boolean whole = arguments.size() == 1;
    Value from = whole ? draft.constant(0) : frame.single(arguments.get(1));
    Value to = whole ? length(at, array) : frame.single(arguments.get(2));
    Value order = new Value(Type.array(Type.INT), "order");
    Callee places =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "cotangent.Order", "of", true);
    frame.at(at).call(places, List.of(order), List.of(array, from, to));
    Value length = length(at, order);
    Value before = frame.at(at).newArray("unsorted", array.type(), length(at, array));
    copy(at, array, from, before, from, length);
    GraphBuilder body = new GraphBuilder().at(frame.names().position(at));
    Value i = body.parameter(Type.INT, "i");
    Value moved = body.read("", before, body.read("", order, i));
    Value place = whole ? i : body.apply(Operations.ADD, from, i);
    body.write(array, place, moved);
    frame.at(at).loop(draft.constant(0), length, 1, List.of(), body.yield());
    return Optional.of(frame.nothing());
  }

  private Value length(Tree at, Value array) {
    return frame.at(at).apply(Operations.LENGTH, array);
  }

  private Optional<Term> copyOf(Tree at, List<Term> arguments) {
    Value array = frame.single(arguments.get(0));
    Value length = frame.single(arguments.get(1));
    Value copy = frame.at(at).newArray("", array.type(), length);
    Value count = draft.apply(Operations.MIN, length(at, array), length);
    copy(at, array, draft.constant(0), copy, count);
    return Optional.of(new Term.Single(arguments.get(0).type(), copy));
  }

  private Optional<Term> copyOfRange(Tree at, List<Term> arguments) {
    Value array = frame.single(arguments.get(0));
    Value from = frame.single(arguments.get(1));
    Value to = frame.single(arguments.get(2));
    Value length = draft.apply(Operations.SUB, to, from);
    rejectNegative(at, length, from, to);
    Value copy = frame.at(at).newArray("", array.type(), length);
    Value rest = draft.apply(Operations.SUB, length(at, array), from);
    copy(at, array, from, copy, draft.apply(Operations.MIN, rest, length));
    return Optional.of(new Term.Single(arguments.get(0).type(), copy));
  }

  private void copy(Tree at, Value source, Value from, Value target, Value count) {
    copy(at, source, from, target, draft.constant(0), count);
  }

  private void copy(Tree at, Value source, Value from, Value target, Value to, Value count) {
    frame.at(at).add(new Step.Copy(source, from, target, to, count, frame.names().position(at)));
  }

  /** Throws what the library throws where the range ends before it begins. */
  private void rejectNegative(Tree at, Value length, Value from, Value to) {
    Value wrong = draft.apply(Operations.LT, length, draft.constant(0));
    GraphBuilder guard = new GraphBuilder().at(frame.names().position(at));
    draft.in(
        guard,
        () -> {
          Value arrow = draft.constant(Type.STRING, " > ");
          Value message =
              guard
                  .call(
                      new Callee.Member(
                          Callee.Member.Kind.CONCATENATION, "java.lang.String", "concat", true),
                      List.of(new Value(Type.STRING, "")),
                      List.of(from, arrow, to))
                  .get(0);
          String type = "java.lang.IllegalArgumentException";
          Value exception =
              guard
                  .call(
                      new Callee.Member(Callee.Member.Kind.NEW, type, "", true),
                      List.of(new Value(new Type.Reference(type), "")),
                      List.of(message))
                  .get(0);
          guard.throwing(exception);
        });
    frame.at(at).branch(wrong, guard.yield(), new GraphBuilder().yield(), List.of());
  }
}
