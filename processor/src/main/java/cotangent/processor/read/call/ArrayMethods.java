package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Arrays;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.expression.JavaExceptions;
import cotangent.processor.read.expression.ObjectArrays;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Retold;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Position;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads the library's methods that copy, fill and sort arrays. */
public final class ArrayMethods {
  private final Frame frame;
  private final Draft draft;
  private final Arrays arrays;

  public ArrayMethods(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
    this.arrays = new Arrays(frame);
  }

  /** Reads a call of one of them; returns nothing for any other method. */
  public Optional<Term> call(Tree at, String owner, String name, List<Term> arguments) {
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
      boolean isArray =
          term instanceof Term.Columns
              || term instanceof Term.Single single && single.value().type().isArray();
      if (!isArray) {
        return false;
      }
    }
    return true;
  }

  private Optional<Term> copy(Tree at, List<Term> arguments) {
    Term source = arguments.get(0);
    Term target = arguments.get(2);
    if (!Arrays.areAlike(source, target)) {
      Whole.require(source);
      Whole.require(target);
    }
    Value from = frame.single(arguments.get(1));
    Value to = frame.single(arguments.get(3));
    arrays.copy(at, source, from, target, to, frame.single(arguments.get(4)));
    return Optional.of(frame.nothing());
  }

  private Optional<Term> fill(Tree at, List<Term> arguments) {
    Term array = unconverted(arguments.get(0));
    boolean whole = arguments.size() == 2;
    Value from = whole ? draft.constant(0) : frame.single(arguments.get(1));
    Value to = whole ? arrays.length(at, array) : frame.single(arguments.get(2));
    Iterator<Value> leaves = arrays.held(at, array, filling(at, array, arguments)).iterator();
    for (Value column : array.leaves()) {
      Value value = leaves.next();
      if (value.type().isScalar()) {
        value = draft.cast(value, column.type().element());
      }
      frame.at(at).add(new Step.Fill(column, from, to, value, frame.names().position(at)));
    }
    return Optional.of(frame.nothing());
  }

  /** Returns an array as what it was made, not as an {@code Object[]}. */
  private Term unconverted(Term array) {
    return array instanceof Term.Columns columns
        ? array.as(frame.names().program().types().getArrayType(columns.form().type()))
        : array;
  }

  /** Returns what an array is filled with, as one of its elements. */
  private Term filling(Tree at, Term array, List<Term> arguments) {
    Term value = arguments.get(arguments.size() - 1);
    return array instanceof Term.Columns
        ? new Conversions(frame).cast(at, value, Arrays.element(array))
        : value;
  }

  private Optional<Term> copyOf(Tree at, List<Term> arguments) {
    Term array = arguments.get(0);
    Value length = frame.single(arguments.get(1));
    Term copy = fresh(at, array, length);
    Value count = draft.apply(Operations.MIN, arrays.length(at, array), length);
    requireNoMore(length, array);
    arrays.copy(at, array, draft.constant(0), copy, draft.constant(0), count);
    return Optional.of(copy);
  }

  /** Learns that there is null at the end of a copy which may go further than the array. */
  private void requireNoMore(Value end, Term array) {
    boolean isWithin = draft.isAtMost(end, Arrays.first(array));
    if (!isWithin && !Retold.isIn(frame.names().owner())) {
      new ObjectArrays(frame).requireNullable(array);
    }
  }

  private Optional<Term> sort(Tree at, List<Term> arguments) {
    if (arguments.size() % 2 == 0) {
      return Optional.empty(); // by an order, which is retold
    }
    Term array = arguments.get(0);
    boolean whole = arguments.size() == 1;
    Value from = whole ? draft.constant(0) : frame.single(arguments.get(1));
    Value to = whole ? arrays.length(at, array) : frame.single(arguments.get(2));
    if (array instanceof Term.Columns) {
      Sorting sorting = new Sorting(frame);
      sorting.sort(at, array, from, to, sorting.natural(at));
      return Optional.of(frame.nothing());
    }
    Value numbers = frame.single(array);
    return numbers.type().element().isReal()
        ? sort(at, numbers, from, to, whole)
        : Optional.empty();
  }

  /** Sorts real numbers: their places are found first, then they are moved to where they belong. */
  private Optional<Term> sort(Tree at, Value array, Value from, Value to, boolean whole) {
    Value order = new Value(Type.array(Type.INT), "order");
    Callee places =
        new Callee.Member(Callee.Member.Kind.STATIC_METHOD, "cotangent.Order", "of", true);
    frame.at(at).call(places, List.of(order), List.of(array, from, to));
    Value length = length(at, order);
    Value before = frame.at(at).newArray("unsorted", array.type(), length(at, array));
    Position position = frame.names().position(at);
    frame.at(at).add(new Step.Copy(array, from, before, from, length, position));
    GraphBuilder body = new GraphBuilder().at(position);
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

  private Term fresh(Tree at, Term array, Value length) {
    List<Value> columns =
        array.leaves().stream()
            .map(column -> frame.at(at).newArray("", column.type(), length))
            .toList();
    return array.with(columns.iterator());
  }

  private Optional<Term> copyOfRange(Tree at, List<Term> arguments) {
    Term array = arguments.get(0);
    Value from = frame.single(arguments.get(1));
    Value to = frame.single(arguments.get(2));
    Value length = draft.apply(Operations.SUB, to, from);
    rejectNegative(at, length, from, to);
    Term copy = fresh(at, array, length);
    Value rest = draft.apply(Operations.SUB, arrays.length(at, array), from);
    Value count = draft.apply(Operations.MIN, rest, length);
    requireNoMore(to, array);
    arrays.copy(at, array, from, copy, draft.constant(0), count);
    return Optional.of(copy);
  }

  /** Throws what the library throws where the range ends before it begins. */
  private void rejectNegative(Tree at, Value length, Value from, Value to) {
    Value wrong = draft.apply(Operations.LT, length, draft.constant(0));
    JavaExceptions.throwIf(
        frame, at, wrong, "java.lang.IllegalArgumentException", List.of(from, " > ", to));
  }
}
