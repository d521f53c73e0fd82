package cotangent.processor.read.names;

import static java.util.Comparator.comparingLong;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import cotangent.processor.read.names.Decisions.Decision;
import cotangent.processor.report.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was decided about names before javac had analysed the program with what javac finds
 * then. This closes the one hole through which a derivative of another program than the user's
 * could come.
 */
public final class Hindsight implements TaskListener {

  /** Is told of every difference. */
  public interface Listener {

    /** A name was taken for something else than javac takes it for. */
    void misread(Position position, String decided, String found);

    /** A name or a call was given up as wrong, but javac accepts it. */
    void givenUp(Position position, String text);
  }

  private static final int LONGEST = 60;

  /** What is taken for a type that could not be found, of what a function returns for example. */
  private static final String ANY = "java.lang.Object";

  private final Trees trees;
  private final Listener listener;
  private final List<Watched> watched = new ArrayList<>();
  private final StableNames naming = new StableNames();
  private final Set<Tree> reported = new HashSet<>();

  /** How many classes of a file javac has yet to analyse, where it has begun with them. */
  private final Map<CompilationUnitTree, Integer> toCome = new HashMap<>();

  /** The methods around what is wrong, noted while trees are as they were written. */
  private final Map<Tree, Tree> methods = new HashMap<>();

  /** What was decided for one class. */
  private record Watched(Program program, Decisions decisions) {}

  public Hindsight(Trees trees, Listener listener) {
    this.trees = trees;
    this.listener = listener;
  }

  /** Adds what a program has decided since it began with a class for which code was generated. */
  public void watch(Program program) {
    watched.add(new Watched(program, program.decisions()));
  }

  /** Reports all that was given up, where the compiler won't tell what it makes of it. */
  public void withoutJavac(Program program) {
    for (CompilationUnitTree unit : program.decisions().units()) {
      List<Tree> all = program.decisions().givenUp(unit);
      all.forEach(tree -> methods.put(tree, methodAround(trees.getPath(unit, tree), tree)));
      givenUp(unit, all);
    }
  }

  /**
   * Reports all that was given up in a file: javac generates a class only when it has found no
   * error so far, and where it has analysed all classes of the file, there is none in it. So
   * nothing that was left to javac stays unsaid, whatever that makes of the tree.
   */
  @Override
  public void started(TaskEvent event) {
    CompilationUnitTree unit = event.getCompilationUnit();
    if (event.getKind() == TaskEvent.Kind.GENERATE
        && unit != null
        && toCome.getOrDefault(unit, 0) == 0) {
      watched.forEach(each -> givenUp(unit, each.decisions().givenUp(unit)));
    }
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null) {
      TreePath path = trees.getPath(type);
      if (path != null) {
        watched.forEach(each -> new Comparison(each, path).scan());
        toCome.merge(path.getCompilationUnit(), classes(path) - 1, (before, all) -> before - 1);
      }
    }
  }

  private static int classes(TreePath path) {
    return (int)
        path.getCompilationUnit().getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .count();
  }

  /** Reports the first place of each method that was given up: others often follow from it. */
  private void givenUp(CompilationUnitTree unit, List<Tree> givenUp) {
    Set<Tree> seen = new HashSet<>();
    givenUp.stream()
        .sorted(comparingLong(tree -> trees.getSourcePositions().getEndPosition(unit, tree)))
        .forEach(
            tree -> {
              if (seen.add(methods.getOrDefault(tree, tree)) && reported.add(tree)) {
                listener.givenUp(position(unit, tree), shown(unit, tree));
              }
            });
  }

  private static Tree methodAround(@Nullable TreePath from, Tree tree) {
    TreePath path = from;
    while (path != null && !(path.getLeaf() instanceof MethodTree)) {
      path = path.getParentPath();
    }
    return path == null ? tree : path.getLeaf();
  }

  /** Returns the text as it was written; the tree may have been changed since. */
  private String shown(CompilationUnitTree unit, Tree tree) {
    SourcePositions positions = trees.getSourcePositions();
    int start = (int) positions.getStartPosition(unit, tree);
    int end = (int) positions.getEndPosition(unit, tree);
    String text;
    try {
      CharSequence source = unit.getSourceFile().getCharContent(true);
      text = source.subSequence(start, end).toString();
    } catch (IOException | IndexOutOfBoundsException noSource) {
      text = tree.toString();
    }
    text = text.strip().replaceAll("\\s+", " ");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  private Position position(CompilationUnitTree unit, Tree tree) {
    return Place.position(tree, unit, trees);
  }

  /** Looks at all trees of one class. */
  private final class Comparison extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Redeclared redeclared;
    private final TreePath path;
    private final CompilationUnitTree unit;
    private final Map<Tree, Decision> references;
    private final Map<Tree, Decision> types;
    private final List<Tree> accepted = new ArrayList<>();

    Comparison(Watched watched, TreePath path) {
      this.redeclared = new Redeclared(trees, watched.program, naming);
      this.path = path;
      this.unit = path.getCompilationUnit();
      this.references = watched.decisions.references(unit);
      this.types = watched.decisions.types(unit);
    }

    void scan() {
      if (!references.isEmpty() || !types.isEmpty()) {
        scan(path, null);
        givenUp(unit, accepted);
      }
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
      if (tree != null && (references.containsKey(tree) || types.containsKey(tree))) {
        TreePath here = new TreePath(getCurrentPath(), tree);
        if (Decisions.isGivenUp(references.get(tree))) {
          methods.put(tree, methodAround(here, tree));
        }
        compareReference(here, references.get(tree), trees.getElement(here));
        compareType(here, types.get(tree), trees.getTypeMirror(here));
      }
      return super.scan(tree, null);
    }

    private void compareReference(
        TreePath here, @Nullable Decision decision, @Nullable Element element) {
      if (element == null || element.asType().getKind() == TypeKind.ERROR) {
        return;
      }
      String found = naming.of(element);
      if (decision instanceof Decision.Refers refers) {
        refers.elements().stream()
            .filter(decided -> !decided.equals(found) && !redeclared.is(decided, element, here))
            .findFirst()
            .ifPresent(decided -> misread(here, decided, found));
      } else if (decision instanceof Decision.Unresolved && isAccessible(element)) {
        accepted.add(here.getLeaf());
      }
    }

    /** Whether the class may name what javac found; where not, it only says so. */
    private boolean isAccessible(Element element) {
      Scope scope = trees.getScope(path);
      return element instanceof TypeElement type
          ? trees.isAccessible(scope, type)
          : !(element.getEnclosingElement() instanceof TypeElement owner)
              || trees.isAccessible(scope, element, (DeclaredType) owner.asType());
    }

    private void compareType(
        TreePath here, @Nullable Decision decision, @Nullable TypeMirror type) {
      if (type == null || type.getKind() == TypeKind.ERROR || type.getKind() == TypeKind.OTHER) {
        return; // javac has an error to report
      }
      String found = naming.of(type);
      if (decision instanceof Decision.Typed typed && !typed.agreesWith(found)) {
        misread(here, typed.type(), found);
      } else if (decision instanceof Decision.Names names && !names.type().equals(found)) {
        misread(here, names.type(), found);
      }
    }

    private void misread(TreePath here, String decided, String found) {
      if (isErroneous(here)) {
        return;
      } else if (decided.equals(ANY)) {
        accepted.add(here.getLeaf());
      } else if (reported.add(here.getLeaf())) {
        listener.misread(position(unit, here.getLeaf()), decided, found);
      }
    }

    /** Whether javac has an error to report of an expression around, and goes on with a guess. */
    private boolean isErroneous(TreePath here) {
      for (TreePath path = here;
          path != null && path.getLeaf() instanceof ExpressionTree;
          path = path.getParentPath()) {
        TypeMirror type = trees.getTypeMirror(path);
        if (type != null && type.getKind() == TypeKind.ERROR) {
          return true;
        }
      }
      return false;
    }
  }
}
