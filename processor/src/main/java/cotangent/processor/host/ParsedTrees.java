package cotangent.processor.host;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import cotangent.processor.host.local.LocalModel;
import cotangent.processor.host.local.MixedElements;
import cotangent.processor.host.local.MixedTypes;
import cotangent.processor.read.names.FromTree;
import cotangent.processor.read.names.Program;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * The trees of a program that a compiler other than javac compiles, namely Eclipse's: javac's
 * parser reads the source once more, and a class or method is found there by its name. Such a
 * compiler can point at declarations only, so that messages say line and column in words.
 */
public final class ParsedTrees extends Trees {
  private final MixedTypes types;
  private final MixedElements elements;
  private final Messager messager;
  private final SourceFiles files;
  private final Access access;
  private final Map<Tree, Element> known = new IdentityHashMap<>();
  private @Nullable LocalModel locals;

  private ParsedTrees(ProcessingEnvironment environment, SourceFiles files) {
    Elements told = environment.getElementUtils();
    this.types = new MixedTypes(environment.getTypeUtils(), told);
    this.elements = new MixedElements(told, types);
    this.messager = environment.getMessager();
    this.files = files;
    this.access = new Access(types, elements);
  }

  /** Prepares for a compiler; empty where it doesn't say what the source of a class is. */
  public static Optional<Trees> of(ProcessingEnvironment environment) {
    return ParsedFiles.of(environment.getElementUtils())
        .map(files -> new ParsedTrees(environment, files));
  }

  /** Returns the trees of the library of tensors. */
  static ParsedTrees ofLibrary(ProcessingEnvironment environment) {
    return new ParsedTrees(environment, new LibraryFiles());
  }

  /**
   * Begins to look at the program: its types and elements are the compiler's, and those of classes
   * that are declared in methods, which it doesn't tell.
   *
   * @param all these trees, and others
   */
  Program program(Trees all, Set<String> sources) {
    Program program = new Program(all, types, elements, sources);
    locals = new LocalModel(types, elements, program);
    return program;
  }

  /** Whether a file was asked for before. */
  boolean knows(CompilationUnitTree unit) {
    return known.containsKey(unit);
  }

  @Override
  public SourcePositions getSourcePositions() {
    return files.positions();
  }

  @Override
  public @Nullable TreePath getPath(Element element) {
    if (element instanceof FromTree) {
      return null; // as javac has none for what is in methods
    }
    Element outermost = element;
    while (!(outermost.getEnclosingElement() == null
        || outermost.getKind().isClass() && isTop(outermost)
        || outermost.getKind().isInterface() && isTop(outermost))) {
      outermost = outermost.getEnclosingElement();
    }
    CompilationUnitTree unit = outermost instanceof TypeElement type ? files.of(type) : null;
    Tree tree = unit == null ? null : DeclarationFinder.find(element, unit);
    if (tree == null) {
      return null;
    }
    known.put(tree, element);
    known.putIfAbsent(unit, elements.getPackageOf(outermost));
    return TreePath.getPath(unit, tree);
  }

  private static boolean isTop(Element type) {
    return !(type.getEnclosingElement() instanceof TypeElement);
  }

  @Override
  public @Nullable Tree getTree(Element element) {
    if (element instanceof FromTree made) {
      return made.tree();
    }
    TreePath path = getPath(element);
    return path == null ? null : path.getLeaf();
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
    Tree tree = getTree(element, mirror);
    if (!(tree instanceof AnnotationTree annotation)) {
      return tree;
    }
    for (var entry : mirror.getElementValues().entrySet()) {
      ExpressionTree argument = argument(annotation, entry.getKey().getSimpleName().toString());
      if (entry.getValue().equals(value)) {
        return argument;
      } else if (entry.getValue().getValue() instanceof List<?> parts && parts.contains(value)) {
        return argument instanceof NewArrayTree array
            ? array.getInitializers().get(parts.indexOf(value))
            : argument;
      }
    }
    return tree;
  }

  private static @Nullable ExpressionTree argument(AnnotationTree annotation, String name) {
    for (ExpressionTree argument : annotation.getArguments()) {
      if (!(argument instanceof AssignmentTree assignment)) {
        return argument; // of the only element, value
      } else if (assignment.getVariable().toString().equals(name)) {
        return assignment.getExpression();
      }
    }
    return null;
  }

  @Override
  public TreePath getPath(CompilationUnitTree unit, Tree tree) {
    return TreePath.getPath(unit, tree);
  }

  @Override
  public @Nullable TreePath getPath(Element element, AnnotationMirror mirror) {
    TreePath path = getPath(element);
    Tree tree = getTree(element, mirror);
    return path == null || tree == null ? null : TreePath.getPath(path, tree);
  }

  @Override
  public @Nullable TreePath getPath(
      Element element, AnnotationMirror mirror, AnnotationValue value) {
    TreePath path = getPath(element);
    Tree tree = getTree(element, mirror, value);
    return path == null || tree == null ? null : TreePath.getPath(path, tree);
  }

  /** Returns the declaration at a path, if it was asked for its tree before. */
  @Override
  public @Nullable Element getElement(TreePath path) {
    return known.get(path.getLeaf());
  }

  @Override
  public Scope getScope(TreePath path) {
    TreePath at = path;
    while (at.getParentPath() != null && !(known.get(at.getLeaf()) instanceof TypeElement)) {
      at = at.getParentPath();
    }
    LocalModel model = locals;
    return access.scope(
        Objects.requireNonNull(known.get(at.getLeaf())),
        () -> model == null ? List.of() : model.seenAt(path, known::get));
  }

  @Override
  public boolean isAccessible(Scope scope, TypeElement type) {
    return access.isAccessible(scope, type);
  }

  @Override
  public boolean isAccessible(Scope scope, Element member, DeclaredType type) {
    return access.isAccessible(scope, member, type);
  }

  @Override
  public void printMessage(
      Diagnostic.Kind kind, CharSequence message, Tree tree, CompilationUnitTree unit) {
    long start = getSourcePositions().getStartPosition(unit, tree);
    String text =
        start < 0
            ? message.toString()
            : message
                + " ("
                + SourceFiles.name(unit)
                + ", line "
                + unit.getLineMap().getLineNumber(start)
                + ", column "
                + unit.getLineMap().getColumnNumber(start)
                + ")";
    TreePath path = TreePath.getPath(unit, tree);
    while (path != null && !(known.get(path.getLeaf()) instanceof Element)) {
      path = path.getParentPath();
    }
    Element element = path == null ? null : known.get(path.getLeaf());
    if (element == null || path.getLeaf() == unit) {
      messager.printMessage(kind, text);
    } else {
      messager.printMessage(kind, text, element);
    }
  }

  private static UnsupportedOperationException notNeeded() {
    return new UnsupportedOperationException("needs what javac alone knows");
  }

  @Override
  public TypeMirror getTypeMirror(TreePath path) {
    throw notNeeded();
  }

  @Override
  public String getDocComment(TreePath path) {
    throw notNeeded();
  }

  @Override
  public TypeMirror getOriginalType(ErrorType type) {
    throw notNeeded();
  }

  @Override
  public TypeMirror getLub(CatchTree tree) {
    throw notNeeded();
  }
}
