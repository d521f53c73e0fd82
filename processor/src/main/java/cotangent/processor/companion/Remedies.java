package cotangent.processor.companion;

import cotangent.processor.derive.analyse.Leaks;
import cotangent.processor.graph.Callee;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.Retold;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says why a derivative would be lost through a call, and what to write instead: the likeliest
 * remedy first, and none that isn't possible there.
 */
public final class Remedies {
  private static final String STOP_TEXT =
      "wrap the value in Cotangent.stop, as only text is made of it";
  private static final String STOP = "wrap the value in Cotangent.stop, if no derivative is wanted";
  private static final String RULE =
      "write a rule for it with @DerivativeOf, or wrap the value in Cotangent.stop";
  private static final String ELSEWHERE = "whose source is not in this compilation";
  private static final String ARRAY = "keep the numbers in an array, or in a record";

  private static final String CHOICE =
      "choose a function in the method, by an enum or a number, or take an interface that classes of"
          + " this compilation implement";

  private static final Set<String> BOXES = Set.of("java.lang.Double", "java.lang.Float");

  private static final String LIST = "java.util.List";
  private static final String THROWABLE = "java.lang.Throwable";

  /** What makes lists. */
  private static final Set<String> MAKERS =
      Set.of(LIST + ".of", "java.util.Arrays.asList", "java.util.Collections.singletonList");

  /** Classes of {@code java.util} that hold nothing. */
  private static final Set<String> HELPERS = Set.of("java.util.Arrays", "java.util.Objects");

  private static final List<String> TEXT =
      List.of(
          "java.lang.String",
          "java.lang.AbstractStringBuilder",
          "java.lang.System.Logger",
          "java.lang.Appendable",
          "java.io.",
          "java.text.",
          "java.util.Formatter",
          "java.util.logging.");

  private final Program program;
  private final Map<String, Position> lost;

  /** Why a derivative is lost, and what to do. */
  private record Advice(String why, String remedy) {}

  /**
   * @param lost where objects go where they can't be looked into, by their classes
   */
  public Remedies(Program program, Map<String, Position> lost) {
    this.program = program;
    this.lost = lost;
  }

  /**
   * Returns what is to be said.
   *
   * @param inputs the names of the differentiated inputs that flow into the call as they came
   */
  public Refusal refusal(Leaks.Leak leak, List<String> inputs) {
    Callee.Member into = leak.into();
    String held = into == null ? null : held(into);
    if (held != null) {
      String what = "an object of class " + held + ", which holds a differentiable value,";
      String instead =
          held.startsWith("java.util.")
              ? "write a loop over what it holds, or call one of its methods that are known"
              : Problem.HERE_ONLY;
      return new Refusal(
          Problem.FUNCTION_ESCAPES, Objects.requireNonNull(lost.get(held)), what, instead);
    }
    Advice advice = into == null ? ofNone(leak) : of(into, leak.call().operands().size());
    String shown = into == null ? shown(leak) : shown(into);
    String why = leak.isBoxed() && into != null ? "boxed here, " + advice.why : advice.why;
    String leaveOut =
        inputs.isEmpty() ? "" : ", or leave " + String.join(" and ", inputs) + " out of wrt";
    return new Refusal(Problem.LEAK, leak.call().position(), shown, why, advice.remedy + leaveOut);
  }

  /**
   * Returns the class of the object that a value flows into which goes where it can't be looked
   * into, at a place that is known; null for anything else.
   */
  private @Nullable String held(Callee.Member into) {
    if (into.kind() == Callee.Member.Kind.NEW) {
      return lost.containsKey(into.owner()) ? into.owner() : null;
    }
    if (MAKERS.contains(into.owner() + "." + into.name())) {
      return lost.containsKey(LIST) ? LIST : null;
    }
    TypeElement owner = program.elements().getTypeElement(into.owner());
    boolean isOfCollection =
        into.kind() == Callee.Member.Kind.METHOD && into.owner().startsWith("java.util.");
    return owner == null || !isOfCollection
        ? null
        : lost.keySet().stream().filter(each -> isA(each, owner)).findFirst().orElse(null);
  }

  private boolean isA(String type, String owner) {
    TypeElement element = program.elements().getTypeElement(owner);
    return element != null && isA(type, element);
  }

  private boolean isA(String type, TypeElement owner) {
    TypeElement element = program.elements().getTypeElement(type);
    return element != null
        && program
            .types()
            .isSubtype(
                program.types().erasure(element.asType()), program.types().erasure(owner.asType()));
  }

  private static boolean isOfKeys(Callee.Member member) {
    return member.owner().equals("cotangent.Keys") || member.owner().equals("cotangent.SortedKeys");
  }

  private static String shown(Callee.Member member) {
    return isOfKeys(member) ? "the keys of a map" : Leaks.shown(member);
  }

  private static String shown(Leaks.Leak leak) {
    return leak.call().callee() instanceof Callee.Ruled ruled
        ? ruled.original()
        : "an object, boxed here";
  }

  private static Advice ofNone(Leaks.Leak leak) {
    return leak.call().callee() instanceof Callee.Ruled
        ? new Advice("whose rule has no derivative by it", STOP)
        : new Advice("whose number is constant", "use double instead of Double");
  }

  private Advice of(Callee.Member member, int operands) {
    TypeElement owner = program.elements().getTypeElement(member.owner());
    boolean hasSource = owner != null && program.names(owner).isPresent() && !Retold.isIn(owner);
    return switch (member.kind()) {
      case CONCATENATION -> new Advice("of which no derivative comes back", STOP_TEXT);
      case CAST ->
          new Advice("behind which it is not followed", "declare it with the type that it has");
      case NEW -> ofNew(member, owner, hasSource);
      default -> ofMethod(member, operands, owner, hasSource);
    };
  }

  private Advice ofNew(Callee.Member member, @Nullable TypeElement owner, boolean hasSource) {
    String what =
        hasSource || member.owner().startsWith("java.")
            ? "an object whose numbers are constant"
            : ELSEWHERE;
    if (owner != null && owner.getKind() == ElementKind.RECORD) {
      return new Advice(
          what,
          "keep it in an array, or in an ArrayList, an ArrayDeque or a HashMap that is empty when it"
              + " is made");
    }
    return new Advice(
        what,
        hasSource && !isA(member.owner(), THROWABLE)
            ? "make the class a record, or keep the numbers in an array"
            : ARRAY);
  }

  private Advice ofMethod(
      Callee.Member member, int operands, @Nullable TypeElement owner, boolean hasSource) {
    ExecutableElement method = method(member, operands);
    if (isOfKeys(member)) {
      return new Advice("which are constant", "use another key, or wrap it in Cotangent.stop");
    } else if (isText(member, method)) {
      return new Advice("of which no derivative comes back", STOP_TEXT);
    } else if (BOXES.contains(member.owner())) {
      return new Advice(
          "a method of a boxed number", "use the number itself, or wrap it in Cotangent.stop");
    } else if (member.owner().startsWith("cotangent.tensor.")) {
      return new Advice("which has no derivative", STOP);
    } else if (hasSource) {
      return ofSource(method);
    } else if (member.owner().startsWith("java.util.function.")) {
      return new Advice("which is given from outside", CHOICE);
    } else if (member.owner().startsWith("java.")) {
      boolean mayHaveRule = method != null && givesNumbers(method.getReturnType());
      boolean holds = member.owner().startsWith("java.util.") && !HELPERS.contains(member.owner());
      return new Advice("which cannot be looked into", holds ? ARRAY : mayHaveRule ? RULE : STOP);
    }
    if (owner != null
        && program.elements().getTypeElement(CompanionName.of(owner).qualifiedName()) != null) {
      return new Advice("which is more than a function of numbers", RULE);
    }
    String name = member.owner().substring(member.owner().lastIndexOf('.') + 1);
    return new Advice(
        ELSEWHERE,
        "annotate "
            + name
            + "."
            + member.name()
            + " with @Differentiable in its artifact, "
            + RULE);
  }

  private static Advice ofSource(@Nullable ExecutableElement method) {
    if (method != null && method.getModifiers().contains(Modifier.ABSTRACT)) {
      return new Advice(
          "which is abstract",
          "implement it in a class of this compilation, or call a static, final or private method");
    } else if (method != null && method.getModifiers().contains(Modifier.NATIVE)) {
      return new Advice("which is native", RULE);
    }
    return new Advice("which cannot be looked into", RULE);
  }

  private @Nullable ExecutableElement method(Callee.Member member, int operands) {
    TypeElement owner = program.elements().getTypeElement(member.owner());
    int arguments = operands - (member.isCalledOnObject() ? 1 : 0);
    List<ExecutableElement> named =
        owner == null
            ? List.of()
            : ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(each -> each.getSimpleName().contentEquals(member.name()))
                .toList();
    return named.stream()
        .filter(each -> each.getParameters().size() == arguments)
        .findFirst()
        .orElse(named.isEmpty() ? null : named.get(0));
  }

  private static boolean isText(Callee.Member member, @Nullable ExecutableElement method) {
    boolean isOfText = TEXT.stream().anyMatch(member.owner()::startsWith);
    boolean givesText =
        method != null
            && member.owner().startsWith("java.")
            && method.getReturnType().toString().equals("java.lang.String");
    return isOfText || givesText;
  }

  private static boolean givesNumbers(TypeMirror type) {
    return type.getKind() == TypeKind.DOUBLE
        || type.getKind() == TypeKind.FLOAT
        || type.toString().startsWith("double[")
        || type.toString().startsWith("float[");
  }
}
