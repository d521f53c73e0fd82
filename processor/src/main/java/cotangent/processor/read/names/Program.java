package cotangent.processor.read.names;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Elements.Origin;
import javax.lang.model.util.Types;

/** The program under compilation, as far as annotation processors see it. */
public final class Program {
  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final Decisions decisions = new Decisions();
  private final Map<TypeElement, Names> names = new HashMap<>();

  public Program(Trees trees, Types types, Elements elements) {
    this.trees = trees;
    this.types = types;
    this.elements = elements;
  }

  public Trees trees() {
    return trees;
  }

  public Types types() {
    return types;
  }

  public Elements elements() {
    return elements;
  }

  Decisions decisions() {
    return decisions;
  }

  /** Counts the places that were given up as wrong Java so far. */
  public int givenUp() {
    return decisions.givenUp();
  }

  /** Tells what names mean in a class whose source is in this compilation. */
  public Optional<Names> names(TypeElement type) {
    Names known = names.get(type);
    if (known == null) {
      TreePath path = trees.getPath(type);
      if (path == null) {
        return Optional.empty();
      }
      known = new Names(this, type, path);
      names.put(type, known);
    }
    return Optional.of(known);
  }

  /** Finds the source of a method or constructor, where it has a body in this compilation. */
  public Optional<Source> source(ExecutableElement method) {
    if (elements.getOrigin(method) != Origin.EXPLICIT) {
      return Optional.empty();
    }
    MethodTree tree = trees.getTree(method);
    if (tree == null || tree.getBody() == null) {
      return Optional.empty();
    }
    return names((TypeElement) method.getEnclosingElement())
        .map(namesThere -> new Source(method, tree, namesThere.in(method)));
  }
}
