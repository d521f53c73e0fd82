package cotangent.processor.read.names;

import static java.util.stream.Collectors.toMap;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import cotangent.processor.graph.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about every tree that was resolved, so that it can be compared with what javac
 * finds when it analyses the same trees later.
 */
final class Decisions {

  private static final Map<String, String> BOXED =
      Arrays.stream(Type.Scalar.values())
          .collect(toMap(Type.Scalar::toString, each -> each.box().getName()));

  /** What a tree was taken for. */
  sealed interface Decision {

    /**
     * It refers to this member or class: to one, whatever is read there, and where it was taken for
     * several, at least one of them is wrong.
     */
    record Refers(Set<String> elements) implements Decision {}

    /** It names this type. */
    record Names(String type) implements Decision {}

    /** It is an expression of this type. */
    record Typed(String type) implements Decision {

      /**
       * Whether javac's type means the same computation. Of references only the kind counts: javac
       * may know a type argument better from the place where the value goes, and we may know which
       * array a type variable stands for. A number that javac boxes at once is the same number: it
       * takes {@code c ? a : b} for a reference where it doesn't see through {@code a}.
       */
      boolean agreesWith(String found) {
        return type.equals(found)
            || (isReference(type) && isReference(found))
            || (type.endsWith("[]") && found.equals("java.lang.Object"))
            || found.equals(BOXED.get(type));
      }

      private static boolean isReference(String type) {
        return !BOXED.containsKey(type.replace("[]", ""));
      }
    }

    /** Its names mean nothing: javac will say so at this very tree. */
    record Unresolved() implements Decision {}

    /** It is wrong in another way: javac will not go on to generate code. */
    record Wrong() implements Decision {}
  }

  private final Map<CompilationUnitTree, Map<Tree, Decision>> references = new IdentityHashMap<>();
  private final Map<CompilationUnitTree, Map<Tree, Decision>> types = new IdentityHashMap<>();

  private final Set<Tree> givenUp = Collections.newSetFromMap(new IdentityHashMap<>());

  private final StableNames naming;

  Decisions(StableNames naming) {
    this.naming = naming;
  }

  void refersTo(Tree tree, CompilationUnitTree unit, Element element) {
    if (!givenUp.contains(tree)) {
      Decision.Refers now = new Decision.Refers(Set.of(naming.of(element)));
      in(references, unit).merge(tree, now, (before, same) -> joined(before, now));
    }
  }

  /** Returns all that a tree was taken for: most are read once, or as the same again. */
  private static Decision joined(Decision before, Decision.Refers now) {
    if (!(before instanceof Decision.Refers refers) || before.equals(now)) {
      return now;
    }
    Set<String> all = new LinkedHashSet<>(refers.elements());
    all.addAll(now.elements());
    return new Decision.Refers(all);
  }

  void names(Tree tree, CompilationUnitTree unit, TypeMirror type) {
    in(types, unit).put(tree, new Decision.Names(naming.of(type)));
  }

  void hasType(Tree tree, CompilationUnitTree unit, TypeMirror type) {
    in(types, unit).put(tree, new Decision.Typed(naming.of(type)));
  }

  /** Notes that a tree is given up, unless it is read after all. */
  void givesUp(Tree tree, CompilationUnitTree unit, Decision why) {
    in(references, unit).put(tree, why);
  }

  /** Notes that a tree is given up, whatever else is read there. */
  void insists(Tree tree, CompilationUnitTree unit, Decision why) {
    givesUp(tree, unit, why);
    givenUp.add(tree);
  }

  Set<CompilationUnitTree> units() {
    return references.keySet();
  }

  /** Returns the trees of a file that were left to javac. */
  List<Tree> givenUp(CompilationUnitTree unit) {
    List<Tree> all = new ArrayList<>();
    references(unit)
        .forEach(
            (tree, decision) -> {
              if (isGivenUp(decision)) {
                all.add(tree);
              }
            });
    return all;
  }

  static boolean isGivenUp(@Nullable Decision decision) {
    return decision instanceof Decision.Wrong || decision instanceof Decision.Unresolved;
  }

  Map<Tree, Decision> references(CompilationUnitTree unit) {
    return references.getOrDefault(unit, Map.of());
  }

  Map<Tree, Decision> types(CompilationUnitTree unit) {
    return types.getOrDefault(unit, Map.of());
  }

  private static Map<Tree, Decision> in(
      Map<CompilationUnitTree, Map<Tree, Decision>> map, CompilationUnitTree unit) {
    return map.computeIfAbsent(unit, key -> new IdentityHashMap<>());
  }
}
