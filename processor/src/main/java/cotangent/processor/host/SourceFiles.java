package cotangent.processor.host;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Source that is parsed where no compiler has done so. */
interface SourceFiles {
  SourcePositions positions();

  /** Returns the file that a class is in; null where there is only a class file. */
  @Nullable CompilationUnitTree of(TypeElement outermost);

  /** Returns a file's name without its folders. */
  static String name(CompilationUnitTree unit) {
    String path = unit.getSourceFile().getName();
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
