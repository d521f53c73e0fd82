package cotangent.processor.read.names;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;

/** What a {@link cotangent.processor.report.Position} holds: where javac can put the caret. */
public record Place(Tree tree, CompilationUnitTree unit) {}
