package cotangent.processor.read.caught;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Mentioned;
import cotangent.processor.read.scope.Environment;
import cotangent.processor.read.scope.Term;
import cotangent.processor.read.scope.Variable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Reads {@code try} statements. */
public final class Tries {
  private final Frame frame;
  private final Environment environment;
  private final CaughtBlocks blocks;

  public Tries(Frame frame) {
    this.frame = frame;
    this.environment = frame.environment();
    this.blocks = new CaughtBlocks(frame);
  }

  /** Reads a statement, and what follows it. */
  public void read(TryTree tree, Runnable rest) {
    BlockTree last = tree.getFinallyBlock();
    if (last == null) {
      caught(tree);
    } else {
      new Endings(frame).read(tree, () -> caught(tree), way -> block(last));
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
    new Endings(frame)
        .read(
            tree,
            () -> resources(tree, from + 1),
            way -> way.choose(resource::close, () -> quietly(tree, resource)));
  }

  /** Closes a resource while an exception propagates, which takes precedence. */
  private void quietly(TryTree tree, Resource resource) {
    Clauses any = Clauses.any(frame.names().program());
    blocks.read(tree, any, resource::close, (clause, exception) -> {});
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
    blocks.read(
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
}
