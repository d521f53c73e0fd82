package cotangent.processor.read.request;

import cotangent.processor.graph.Mode;
import cotangent.processor.read.names.Names;
import cotangent.processor.read.names.Owner;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedField;
import cotangent.processor.read.names.Source;
import cotangent.processor.read.request.Annotation.Word;
import cotangent.processor.report.ClassReport;
import cotangent.processor.report.Position;
import cotangent.processor.report.Problem;
import cotangent.processor.report.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of one class, and checks them against the declarations. */
public final class Requests {

  private final Names names;
  private final ClassReport report;
  private final Signature signature;

  private Requests(Names names, ClassReport report) {
    this.names = names;
    this.report = report;
    this.signature = new Signature(names);
  }

  /** Returns the annotated methods of a class that are in order; the others are reported. */
  public static List<Request> of(TypeElement type, Program program, ClassReport report) {
    return program.names(type).map(names -> new Requests(names, report).all()).orElse(List.of());
  }

  /** Whether all types in the declarations of the annotated methods exist already. */
  public static boolean areReady(TypeElement type, Program program) {
    return program
        .names(type)
        .map(
            names ->
                ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                    .allMatch(method -> isReady(method, names)))
        .orElse(true);
  }

  private static boolean isReady(ExecutableElement method, Names names) {
    return Annotation.of(Annotation.DIFFERENTIABLE, method, names)
        .map(
            annotation -> Signature.isKnown(method) && new Wrt(method, annotation, names).isKnown())
        .orElse(true);
  }

  private List<Request> all() {
    List<Request> requests = new ArrayList<>();
    Map<String, Integer> overloads = new HashMap<>();
    Generated generated = new Generated(names.program());
    for (ExecutableElement method : ElementFilter.methodsIn(names.owner().getEnclosedElements())) {
      Annotation annotation = Annotation.of(Annotation.DIFFERENTIABLE, method, names).orElse(null);
      if (annotation != null) {
        int overload = overloads.merge(method.getSimpleName().toString(), 1, Integer::sum);
        report.about(
            method,
            annotation.position(),
            () -> {
              Request request = unlessRefused(method, annotation, overload);
              return request != null && !clashes(request, generated) && requests.add(request);
            });
      }
    }
    return requests;
  }

  private boolean clashes(Request request, Generated generated) {
    Generated.Clash clash = generated.add(request).orElse(null);
    if (clash != null) {
      report.add(
          Problem.NAME_CLASH,
          request.position(),
          clash.other().method(),
          request.method(),
          clash.member());
    }
    return clash != null;
  }

  private @Nullable Request unlessRefused(
      ExecutableElement method, Annotation annotation, int overload) {
    int before = report.errors();
    try {
      Request request = request(method, annotation, overload);
      return report.errors() == before ? request : null;
    } catch (Refusal refusal) {
      report.add(refusal);
      return null;
    }
  }

  /** Returns what is asked for; null where the declaration isn't valid Java. */
  private @Nullable Request request(ExecutableElement method, Annotation annotation, int overload) {
    Source source = names.program().source(method).orElse(null);
    if (source == null) {
      checkBody(method, annotation);
      return null;
    }
    Wrt wrt = new Wrt(method, annotation, names);
    if (!Signature.isKnown(method) || Signature.takesVoid(method) || !wrt.isKnown()) {
      return null;
    }
    signature.check(source, wrt);
    Set<Mode> derivatives = derivatives(method, wrt, annotation);
    wrt.check(report);
    report.note(
        account -> account.asks(derivatives.stream().map(Mode::name).collect(Collectors.toSet())));
    return new Request(
        source, overload, wrt.fields(), wrt.parameters(), derivatives, annotation.position());
  }

  private void checkBody(ExecutableElement method, Annotation annotation) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.NATIVE)) {
      throw new Refusal(Problem.NO_BODY, annotation.position(), method, "native");
    } else if (modifiers.contains(Modifier.ABSTRACT)) {
      throw new Refusal(Problem.NO_BODY, annotation.position(), method, "abstract");
    } else if (names.program().elements().recordComponentFor(method) != null) {
      Position record = names.program().position(Owner.of(method));
      throw new Refusal(Problem.NO_BODY, record, method, "written by the compiler");
    }
  }

  private Set<Mode> derivatives(ExecutableElement method, Wrt wrt, Annotation annotation) {
    TypeMirror result = method.getReturnType();
    boolean writesResult = result.getKind() == TypeKind.VOID && fillsArrays(method, wrt);
    Kind kind = writesResult ? Kind.ARRAY : Kind.of(result);
    if (kind == Kind.CONSTANT) {
      throw new Refusal(Problem.RESULT_NOT_DIFFERENTIABLE, annotation.position(), result);
    }
    Set<Mode> asked = EnumSet.noneOf(Mode.class);
    for (Word word : annotation.words("value")) {
      Mode mode = Mode.named(word.text()).orElse(null);
      if (mode != null) {
        asked.add(mode);
        check(mode, word, kind, result);
        wrt.types().forEach(type -> check(mode, word, type));
      }
    }
    if (asked.contains(Mode.GRADIENT_SUM)) {
      asked.add(Mode.GRADIENT); // of which it is made
    }
    return asked.isEmpty() ? Set.of(kind == Kind.SCALAR ? Mode.GRADIENT : Mode.VJP) : asked;
  }

  private void check(Mode mode, Word word, TypeMirror by) {
    boolean needsOrder = mode == Mode.HESSIAN || mode == Mode.GRADIENT_SUM;
    if (needsOrder && Kind.holdsArraysOfRecords(by)) {
      report.add(Problem.BY_ELEMENTS, word.position(), word.text(), by);
    }
  }

  /** Whether a method without a result can have one in the arrays that it is given. */
  private static boolean fillsArrays(ExecutableElement method, Wrt wrt) {
    return Stream.concat(
            method.getParameters().stream().map(VariableElement::asType),
            wrt.fields().stream().map(ResolvedField::type))
        .map(Kind::of)
        .anyMatch(kind -> kind == Kind.ARRAY || kind == Kind.RECORDS);
  }

  private void check(Mode mode, Word word, Kind kind, TypeMirror result) {
    boolean fits =
        mode == Mode.JACOBIAN
            ? kind != Kind.RECORD && kind != Kind.RECORDS
            : kind == Kind.SCALAR || !mode.isOfNumbers();
    if (!fits) {
      String what = "a result of type " + result;
      report.add(Problem.DERIVATIVE_MISFIT, word.position(), word.text(), what, "VJP or JVP");
    }
  }
}
