package cotangent.processor.read.frame;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Agreement;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.WrongJava;
import cotangent.processor.read.object.Boxes;
import cotangent.processor.read.object.Chains;
import cotangent.processor.read.object.Identities;
import cotangent.processor.read.object.NullableNumbers;
import cotangent.processor.read.object.Union;
import cotangent.processor.read.object.UnsetFields;
import cotangent.processor.read.object.Whole;
import cotangent.processor.read.scan.Jumps;
import cotangent.processor.read.scope.ConstantExpressions;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Draft;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.read.shape.TypeShapes;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A method while its body is being read: what its variables are worth, how it may have ended so
 * far, and the readers of its parts. A helper that is read in place of a call has a frame of its
 * own.
 */
public final class Frame {
  public static final Runnable NOTHING = () -> {};

  private final Reading reading;
  private final Names names;
  private final Environment environment;
  private final ConstantExpressions constants;
  private final Targets targets = new Targets();
  private final @Nullable Variable result;
  private final Target end;
  private final @Nullable Term self;
  private Map<String, Variable> fields = Map.of();
  private List<? extends AnnotationTree> annotations = List.of();
  private @Nullable TypeMirror constructed;
  private @Nullable Called called;
  private final Expressions expressions;
  private final Statements statements;
  private final Calling calling;
  private final Branches branches;
  private Map<Target, Target> detours = Map.of();
  private Flow flow = Flow.ON;

  /**
   * @param resultType what the method returns
   * @param self what {@code this} is in it; null in a static method
   */
  public Frame(Reading reading, Names names, TypeMirror resultType, @Nullable Term self) {
    this.reading = reading;
    this.names = names;
    this.self = self;
    this.environment = new Environment(reading.values());
    this.constants = new ConstantExpressions(environment, names);
    this.result =
        resultType.getKind() == TypeKind.VOID ? null : environment.unnamed("", resultType);
    this.end = environment.target("returned");
    this.branches = new Branches(this);
    this.expressions = reading.language().expressions(this);
    this.statements = reading.language().statements(this);
    this.calling = reading.language().calling(this);
  }

  public Reading reading() {
    return reading;
  }

  public Draft draft() {
    return reading.draft();
  }

  public TypeShapes shapes() {
    return reading.shapes();
  }

  public Names names() {
    return names;
  }

  public Environment environment() {
    return environment;
  }

  public ConstantExpressions constants() {
    return constants;
  }

  public Targets targets() {
    return targets;
  }

  public Expressions expressions() {
    return expressions;
  }

  public Statements statements() {
    return statements;
  }

  public Calling calling() {
    return calling;
  }

  public Branches branches() {
    return branches;
  }

  /** Returns what {@code this} is here, or null. */
  public @Nullable Term self() {
    return self;
  }

  /** Sets what is on the method. */
  public void annotations(List<? extends AnnotationTree> ofMethod) {
    annotations = ofMethod;
  }

  /** Notes which method it is, and what it was given. */
  public void called(Called method) {
    called = method;
  }

  /** Returns which method it is; null for a lambda or a constructor. */
  public @Nullable Called called() {
    return called;
  }

  /** Returns what is on the method; nothing for a constructor or a lambda. */
  public List<? extends AnnotationTree> annotations() {
    return annotations;
  }

  /** Notes that the frame is of a record's constructor. */
  public void construct(TypeMirror record, Map<String, Variable> newFields) {
    constructed = record;
    fields = newFields;
  }

  /** Returns the fields that the constructor assigns; empty in a method. */
  public Map<String, Variable> fields() {
    return fields;
  }

  /** Returns the record that is being made; null in a method. */
  public @Nullable TypeMirror constructed() {
    return constructed;
  }

  /** Returns the variable that holds what is returned; null in a {@code void} method. */
  public @Nullable Variable result() {
    return result;
  }

  public Target end() {
    return end;
  }

  public Flow flow() {
    return flow;
  }

  public void flow(Flow newFlow) {
    flow = newFlow;
  }

  /** Returns the builder of the current region, told where the steps to come are from. */
  public GraphBuilder at(Tree tree) {
    return draft().at(names.position(tree));
  }

  /** Returns what an action would give, and leaves no trace of it; null where it never returns. */
  public @Nullable Term imagined(Supplier<Term> action) {
    Environment.Mark before = environment().mark();
    List<Term> given = new ArrayList<>();
    environment().watched(null, () -> region(new GraphBuilder(), () -> given.add(action.get())));
    environment().undo(before);
    flow(Flow.ON);
    return given.isEmpty() ? null : given.get(0);
  }

  /** Carries out an action that fills a region; it may turn out never to end. */
  public void region(GraphBuilder builder, Runnable action) {
    try {
      draft().in(builder, action);
    } catch (Diverged never) {
      flow = Flow.NEVER;
    }
  }

  /** Goes on with what follows, unless it was jumped over. */
  public void afterwards(Tree at, Runnable rest) {
    if (flow.isOn()) {
      rest.run();
    } else if (flow.normal()) {
      Map<Target, @Nullable Value> jumps = new LinkedHashMap<>(flow.jumps());
      Value left =
          jumps.values().stream()
              .reduce((a, b) -> draft().apply(Operations.OR, a, b))
              .orElseThrow();
      if (jumps.size() == 1) {
        jumps.replaceAll((target, flag) -> null);
      }
      branches.unless(at, left, new Flow(false, jumps), rest);
    }
  }

  /** Ends the jumps to a place. */
  public void arriveAt(Target target) {
    flow = flow.arrivedAt(target);
  }

  /** Returns where a jump goes first. */
  public Target target(Tree at, Jumps.Jump jump) {
    Target target =
        switch (jump.kind()) {
          case RETURN -> end;
          case YIELD -> targets.yielding() == null ? null : targets.yielding().end();
          case CONTINUE -> targets.ofContinue(jump.label());
          default -> targets.ofBreak(jump.label());
        };
    if (target == null) {
      throw names.wrong(at);
    }
    return first(target);
  }

  /** Returns all places where jumps may go from here. */
  public List<Target> allTargets() {
    List<Target> all = new ArrayList<>(targets.all());
    all.add(end);
    return all;
  }

  /** Carries out an action in which jumps to some places go elsewhere first. */
  public void through(Map<Target, Target> newDetours, Runnable action) {
    Map<Target, Target> outer = detours;
    detours = newDetours;
    try {
      action.run();
    } finally {
      detours = outer;
    }
  }

  /** Returns where a jump to a place goes first. */
  public Target first(Target target) {
    return detours.getOrDefault(target, target);
  }

  /** Jumps. */
  public void jump(Target target) {
    flow = Flow.to(first(target));
  }

  /** Returns what a {@code void} call gives. */
  public Term nothing() {
    return new Term.Tuple(names.program().types().getNoType(TypeKind.VOID), List.of());
  }

  /**
   * Reads a part of an expression. Where it is refused, the parts after it are still read, to find
   * all errors.
   */
  public <T> T part(Supplier<T> reading, Runnable others) {
    try {
      return reading.get();
    } catch (Refusal refused) {
      try {
        others.run();
      } catch (Refusal | WrongJava other) {
        this.reading.refused(other);
      }
      throw refused;
    }
  }

  public Refusal refusal(Tree at, Problem problem, Object... details) {
    return new Refusal(problem, draft().place(names.position(at)), details);
  }

  public TypeMirror booleanType() {
    return names.program().types().getPrimitiveType(TypeKind.BOOLEAN);
  }

  /** Returns the value of a term that is certainly no record. */
  public Value single(Term term) {
    Whole.require(term);
    if (term instanceof Term.Nothing) {
      return draft().constant(shapes().reference(term.type(), Position.NONE), null);
    }
    if (NullableNumbers.is(term)) {
      return new NullableNumbers(draft()).boxed(term);
    } else if (term instanceof Term.Choice choice) {
      return new Boxes(draft()).reference(choice, shapes().reference(term.type(), Position.NONE));
    }
    return ((Term.Single) term).value();
  }

  /** Returns what a variable is taken for where it isn't assigned. */
  public Term zero(Tree at, TypeMirror type) {
    Term nothing = reading.representations().nothing(type, draft());
    if (nothing != null) {
      return nothing;
    }
    TypeMirror given = type.getKind() == TypeKind.TYPEVAR ? names.known(type) : type;
    TypeMirror known = shapes().isTakenApart(given) ? type : given;
    Term zero = shapes().of(known, names.position(at)).filled(draft()::zero);
    if (Component.isTensor(known)) {
      at(at).call(Agreement.absent(), List.of(), zero.leaves());
    }
    return zero instanceof Term.Single single ? new Term.Single(type, single.value(), known) : zero;
  }

  /** Makes a field of an object that is being made; it holds zero or null until it is assigned. */
  public Variable field(Tree at, Object key, TypeMirror type) {
    String hint =
        key instanceof VariableElement field ? field.getSimpleName().toString() : key.toString();
    Variable variable = environment().field(hint, type);
    if (!shapes().isTakenApart(type) || reading.representations().lacksTensor(key)) {
      environment().set(variable, zero(at, type));
    }
    unset().declare(variable, key);
    return variable;
  }

  private UnsetFields unset() {
    return reading.part(UnsetFields.class, all -> new UnsetFields(all.representations()));
  }

  /** Rejects a field that isn't assigned, and so holds null. */
  public Refusal unassigned(Tree at, Variable field) {
    unset().reject(field);
    return refusal(at, Problem.NULL_RECORD, field.type());
  }

  /** Returns the form in which a variable holds one term or another; its values mean nothing. */
  public Term union(Tree at, Term one, Term other) {
    Term form = new Union(draft(), shapes()).of(one, other);
    if (form == null) {
      NullableNumbers nulls = new NullableNumbers(draft());
      List<Term> both = List.of(one, other);
      if (both.stream().anyMatch(nulls::mayBeNull)) {
        both.forEach(each -> Identities.rejectNullable(reading.representations(), each));
      }
      both.forEach(Chains::reject);
      both.forEach(Chains::rejectHolders);
      both.forEach(Identities::rejectHolder);
      both.forEach(Whole::require);
      throw refusal(at, Problem.MIXED_REPRESENTATION);
    }
    return form;
  }

  /** Whether a condition is constantly true, so that a loop has no other end than jumps. */
  public boolean isTrue(ExpressionTree condition) {
    return Boolean.TRUE.equals(constant(condition));
  }

  /** Returns the value of an expression made of literals and constants; else null. */
  public @Nullable Object constant(ExpressionTree tree) {
    if (!constants.contain(tree)) {
      return null;
    }
    Object[] constant = new Object[1];
    draft()
        .in(
            new GraphBuilder(),
            () -> {
              Term term = expressions.value(tree);
              constant[0] =
                  term instanceof Term.Single single ? draft().known(single.value()) : null;
            });
    return constant[0];
  }
}
