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
 */
public record Place(Tree tree, CompilationUnitTree unit, boolean isChecked)
    implements Position.Checked {

  static Position position(Tree tree, CompilationUnitTree unit, Trees trees) {
    return position(tree, unit, trees, false);
  }

  static Position position(Tree tree, CompilationUnitTree unit, Trees trees, boolean isOfLibrary) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    LineMap lines = unit.getLineMap();
    Place place = new Place(tree, unit, isOfLibrary);
    return start < 0 || lines == null
        ? new Position(0, 0, place)
        : new Position(lines.getLineNumber(start), lines.getColumnNumber(start), place);
  }
}
