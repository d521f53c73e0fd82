package cotangent.processor.read.call;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.names.Spelling;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * The choices among methods that are being read, each for a call in one that may run in the one
 * before it. What would be written out too often becomes a function: objects that hold others of
 * their interface, a sum of curves say, lead to the same choice again and again.
 */
final class OpenChoices {
  /**
   * With more ways than this to choose from in one place, through methods that call each other as
   * well, the code would be hard to read and to run.
   */
  private static final int MOST = 32;

  private final Reading reading;
  private final Deque<Object> open = new ArrayDeque<>();

  /** How many ways lead here through the calls that are being read. */
  private int ways = 1;

  private OpenChoices(Reading reading) {
    this.reading = reading;
  }

  /** Returns those of a method that is being read. */
  static OpenChoices of(Reading reading) {
    return reading.part(OpenChoices.class, OpenChoices::new);
  }

  /** Reads a call by choosing among the methods that may run. */
  interface Choosing {
    Term read(
        Frame frame, Tree at, ResolvedMethod method, Term.Single receiver, List<Term> arguments);
  }

  /**
   * Reads a call.
   *
   * @param choices how many methods may run
   */
  Term read(
      Frame frame,
      Tree at,
      ResolvedMethod method,
      Term.Single receiver,
      List<Term> arguments,
      int choices,
      Choosing choosing) {
    Object key = key(method, receiver, arguments);
    Inlining inlining = Inlining.of(reading);
    Source source = frame.names().program().declaration(method.element()).orElse(null);
    boolean isOpen = open.contains(key);
    boolean isInTry = frame.environment().isWatched() && !isOpen;
    boolean isFunction = !isInTry && Functions.of(reading).has(key);
    if (ways * choices > MOST && !isFunction) {
      if (choices > MOST || source == null || isInTry || !isPlain(method.element())) {
        throw frame.refusal(at, Problem.OVERRIDABLE, method.element());
      } else if (isOpen) {
        throw new Inlining.Recursive(key);
      }
      isFunction = true;
    }
    boolean mayBeFunction = source != null && !isInTry && !isOpen && isPlain(method.element());
    isFunction |= choices > 1 && mayBeFunction && inlining.isApart(key, at, receiver, arguments);
    if (source != null && isFunction) {
      return asFunction(frame, at, method, recurring(key, source, receiver, arguments, choosing));
    }
    Environment.Mark before = frame.environment().mark();
    GraphBuilder steps = new GraphBuilder();
    Supplier<Term> inPlace = () -> choosing.read(frame, at, method, receiver, arguments);
    try {
      Term[] result = new Term[1];
      reading.draft().in(steps, () -> result[0] = within(key, ways * choices, inPlace));
      inlining.measured(key, steps.steps(), receiver, arguments, result[0]);
      reading.draft().splice(steps);
      return result[0];
    } catch (Inlining.Recursive recursive) {
      if (source == null || isOpen || !recursive.isAbout(key)) {
        throw recursive;
      }
      frame.environment().undo(before);
      return asFunction(frame, at, method, recurring(key, source, receiver, arguments, choosing));
    }
  }

  /** What a choice is known by: the method, and of what it is called with what. */
  private Object key(ResolvedMethod method, Term.Single receiver, List<Term> arguments) {
    Object call = OpenMethods.of(reading).key(method.element(), receiver, arguments);
    return List.of(OpenChoices.class, ClassGuards.type(receiver, method), call);
  }

  private <T> T within(Object key, int nowWays, Supplier<T> action) {
    int before = ways;
    ways = nowWays;
    open.push(key);
    try {
      return OpenMethods.of(reading).within(key, action);
    } finally {
      open.pop();
      ways = before;
    }
  }

  private Recurring recurring(
      Object key, Source source, Term.Single receiver, List<Term> arguments, Choosing choosing) {
    ResolvedMethod declared = ResolvedMethod.declared(source.element());
    Recurring.Body body =
        (frame, parameters) -> {
          Term.Single self = (Term.Single) Objects.requireNonNull(frame.self());
          Term result =
              within(key, 1, () -> choosing.read(frame, source.tree(), declared, self, parameters));
          if (frame.result() != null) {
            frame.environment().set(frame.result(), result);
          }
        };
    return Recurring.of(key, source, receiver, arguments, body);
  }

  private Term asFunction(Frame frame, Tree at, ResolvedMethod method, Recurring choice) {
    Term result = Functions.of(reading).call(frame, at, choice);
    return method.result().getKind() == TypeKind.VOID
        ? result
        : new Conversions(frame).seen(at, result, method.result());
  }

  /** Whether a method means the same wherever it is called, as it has no type variables. */
  private static boolean isPlain(ExecutableElement method) {
    return !Spelling.hasVariables(method.getReturnType())
        && method.getParameters().stream()
            .map(VariableElement::asType)
            .noneMatch(Spelling::hasVariables);
  }
}
