package cotangent.processor.read.statement;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import cotangent.processor.graph.GraphBuilder;
import cotangent.processor.read.expression.Conversions;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.scan.Completion;
import cotangent.processor.read.scan.Jumps;
import cotangent.processor.read.scan.Patterns;
import cotangent.processor.read.scope.Diverged;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.read.scope.Yielding;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads {@code switch} in all its forms, as a chain of branches. */
public final class Switches {

  /** Cases that share the statements that follow; empty labels with the default. */
  private record Arm(
      List<ExpressionTree> labels,
      boolean isDefault,
      List<StatementTree> statements,
      @Nullable ExpressionTree value,
      List<VariableTree> declared,
      Fit fit) {}

  /** The patterns of a case, of which one has to fit, and what is asked besides. */
  private record Fit(List<Tree> patterns, @Nullable ExpressionTree guard) {}

  /** Tells cases apart. */
  private interface Selector {
    /** Goes on with a case, or with what comes after it. */
    void choose(Arm arm, Runnable then, Runnable otherwise);

    /** Goes on with the last case, which is taken anyway. */
    void last(Arm arm, Runnable then);
  }

  private final Frame frame;
  private final Environment environment;

  public Switches(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
  }

  /** Reads a statement, and what follows it. */
  public void read(SwitchTree tree, Runnable rest) {
    Selector selector = selector(tree, tree.getExpression(), tree.getCases());
    List<Arm> arms = arms(tree.getCases());
    if (Patterns.areIn(tree.getCases())) {
      lastIsDefault(arms);
    }
    Environment.Scope outer = environment.scope();
    Target end = environment.target("left");
    long ending = arms.stream().filter(arm -> mayEnd(arm.statements)).count();
    boolean open = arms.stream().noneMatch(Arm::isDefault);
    boolean one = !Jumps.outOf(tree).isEmpty() && ending + (open ? 1 : 0) == 1;
    chain(
        selector,
        arms,
        0,
        arm -> {
          if (arm != null) {
            frame.targets().inSwitch(end, () -> statements(arm));
          }
          if (one && (arm == null || mayEnd(arm.statements))) {
            frame.arriveAt(end);
            frame.afterwards(tree, () -> environment.inScope(outer, rest));
          }
        });
    if (!one) {
      frame.arriveAt(end);
      frame.afterwards(tree, rest);
    }
  }

  private static boolean mayEnd(List<StatementTree> statements) {
    return Completion.isPossible(statements)
        || Jumps.outOf(statements).stream()
            .anyMatch(jump -> jump.kind() == Tree.Kind.BREAK && jump.label().isEmpty());
  }

  private void statements(Arm arm) {
    Environment.Scope outer = environment.scope();
    environment.inNewScope(
        () -> {
          for (VariableTree variable : arm.declared) {
            if (variable.getType() != null) {
              environment.declare(
                  variable.getName().toString(), frame.names().type(variable.getType()));
            }
          }
          frame
              .statements()
              .sequence(arm.statements, () -> environment.inScope(outer, Frame.NOTHING));
        });
  }

  /** Reads an expression; its value has one type whatever the arm. */
  public Term value(SwitchExpressionTree tree, @Nullable TypeMirror target) {
    TypeMirror type = target == null ? commonType(tree) : target;
    Variable result = environment.unnamed("", type);
    value(tree, new Yielding(environment.target("left"), result, type, new ArrayList<>()));
    Term value = environment.get(result);
    environment.forget(result);
    if (value == null) {
      throw new Diverged();
    }
    return value;
  }

  private TypeMirror commonType(SwitchExpressionTree tree) {
    Environment.Mark before = environment.mark();
    List<TypeMirror> seen = new ArrayList<>();
    Variable none = environment.unnamed("", frame.booleanType());
    Yielding collecting = new Yielding(environment.target("left"), none, null, seen);
    frame.region(new GraphBuilder(), () -> value(tree, collecting));
    environment.undo(before);
    frame.flow(Flow.ON);
    if (seen.isEmpty()) {
      throw new Diverged();
    }
    return new Conversions(frame).common(frame, tree, seen);
  }

  private void value(SwitchExpressionTree tree, Yielding yielding) {
    Selector selector = selector(tree, tree.getExpression(), tree.getCases());
    List<Arm> arms = arms(tree.getCases());
    lastIsDefault(arms);
    chain(
        selector,
        arms,
        0,
        arm -> {
          if (arm != null) {
            frame.targets().inSwitchExpression(yielding, () -> give(arm, yielding));
          }
        });
    frame.arriveAt(yielding.end());
  }

  private void give(Arm arm, Yielding yielding) {
    if (arm.value == null) {
      statements(arm);
    } else {
      give(arm.value, yielding);
    }
  }

  private void give(ExpressionTree tree, Yielding yielding) {
    if (yielding.type() == null) {
      yielding.seen().add(frame.expressions().value(tree).type());
      environment.set(
          yielding.variable(), new Term.Single(frame.booleanType(), frame.draft().constant(false)));
    } else {
      environment.set(yielding.variable(), frame.expressions().value(tree, yielding.type()));
    }
  }

  /** Reads a {@code yield}. */
  public void yield(Tree at, ExpressionTree value) {
    Yielding yielding = frame.targets().yielding();
    if (yielding == null) {
      throw frame.names().wrong(at);
    }
    give(value, yielding);
    frame.jump(yielding.end());
  }

  private interface ArmReader {
    void read(@Nullable Arm arm);
  }

  /** Takes the last case where no other one fits: the cases leave nothing out. */
  private static void lastIsDefault(List<Arm> arms) {
    if (arms.stream().noneMatch(Arm::isDefault)) {
      Arm last = arms.remove(arms.size() - 1);
      arms.add(new Arm(last.labels, true, last.statements, last.value, last.declared, last.fit));
    }
  }

  private Selector selector(Tree at, ExpressionTree tree, List<? extends CaseTree> cases) {
    return Patterns.areIn(cases) ? byPattern(at, tree, cases) : byConstant(at, tree);
  }

  private Selector byConstant(Tree at, ExpressionTree tree) {
    Labels labels = new Labels(frame, tree);
    return new Selector() {
      @Override
      public void choose(Arm arm, Runnable then, Runnable otherwise) {
        frame.branches().branch(at, labels.matches(arm.labels), then, otherwise);
      }

      @Override
      public void last(Arm arm, Runnable then) {
        then.run();
      }
    };
  }

  private Selector byPattern(Tree at, ExpressionTree tree, List<? extends CaseTree> cases) {
    PatternLabels labels = new PatternLabels(frame, tree);
    if (cases.stream().noneMatch(Patterns::isNull)) {
      labels.rejectNull();
    }
    return new Selector() {
      @Override
      public void choose(Arm arm, Runnable then, Runnable otherwise) {
        Environment.Scope outer = environment.scope();
        environment.inNewScope(
            () ->
                frame
                    .branches()
                    .branch(
                        at,
                        labels.matches(arm.labels, arm.fit.patterns, arm.fit.guard),
                        then,
                        () -> environment.inScope(outer, otherwise)));
      }

      @Override
      public void last(Arm arm, Runnable then) {
        environment.inNewScope(
            () -> {
              if (!arm.fit.patterns.isEmpty()) {
                labels.bind(arm.fit.patterns.get(0));
              }
              then.run();
            });
      }
    };
  }

  /** Tests one case after the other; the default comes last wherever it is. */
  private void chain(Selector selector, List<Arm> arms, int i, ArmReader reader) {
    int next = i;
    while (next < arms.size() && arms.get(next).isDefault) {
      next++;
    }
    if (next == arms.size()) {
      Arm last = arms.stream().filter(Arm::isDefault).findFirst().orElse(null);
      if (last == null) {
        reader.read(null);
      } else {
        selector.last(last, () -> reader.read(last));
      }
      return;
    }
    Arm arm = arms.get(next);
    int following = next + 1;
    selector.choose(arm, () -> reader.read(arm), () -> chain(selector, arms, following, reader));
  }

  private List<Arm> arms(List<? extends CaseTree> cases) {
    List<Arm> arms = new ArrayList<>();
    List<ExpressionTree> labels = new ArrayList<>();
    List<VariableTree> declared = new ArrayList<>();
    boolean isDefault = false;
    List<Tree> patterns = new ArrayList<>();
    ExpressionTree guard = null;
    for (int i = 0; i < cases.size(); i++) {
      CaseTree each = cases.get(i);
      isDefault |= Patterns.isDefault(each);
      labels.addAll(each.getExpressions());
      patterns.addAll(Patterns.of(each));
      guard = Patterns.guard(each);
      boolean fallsIn =
          each.getCaseKind() == CaseTree.CaseKind.STATEMENT
              && each.getStatements().isEmpty()
              && i + 1 < cases.size();
      if (!fallsIn) {
        Fit fit = new Fit(List.copyOf(patterns), guard);
        arms.add(arm(labels, isDefault, cases, i, declared, fit));
        labels = new ArrayList<>();
        isDefault = false;
        patterns.clear();
      }
      if (each.getCaseKind() == CaseTree.CaseKind.STATEMENT) {
        each.getStatements().stream()
            .filter(VariableTree.class::isInstance)
            .forEach(statement -> declared.add((VariableTree) statement));
      }
    }
    return arms;
  }

  private static Arm arm(
      List<ExpressionTree> labels,
      boolean isDefault,
      List<? extends CaseTree> cases,
      int from,
      List<VariableTree> declared,
      Fit fit) {
    CaseTree first = cases.get(from);
    List<StatementTree> statements = new ArrayList<>();
    if (first.getCaseKind() == CaseTree.CaseKind.RULE) {
      if (first.getBody() instanceof ExpressionTree value) {
        return new Arm(labels, isDefault, List.of(), value, List.of(), fit);
      }
      statements.add((StatementTree) first.getBody());
      return new Arm(labels, isDefault, statements, null, List.of(), fit);
    }
    for (int i = from; i < cases.size(); i++) {
      statements.addAll(cases.get(i).getStatements());
      if (!Completion.isPossible(statements)) {
        break;
      }
    }
    return new Arm(labels, isDefault, statements, null, List.copyOf(declared), fit);
  }
}
