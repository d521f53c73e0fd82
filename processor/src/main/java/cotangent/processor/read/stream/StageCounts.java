package cotangent.processor.read.stream;

import com.sun.source.tree.MethodInvocationTree;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.report.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Counts elements for the stages of a stream that let so many through, or leave so many out. */
final class StageCounts {
  /** Stages that let through nobody knows how many elements. */
  private static final Set<String> CHOOSING =
      Set.of(
          "distinct",
          "filter",
          "takeWhile",
          "dropWhile",
          "flatMap",
          "flatMapToDouble",
          "flatMapToInt",
          "flatMapToObj");

  /** Stages behind which no more comes at some point. */
  static final Set<String> ENDING = Set.of("limit", "takeWhile");

  private final Frame frame;
  private final Draft draft;
  private final Set<Variable> variables = new LinkedHashSet<>();

  StageCounts(Frame frame) {
    this.frame = frame;
    this.draft = frame.draft();
  }

  /** The variables that count, which loops over the elements carry. */
  Set<Variable> variables() {
    return variables;
  }

  private TypeMirror number() {
    return frame.names().program().types().getPrimitiveType(TypeKind.LONG);
  }

  /** Reads how many elements a stage is given; less than none is what the library rejects. */
  Value most(MethodInvocationTree call) {
    Value most = frame.single(frame.expressions().value(call.getArguments().get(0), number()));
    rejectNegative(call, most);
    return most;
  }

  /** Makes a variable that counts from zero. */
  Variable counter() {
    Variable counter = frame.environment().unnamed("count", number());
    variables.add(counter);
    set(counter, draft.constant(Type.LONG, 0L));
    return counter;
  }

  private void rejectNegative(MethodInvocationTree call, Value most) {
    if (draft.known(most) instanceof Long number && number >= 0) {
      return;
    }
    String exception = "java.lang.IllegalArgumentException";
    GraphBuilder then = new GraphBuilder().at(frame.names().position(call));
    draft.in(
        then,
        () -> {
          Value text = new Value(Type.STRING, "");
          then.call(
              new Callee.Member(
                  Callee.Member.Kind.STATIC_METHOD, "java.lang.Long", "toString", true),
              List.of(text),
              List.of(most));
          Value thrown = new Value(new Type.Reference(exception), "");
          then.call(
              new Callee.Member(Callee.Member.Kind.NEW, exception, "", true),
              List.of(thrown),
              List.of(text));
          then.throwing(thrown);
        });
    Value isNegative = draft.apply(Operations.LT, most, draft.constant(Type.LONG, 0L));
    frame.at(call).branch(isNegative, then.yield(), new GraphBuilder().yield(), List.of());
  }

  /** Rejects to sort what was peeked at: Java doesn't sort, or wait, where it knows the order. */
  void rejectPeeks(MethodInvocationTree sorted, List<Stage> stages) {
    boolean peeks = stages.stream().anyMatch(stage -> stage.name().equals("peek"));
    if (peeks
        && stages.stream()
            .noneMatch(stage -> stage.name().toLowerCase(Locale.ROOT).contains("map"))) {
      throw frame.refusal(
          sorted,
          Problem.STREAM,
          "sorted behind peek, which may not wait for it,",
          "peek behind it");
    }
  }

  /** Whether a stage lets through nobody knows how many elements. */
  static boolean chooses(Stage stage) {
    return CHOOSING.contains(stage.name());
  }

  /** Whether Java's stream knows how many elements come through. */
  boolean isSized(StreamSource source, List<Stage> stages) {
    return source.extent() == StreamSource.Extent.SIZED
        && stages.stream().noneMatch(stage -> CHOOSING.contains(stage.name()));
  }

  /**
   * Returns how many elements are left of those of a source; null where Java's stream doesn't know
   * it either, and counts them. Whether it does so for a source outside isn't known.
   */
  @Nullable Value left(
      StreamSource source, Value all, List<Stage> stages, MethodInvocationTree at) {
    boolean chooses = stages.stream().anyMatch(stage -> CHOOSING.contains(stage.name()));
    if (source.extent() == StreamSource.Extent.ASKED && !chooses) {
      throw frame.refusal(
          at, Problem.STREAM, "count behind functions that may not be called", "count before them");
    }
    if (!isSized(source, stages)) {
      return null;
    }
    Value left = all;
    for (Stage stage : stages) {
      if (stage.name().equals("limit")) {
        left = draft.apply(Operations.MIN, left, Objects.requireNonNull(stage.most()));
      } else if (stage.name().equals("skip")) {
        Value rest = draft.apply(Operations.SUB, left, Objects.requireNonNull(stage.most()));
        left = draft.apply(Operations.MAX, rest, draft.constant(Type.LONG, 0L));
      }
    }
    return left;
  }

  /** Whether a stage has not counted as many as it may. */
  Value isOpen(Stage stage) {
    Variable counter = Objects.requireNonNull(stage.counter());
    return draft.apply(Operations.LT, get(counter), Objects.requireNonNull(stage.most()));
  }

  /** Counts one more. */
  void add(Stage stage) {
    Variable counter = Objects.requireNonNull(stage.counter());
    set(counter, draft.apply(Operations.ADD, get(counter), draft.constant(Type.LONG, 1L)));
  }

  /**
   * Lets the first ones through.
   *
   * @param isTested whether it is known that this is one of them
   */
  void limit(Stage stage, boolean isTested, Runnable rest) {
    Runnable counted =
        () -> {
          add(stage);
          rest.run();
        };
    if (isTested) {
      counted.run();
    } else {
      frame.branches().branch(stage.call(), isOpen(stage), counted, Frame.NOTHING);
    }
  }

  /** Lets elements through until the first one that doesn't fit, or from that one on. */
  void ask(Stage stage, StreamFunctions functions, Term element, Runnable rest) {
    Value fits =
        frame.single(
            frame
                .branches()
                .either(
                    stage.call(),
                    isOpen(stage),
                    functions.number(TypeKind.BOOLEAN),
                    () -> stage.apply(functions, "Predicate", element),
                    () -> new Conversions(frame).term(draft.constant(false))));
    boolean takes = stage.name().equals("takeWhile");
    frame
        .branches()
        .branch(
            stage.call(),
            fits,
            takes ? rest : Frame.NOTHING,
            () -> {
              add(stage);
              (takes ? Frame.NOTHING : rest).run();
            });
  }

  /** Leaves out the first ones. */
  void skip(Stage stage, Runnable rest) {
    Variable counter = Objects.requireNonNull(stage.counter());
    Value most = Objects.requireNonNull(stage.most());
    Value isSkipped = draft.apply(Operations.LT, get(counter), most);
    frame.branches().branch(stage.call(), isSkipped, () -> add(stage), rest);
  }

  private void set(Variable variable, Value value) {
    frame.environment().set(variable, new Term.Single(variable.type(), value));
  }

  private Value get(Variable variable) {
    return frame.single(frame.environment().require(variable));
  }
}
