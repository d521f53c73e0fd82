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
import org.jspecify.annotations.Nullable;

/** The annotation of one method as it is written. */
final class Annotation {
  static final String NAME = "cotangent.Differentiable";

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

  static Optional<Annotation> of(ExecutableElement method, Names names) {
    return method.getAnnotationMirrors().stream()
        .filter(
            mirror ->
                ((TypeElement) mirror.getAnnotationType().asElement())
                    .getQualifiedName()
                    .contentEquals(NAME))
        .findFirst()
        .map(mirror -> new Annotation(method, mirror, names));
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

  /** Gives the names in one element of the annotation; none where it is left out. */
  List<Word> words(String element) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(element))
        .flatMap(entry -> parts(entry.getValue()).stream())
        .map(value -> new Word(text(value), position(value)))
        .toList();
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
