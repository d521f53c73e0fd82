package cotangent.processor.read.caught;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import cotangent.processor.graph.Value;
import cotangent.processor.read.frame.Enclosed;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Mentioned;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Flow;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads {@code try} statements. */
public final class Tries {

  /** What is done where a clause catches an exception. */
  interface Handler {
    void handle(int clause, @Nullable Value exception);
  }

  private final Frame frame;
  private final Environment environment;

  public Tries(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
  }

  /** Reads a statement, and what follows it. */
  public void read(TryTree tree, Runnable rest) {
    BlockTree last = tree.getFinallyBlock();
    if (last == null) {
      caught(tree);
    } else {
      new Endings(frame, this).read(tree, () -> caught(tree), way -> block(last));
    }
    frame.afterwards(tree, rest);
  }

  private void body(TryTree tree) {
    environment.inNewScope(() -> resources(tree, 0));
  }

  /** Reads the block after its resources, each of which is closed at the end. */
  private void resources(TryTree tree, int from) {
    if (from == tree.getResources().size()) {
      block(tree.getBlock());
      return;
    }
    Resource resource = new Resource(frame, tree.getResources().get(from));
    new Endings(frame, this)
        .read(
            tree,
            () -> resources(tree, from + 1),
            way -> way.choose(resource::close, () -> quietly(tree, resource)));
  }

  /** Closes a resource while an exception propagates, which takes precedence. */
  private void quietly(TryTree tree, Resource resource) {
    Clauses any = Clauses.any(frame.names().program());
    attempt(tree, any, resource::close, (clause, exception) -> {});
  }

  private void block(BlockTree tree) {
    environment.inNewScope(() -> frame.statements().sequence(tree.getStatements(), Frame.NOTHING));
  }

  private void caught(TryTree tree) {
    List<? extends CatchTree> catches = tree.getCatches();
    if (catches.isEmpty()) {
      body(tree);
      return;
    }
    List<List<TypeMirror>> types = new ArrayList<>();
    catches.forEach(each -> types.add(types(each)));
    Clauses clauses = new Clauses(frame.names().program(), types);
    for (int i = 0; i < catches.size(); i++) {
      String name = catches.get(i).getParameter().getName().toString();
      if (Mentioned.in(List.of(catches.get(i).getBlock())).contains(name)) {
        clauses.asks(i);
      }
    }
    attempt(
        tree,
        clauses,
        () -> body(tree),
        (clause, exception) ->
            environment.inNewScope(
                () -> {
                  CatchTree handler = catches.get(clause);
                  TypeMirror type = clauses.declared(clause);
                  String name = handler.getParameter().getName().toString();
                  Variable variable = environment.declare(name, type);
                  if (exception != null) {
                    environment.set(variable, new Term.Single(type, exception));
                  }
                  frame.statements().sequence(handler.getBlock().getStatements(), Frame.NOTHING);
                }));
  }

  private List<TypeMirror> types(CatchTree tree) {
    Tree type = tree.getParameter().getType();
    List<? extends Tree> all =
        type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
    List<TypeMirror> types = new ArrayList<>();
    all.forEach(each -> types.add(frame.names().type(each)));
    return types;
  }

  /** Reads a block from which exceptions are caught. */
  void attempt(Tree at, Clauses clauses, Runnable action, Handler handler) {
    Notes notes = Notes.of(frame.reading());
    Environment.Mark before = environment.mark();
    Enclosed block = notes.block(frame, action);
    Sites sites = new Sites(frame.reading(), clauses, block.steps());
    if (block.steps().stream().noneMatch(sites::isCaught)) {
      block.steps().forEach(notes::add);
      block.resume();
      return;
    }
    EndSlots slots = new EndSlots(frame, at, clauses);
    notes.in(block.steps(), note -> widen(note, before, slots));
    sites.narrow();
    Exceptions exceptions = new Exceptions(frame, at, clauses, sites, slots);
    List<Value> left = new Catching(frame, at, sites, slots, exceptions).write(block, begin());
    if (left.isEmpty()) {
      frame.flow(Flow.NEVER);
      return;
    }
    List<Value> live = left.subList(slots.count(), left.size());
    if (block.isNever()) {
      handle(at, 0, clauses, slots, left, handler);
      return;
    }
    frame
        .branches()
        .branch(
            at,
            slots.isCaught(left),
            () -> handle(at, 0, clauses, slots, left, handler),
            () -> {
              slots.restore(left, environment);
              block.resume(live, slots.held(block));
            });
  }

  private void widen(Notes.Note note, Environment.Mark before, EndSlots slots) {
    if (note.variable().isField() || before.isAfter(note.variable())) {
      slots.widen(note.variable(), environment.get(note.variable()));
      slots.widen(note.variable(), note.term());
    }
  }

  private State begin() {
    return new State(environment, new Checks(frame.draft()));
  }

  private void handle(
      Tree at, int clause, Clauses clauses, EndSlots slots, List<Value> left, Handler handler) {
    Runnable here =
        () -> {
          slots.restore(left, environment);
          handler.handle(
              clause, clauses.asked().contains(clause) ? slots.exception(clause, left) : null);
        };
    if (clause == clauses.size() - 1) {
      here.run();
      return;
    }
    frame
        .branches()
        .branch(
            at,
            slots.isCaughtBy(clause, left),
            here,
            () -> handle(at, clause + 1, clauses, slots, left, handler));
  }
}
