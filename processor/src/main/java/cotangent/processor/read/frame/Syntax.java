package cotangent.processor.read.frame;

import com.sun.source.tree.Tree;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What Java's syntax is called in messages, and what to write in place of syntax that isn't
 * accepted.
 */
public final class Syntax {

  private record Refused(String name, String instead) {}

  private static final Map<Tree.Kind, Refused> REFUSED = new EnumMap<>(Tree.Kind.class);

  static {
    refuse(Tree.Kind.ASSERT, "an assert statement", "write if (...) throw ...");
    refuse(
        Tree.Kind.INSTANCE_OF,
        "this pattern",
        "test for a class, and read what it holds by its methods");
    refuse(
        Tree.Kind.NEW_CLASS,
        "an object of an inner class",
        "declare the class static, and pass it what it needs");
    refuse(Tree.Kind.ERRONEOUS, "this", "write valid Java");
  }

  private Syntax() {}

  private static void refuse(Tree.Kind kind, String name, String instead) {
    REFUSED.put(kind, new Refused(name, instead));
  }

  /** Returns the message for syntax that isn't accepted in a body. */
  public static Refusal refusal(Frame frame, Tree tree) {
    Refused refused =
        REFUSED.getOrDefault(
            tree.getKind(), new Refused(words(tree.getKind()), "use what docs/language.md lists"));
    return frame.refusal(tree, Problem.SYNTAX, refused.name, refused.instead);
  }

  private static String words(Tree.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns the message for a class declared in a method that can't be told from others. */
  public static Refusal localClass(Frame frame, Tree tree) {
    return frame.refusal(
        tree,
        Problem.SYNTAX,
        "a class of this method that can't be told from others, or that isn't known here",
        "give it a name of its own in the method, or declare it outside");
  }

  /** Returns the message for what would need the object around one of an inner class. */
  public static Refusal outerObject(Frame frame, Tree tree, String what) {
    return frame.refusal(
        tree, Problem.SYNTAX, what, "make the class static, and give it what it needs");
  }

  /** Returns the message for a field of one constant of an enum, which only its object holds. */
  public static Refusal fieldOfEnumConstant(Frame frame, Tree tree) {
    return frame.refusal(
        tree,
        Problem.SYNTAX,
        "a field that one constant of an enum has alone",
        "make it a constant, or declare it in the enum");
  }

  public static boolean isLoop(Tree.Kind kind) {
    return switch (kind) {
      case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> true;
      default -> false;
    };
  }
}
