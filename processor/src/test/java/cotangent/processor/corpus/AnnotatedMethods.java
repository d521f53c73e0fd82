package cotangent.processor.corpus;

import cotangent.Differentiable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * Lists the annotated methods of a compilation, so that a method for which nothing was generated is
 * a failure and not a test less. (The annotation is not there at run time.)
 */
final class AnnotatedMethods extends AbstractProcessor {
  /** An annotated method, and what its annotation asks for. */
  record Found(
      String owner,
      String companion,
      String name,
      List<String> parameterTypes,
      List<String> wrt,
      Set<String> derivatives,
      String records) {

    /** The method, among the classes loaded. */
    Method in(Class<?> type) {
      return Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.getName().equals(name))
          .filter(
              method ->
                  Arrays.stream(method.getParameterTypes())
                      .map(Class::getCanonicalName)
                      .toList()
                      .equals(parameterTypes))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + this));
    }

    String display() {
      return records.isEmpty() ? name : name + " " + records;
    }
  }

  private final List<Found> found = new ArrayList<>();
  private final Map<String, Integer> overloads = new HashMap<>();

  List<Found> found() {
    return found;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Differentiable.class.getCanonicalName());
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element element : round.getElementsAnnotatedWith(Differentiable.class)) {
      add((ExecutableElement) element);
    }
    return false;
  }

  private void add(ExecutableElement method) {
    var elements = processingEnv.getElementUtils();
    var types = processingEnv.getTypeUtils();
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    String binary = elements.getBinaryName(owner).toString();
    int dot = binary.lastIndexOf('.') + 1;
    String companion = binary.substring(0, dot) + binary.substring(dot).replace('$', '_') + "Grad";
    String name = method.getSimpleName().toString();
    int number = overloads.merge(binary + "." + name, 1, Integer::sum);
    List<String> asked = values(method, "value");
    boolean scalar =
        method.getReturnType().getKind() == TypeKind.DOUBLE
            || method.getReturnType().getKind() == TypeKind.FLOAT;
    found.add(
        new Found(
            binary,
            companion,
            name,
            method.getParameters().stream()
                .map(parameter -> types.erasure(parameter.asType()).toString())
                .toList(),
            values(method, "wrt"),
            asked.isEmpty() ? Set.of(scalar ? "GRADIENT" : "VJP") : Set.copyOf(asked),
            number == 1 ? "" : String.valueOf(number)));
  }

  /** Claims the annotations of the tests, of which javac would warn that nobody reads them. */
  static final class InputsClaimed extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of(Inputs.class.getCanonicalName(), Inputs.All.class.getCanonicalName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return true;
    }
  }

  private static List<String> values(ExecutableElement method, String member) {
    List<String> values = new ArrayList<>();
    for (var mirror : method.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().toString().equals(Differentiable.class.getCanonicalName())) {
        mirror
            .getElementValues()
            .forEach(
                (key, value) -> {
                  if (key.getSimpleName().contentEquals(member)) {
                    ((List<?>) value.getValue())
                        .forEach(each -> values.add(text((AnnotationValue) each)));
                  }
                });
      }
    }
    return values;
  }

  private static String text(AnnotationValue value) {
    return value.getValue() instanceof Element element
        ? element.getSimpleName().toString()
        : value.getValue().toString();
  }
}
