package cotangent.processor.read.request;

import static java.util.stream.Collectors.joining;

import cotangent.processor.graph.Mode;
import cotangent.processor.graph.Type;
import cotangent.processor.op.Operations;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import cotangent.processor.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads the methods of a class that are marked as derivatives of others, and checks them. */
public final class Rules {
  private static final String NAME = "cotangent.DerivativeOf";

  private final Types types;

  private Rules(Types types) {
    this.types = types;
  }

  /** Gives the rules of a class that are in order; the report hears of the others. */
  public static List<Rule> of(TypeElement type, Program program, Report report) {
    Names names = program.names(type).orElse(null);
    List<Rule> all = new ArrayList<>();
    if (names == null) {
      return all;
    }
    Rules rules = new Rules(program.types());
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

  /** Tells whether a method may have rules at all. */
  public static boolean canBeFor(ExecutableElement original, Types types) {
    return original.getModifiers().contains(Modifier.STATIC)
        && new Rules(types).whyUnsuited(original).isEmpty();
  }

  /** Finds a rule of a name in a class that was compiled earlier. */
  public static Optional<ExecutableElement> published(
      TypeElement type, String name, ExecutableElement original, Mode mode, Program program) {
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
    List<ExecutableElement> originals =
        owner instanceof DeclaredType declared
            ? ElementFilter.methodsIn(declared.asElement().getEnclosedElements()).stream()
                .filter(each -> each.getSimpleName().contentEquals(name) && !each.equals(method))
                .filter(each -> each.getModifiers().contains(Modifier.STATIC))
                .toList()
            : List.of();
    if (originals.isEmpty()) {
      throw new Refusal(Problem.RULE_WITHOUT_ORIGINAL, annotation.position(), owner, name);
    }
    return Optional.of(
        new Rule(
            fitting(originals, method, mode, annotation), method, mode, annotation.position()));
  }

  private ExecutableElement fitting(
      List<ExecutableElement> originals,
      ExecutableElement method,
      Mode mode,
      Annotation annotation) {
    List<ExecutableElement> suited =
        originals.stream().filter(original -> whyUnsuited(original).isEmpty()).toList();
    if (suited.isEmpty()) {
      ExecutableElement original = originals.get(0);
      Reason reason = whyUnsuited(original).orElseThrow();
      throw new Refusal(
          Problem.RULE_UNSUITED,
          annotation.position(),
          shown(original),
          reason.text,
          reason.instead);
    }
    return suited.stream()
        .filter(original -> new RuleSignature(original, mode, types).fits(method))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Problem.RULE_MISFIT,
                    annotation.position(),
                    shown(suited.get(0)),
                    suited.stream()
                        .map(original -> new RuleSignature(original, mode, types))
                        .map(signature -> signature.declaration(method.getSimpleName().toString()))
                        .collect(joining(", or "))));
  }

  private static String shown(ExecutableElement method) {
    return method.getEnclosingElement() + "." + method.getSimpleName();
  }

  private record Reason(String text, String instead) {}

  private Optional<Reason> whyUnsuited(ExecutableElement original) {
    if (isBuiltIn(original)) {
      return reason("its derivative is built in", "write a rule for a method of your own");
    } else if (original.getReturnType().getKind() == TypeKind.VOID) {
      return reason("it returns nothing", "let it return what it computes, in a new array");
    } else if (Kind.of(original.getReturnType()) == Kind.CONSTANT) {
      return reason(
          "its result of type " + original.getReturnType() + " is not differentiable",
          "let it return double, float, an array of them or a record that holds such");
    } else if (!original.getTypeParameters().isEmpty()) {
      return reason("it has type parameters", "write it for the types that are needed");
    } else if (original.getParameters().stream()
        .allMatch(parameter -> Kind.of(parameter.asType()) == Kind.CONSTANT)) {
      return reason("none of its parameters is differentiable", "call it as it is");
    }
    return Optional.empty();
  }

  private static Optional<Reason> reason(String text, String instead) {
    return Optional.of(new Reason(text, instead));
  }

  private static boolean isBuiltIn(ExecutableElement original) {
    boolean ofNumbers =
        original.getParameters().stream().allMatch(p -> p.asType().getKind().isPrimitive());
    String owner = Owner.of(original).getQualifiedName().toString();
    List<Type> parameters = new ArrayList<>();
    if (ofNumbers) {
      original
          .getParameters()
          .forEach(p -> parameters.add(Type.Scalar.valueOf(p.asType().getKind().name())));
    }
    return owner.equals("cotangent.Cotangent")
        || ofNumbers
            && Operations.method(owner, original.getSimpleName().toString(), parameters)
                .isPresent();
  }
}
