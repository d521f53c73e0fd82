package cotangent.processor.shape;

import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.Agreement.Kind;
import cotangent.processor.graph.Step;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows what was noted about sizes, and compares what must agree. */
final class Agreements {
  private final Facts facts;
  private final Findings findings;
  private final Certainty certainty;

  /** What is declared for the whole method, by its parameters and the fields that it reads. */
  private final Map<String, Size> ofMethod = new HashMap<>();

  /** Where operations begin that can't be carried out. */
  private final Set<Position> failing = new HashSet<>();

  private Object home = this;

  /** How many declarations are open since one of them was found not to be met. */
  private int muted;

  Agreements(Facts facts, Findings findings, Certainty certainty) {
    this.facts = facts;
    this.findings = findings;
    this.certainty = certainty;
  }

  /** Where one was before. */
  private record Outer(Object home, int muted) {}

  /** Goes into a region; gives where one was before. */
  Object enter(Object region) {
    Outer outer = new Outer(home, muted);
    home = region;
    muted = 0;
    return outer;
  }

  void leave(Object before) {
    Outer outer = (Outer) before;
    if (muted > 0) {
      findings.unmute();
    }
    home = outer.home;
    muted = outer.muted;
  }

  void follow(Agreement agreement, Step.Call call, Path path) {
    if (agreement.kind() == Kind.DONE) {
      done();
      return;
    }
    if (agreement.isOfAbsent()) {
      call.operands().forEach(facts::absent);
      return;
    }
    AgreementNames names = new AgreementNames(held(agreement, call), path);
    if (agreement.kind() == Kind.GIVEN) {
      if (agreement.what().equals(Agreement.ELEMENTS)) {
        names.declareEach(facts);
      } else {
        boolean isOfObject = agreement.what().equals(Agreement.OBJECT);
        names.declare(isOfObject ? new HashMap<>() : ofMethod, isOfObject);
      }
      return;
    }
    names.bind();
    certainty.see(call);
    boolean fits = names.areSpoiled() || isMet(agreement, names, call, path);
    if (agreement.kind() == Kind.OPERATION) {
      boolean begins = !agreement.limits().isEmpty();
      names.give(
          agreement.what(),
          home,
          isCarriedOut(call.position(), fits, begins) && !names.areSpoiled());
    } else if (muted > 0) {
      muted++;
    } else if (!fits) {
      muted = 1;
      findings.mute();
    }
  }

  /**
   * Whether an operation has a result.
   *
   * @param fits whether what was noted fits
   * @param begins whether that is what comes before its result
   */
  private boolean isCarriedOut(Position position, boolean fits, boolean begins) {
    if (begins && !fits) {
      failing.add(position);
    } else if (begins) {
      failing.remove(position);
    }
    return fits && !failing.contains(position);
  }

  private void done() {
    if (muted > 0) {
      muted--;
      if (muted == 0) {
        findings.unmute();
      }
    }
  }

  private List<Held> held(Agreement agreement, Step.Call call) {
    List<Held> all = new ArrayList<>();
    int at = 0;
    for (Agreement.Subject subject : agreement.subjects()) {
      int end = at + subject.form().leaves();
      all.add(new Held(subject, all.size(), call.operands().subList(at, end), facts));
      at = end;
    }
    return all;
  }

  private boolean isMet(Agreement agreement, AgreementNames names, Step.Call call, Path path) {
    Position position = call.position();
    for (Held held : names.asked()) {
      for (int i = 0; i < held.sizes().size(); i++) {
        Size expected = names.size(held.expressions().get(i));
        if (expected == null || !path.isSame(held.sizes().get(i), expected)) {
          certainty.doubt(call, held.index());
        }
        if (expected == null) {
          continue;
        }
        Path clash = path.clash(held.sizes().get(i), expected, home);
        if (clash != null) {
          boolean isOperation = agreement.kind() == Kind.OPERATION;
          Wording wording = new Wording(names, clash);
          findings.add(
              isOperation ? Problem.SHAPES_CLASH : Problem.SHAPE_NOT_MET,
              position,
              isOperation
                  ? wording.clash(agreement.what(), held, i)
                  : wording.notMet(held, i, expected));
          return false;
        }
      }
    }
    for (String limit : agreement.limits()) {
      Path broken = names.broken(limit, facts.spans(home));
      if (broken != null) {
        String text = new Wording(names, broken).outside(agreement.what(), limit);
        findings.add(Problem.OUTSIDE, position, text);
        return false;
      }
    }
    return true;
  }
}
