package cotangent.processor.read.stream;

import com.sun.source.tree.Tree;
import cotangent.processor.graph.Accesses;
import cotangent.processor.graph.Callee;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.StepKind;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.read.expression.Arenas;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Reading;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What the functions do that the library calls in turn for each element, where they are called here
 * for all elements one after the other: one that changes what another one sees has to be refused.
 */
final class Passes {
  /** What methods are called that change the object that they belong to. */
  private static final Pattern CHANGING =
      Pattern.compile(
          "(add|append|clear|draw|getAnd|increment|next|offer|poll|pop|print|push|put|remove|set)"
              + ".*|.*AndGet");

  private static final Type RANDOM = new Type.Reference("java.util.Random");

  /** The steps that make arrays. */
  private static final Set<StepKind> MAKING =
      EnumSet.of(StepKind.NEW_ARRAY, StepKind.ZEROS_LIKE, StepKind.CLONE);

  /** What the functions of one pass do, as far as others may see it: by types. */
  private static final class Pass {
    final Set<Object> read = new HashSet<>();
    final Set<Object> written = new HashSet<>();
    boolean changes;
    boolean sees;

    boolean disturbs(Pass other) {
      return !Collections.disjoint(written, other.read)
          || !Collections.disjoint(written, other.written)
          || changes && (other.changes || other.sees);
    }

    /**
     * Notes what a function does.
     *
     * @param made the arrays that it makes itself
     */
    void note(List<Step> steps, Set<Value> made) {
      for (Step step : steps) {
        Accesses accesses = Accesses.of(step);
        note(accesses.read(), made, read);
        note(accesses.written(), made, written);
        if (MAKING.contains(step.kind())) {
          made.addAll(step.results());
        } else if (step instanceof Step.Call call) {
          note(call);
        }
        step.regions().forEach(region -> note(region.steps(), made));
      }
    }

    private static void note(List<Value> arrays, Set<Value> made, Set<Object> into) {
      arrays.stream().filter(each -> !made.contains(each)).forEach(each -> into.add(each.type()));
    }

    private void note(Step.Call call) {
      boolean isOutside = call.callee() instanceof Callee.Member;
      boolean changesIt =
          call.callee() instanceof Callee.Member member
              && CHANGING.matcher(member.name()).matches();
      for (Value operand : call.operands()) {
        if (!operand.type().isScalar()) {
          read.add(operand.type());
        }
        if (!operand.type().isScalar() && (changesIt || operand.type().isArray() && !isOutside)) {
          written.add(operand.type());
        }
      }
    }
  }

  /** The passes that are being read, of collectors inside of each other. */
  private static final class Open {
    final List<Pass> passes = new ArrayList<>();
  }

  private final Frame frame;
  private final List<Pass> done = new ArrayList<>();

  Passes(Frame frame) {
    this.frame = frame;
  }

  private static Open open(Reading reading) {
    return reading.part(Open.class, all -> new Open());
  }

  /**
   * Reads one pass over the elements.
   *
   * @throws cotangent.processor.report.Refusal if its order among those before it can be told
   */
  <T> T pass(Tree at, Supplier<T> action) {
    Pass pass = new Pass();
    List<Pass> open = open(frame.reading()).passes;
    open.add(pass);
    try {
      T result = action.get();
      if (done.stream().anyMatch(each -> each.disturbs(pass) || pass.disturbs(each))) {
        throw frame.refusal(
            at,
            Problem.STREAM,
            "a collector whose functions change what others around it look at",
            "write a loop");
      }
      done.add(pass);
      return result;
    } finally {
      open.remove(pass);
    }
  }

  /** Notes that elements are asked for which may be drawn from a generator of random numbers. */
  static void draws(Reading reading) {
    open(reading).passes.forEach(pass -> pass.written.add(RANDOM));
  }

  /** Reads the call of a function, and notes what it does. */
  static Term noting(Frame frame, Term function, Supplier<Term> call) {
    List<Pass> open = open(frame.reading()).passes;
    if (open.isEmpty()) {
      return call.get();
    }
    GraphBuilder steps = new GraphBuilder();
    Environment.Mark before = frame.environment().mark();
    Term[] result = new Term[1];
    try {
      frame.draft().in(steps, () -> result[0] = call.get());
    } finally {
      frame.draft().splice(steps);
    }
    Arenas arenas = Arenas.of(frame.reading());
    boolean changes =
        frame.environment().changedSince(before).stream()
            .anyMatch(each -> before.isAfter(each) && !arenas.isOne(each));
    for (Pass pass : open) {
      pass.note(steps.steps(), new HashSet<>());
      pass.changes |= changes;
      pass.sees |= Identities.isIn(function);
    }
    return result[0];
  }
}
