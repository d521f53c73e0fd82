package cotangent.processor.read.request;

import static java.util.stream.Collectors.joining;

import cotangent.processor.graph.Mode;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.RuledMethod;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the methods of a class that are marked as derivatives of others, and checks them. */
public final class DeclaredRules {
  private static final String NAME = "cotangent.DerivativeOf";

  private final Types types;
  private final Elements elements;

  private DeclaredRules(Program program) {
    this.types = program.types();
    this.elements = program.elements();
  }

  /** Returns the rules of a class that are in order; the others are reported. */
  public static List<Rule> of(TypeElement type, Program program, ClassReport report) {
    Names names = program.names(type).orElse(null);
    List<Rule> all = new ArrayList<>();
    if (names == null) {
      return all;
    }
    DeclaredRules rules = new DeclaredRules(program);
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      Annotation annotation = Annotation.of(NAME, method, names).orElse(null);
      if (annotation != null && Signature.isKnown(method)) {
        try {
          rules.rule(method, annotation).ifPresent(all::add);
        } catch (Refusal refusal) {
          report.add(refusal);
        }
      }
    }
    return all;
  }

  /** Whether a method may have rules at all. */
  public static boolean canBeFor(RuledMethod original) {
    return Suitability.of(original).isEmpty();
  }

  /** Finds a rule of a name in a class that was compiled earlier. */
  public static Optional<ExecutableElement> published(
      TypeElement type, String name, RuledMethod original, Mode mode, Program program) {
    RuleSignature signature = new RuleSignature(original, mode, program.types());
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(method -> Annotation.stands(NAME, method) && signature.fits(method))
        .findFirst();
  }

  private Optional<Rule> rule(ExecutableElement method, Annotation annotation) {
    String name = annotation.text("method").orElse("");
    String wanted = annotation.text("derivative").orElse(Mode.VJP.name());
    TypeMirror owner = annotation.type("owner").orElse(null);
    if (owner == null || owner.getKind() == TypeKind.ERROR) {
      return Optional.empty();
    }
    Mode mode = Mode.named(wanted).orElse(null);
    if (mode != Mode.VJP && mode != Mode.JVP) {
      throw new Refusal(Problem.RULE_OF_NO_MODE, annotation.position(), wanted);
    }
    List<RuledMethod> originals =
        owner instanceof DeclaredType declared
            ? originals((TypeElement) declared.asElement(), name, method)
            : List.of();
    if (originals.isEmpty()) {
      throw new Refusal(Problem.RULE_WITHOUT_ORIGINAL, annotation.position(), owner, name);
    }
    return Optional.of(
        new Rule(
            fitting(originals, method, mode, annotation), method, mode, annotation.position()));
  }

  /** Returns what a rule may be for: methods as they are first, then those of objects made. */
  private List<RuledMethod> originals(TypeElement owner, String name, ExecutableElement rule) {
    List<RuledMethod> all = new ArrayList<>();
    for (ExecutableElement each : named(owner.getEnclosedElements(), name, rule)) {
      all.add(RuledMethod.of(each));
    }
    if (owner.getKind() == ElementKind.CLASS && !owner.getModifiers().contains(Modifier.ABSTRACT)) {
      for (ExecutableElement each : named(elements.getAllMembers(owner), name, rule)) {
        if (!each.getModifiers().contains(Modifier.STATIC)) {
          ElementFilter.constructorsIn(owner.getEnclosedElements()).stream()
              .filter(constructor -> !constructor.getParameters().isEmpty())
              .forEach(constructor -> all.add(new RuledMethod(each, constructor)));
        }
      }
    }
    return all;
  }

  private static List<ExecutableElement> named(
      List<? extends Element> members, String name, ExecutableElement rule) {
    return ElementFilter.methodsIn(members).stream()
        .filter(each -> each.getSimpleName().contentEquals(name) && !each.equals(rule))
        .toList();
  }

  private RuledMethod fitting(
      List<RuledMethod> originals, ExecutableElement method, Mode mode, Annotation annotation) {
    List<RuledMethod> suited =
        originals.stream().filter(original -> Suitability.of(original).isEmpty()).toList();
    if (suited.isEmpty()) {
      RuledMethod original = originals.get(0);
      Suitability.Reason reason = Suitability.of(original).orElseThrow();
      throw new Refusal(
          Problem.RULE_UNSUITED,
          annotation.position(),
          original.shown(),
          reason.text(),
          reason.instead());
    }
    return suited.stream()
        .filter(original -> new RuleSignature(original, mode, types).fits(method))
        .findFirst()
        .orElseThrow(() -> misfit(suited, method, mode, annotation));
  }

  /** Says how the rule may be declared; of several constructors, for the first one only. */
  private Refusal misfit(
      List<RuledMethod> suited, ExecutableElement method, Mode mode, Annotation annotation) {
    Set<ExecutableElement> made = new HashSet<>();
    String declarations =
        suited.stream()
            .filter(each -> each.constructor() == null || made.add(each.method()))
            .map(each -> new RuleSignature(each, mode, types))
            .map(signature -> signature.declaration(method.getSimpleName().toString()))
            .collect(joining(", or "));
    return new Refusal(
        Problem.RULE_MISFIT, annotation.position(), suited.get(0).shown(), declarations);
  }
}
