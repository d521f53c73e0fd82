package cotangent.processor.read.caught;

import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Region;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.ClassTests;
import cotangent.processor.read.frame.Reading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.lang.model.type.TypeMirror;

/** Finds the steps of a block whose exceptions are caught. */
final class Sites {
  /** Methods of these classes that take only numbers never throw. */
  private static final Set<String> PLAIN =
      Set.of("Boolean", "Byte", "Short", "Character", "Integer", "Long", "Float", "Double", "Math");

  private final CaughtCalls calls;
  private final Clauses clauses;
  private final List<Step> steps;
  private final Map<Value, TypeMirror> exact = new HashMap<>();
  private final Map<Value, Value> uncast = new HashMap<>();
  private final Set<Value> rejections = new HashSet<>();
  private final Map<Step, Boolean> caught = new IdentityHashMap<>();

  Sites(Reading reading, Clauses clauses, List<Step> steps) {
    this.calls = CaughtCalls.of(reading);
    this.clauses = clauses;
    this.steps = steps;
    made(steps);
  }

  private void made(List<Step> steps) {
    for (Step step : steps) {
      if (ClassTests.isRejection(step, rejections)) {
        rejections.add(step.results().get(0));
      }
      if (step instanceof Step.Call call && call.callee() instanceof Callee.Member member) {
        made(call, member);
      }
      step.regions().forEach(region -> made(region.steps()));
    }
  }

  private void made(Step.Call call, Callee.Member member) {
    if (member.kind() == Callee.Member.Kind.NEW && clauses.isException(member.owner())) {
      exact.put(call.results().get(0), clauses.type(member.owner()));
    } else if (member.kind() == Callee.Member.Kind.CAST && call.position().isMade()) {
      uncast.put(call.results().get(0), call.operands().get(0));
    }
  }

  /**
   * Returns an exception as it was before it was cast to what a method may throw: where it is
   * caught, it may be of a class that the method that throws it on could not name.
   */
  Value uncast(Value exception) {
    return uncast.getOrDefault(exception, exception);
  }

  /** Whether an exception may be of a class that is below what it is known as. */
  boolean mayBeOf(Value exception, TypeMirror owner) {
    return !exact.containsKey(uncast(exception)) && clauses.mayBeOf(exception, owner);
  }

  /** Returns the class of an exception, or one that is above it: a private one can't be named. */
  private TypeMirror type(Step.Throw thrown) {
    TypeMirror made = exact.get(thrown.exception());
    return made == null ? clauses.type(thrown.exception()) : made;
  }

  /** What may become of an exception that is thrown. */
  Clauses.Fate fate(Step.Throw thrown) {
    if (rejections.contains(thrown.exception())) {
      return new Clauses.Fate(List.of(), false); // the program itself doesn't throw it
    }
    Clauses.Fate fate = clauses.fate(type(thrown));
    if (!exact.containsKey(thrown.exception()) || fate.clauses().isEmpty()) {
      return fate;
    }
    int last = fate.clauses().get(fate.clauses().size() - 1);
    return fate.certainly()
        ? new Clauses.Fate(List.of(last), true)
        : new Clauses.Fate(List.of(), false);
  }

  /** What may become of an exception of exactly this class. */
  Clauses.Fate fate(String exception) {
    Clauses.Fate fate = clauses.fate(clauses.type(exception));
    int last = fate.clauses().size() - 1;
    return fate.certainly()
        ? new Clauses.Fate(List.of(fate.clauses().get(last)), true)
        : new Clauses.Fate(List.of(), false);
  }

  /** Whether an exception from a step, or from inside it, may be caught. */
  boolean isCaught(Step step) {
    Boolean known = caught.get(step);
    if (known == null) {
      known = isCaughtItself(step) || step.regions().stream().anyMatch(this::isCaught);
      caught.put(step, known);
    }
    return known;
  }

  private boolean isCaught(Region region) {
    return region.steps().stream().anyMatch(this::isCaught);
  }

  private boolean isCaughtItself(Step step) {
    if (step instanceof Step.Throw thrown) {
      return fate(thrown).isCaught();
    } else if (step instanceof Step.Call call && !Checks.isLook(step)) {
      return !isSafe(call) && clauses.fate(clauses.throwable()).isCaught();
    }
    return Checks.thrown(step).stream().anyMatch(name -> fate(name).isCaught());
  }

  /** Whether a call never ends in an exception, except those that the JVM itself throws. */
  private boolean isSafe(Step.Call call) {
    if (!(call.callee() instanceof Callee.Member member)) {
      return call.callee() instanceof Callee.Note
          || call.callee() instanceof Agreement
          || calls.areCaught(call.callee());
    }
    boolean isPlain =
        PLAIN.stream().anyMatch(name -> member.owner().equals("java.lang." + name))
            && call.operands().stream().allMatch(operand -> operand.type().isScalar());
    return isPlain
        || member.isStop()
        || member.attempted() != null
        || call.position().isMade()
        || switch (member.kind()) {
          case STATIC_FIELD, CONCATENATION -> true;
          case NEW -> member.onlyKeeps() || clauses.isException(member.owner());
          case METHOD ->
              member.owner().equals("java.lang.Class")
                  || member.owner().equals("java.lang.StringBuilder")
                      && member.name().equals("append");
          default -> false;
        };
  }

  /** Visits the exceptions that statements throw, with each clause that may catch them. */
  void throwing(BiConsumer<Integer, Value> visitor) {
    throwing(steps, visitor);
  }

  private void throwing(List<Step> among, BiConsumer<Integer, Value> visitor) {
    for (Step step : among) {
      if (step instanceof Step.Throw thrown) {
        fate(thrown).clauses().stream()
            .filter(clauses.asked()::contains)
            .forEach(clause -> visitor.accept(clause, thrown.exception()));
      }
      step.regions().forEach(region -> throwing(region.steps(), visitor));
    }
  }

  /** Tells the clauses the classes of the exceptions that they catch here. */
  void narrow() {
    steps.forEach(this::narrow);
  }

  private void narrow(Step step) {
    if (step instanceof Step.Throw thrown) {
      clauses.meet(fate(thrown), type(thrown));
    } else if (step instanceof Step.Call call && !Checks.isLook(step)) {
      if (!isSafe(call)) {
        clauses.meet(clauses.fate(clauses.throwable()), clauses.throwable());
      }
    } else {
      Checks.thrown(step).forEach(name -> clauses.meet(fate(name), clauses.type(name)));
    }
    step.regions().forEach(region -> region.steps().forEach(this::narrow));
  }
}
