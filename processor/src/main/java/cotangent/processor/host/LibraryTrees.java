package cotangent.processor.host;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import cotangent.processor.read.names.Component;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.Retold;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The trees of a program together with those of the library of tensors, and of what is retold of
 * Java's own, whose source comes with the compiler: an operation on tensors is read and
 * differentiated as a helper of the user's is.
 */
public final class LibraryTrees extends Trees {
  private final Trees program;
  private final ParsedTrees library;
  private DeclaredTrees declared = new DeclaredTrees();

  private LibraryTrees(Trees program, ParsedTrees library) {
    this.program = program;
    this.library = library;
  }

  /** Prepares for a compiler; empty where it doesn't show its source. */
  public static Optional<LibraryTrees> of(ProcessingEnvironment environment) {
    return program(environment)
        .map(trees -> new LibraryTrees(trees, ParsedTrees.ofLibrary(environment)));
  }

  private static Optional<Trees> program(ProcessingEnvironment environment) {
    try {
      return Optional.of(Trees.instance(environment));
    } catch (IllegalArgumentException notJavac) {
      return ParsedTrees.of(environment);
    }
  }

  /** Whether javac is the compiler. */
  public boolean isJavac() {
    return !(program instanceof ParsedTrees);
  }

  /**
   * Begins to look at the program.
   *
   * @param sources the qualified names of the top-level classes
   */
  public Program program(ProcessingEnvironment environment, Set<String> sources) {
    declared = new DeclaredTrees();
    return program instanceof ParsedTrees parsed
        ? parsed.program(this, sources)
        : new Program(this, environment.getTypeUtils(), environment.getElementUtils(), sources);
  }

  private Trees of(Element element) {
    Element around = element;
    while (around != null && !(around instanceof TypeElement)) {
      around = around.getEnclosingElement();
    }
    return around instanceof TypeElement type
            && (Component.isOfLibrary(type) || Retold.isIn(type))
            && program.getPath(type) == null
        ? library
        : program;
  }

  private Trees of(CompilationUnitTree unit) {
    return library.knows(unit) ? library : program;
  }

  private Trees of(Scope scope) {
    return Access.made(scope) ? library : program;
  }

  @Override
  public SourcePositions getSourcePositions() {
    return program.getSourcePositions();
  }

  @Override
  public @Nullable TreePath getPath(Element element) {
    return of(element).getPath(element);
  }

  @Override
  public @Nullable Tree getTree(Element element) {
    return declared.of(element, of(element));
  }

  @Override
  public @Nullable ClassTree getTree(TypeElement element) {
    return (ClassTree) getTree((Element) element);
  }

  @Override
  public @Nullable MethodTree getTree(ExecutableElement method) {
    return (MethodTree) getTree((Element) method);
  }

  @Override
  public @Nullable Tree getTree(Element element, AnnotationMirror mirror) {
    Tree tree = getTree(element);
    return tree == null ? null : DeclarationFinder.annotation(tree, mirror);
  }

  @Override
  public @Nullable Tree getTree(Element element, AnnotationMirror mirror, AnnotationValue value) {
    return of(element).getTree(element, mirror, value);
  }

  @Override
  public @Nullable TreePath getPath(CompilationUnitTree unit, Tree tree) {
    return of(unit).getPath(unit, tree);
  }

  @Override
  public @Nullable TreePath getPath(Element element, AnnotationMirror mirror) {
    return of(element).getPath(element, mirror);
  }

  @Override
  public @Nullable TreePath getPath(
      Element element, AnnotationMirror mirror, AnnotationValue value) {
    return of(element).getPath(element, mirror, value);
  }

  @Override
  public @Nullable Element getElement(TreePath path) {
    return of(path.getCompilationUnit()).getElement(path);
  }

  @Override
  public Scope getScope(TreePath path) {
    return of(path.getCompilationUnit()).getScope(path);
  }

  @Override
  public boolean isAccessible(Scope scope, TypeElement type) {
    return of(scope).isAccessible(scope, type);
  }

  @Override
  public boolean isAccessible(Scope scope, Element member, DeclaredType type) {
    return of(scope).isAccessible(scope, member, type);
  }

  @Override
  public void printMessage(
      Diagnostic.Kind kind, CharSequence message, Tree tree, CompilationUnitTree unit) {
    of(unit).printMessage(kind, message, tree, unit);
  }

  @Override
  public TypeMirror getTypeMirror(TreePath path) {
    return program.getTypeMirror(path);
  }

  @Override
  public String getDocComment(TreePath path) {
    return program.getDocComment(path);
  }

  @Override
  public TypeMirror getOriginalType(ErrorType type) {
    return program.getOriginalType(type);
  }

  @Override
  public TypeMirror getLub(CatchTree tree) {
    return program.getLub(tree);
  }
}
