package cotangent.processor.read.names;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import cotangent.processor.report.Position;
import javax.lang.model.element.TypeElement;

/**
 * What a {@link Position} holds: where javac can put the caret.
 *
 * @param isChecked whether it stands in the library of tensors
 * @param isRetold whether it stands in what is {@link Retold}
 */
public record Place(Tree tree, CompilationUnitTree unit, boolean isChecked, boolean isRetold)
    implements Position.Checked {

  static Position position(Tree tree, CompilationUnitTree unit, Trees trees) {
    return position(tree, unit, trees, new Place(tree, unit, false, false));
  }

  /** Returns the place of a tree in what a class is made of. */
  static Position position(Tree tree, CompilationUnitTree unit, Trees trees, TypeElement owner) {
    boolean isOfLibrary = Component.isOfLibrary(owner);
    return position(tree, unit, trees, new Place(tree, unit, isOfLibrary, Retold.isIn(owner)));
  }

  private static Position position(Tree tree, CompilationUnitTree unit, Trees trees, Place place) {
    long start = trees.getSourcePositions().getStartPosition(unit, tree);
    LineMap lines = unit.getLineMap();
    return start < 0 || lines == null
        ? new Position(0, 0, place)
        : new Position(lines.getLineNumber(start), lines.getColumnNumber(start), place);
  }
}
