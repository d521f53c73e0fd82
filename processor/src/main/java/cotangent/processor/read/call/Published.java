package cotangent.processor.read.call;

import cotangent.processor.graph.Mode;
import cotangent.processor.read.call.Parameters.Input;
import cotangent.processor.read.frame.Frame;
import cotangent.processor.read.names.Program;
import cotangent.processor.read.names.ResolvedMethod;
import cotangent.processor.read.shape.TypeShapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** An annotated method of another artifact, and what its companion offers. */
final class Published {
  /** The constant by which a companion tells what its methods' declarations don't. */
  private static final String NOTES = "NOTES";

  private static final Pattern RECORD =
      Pattern.compile("(?:Gradient|Vjp|Jvp|Jacobian|Hessian|Hvp)(\\d*)$");

  private static final String DIFFERENTIABLE = "cotangent.Differentiable";

  private final Program program;
  private final TypeElement companion;
  private final ResolvedMethod method;
  private final List<Input> inputs;

  private Published(
      Program program, TypeElement companion, ResolvedMethod method, List<Input> inputs) {
    this.program = program;
    this.companion = companion;
    this.method = method;
    this.inputs = inputs;
  }

  /** Finds what was published for a method; nothing where its source is at hand. */
  static Optional<Published> of(Frame frame, ResolvedMethod method, boolean hasReceiver) {
    Program program = frame.names().program();
    TypeElement owner = method.owner();
    if (!isAnnotated(method.element())
        || program.names(owner).isPresent()
        || method.result().getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    TypeElement companion =
        program.elements().getTypeElement(frame.reading().generated().companionOf(owner));
    if (companion == null
        || !frame.reading().isAccessible(companion)
        || isNoFunction(companion, method.element().getSimpleName().toString())) {
      return Optional.empty();
    }
    List<Input> inputs = new ArrayList<>();
    if (hasReceiver) {
      inputs.add(new Input("self", owner.asType()));
    }
    inputs.addAll(RuledStep.inputs(method, null));
    return Optional.of(new Published(program, companion, method, inputs));
  }

  private static boolean isAnnotated(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(DIFFERENTIABLE));
  }

  private static boolean isNoFunction(TypeElement companion, String method) {
    List<String> notes = notes(companion);
    return notes.contains(method + " changes its arrays")
        || notes.contains(method + " is differentiated by fields");
  }

  private static List<String> notes(TypeElement companion) {
    return ElementFilter.fieldsIn(companion.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().contentEquals(NOTES))
        .map(VariableElement::getConstantValue)
        .filter(String.class::isInstance)
        .flatMap(notes -> Arrays.stream(((String) notes).split("; ")))
        .toList();
  }

  ResolvedMethod method() {
    return method;
  }

  /** What the method takes, the receiver first where there is one. */
  List<Input> inputs() {
    return inputs;
  }

  boolean isOfNumber() {
    TypeKind kind = method.result().getKind();
    return kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT;
  }

  /** Finds a method of the companion that takes what the method takes, and perhaps more. */
  Optional<ExecutableElement> derivative(Mode mode) {
    return derivative(mode.suffix());
  }

  Optional<ExecutableElement> derivative(String suffix) {
    String name = method.element().getSimpleName() + suffix;
    return ElementFilter.methodsIn(companion.getEnclosedElements()).stream()
        .filter(each -> each.getSimpleName().contentEquals(name))
        .filter(each -> each.getModifiers().contains(Modifier.STATIC))
        .filter(this::takesInputs)
        .filter(each -> !suffix.isEmpty() || each.getParameters().size() == inputs.size())
        .findFirst();
  }

  private boolean takesInputs(ExecutableElement derivative) {
    List<? extends VariableElement> parameters = derivative.getParameters();
    if (parameters.size() < inputs.size()) {
      return false;
    }
    for (int i = 0; i < inputs.size(); i++) {
      if (!isSame(parameters.get(i).asType(), inputs.get(i).type())) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(TypeMirror one, TypeMirror other) {
    return program.types().isSameType(program.types().erasure(one), program.types().erasure(other));
  }

  /** Returns the inputs with respect to which the companion differentiates. */
  List<Input> by(TypeShapes shapes) {
    String start = method.element().getSimpleName() + number() + " by ";
    return notes(companion).stream()
        .filter(note -> note.startsWith(start))
        .findFirst()
        .map(note -> Arrays.stream(note.substring(start.length()).split(" ")))
        .map(places -> places.map(Integer::valueOf).map(inputs::get).toList())
        .orElseGet(
            () -> inputs.stream().filter(input -> shapes.isDifferentiable(input.type())).toList());
  }

  /** Returns the suffix of the method's name where there are several of that name. */
  private String number() {
    return Arrays.stream(Mode.values())
        .filter(Mode::isDerived)
        .flatMap(mode -> derivative(mode).stream())
        .map(each -> RECORD.matcher(each.getReturnType().toString()))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1).isEmpty() ? "" : "#" + matcher.group(1))
        .findFirst()
        .orElse("");
  }
}
