package cotangent.processor.read;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import cotangent.processor.graph.Value;
import cotangent.processor.read.call.ShapeNotes;
import cotangent.processor.read.caught.Tries;
import cotangent.processor.read.expression.Objects;
import cotangent.processor.read.frame.Called;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.frame.Locked;
import cotangent.processor.read.frame.Statements;
import cotangent.processor.read.frame.Syntax;
import cotangent.processor.read.loop.CheckpointMarks;
import cotangent.processor.read.loop.Loops;
import cotangent.processor.read.names.WrongJava;
import cotangent.processor.read.scan.Bindings;
import cotangent.processor.read.scan.Completion;
import cotangent.processor.read.scan.Filled;
import cotangent.processor.read.scan.Jumps;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Target;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import cotangent.processor.read.statement.Assertions;
import cotangent.processor.read.statement.LocalVariables;
import cotangent.processor.read.statement.Switches;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Says which room reads which statement. The parameter of the visitor is the rest that follows the
 * statement; it is carried out once, or not at all where it can't be reached.
 */
final class StatementVisitor extends SimpleTreeVisitor<@Nullable Void, Runnable>
    implements Statements {
  private final Frame frame;
  private final Environment environment;
  private List<String> labels = List.of();

  StatementVisitor(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
  }

  @Override
  public void sequence(List<? extends StatementTree> all, Runnable rest) {
    // javac's own lists count their members to return one
    List<? extends StatementTree> statements =
        all instanceof RandomAccess ? all : new ArrayList<>(all);
    for (int i = 0; i < statements.size() && frame.flow().isOn(); i++) {
      StatementTree statement = statements.get(i);
      List<? extends StatementTree> others = statements.subList(i + 1, statements.size());
      Filled.array(statement, others).ifPresent(frame.reading()::fills);
      if (!Jumps.outOf(statement).isEmpty()) {
        Runnable behind = () -> sequence(others, rest);
        guarded(statement, () -> environment.without(() -> Bindings.endingWith(statement), behind));
        return;
      }
      guarded(statement, Frame.NOTHING);
      if (environment.hasBindings()) {
        environment.end(Bindings.endingWith(statement));
      }
      rejectUnreachable(statement, others);
    }
    if (frame.flow().isOn()) {
      rest.run();
    }
  }

  /** Rejects what follows a throw or an endless loop. */
  private void rejectUnreachable(StatementTree statement, List<? extends StatementTree> following) {
    boolean ends =
        switch (statement.getKind()) {
          case THROW, WHILE_LOOP, FOR_LOOP -> frame.flow().isNever();
          default -> false;
        };
    if (ends && !following.isEmpty()) {
      frame.reading().refused(frame.names().wrong(following.get(0)));
    }
  }

  /** Reads a statement; goes on with the next one where it is refused, to find all errors. */
  private void guarded(StatementTree statement, Runnable rest) {
    boolean[] gone = new boolean[1];
    try {
      read(
          statement,
          () -> {
            gone[0] = true;
            rest.run();
          });
    } catch (Refusal | WrongJava refused) {
      frame.reading().refused(refused);
      if (statement instanceof VariableTree variable) {
        new LocalVariables(frame).declareUnread(variable);
      }
      if (!gone[0]) {
        rest.run();
      }
    }
  }

  @Override
  public void read(StatementTree statement, Runnable rest) {
    visit(statement, rest);
  }

  @Override
  protected Void defaultAction(Tree tree, Runnable rest) {
    throw Syntax.refusal(frame, tree);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, Runnable rest) {
    new CheckpointMarks(frame).refuse(tree);
    new LocalVariables(frame).declare(tree);
    rest.run();
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Runnable rest) {
    if (!frame.names().declares(tree)) {
      throw Syntax.localClass(frame, tree);
    }
    rest.run();
    return null;
  }

  @Override
  public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, Runnable rest) {
    frame.expressions().effect(tree.getExpression());
    rest.run();
    return null;
  }

  @Override
  public @Nullable Void visitEmptyStatement(EmptyStatementTree tree, Runnable rest) {
    rest.run();
    return null;
  }

  @Override
  public @Nullable Void visitBlock(BlockTree tree, Runnable rest) {
    Environment.Scope outer = environment.scope();
    environment.inNewScope(
        () -> sequence(tree.getStatements(), () -> environment.inScope(outer, rest)));
    return null;
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree tree, Runnable rest) {
    Term lock = new Objects(frame).present(tree, frame.expressions().value(tree.getExpression()));
    Locked.require(frame, tree, lock);
    Locked.read(frame, tree, lock, () -> arm(tree.getBlock(), Frame.NOTHING));
    frame.afterwards(tree, rest);
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, Runnable rest) {
    new Tries(frame).read(tree, rest);
    return null;
  }

  @Override
  public @Nullable Void visitIf(IfTree tree, Runnable rest) {
    Value condition = frame.expressions().condition(tree.getCondition());
    StatementTree then = tree.getThenStatement();
    StatementTree otherwise = tree.getElseStatement();
    boolean thenEnds = Completion.isPossible(then);
    boolean otherwiseEnds = otherwise == null || Completion.isPossible(otherwise);
    boolean plain = Jumps.outOf(tree).isEmpty() || thenEnds == otherwiseEnds;
    frame
        .branches()
        .branch(
            tree,
            condition,
            () -> arm(tree, true, !plain && thenEnds ? rest : Frame.NOTHING),
            () -> arm(tree, false, !plain && otherwiseEnds ? rest : Frame.NOTHING));
    if (plain) {
      frame.afterwards(tree, rest);
    }
    return null;
  }

  /** Reads one side of a branch: what its condition names is seen where it has a value. */
  private void arm(IfTree tree, boolean isThen, Runnable rest) {
    StatementTree statement = isThen ? tree.getThenStatement() : tree.getElseStatement();
    environment.without(
        () -> Bindings.unseen(tree.getCondition(), isThen), () -> arm(statement, rest));
  }

  private void arm(@Nullable StatementTree statement, Runnable rest) {
    if (statement == null) {
      rest.run();
    } else {
      Environment.Scope outer = environment.scope();
      environment.inNewScope(
          () -> sequence(List.of(statement), () -> environment.inScope(outer, rest)));
    }
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, Runnable rest) {
    new Loops(frame).read(tree, takeLabels(), rest);
    return null;
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, Runnable rest) {
    new Loops(frame).read(tree, takeLabels(), rest);
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, Runnable rest) {
    new Loops(frame).read(tree, takeLabels(), rest);
    return null;
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, Runnable rest) {
    new Loops(frame).read(tree, takeLabels(), rest);
    return null;
  }

  private List<String> takeLabels() {
    List<String> taken = labels;
    labels = List.of();
    return taken;
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, Runnable rest) {
    String label = tree.getLabel().toString();
    if (Syntax.isLoop(tree.getStatement().getKind())) {
      List<String> all = new ArrayList<>(labels);
      all.add(label);
      labels = all;
      read(tree.getStatement(), rest);
      return null;
    }
    labels = List.of();
    Target end = environment.target("left");
    frame.targets().inLabelled(label, end, () -> arm(tree.getStatement(), Frame.NOTHING));
    frame.arriveAt(end);
    frame.afterwards(tree, rest);
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, Runnable rest) {
    new Switches(frame).read(tree, rest);
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, Runnable rest) {
    return jump(tree, tree.getLabel());
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, Runnable rest) {
    return jump(tree, tree.getLabel());
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, Runnable rest) {
    new Switches(frame).yield(tree, tree.getValue());
    return null;
  }

  private @Nullable Void jump(Tree tree, @Nullable Name label) {
    Jumps.Jump jump = new Jumps.Jump(tree.getKind(), label == null ? "" : label.toString());
    frame.jump(frame.target(tree, jump));
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, Runnable rest) {
    Variable result = frame.result();
    if (tree.getExpression() != null) {
      if (result == null) {
        throw frame.names().wrong(tree);
      }
      Term returned = frame.expressions().value(tree.getExpression(), result.type());
      Called called = frame.called();
      if (called != null) {
        new ShapeNotes(frame)
            .returned(tree.getExpression(), called.method(), called.arguments(), returned);
      }
      environment.set(result, returned);
    }
    frame.jump(frame.end());
    return null;
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, Runnable rest) {
    Term exception = frame.expressions().value(tree.getExpression());
    TypeMirror throwable =
        frame.names().program().elements().getTypeElement("java.lang.Throwable").asType();
    if (!frame.names().program().types().isAssignable(exception.type(), throwable)) {
      throw frame.names().wrong(tree);
    }
    frame.at(tree).throwing(frame.single(exception));
    frame.flow(Flow.NEVER);
    return null;
  }

  @Override
  public @Nullable Void visitAssert(AssertTree tree, Runnable rest) {
    Assertions.of(frame.reading()).read(frame, tree);
    rest.run();
    return null;
  }
}
