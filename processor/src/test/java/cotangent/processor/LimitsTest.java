package cotangent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds how long a file and a method may be: what is longer hides an idea that wants a name. */
@Tag("once")
class LimitsTest {
  private static final int FILE = 400;
  private static final int METHOD = 40;

  /** What users call on tensors stands in one place each, with what there is to say of it. */
  private static final Set<String> VOCABULARIES =
      Set.of("Kernels.java", "Matrix.java", "Tensor.java");

  private final List<String> tooLong = new ArrayList<>();

  @Test
  void filesAndMethodsAreShort() throws IOException {
    for (String module : List.of("api", "processor", "verify")) {
      Path sources = Path.of("..", module, "src", "main", "java");
      try (Stream<Path> files = Files.walk(sources)) {
        look(files.filter(file -> file.toString().endsWith(".java")).map(Path::toFile).toList());
      }
    }
    assertEquals(List.of(), tooLong);
  }

  private void look(List<File> files) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromFiles(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        look(unit, positions);
      }
    }
  }

  private void look(CompilationUnitTree unit, SourcePositions positions) {
    String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
    long lines = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, unit));
    if (lines > FILE && !VOCABULARIES.contains(file)) {
      tooLong.add(file + ": " + lines);
    }
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
        long length = lines(method.getBody());
        if (length > METHOD) {
          tooLong.add(owner.getSimpleName() + "." + method.getName() + ": " + length);
        }
        return super.visitMethod(method, nothing);
      }

      private long lines(Tree body) {
        return body == null
            ? 0
            : line(positions.getEndPosition(unit, body))
                - line(positions.getStartPosition(unit, body))
                + 1;
      }

      private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
      }
    }.scan(unit, null);
  }
}
