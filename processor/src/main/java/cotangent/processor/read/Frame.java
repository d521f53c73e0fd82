package cotangent.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import cotangent.processor.op.Operations;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Owner;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A method while its body is read: what its variables are worth, how it may have ended so far, and
 * the readers of its parts. A helper that is read in place of a call has a frame of its own.
 */
final class Frame {
  static final Runnable NOTHING = () -> {};

  private final Reading reading;
  private final Names names;
  private final Environment environment = new Environment();
  private final ConstantExpressions constants = new ConstantExpressions(environment);
  private final Targets targets = new Targets();
  private final @Nullable Variable result;
  private final Target end;
  private final @Nullable Term self;
  private Map<String, Variable> fields = Map.of();
  private @Nullable TypeMirror constructed;
  private final Expressions expressions;
  private final Statements statements;
  private final Branches branches;
  private Flow flow = Flow.ON;

  /**
   * @param resultType what the method returns
   * @param self what {@code this} is in it; null in a static method
   */
  Frame(Reading reading, Names names, TypeMirror resultType, @Nullable Term self) {
    this.reading = reading;
    this.names = names;
    this.self = self;
    this.result =
        resultType.getKind() == TypeKind.VOID ? null : environment.unnamed("", resultType);
    this.end = environment.target("returned");
    this.branches = new Branches(this);
    this.expressions = new Expressions(this);
    this.statements = new Statements(this);
  }

  Reading reading() {
    return reading;
  }

  Draft draft() {
    return reading.draft();
  }

  Shapes shapes() {
    return reading.shapes();
  }

  Names names() {
    return names;
  }

  Environment environment() {
    return environment;
  }

  ConstantExpressions constants() {
    return constants;
  }

  Targets targets() {
    return targets;
  }

  Expressions expressions() {
    return expressions;
  }

  Statements statements() {
    return statements;
  }

  Branches branches() {
    return branches;
  }

  /** Gives what {@code this} is here, or null. */
  @Nullable Term self() {
    return self;
  }

  /** Tells that the frame is of a record's constructor. */
  void construct(TypeMirror record, Map<String, Variable> newFields) {
    constructed = record;
    fields = newFields;
  }

  /** Gives the fields that the constructor assigns; empty in a method. */
  Map<String, Variable> fields() {
    return fields;
  }

  /** Gives the record that is being made; null in a method. */
  @Nullable TypeMirror constructed() {
    return constructed;
  }

  /** Gives the variable that holds what is returned; null in a {@code void} method. */
  @Nullable Variable result() {
    return result;
  }

  Target end() {
    return end;
  }

  Flow flow() {
    return flow;
  }

  void flow(Flow newFlow) {
    flow = newFlow;
  }

  /** Gives the builder of the current region, told where the steps to come are from. */
  GraphBuilder at(Tree tree) {
    return draft().at(names.position(tree));
  }

  /** Carries out an action that fills a region; it may turn out never to end. */
  void region(GraphBuilder builder, Runnable action) {
    try {
      draft().in(builder, action);
    } catch (Diverged never) {
      flow = Flow.NEVER;
    }
  }

  /** Goes on with what follows, unless it was jumped over. */
  void afterwards(Tree at, Runnable rest) {
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
  void arriveAt(Target target) {
    flow = flow.arrivedAt(target);
  }

  /** Gives where a jump goes. */
  Target target(Tree at, Jumps.Jump jump) {
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
    return target;
  }

  Refusal refusal(Tree at, Problem problem, Object... details) {
    return new Refusal(problem, names.position(at), details);
  }

  TypeMirror booleanType() {
    return names.program().types().getPrimitiveType(TypeKind.BOOLEAN);
  }

  /** Gives the value of a term that is certainly no record. */
  Value single(Term term) {
    return ((Term.Single) term).value();
  }

  /** Gives what a variable is taken for where it isn't assigned. */
  Term zero(Tree at, TypeMirror type) {
    List<Type> leaves = shapes().of(type, names.position(at)).leaves();
    return shapes()
        .of(type, names.position(at))
        .term(leaves.stream().map(draft()::zero).iterator());
  }

  void requireSameShape(Tree at, Term one, Term other) {
    if (!Shapes.areAlike(one, other)) {
      throw refusal(at, Problem.MIXED_REPRESENTATION);
    }
  }

  /** Tells whether a condition is constantly true, so that a loop has no other end than jumps. */
  boolean isTrue(ExpressionTree condition) {
    return Boolean.TRUE.equals(constant(condition));
  }

  /** Gives the value of an expression made of literals and constants; else null. */
  @Nullable Object constant(ExpressionTree tree) {
    if (!constants.mayBe(tree)) {
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

  /** Gives the class or method whose body this is, for messages. */
  static String describe(ExecutableElement method) {
    return Owner.of(method).getSimpleName() + "." + method.getSimpleName();
  }
}
