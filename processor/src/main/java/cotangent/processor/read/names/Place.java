package cotangent.processor.read.names;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import cotangent.processor.report.Position;

/**
 * What a {@link Position} holds: where javac can put the caret.
 *
 * @param isChecked whether it stands in the library of tensors
 * @param isRetold whether it stands in what is {@link Retold}
 */
public record Place(Tree tree, CompilationUnitTree unit, boolean isChecked, boolean isRetold)
    implements Position.Checked {

  static Position position(Tree tree, CompilationUnitTree unit, Trees trees) {
    return new Place(tree, unit, false, false).position(trees);
  }

  Position position(Trees trees) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    LineMap lines = unit.getLineMap();
    return start < 0 || lines == null
        ? new Position(0, 0, this)
        : new Position(lines.getLineNumber(start), lines.getColumnNumber(start), this);
  }
}
