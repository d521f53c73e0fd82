package cotangent.processor.read.request;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.read.names.Program;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Problem;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotated methods of classes inside methods. javac doesn't report them, so they would be
 * left out in silence.
 */
public final class LocalClasses extends TreeScanner<@Nullable Void, Boolean> {
  private final TypeElement type;
  private final Program program;
  private final ClassReport report;

  private LocalClasses(TypeElement type, Program program, ClassReport report) {
    this.type = type;
    this.program = program;
    this.report = report;
  }

  /** Reports them in one class and its member classes. */
  public static void check(TypeElement type, Program program, ClassReport report) {
    ClassTree tree = program.trees().getTree(type);
    if (tree != null) {
      new LocalClasses(type, program, report).scan(tree, false);
    }
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Boolean isLocal) {
    for (Tree member : tree.getMembers()) {
      if (isLocal && member instanceof MethodTree method) {
        method.getModifiers().getAnnotations().forEach(this::report);
      }
      scan(member, isLocal || !(member instanceof ClassTree));
    }
    return null;
  }

  private void report(AnnotationTree annotation) {
    program
        .names(type)
        .filter(names -> names.isAnnotation(annotation, Annotation.DIFFERENTIABLE))
        .ifPresent(names -> report.add(Problem.LOCAL_CLASS, names.position(annotation)));
  }
}
