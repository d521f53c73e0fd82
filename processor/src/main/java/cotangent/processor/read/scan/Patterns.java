package cotangent.processor.read.scan;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes patterns apart as the compiler that runs knows them: later ones have kinds of trees that
 * the one didn't have which Cotangent was compiled with.
 */
public final class Patterns {
  private static final String TREES = "com.sun.source.tree.";

  private Patterns() {}

  private static boolean is(Tree tree, String kind) {
    return tree.getKind().name().equals(kind);
  }

  private static @Nullable Object ask(String type, String question, Tree tree) {
    try {
      Method method = Class.forName(TREES + type).getMethod(question);
      return method.invoke(tree);
    } catch (NoSuchMethodException | ClassNotFoundException unknown) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Tree> trees(@Nullable Object answer) {
    List<Tree> trees = new ArrayList<>();
    if (answer instanceof List<?> all) {
      all.forEach(tree -> trees.add((Tree) tree));
    }
    return trees;
  }

  private static List<Tree> labels(CaseTree tree) {
    return trees(ask("CaseTree", "getLabels", tree));
  }

  /** Whether a case is taken where no other one is. */
  public static boolean isDefault(CaseTree tree) {
    return labels(tree).stream().anyMatch(label -> is(label, "DEFAULT_CASE_LABEL"))
        || labels(tree).isEmpty() && tree.getExpressions().isEmpty();
  }

  /** Returns the patterns of a case. */
  public static List<Tree> of(CaseTree tree) {
    List<Tree> patterns = new ArrayList<>();
    for (Tree label : labels(tree)) {
      if (is(label, "PATTERN_CASE_LABEL")) {
        Object pattern = ask("PatternCaseLabelTree", "getPattern", label);
        patterns.add(pattern == null ? label : plain((Tree) pattern));
      } else if (is(label, "BINDING_PATTERN")) {
        patterns.add(label);
      }
    }
    return patterns;
  }

  private static Tree plain(Tree pattern) {
    Object inner =
        is(pattern, "PARENTHESIZED_PATTERN")
            ? ask("ParenthesizedPatternTree", "getPattern", pattern)
            : null;
    return inner == null ? pattern : plain((Tree) inner);
  }

  /** Returns the condition after {@code when}; null where there is none. */
  public static @Nullable ExpressionTree guard(CaseTree tree) {
    return (ExpressionTree) ask("CaseTree", "getGuard", tree);
  }

  /** Whether cases have patterns, or null. */
  public static boolean areIn(List<? extends CaseTree> cases) {
    return cases.stream().anyMatch(each -> !of(each).isEmpty() || isNull(each));
  }

  /** Whether null is one of the labels of a case. */
  public static boolean isNull(CaseTree tree) {
    return tree.getExpressions().stream()
        .anyMatch(label -> label.getKind() == Tree.Kind.NULL_LITERAL);
  }

  /** Whether a pattern fits anything, and names nothing. */
  public static boolean isAny(Tree pattern) {
    return is(pattern, "ANY_PATTERN");
  }

  /** Whether a pattern takes a record apart. */
  public static boolean isRecord(Tree pattern) {
    return is(pattern, "DECONSTRUCTION_PATTERN");
  }

  /** Returns the name of the record that a pattern takes apart. */
  public static ExpressionTree record(Tree pattern) {
    return (ExpressionTree)
        Objects.requireNonNull(ask("DeconstructionPatternTree", "getDeconstructor", pattern));
  }

  /** Returns the patterns of the record's components. */
  public static List<Tree> components(Tree pattern) {
    return trees(ask("DeconstructionPatternTree", "getNestedPatterns", pattern));
  }
}
