package cotangent.processor.read.request;

import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import cotangent.processor.read.names.Names;
import cotangent.processor.report.Position;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The annotation of one method, as written. */
final class Annotation {
  static final String DIFFERENTIABLE = "cotangent.Differentiable";

  /** A name in the annotation, and where it is written. */
  record Word(String text, Position position) {}

  private final ExecutableElement method;
  private final AnnotationMirror mirror;
  private final Names names;

  private Annotation(ExecutableElement method, AnnotationMirror mirror, Names names) {
    this.method = method;
    this.mirror = mirror;
    this.names = names;
  }

  /**
   * Finds an annotation.
   *
   * @param name its qualified name
   */
  static Optional<Annotation> of(String name, ExecutableElement method, Names names) {
    return mirror(name, method).map(mirror -> new Annotation(method, mirror, names));
  }

  /** Whether an annotation is on a method. */
  static boolean stands(String name, ExecutableElement method) {
    return mirror(name, method).isPresent();
  }

  private static Optional<? extends AnnotationMirror> mirror(
      String name, ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .filter(
            mirror ->
                ((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(name))
        .findFirst();
  }

  Position position() {
    return position(null);
  }

  private Position position(@Nullable AnnotationValue value) {
    Trees trees = names.program().trees();
    Tree tree =
        value == null ? trees.getTree(method, mirror) : trees.getTree(method, mirror, value);
    return names.position(tree == null ? trees.getTree(method) : tree);
  }

  /** Returns the names in one element of the annotation; none where it is left out. */
  List<Word> words(String element) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(element))
        .flatMap(entry -> parts(entry.getValue()).stream())
        .map(value -> new Word(text(value), position(value)))
        .toList();
  }

  /** Returns the only name in one element of the annotation. */
  Optional<String> text(String element) {
    return words(element).stream().map(Word::text).findFirst();
  }

  /** Returns the class that one element of the annotation names. */
  Optional<TypeMirror> type(String element) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(element))
        .map(entry -> entry.getValue().getValue())
        .filter(TypeMirror.class::isInstance)
        .map(TypeMirror.class::cast)
        .findFirst();
  }

  private static List<AnnotationValue> parts(AnnotationValue value) {
    return value.getValue() instanceof List<?> list
        ? list.stream().map(AnnotationValue.class::cast).toList()
        : List.of(value);
  }

  private static String text(AnnotationValue value) {
    return value.getValue() instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : value.getValue().toString();
  }
}
