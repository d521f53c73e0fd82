package cotangent.processor.read.names;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about every tree that was resolved, so that it can be compared with what javac
 * finds when it analyses the same trees later.
 */
public final class Decisions {

  /**
   * One decision.
   *
   * @param element the element that the tree refers to; null where only its type was decided
   * @param type the type of the tree; null where only the element was decided
   * @param wrong whether the tree was given up as wrong Java
   */
  public record Decision(
      CompilationUnitTree unit,
      @Nullable Element element,
      @Nullable TypeMirror type,
      boolean wrong) {}

  private final Map<Tree, Decision> made = new IdentityHashMap<>();

  void refersTo(Tree tree, CompilationUnitTree unit, Element element) {
    Decision before = made.get(tree);
    made.put(tree, new Decision(unit, element, before == null ? null : before.type, false));
  }

  void hasType(Tree tree, CompilationUnitTree unit, TypeMirror type) {
    Decision before = made.get(tree);
    made.put(tree, new Decision(unit, before == null ? null : before.element, type, false));
  }

  void isWrong(Tree tree, CompilationUnitTree unit) {
    made.put(tree, new Decision(unit, null, null, true));
  }

  /** Gives all decisions by the tree that they are about. */
  public Map<Tree, Decision> made() {
    return made;
  }
}
