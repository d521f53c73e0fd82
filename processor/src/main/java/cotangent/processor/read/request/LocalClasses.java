package cotangent.processor.read.request;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Program;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Report;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds annotated methods of classes inside of methods. javac doesn't tell of them, so that they
 * would be left out in silence.
 */
public final class LocalClasses extends TreeScanner<@Nullable Void, Boolean> {
  private final Names names;
  private final Report report;

  private LocalClasses(Names names, Report report) {
    this.names = names;
    this.report = report;
  }

  /** Reports them in one class and its member classes. */
  public static void check(TypeElement type, Program program, Report report) {
    program
        .names(type)
        .ifPresent(
            names -> new LocalClasses(names, report).scan(program.trees().getTree(type), false));
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Boolean isLocal) {
    for (Tree member : tree.getMembers()) {
      if (isLocal && member instanceof MethodTree method) {
        method.getModifiers().getAnnotations().stream()
            .filter(this::isOurs)
            .forEach(each -> report.add(Problem.LOCAL_CLASS, names.position(each)));
      }
      scan(member, isLocal || !(member instanceof ClassTree));
    }
    return null;
  }

  private boolean isOurs(AnnotationTree annotation) {
    return annotation.getAnnotationType() instanceof ExpressionTree name
        && name.toString().endsWith("Differentiable")
        && names
            .typeNamed(name)
            .filter(type -> type.getQualifiedName().contentEquals(Annotation.DIFFERENTIABLE))
            .isPresent();
  }
}
