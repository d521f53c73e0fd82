package cotangent.processor.alias;

import cotangent.processor.graph.Callee;
import cotangent.processor.graph.Callee.Member.Kind;
import cotangent.processor.graph.Step;
import cotangent.processor.graph.Type;
import cotangent.processor.graph.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arrays that come out of code that isn't looked into: a list may return the same array twice, and
 * so may two lists. Arrays in different fields are taken for different ones, as arguments are.
 */
final class Foreign {
  /** Java's methods that return a new array each time; {@code Workspace} does as well. */
  private static final Set<String> FRESH = Set.of("toArray", "toCharArray", "getBytes", "split");

  private static final String ANYWHERE = "anywhere";

  private final Map<String, Cell> cells = new HashMap<>();
  private final Map<String, Value> once = new HashMap<>();
  private final List<Value> ambiguous = new ArrayList<>();
  private final List<Step> changing = new ArrayList<>();

  static boolean mayBe(Value value) {
    return value.type().isArray();
  }

  /**
   * Returns where an array comes from: all arrays from there may be the same. Empty where it is a
   * new one.
   *
   * @param isOnce whether the call happens once at most
   */
  String source(Step.Call call, boolean isOnce) {
    Callee.Member member = (Callee.Member) call.callee();
    Value array = call.results().get(0);
    if (member.kind() == Kind.STATIC_FIELD || member.kind() == Kind.FIELD) {
      String field = member.owner() + "." + member.name();
      Value before = once.putIfAbsent(field, array);
      if (!isOnce || before != null) {
        ambiguous.add(array);
      }
      return field;
    }
    if (isOurs(member) || member.owner().startsWith("java.") && FRESH.contains(member.name())) {
      return "";
    }
    ambiguous.add(array);
    return ANYWHERE;
  }

  /**
   * Notes a call. A reader may refill the array that it returned before; Java's own collections
   * only hand out what they hold.
   */
  void note(Step.Call call) {
    if (call.callee() instanceof Callee.Member member
        && (member.kind() == Kind.METHOD || member.kind() == Kind.STATIC_METHOD)
        && !member.owner().startsWith("java.")
        && !isOurs(member)) {
      changing.add(call);
    }
  }

  /** Whether a member belongs to what generated code uses. */
  private static boolean isOurs(Callee.Member member) {
    return member.owner().matches("cotangent\\.\\w+");
  }

  /** Returns the calls that may change the contents of arrays returned before. */
  List<Step> changing() {
    return changing;
  }

  /** Returns the cells of all such arrays. */
  Collection<Cell> cells() {
    return cells.values();
  }

  /** Returns the cell that all arrays of a type from one source share. */
  Cell cell(String source, Type type) {
    return cells.computeIfAbsent(source + " " + type, key -> new Cell());
  }

  /** Returns the arrays that may have other names. */
  List<Value> ambiguous() {
    return ambiguous;
  }
}
